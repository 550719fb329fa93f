import Catalog
import Notes
import Quiz
import Testing

/// The section that explains a card, which its header and its source name.
@Suite struct SourceSectionTests {
  /// The anchor of the section of the first card, in each language.
  private static func sections(_ english: String, _ chinese: String?, quiz: (String, String?)) -> [String?] {
    let texts = [(Language.english, english, quiz.0)] + (chinese.map { [(.chinese, $0, quiz.1 ?? "")] } ?? [])
    let files = texts.map { language, text, quiz in
      let heading = language == .english ? "## Quiz" : "## 自测"
      let note = "---\nslug: ddim\nlang: \(language.rawValue)\ntitle: DDIM\n---\n\n\(text)\n\n\(heading)\n\n\(quiz)\n"
      return (path: "generative/ddim.\(language.rawValue).md", bytes: ContiguousArray(note.utf8))
    }
    let library = Library(files: files)
    return texts.map { language, _, _ in
      let deck = Deck(of: library, Roster(of: library, in: language), in: language)
      return deck.cards.first { !$0.isGenerated }.flatMap(deck.section(of:))?.anchor
    }
  }

  @Test func `it is the one that shares most of the card's rarer words`() {
    let text = "## Steps\n\nEach step adds noise.\n\n## Speed\n\nSkipping steps costs fidelity."
    #expect(
      SourceSectionTests.sections(text, nil, quiz: ("Q: What does skipping cost? <!-- id: a -->\n\nA: fidelity", nil))
        == ["speed"])
  }

  @Test func `the one that the card names goes before the one that its words are in`() {
    let text = "## Steps\n\nEach step adds noise.\n\n## Speed\n\nSkipping steps costs fidelity."
    let quiz = "Q: What does skipping cost? <!-- id: a; of: steps -->\n\nA: fidelity"
    #expect(SourceSectionTests.sections(text, nil, quiz: (quiz, nil)) == ["steps"])
    let chinese = ("## 步骤\n\n每步加噪声。\n\n## 速度\n\n跳步损失保真度。", "Q: 跳步的代价？ <!-- id: a -->\n\nA: 保真度")
    #expect(SourceSectionTests.sections(text, chinese.0, quiz: (quiz, chinese.1)) == ["steps", "步骤"])
  }

  @Test func `both languages name the same one`() {
    let found = SourceSectionTests.sections(
      "## Steps\n\nSampling skips steps; fidelity of the image falls.\n\n## Speed\n\nFidelity is paid.",
      "## 步骤\n\n采样。\n\n## 速度\n\n跳步损失图像的保真度。",
      quiz: ("Q: What falls with fidelity? <!-- id: a -->\n\nA: image", "Q: 跳步？ <!-- id: a -->\n\nA: 图像的保真度"))
    #expect(found == ["steps", "步骤"] || found == ["speed", "速度"])
  }

  @Test func `links and references explain nothing`() {
    let found = SourceSectionTests.sections(
      "## Steps\n\nNoise.\n\n## References\n\nSong, Meng: fidelity. Skipping.", nil,
      quiz: ("Q: What does skipping noise cost? <!-- id: a -->\n\nA: fidelity", nil))
    #expect(found == ["steps"])
  }

  @Test func `a bundled note's cards name the same section in both languages`() throws {
    let files = BundledNotes.files.filter { $0.path.contains("attention.") }
    let library = Library(files: files.map { ($0.path, $0.bytes) })
    let decks = Language.allCases.map { Deck(of: library, Roster(of: library, in: $0), in: $0) }
    for card in decks[0].cards where !card.isGenerated {
      let twin = try #require(decks[1][card.id])
      let notes = try [card, twin].map { try #require(library.note($0.slug, in: $0.language)) }
      let sections = try zip(decks, [card, twin]).map { deck, card in try #require(deck.section(of: card)) }
      #expect(notes[0].counterpart(of: sections[1], in: notes[1]) == sections[0], "\(card.id)")
    }
  }
}
