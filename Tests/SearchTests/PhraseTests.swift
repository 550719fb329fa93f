import Catalog
import Notes
import Testing
import Text

@testable import Search

@Suite struct PhraseTests {
  @Test func `a phrase is found behind hundreds of notes that say one of its words better`() throws {
    let filling = String(repeating: "Other words. ", count: 400)
    var texts = ["one.md": ContiguousArray("# One\n\n\(filling)Gradient clipping.\n".utf8)]
    for i in 0..<700 { texts["n\(i).md"] = ContiguousArray("# Gradient \(i)\n\nGradient, gradient.\n".utf8) }
    let files = texts.map { ($0.key, $0.value) }
    let answer = try Index(of: files).answer(to: Query("\"gradient clipping\"")) { [texts] in texts[$0] ?? [] }
    #expect(answer.hits.map(\.slug) == ["one"])
  }

  @Test func `a sentence with the phrase is shown before one with its words`() throws {
    let source = ContiguousArray(
      "# One\n\nA walk that is random is random, and a walk.\n\n## Later\n\nThe random walk is slow.\n".utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("\"random walk\"")) { _ in source }
    #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).text } == "The random walk is slow.")
  }

  @Test func `a phrase in a comment is found also where another note says it`() throws {
    let texts = [
      "link.md": "# Crossing\n\n<!-- zebra crossing -->\nA crossing.\n", "m.md": "# One\n\nThe zebra crossing.\n",
    ].mapValues { ContiguousArray($0.utf8) }
    let answer = try Index(of: texts.map { ($0.key, $0.value) }).answer(to: Query("\"zebra crossing\"")) {
      texts[$0] ?? []
    }
    #expect(Set(answer.hits.map(\.slug)) == ["link", "m"])
  }

  /// Whether a text has a phrase, as reading all of it finds: so many phrases are not looked for by themselves.
  private func isRead(_ phrase: Phrase, in text: ContiguousArray<UInt8>) -> Bool {
    !Phrase.all(of: Array(repeating: phrase, count: 9), in: text).isEmpty
  }

  @Test func `a phrase is found where reading the whole text finds it`() {
    var (random, found) = (SplitMix64(seed: 7), 0)
    let texts = BundledNotes.files.filter { $0.bytes.count % 9 == 0 }.prefix(3).map(\.bytes)
    for text in texts {
      let lexer = Lexer(text)
      let words = lexer.tokens.filter { $0.kind == .word || $0.kind == .unigram }
      for _ in 0..<6 {
        let start = Int(random.next() % UInt64(words.count - 6))
        let said = words[start..<start + 1 + Int(random.next() % 6)]
        let phrase = Phrase(said.map { String(decoding: lexer[$0], as: UTF8.self) }.joined(separator: " "))
        for other in texts {
          let isRead = isRead(phrase, in: other)
          #expect(phrase.isIn(other) == isRead)
          found += isRead ? 1 : 0
        }
      }
    }
    #expect(found >= 6 * texts.count)
  }

  @Test(arguments: ["k means", "means km v2", "对比", "比 x", "attention", "造一对", "dont x abc", "m m", "v2 v2"])
  func `a phrase is found whatever stands between its words`(words: String) {
    let phrase = Phrase(words)
    let own = words.split(separator: " ").map(String.init)
    let pieces =
      own + own + own + [
        "-", "_", ".", "'", " ", "\n", "**", "](a)", "，", "V2", "对", "对\n比", "對", "don't", "ａｂｃ", "é", "e\u{301}", "M",
        "\u{AD}", "日", "𝐱", " — ", String(repeating: "!", count: 90),
      ]
    var (random, found) = (SplitMix64(seed: 3), 0)
    for _ in 0..<400 {
      let text = (0..<20).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let isRead = isRead(phrase, in: ContiguousArray(text.utf8))
      found += isRead ? 1 : 0
      if phrase.isIn(ContiguousArray(text.utf8)) != isRead { Issue.record("\(text.debugDescription)") }
    }
    #expect(found > 0)
  }

  @Test func `a phrase said again is one`() {
    #expect(Query(String(repeating: "\"the tree\" ", count: 90)).phrases == ["the tree"])
  }
}
