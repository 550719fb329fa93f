import Markdown
import Text

/// A part of a cloze that may be asked for: `==words==` in the text, `\boxed{…}` in a formula.
struct Blank {
  /// What stands for a blank of words where it is asked for; within a word, where asterisks would show, without them.
  private static let mark = "**\(hole)**"
  private static let hole = "[ … ]"

  /// With its marks, in bytes of the cloze's text.
  var range: Range<Int>
  /// Between its marks.
  var content: String
  var isFormula: Bool

  /// The blanks of a cloze in order, without those inside another one.
  static func all(in text: String) -> [Blank] {
    var blanks: [Blank] = []
    for blank in marked(in: text) where blank.range.lowerBound >= blanks.last?.range.upperBound ?? 0 {
      blanks.append(blank)
    }
    return blanks
  }

  /// Everything that is marked as a blank, in the order of the text.
  static func marked(in text: String) -> [Blank] {
    let document = Document(parsing: ContiguousArray(text.utf8))
    var blanks: [Blank] = []
    var node: Document.Node? = document.root
    while let current = node {
      switch document.kind(of: current) {
      case .highlight:
        let range = document.range(of: current)
        let content = document.source[range].dropFirst(2).dropLast(2)
        blanks.append(Blank(range: range, content: String(decoding: content, as: UTF8.self), isFormula: false))
      case .math: blanks += boxes(in: document.source, document.range(of: current))
      default: break
      }
      node = document.firstChild(of: current) ?? document.following(current)
    }
    return blanks
  }

  /// Where the blank of words stands in the text of a card.
  static func place(in stem: String) -> Range<String.Index>? { stem.range(of: mark) ?? stem.range(of: hole) }

  /// The text with one blank empty and the others filled in; with none empty, the boxes stay around what they hold.
  static func text(_ text: String, _ blanks: [Blank], asking asked: Int?) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var i = 0
    for (number, blank) in blanks.enumerated() {
      result += bytes[i..<blank.range.lowerBound]
      switch (number == asked, blank.isFormula) {
      case (true, true): result += #"\boxed{\ldots}"#.utf8
      case (true, false):
        let before = String(decoding: bytes[i..<blank.range.lowerBound], as: UTF8.self).last
        let after = String(decoding: bytes[blank.range.upperBound...].prefix(4), as: UTF8.self).first
        result += ([before, after].contains { $0?.isInSpacedWord == true } ? hole : mark).utf8
      case (false, true) where asked == nil: result += bytes[blank.range]
      case (false, true): result += "{\(blank.content)}".utf8
      case (false, false): result += (asked == nil ? "**\(blank.content)**" : blank.content).utf8
      }
      i = blank.range.upperBound
    }
    return String(decoding: result + bytes[i...], as: UTF8.self)
  }

  private static func boxes(in source: ContiguousArray<UInt8>, _ range: Range<Int>) -> [Blank] {
    let mark = Array(#"\boxed{"#.utf8)
    var blanks: [Blank] = []
    var i = range.lowerBound
    while i + mark.count < range.upperBound {
      guard source[i] == mark[0], source[i..<i + mark.count].elementsEqual(mark) else {
        i += 1
        continue
      }
      var depth = 1
      var end = i + mark.count
      while end < range.upperBound {
        if source[end] == UInt8(ascii: "\\") {
          end += 1
        } else if source[end] == UInt8(ascii: "{") {
          depth += 1
        } else if source[end] == UInt8(ascii: "}") {
          depth -= 1
        }
        end += 1
        if depth == 0 { break }
      }
      guard depth == 0, end <= range.upperBound else { return blanks }
      let content = String(decoding: source[i + mark.count..<end - 1], as: UTF8.self)
      blanks.append(Blank(range: i..<end, content: content, isFormula: true))
      i = end
    }
    return blanks
  }
}

extension Character {
  /// A letter or digit beside which asterisks and a bracket are no emphasis (CommonMark 6.2, "left-flanking").
  fileprivate var isInSpacedWord: Bool { (isLetter || isNumber) && !unicodeScalars.contains(where: \.isEastAsianWide) }
}
