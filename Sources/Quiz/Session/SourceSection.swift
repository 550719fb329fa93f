package import Catalog
import Text

extension Card {
  /// The section of its note that explains a card: the one it names, else the one that shares most of its rarer words.
  package func section(in note: Note) -> Section? {
    if let section, let named = note.section(named: section) { return named }
    let quiz = note.quizSection
    let sections = note.sections.filter { $0.level <= 3 && $0 != quiz && !$0.blocks.isEmpty }
    let words = sections.map { section in
      Set(Card.words(String(decoding: note.source[section.range], as: UTF8.self)))
    }
    var counts: [String: Int] = [:]
    for set in words { for word in set { counts[word, default: 0] += 1 } }
    let own = Set(Card.words(stem + " " + answer))
    var best: (section: Section, score: Double)?
    for (section, set) in zip(sections, words) {
      let score = own.intersection(set).map { 1 / Double(counts[$0] ?? 1) }.sorted().reduce(0, +)
      if score > (best?.score ?? 0) { best = (section, score) }
    }
    return best?.section
  }

  /// Words of Latin letters and pairs of Han characters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character?
    for character in text.lowercased() {
      let isHan = character.unicodeScalars.contains(where: \.isHan)
      if !isHan && (character.isLetter || character.isNumber) {
        word.append(character)
      } else {
        if word.count > 2 { words.append(word) }
        word = ""
        if isHan, let previous { words.append("\(previous)\(character)") }
      }
      previous = isHan ? character : nil
    }
    if word.count > 2 { words.append(word) }
    return words
  }
}
