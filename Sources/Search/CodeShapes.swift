/// What a program does with its names, as three neighbouring tokens each: `x = []`, `a is b`, `t[0] += [1]`.
///
/// A name is any name, a number any number and a string any string; the names themselves are found as words. Only what
/// has a telling token counts, for commas and brackets of calls stand in all programs.
struct CodeShapes {
  private(set) var all: [String] = []
  private(set) var hasOperator = false

  private enum Token: Equatable {
    case name, number, string
    case symbol(String)

    var text: String {
      switch self {
      case .name: "x"
      case .number: "0"
      case .string: "s"
      case .symbol(let text): text
      }
    }
  }

  /// Of code, with a line end or a zero byte after each part that stands by itself.
  init(of code: some Collection<UInt8>) {
    var seen: Set<String> = []
    for line in code.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == 0 }) {
      let tokens = CodeShapes.tokens(of: Array(line))
      hasOperator = hasOperator || tokens.contains { CodeShapes.isOperator($0) }
      guard tokens.count > 2 else { continue }
      for i in 0..<tokens.count - 2 {
        let three = tokens[i..<i + 3]
        guard three.contains(where: CodeShapes.isTelling) else { continue }
        let text = three.map(\.text).joined(separator: " ")
        if seen.insert(text).inserted { all.append(text) }
      }
    }
  }

  private static func isTelling(_ token: Token) -> Bool {
    guard case .symbol(let text) = token else { return false }
    return !["(", ")", ",", ".", ":", "=", "+", "-", "*", "/"].contains(text)
  }

  /// Whether only programs have the token, not sentences or formulas.
  private static func isOperator(_ token: Token) -> Bool {
    guard case .symbol(let text) = token else { return false }
    return ["==", "!=", "+=", "-=", "*=", "/=", "[", "]", "{", "}", "->", ":=", "**", "//", "@"].contains(text)
  }

  private static func tokens(of line: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var i = 0
    while i < line.count, tokens.count < longest {
      let byte = line[i]
      var end = i + 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "#"): return tokens
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < line.count, isName(line[end]) || line[end] == UInt8(ascii: ".") { end += 1 }
        tokens.append(.number)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        while end < line.count, line[end] != byte { end += 1 }
        end += 1
        tokens.append(.string)
      case _ where isName(byte):
        while end < line.count, isName(line[end]) { end += 1 }
        let name = String(decoding: line[i..<end], as: UTF8.self)
        tokens.append(keywords.contains(name) ? .symbol(name) : .name)
      default:
        if end < line.count, pairs.contains([byte, line[end]]) { end += 1 }
        tokens.append(.symbol(String(decoding: line[i..<end], as: UTF8.self)))
      }
      i = end
    }
    return tokens
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static let pairs: Set<[UInt8]> = Set(
    ["==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "->", ":=", "**", "//", "<<", ">>"].map { Array($0.utf8) })

  private static let keywords: Set<String> = [
    "and", "as", "assert", "async", "await", "class", "def", "del", "elif", "else", "except", "finally", "for", "from",
    "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "raise", "return", "try", "while", "with",
    "yield", "None", "True", "False",
  ]

  /// What of a line is looked at.
  private static let longest = 200
}
