import Catalog
import Markdown
import Notes
import Text

/// A folder of notes made for measuring: any number of files, the same at every call.
///
/// The text is that of the bundled notes, block by block in new orders; a part of its words is replaced by invented
/// ones whose frequencies fall as those of a language do (Zipf), so that the vocabulary grows with the folder. Two
/// fifths of the concepts are in English, three tenths in Chinese, the rest in both. A file has 1.2 KB on average.
struct MadeNotes {
  private struct Material {
    var titles: [String] = []
    var blocks: [[UInt8]] = []
    var headings: [String] = []
  }

  private let count: Int
  private var material: [Language: Material] = [:]
  private var words = InventedWords()

  init(count: Int) {
    self.count = count
    for file in BundledNotes.files {
      let note = Note(parsing: file.bytes, path: file.path)
      var own = material[note.language] ?? Material()
      own.titles += [note.title] + note.aliases
      for section in note.sections where section.anchor != "quiz" && section.anchor != "自测" {
        own.headings.append(section.title)
        own.blocks += section.blocks.map { Array(note.source[note.document.range(of: $0)]) }.filter {
          (20...900).contains($0.count)
        }
      }
      material[note.language] = own
    }
    words.characters = Set(material[.chinese]?.titles.joined().unicodeScalars.filter { $0.isHan } ?? []).sorted()
  }

  /// Hands out the files one by one, with their paths.
  func forEach<Failure>(_ body: (_ path: String, _ text: [UInt8]) throws(Failure) -> Void) throws(Failure) {
    var made = 0
    var concept = 0
    while made < count {
      let languages: [Language] =
        switch concept % 10 {
        case 0...3: [.english]
        case 4...6: [.chinese]
        default: [.english, .chinese]
        }
      for language in languages.prefix(count - made) {
        try body("\(folder(of: concept))/\(slug(of: concept)).\(language.rawValue).md", text(of: concept, language))
        made += 1
      }
      concept += 1
    }
  }

  private func folder(of concept: Int) -> String { "topic-\(concept / 200)" }

  private func slug(of concept: Int) -> String {
    var random = SplitMix64(seed: UInt64(concept))
    return "\(words.english(&random))-\(concept)"
  }

  private func text(of concept: Int, _ language: Language) -> [UInt8] {
    guard let material = material[language] else { return [] }
    var random = SplitMix64(seed: UInt64(concept) << 1 | (language == .english ? 0 : 1))
    let title = replacing(Array(random.element(of: material.titles).utf8), one: 3, &random)
    var text = Array("---\nslug: \(slug(of: concept))\nlang: \(language.rawValue)\ntitle: \"".utf8)
    text += title.filter { $0 != UInt8(ascii: "\"") }
    text += "\"\ntopic: \(folder(of: concept))\n".utf8
    if concept > 0 && concept % 3 == 0 {
      text += "prerequisites: [\(slug(of: Int(random.next() % UInt64(concept))))]\n".utf8
    }
    text += "---\n".utf8
    let size = 200 + Int(random.next() % 700) + Int(random.next() % 700) + (random.next() % 20 == 0 ? 4000 : 0)
    var blocks = 0
    while text.count < size {
      if blocks % 3 == 0 { text += "\n## \(random.element(of: material.headings))\n".utf8 }
      text += "\n".utf8 + replacing(random.element(of: material.blocks), one: 5, &random) + "\n".utf8
      blocks += 1
    }
    let other = slug(of: Int(random.next() % UInt64(count)))
    return text + "\n[[\(other)]]\n".utf8
  }

  /// A text with one in so many of its longer words replaced by an invented one; code and formulas stay.
  private func replacing(_ text: [UInt8], one share: UInt64, _ random: inout SplitMix64) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    var isText = !text.starts(with: "```".utf8)
    while i < text.count {
      if text[i] == UInt8(ascii: "$") || text[i] == UInt8(ascii: "`") { isText.toggle() }
      var end = i
      while end < text.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[end]) { end += 1 }
      let isHan = i + 6 <= text.count && (0xE4...0xE9).contains(text[i]) && (0xE4...0xE9).contains(text[i + 3])
      let length = isHan ? 6 : end - i
      if isText && length > 4 && random.next() % share == 0 {
        result += (isHan ? words.chinese(&random) : words.english(&random)).utf8
      } else {
        result += text[i..<max(i + (isHan ? 6 : 1), end)]
      }
      i = max(i + (isHan ? 6 : 1), end)
    }
    return result
  }
}

/// Words that no language has.
private struct InventedWords {
  var characters: [Unicode.Scalar] = []

  func english(_ random: inout SplitMix64) -> String {
    var rank = InventedWords.rank(&random)
    var word = ""
    repeat {
      let (consonants, vowels) = ("bcdfghklmnprstvz", "aeiou")
      word.append(consonants[consonants.index(consonants.startIndex, offsetBy: rank % 16)])
      word.append(vowels[vowels.index(vowels.startIndex, offsetBy: rank / 16 % 5)])
      rank /= 80
    } while rank > 0
    return word + ["n", "ral", "tion", "st"][word.utf8.count % 4]
  }

  func chinese(_ random: inout SplitMix64) -> String {
    let rank = InventedWords.rank(&random) &* 7919
    let pair = [characters[rank % characters.count], characters[rank / characters.count % characters.count]]
    return String(String.UnicodeScalarView(pair))
  }

  /// A rank that comes up with a probability of about its inverse: Zipf's law with an exponent of
  /// 1.05, cut at a million words.
  private static func rank(_ random: inout SplitMix64) -> Int {
    let share = Double(random.next() >> 11) / Double(UInt64(1) << 53)
    return Int(root20(1 - share / 2)) + 80
  }

  /// x⁻²⁰: the inverse of the distribution's tail x^(−1/20).
  private static func root20(_ x: Double) -> Double {
    let square = x * x
    let fourth = square * square
    return 1 / (fourth * fourth * fourth * fourth * fourth)
  }
}

extension SplitMix64 {
  fileprivate mutating func element<Item>(of items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }
}
