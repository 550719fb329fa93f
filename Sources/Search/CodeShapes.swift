/// What a program does with its names, as three neighbouring tokens each: `x = []`, `a is b`, `t[0] += [1]`.
///
/// A name is any name, a number any number and a string any string; the names themselves are found as words. Only what
/// has a telling token counts, for commas and brackets of calls stand in all programs.
struct CodeShapes {
  private(set) var all: [ArraySlice<UInt8>] = []
  private(set) var hasOperator = false

  /// The tokens of the line at hand with a space between two, and where each of them stands.
  private var text: [UInt8] = []
  private var tokens: [(place: Range<Int>, isTelling: Bool)] = []

  /// Of code, with a line end or a zero byte after each part that stands by itself; a shape that comes again is told again.
  init(of code: some Collection<UInt8>) {
    for line in code.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == 0 }) {
      text.removeAll(keepingCapacity: true)
      tokens.removeAll(keepingCapacity: true)
      read(Array(line))
      guard tokens.count > 2 else { continue }
      for i in 0..<tokens.count - 2 where tokens[i..<i + 3].contains(where: \.isTelling) {
        all.append(text[tokens[i].place.lowerBound..<tokens[i + 2].place.upperBound])
      }
    }
  }

  private mutating func append(_ token: some Collection<UInt8>, isSign: Bool) {
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    let start = text.count
    text.append(contentsOf: token)
    tokens.append((start..<text.count, isSign && !CodeShapes.isCommon(token)))
    hasOperator = hasOperator || isSign && CodeShapes.isOperator(token)
  }

  /// Whether it stands in all programs, and in formulas too.
  private static func isCommon(_ sign: some Collection<UInt8>) -> Bool {
    sign.count == 1 && sign.first.map { "(),.:=+-*/".utf8.contains($0) } ?? false
  }

  /// Whether only programs have the sign, not sentences or formulas.
  private static func isOperator(_ sign: some Collection<UInt8>) -> Bool {
    guard let first = sign.first else { return false }
    if sign.count == 1 { return "[]{}@".utf8.contains(first) }
    return sign.count == 2 && operators.contains { $0.elementsEqual(sign) }
  }

  private mutating func read(_ line: [UInt8]) {
    var i = 0
    while i < line.count, tokens.count < CodeShapes.longest {
      let byte = line[i]
      var end = i + 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "#"): return
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < line.count, CodeShapes.isName(line[end]) || line[end] == UInt8(ascii: ".") { end += 1 }
        append("0".utf8, isSign: false)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        while end < line.count, line[end] != byte { end += 1 }
        end += 1
        append("s".utf8, isSign: false)
      case _ where CodeShapes.isName(byte):
        while end < line.count, CodeShapes.isName(line[end]) { end += 1 }
        let name = line[i..<end]
        let isKeyword = CodeShapes.keywords[Int(byte & 31)].contains { $0.elementsEqual(name) }
        if isKeyword { append(name, isSign: true) } else { append("x".utf8, isSign: false) }
      default:
        if end < line.count, CodeShapes.pairs.contains(where: { $0.elementsEqual(line[i...end]) }) { end += 1 }
        append(line[i..<end], isSign: true)
      }
      i = end
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static let operators = ["==", "!=", "+=", "-=", "*=", "/=", "->", ":=", "**", "//"].map { Array($0.utf8) }
  private static let pairs = operators + ["<=", ">=", "<<", ">>"].map { Array($0.utf8) }

  /// By the low bits of their first letters.
  private static let keywords: [[[UInt8]]] = {
    var keywords = [[[UInt8]]](repeating: [], count: 32)
    for word in [
      "and", "as", "assert", "async", "await", "class", "def", "del", "elif", "else", "except", "finally", "for",
      "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "raise", "return", "try",
      "while", "with", "yield", "None", "True", "False",
    ].map({ Array($0.utf8) }) {
      keywords[Int(word[0] & 31)].append(word)
    }
    return keywords
  }()

  /// What of a line is looked at.
  private static let longest = 200
}
