/// `\char"263A`, `\char65`, `\unicode{x263A}`: a character by its number (TeXbook, page 43).
enum Number {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    parser.skipSpaces()
    if parser.peek().kind == .open { return character(parser.textArgument(), 16, parser, command) }
    var radix = 10
    if parser.peek().kind == .prime || parser.peek().scalar == 0x22 || parser.peek().scalar == 0x60 {
      let sign = parser.next()
      if sign.scalar == 0x60 { return Atom(parser.next().scalar) }
      radix = sign.scalar == 0x22 ? 16 : 8
    }
    var digits = ""
    while parser.peek().kind == .character, digits.utf8.count < 8, Int(parser.peek().scalar.text, radix: radix) != nil {
      digits += parser.next().scalar.text
    }
    return character(digits, radix, parser, command)
  }

  private static func character(_ digits: String, _ radix: Int, _ parser: Parser, _ command: Command) -> any Construct {
    let text = digits.hasPrefix("x") || digits.hasPrefix("U") ? String(digits.dropFirst()) : digits
    guard let number = UInt32(text, radix: radix), number >= 0x20, !(0x7F..<0xA0).contains(number),
      Unicode.Scalar(number) != nil
    else { return Verbatim(text: "\\char" + digits, isMistake: true) }
    return Atom(number)
  }
}
