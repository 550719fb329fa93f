/// What a program does with its names, as three neighbouring tokens each: `x = []`, `a is b`, `t[0] += [1]`.
///
/// A name is any name, a number any number and a string any string; the names themselves are found as words. Only what
/// has a telling token counts, for commas and brackets of calls stand in all programs.
struct CodeShapes {
  /// The shapes' places in `text`.
  private(set) var all: [Range<Int>] = []
  /// The tokens, those of a line with a space between two.
  private(set) var text: ContiguousArray<UInt8> = []
  private(set) var hasOperator = false

  /// Where each token of the line at hand stands.
  private var tokens: [(place: Range<Int>, isTelling: Bool)] = []

  /// Of code, with a line end or a zero byte after each part that stands by itself; a shape that comes again is told again.
  init(of code: ContiguousArray<UInt8>) {
    var start = 0
    while start < code.count {
      var end = start
      while end < code.count, code[end] != UInt8(ascii: "\n"), code[end] != 0 { end += 1 }
      tokens.removeAll(keepingCapacity: true)
      read(code, start..<end)
      for i in tokens.indices.dropLast(2)
      where tokens[i].isTelling || tokens[i + 1].isTelling || tokens[i + 2].isTelling {
        all.append(tokens[i].place.lowerBound..<tokens[i + 2].place.upperBound)
      }
      start = end + 1
    }
  }

  subscript(shape: Range<Int>) -> ArraySlice<UInt8> { ArraySlice(text[shape]) }

  /// A name, a number or a string, by the letter that stands for any.
  private mutating func append(any letter: UInt8) {
    text.append(UInt8(ascii: " "))
    text.append(letter)
    tokens.append((text.count - 1..<text.count, false))
  }

  /// A sign or a keyword.
  private mutating func append(_ line: ContiguousArray<UInt8>, _ sign: Range<Int>) {
    text.append(UInt8(ascii: " "))
    let start = text.count
    for i in sign { text.append(line[i]) }
    let (first, second) = (line[sign.lowerBound], sign.count == 2 ? line[sign.lowerBound + 1] : 0)
    tokens.append((start..<text.count, !(sign.count == 1 && CodeShapes.isCommon(first))))
    if sign.count == 1 ? CodeShapes.isBracket(first) : CodeShapes.isOperator(first, second) { hasOperator = true }
  }

  /// Whether it stands in all programs, and in formulas too.
  private static func isCommon(_ sign: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// Whether only programs have the sign, not sentences or formulas.
  private static func isBracket(_ sign: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "@"): true
    default: false
    }
  }

  private static func isOperator(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "!"), UInt8(ascii: "=")),
      (UInt8(ascii: "+"), UInt8(ascii: "=")), (UInt8(ascii: "-"), UInt8(ascii: "=")),
      (UInt8(ascii: "*"), UInt8(ascii: "=")), (UInt8(ascii: "/"), UInt8(ascii: "=")),
      (UInt8(ascii: "-"), UInt8(ascii: ">")), (UInt8(ascii: ":"), UInt8(ascii: "=")),
      (UInt8(ascii: "*"), UInt8(ascii: "*")), (UInt8(ascii: "/"), UInt8(ascii: "/")):
      true
    default: false
    }
  }

  private static func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "<"), UInt8(ascii: "=")), (UInt8(ascii: ">"), UInt8(ascii: "=")),
      (UInt8(ascii: "<"), UInt8(ascii: "<")), (UInt8(ascii: ">"), UInt8(ascii: ">")):
      true
    default: isOperator(first, second)
    }
  }

  private mutating func read(_ code: ContiguousArray<UInt8>, _ line: Range<Int>) {
    var i = line.lowerBound
    while i < line.upperBound, tokens.count < CodeShapes.longest {
      let byte = code[i]
      var end = i + 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "#"): return
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < line.upperBound, CodeShapes.isName(code[end]) || code[end] == UInt8(ascii: ".") { end += 1 }
        append(any: UInt8(ascii: "0"))
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        while end < line.upperBound, code[end] != byte { end += 1 }
        end += 1
        append(any: UInt8(ascii: "s"))
      case _ where CodeShapes.isName(byte):
        while end < line.upperBound, CodeShapes.isName(code[end]) { end += 1 }
        if CodeShapes.isKeyword(code, i..<end) { append(code, i..<end) } else { append(any: UInt8(ascii: "x")) }
      default:
        if end < line.upperBound, CodeShapes.isPair(byte, code[end]) { end += 1 }
        append(code, i..<end)
      }
      i = end
    }
  }

  private static func isKeyword(_ code: ContiguousArray<UInt8>, _ name: Range<Int>) -> Bool {
    guard name.count < 9 else { return false }
    return keywords[Int(code[name.lowerBound] & 31)].contains { keyword in
      keyword.count == name.count && keyword.indices.allSatisfy { keyword[$0] == code[name.lowerBound + $0] }
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
