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

  /// The line at hand: how many tokens it has, and of the last two where they start and whether they tell anything.
  private var line = Line()

  private struct Line {
    var count = 0
    var starts = (0, 0)
    var isTelling = (false, false)
  }

  /// Of code, with a line end or a zero byte after each part that stands by itself; a shape that comes again is told
  /// again.
  init(of code: ContiguousArray<UInt8>) {
    let code = code.span
    var start = 0
    while start < code.count {
      var end = start
      while end < code.count, code[end] != UInt8(ascii: "\n"), code[end] != 0 { end += 1 }
      line = Line()
      read(code, start..<end)
      start = end + 1
    }
  }

  subscript(shape: Range<Int>) -> ArraySlice<UInt8> { ArraySlice(text[shape]) }

  /// A name, a number or a string, by the letter that stands for any.
  private mutating func append(any letter: UInt8) {
    text.append(UInt8(ascii: " "))
    text.append(letter)
    endToken(from: text.count - 1, isTelling: false)
  }

  /// A sign or a keyword.
  private mutating func append(_ code: Span<UInt8>, _ sign: Range<Int>) {
    text.append(UInt8(ascii: " "))
    let start = text.count
    for i in sign { text.append(code[i]) }
    let (first, second) = (code[sign.lowerBound], sign.count == 2 ? code[sign.lowerBound + 1] : 0)
    if sign.count == 1 ? CodeShapes.isBracket(first) : CodeShapes.isOperator(first, second) { hasOperator = true }
    endToken(from: start, isTelling: !(sign.count == 1 && CodeShapes.isCommon(first)))
  }

  /// A token with the two before it makes a shape if any of the three tells something.
  @inline(__always) private mutating func endToken(from start: Int, isTelling: Bool) {
    if line.count > 1, isTelling || line.isTelling.0 || line.isTelling.1 { all.append(line.starts.0..<text.count) }
    line.starts = (line.starts.1, start)
    line.isTelling = (line.isTelling.1, isTelling)
    line.count += 1
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

  private mutating func read(_ code: Span<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound, line.count < CodeShapes.longest {
      let byte = code[i]
      var end = i + 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "#"): return
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < range.upperBound, CodeShapes.isName(code[end]) || code[end] == UInt8(ascii: ".") { end += 1 }
        append(any: UInt8(ascii: "0"))
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        while end < range.upperBound, code[end] != byte { end += 1 }
        end += 1
        append(any: UInt8(ascii: "s"))
      case _ where CodeShapes.isName(byte):
        while end < range.upperBound, CodeShapes.isName(code[end]) { end += 1 }
        if CodeShapes.keywordLengths ~= end - i && CodeShapes.keywords.find(code, in: i..<end) != nil {
          append(code, i..<end)
        } else {
          append(any: UInt8(ascii: "x"))
        }
      default:
        if end < range.upperBound, CodeShapes.isPair(byte, code[end]) { end += 1 }
        append(code, i..<end)
      }
      i = end
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isLower(byte | 0x20) || isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static let keywords = TermTable(
    words: """
      and as assert async await class def del elif else except finally for from global if import in is lambda nonlocal \
      not or raise return try while with yield None True False
      """)

  private static let keywordLengths = 2...8

  /// What of a line is looked at.
  private static let longest = 200
}
