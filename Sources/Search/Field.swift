/// A part of a note that search weighs by itself.
enum Field: Int, CaseIterable, Sendable {
  case title, alias, keyword, summary, heading, code, formula, body

  /// What one occurrence counts, and how strongly a long field counts less: BM25F's w and b.
  var weight: (boost: Float, b: Float) {
    switch self {
    case .title: (6, 0.3)
    case .alias: (6, 0)
    case .keyword: (3, 0)
    case .summary: (2, 0.3)
    case .heading: (3, 0.4)
    case .code: (1.5, 0.5)
    case .formula: (1.5, 0.5)
    case .body: (0.5, 0.7)
    }
  }

  /// The length, in words or pairs of characters, that is neither long nor short.
  var usualLength: Float {
    switch self {
    case .title: 5
    case .alias: 10
    case .keyword: 20
    case .summary: 20
    case .heading: 40
    case .code: 150
    case .formula: 400
    case .body: 900
    }
  }

  /// What one occurrence counts in a field of that length.
  func scale(length: Int) -> Float {
    let (boost, b) = weight
    return boost / (1 - b + b * Float(length) / usualLength)
  }
}

/// The first byte of a term that is no word; words start with a letter, a digit or a character above U+007F.
enum Namespace {
  static let identifier = UInt8(ascii: "`")
  static let stem = UInt8(ascii: "~")
  static let formula = UInt8(ascii: "$")
  /// Three neighbouring tokens of a program.
  static let shape = UInt8(ascii: "!")
  /// A whole title or alias, without spaces; and the same of stems.
  static let name = UInt8(ascii: "=")
  static let stemmedName = UInt8(ascii: "&")
  /// The stems of a whole keyword, without spaces: what learners ask when they mean the note.
  static let keyword = UInt8(ascii: "@")
  /// The slug of a note that the entry leads to.
  static let link = UInt8(ascii: ">")
  static let topic = UInt8(ascii: "#")
}
