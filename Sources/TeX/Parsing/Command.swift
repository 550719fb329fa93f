import Text

/// What a control word means: its kind and its value in the table, found without building anything.
struct Command {
  /// The kinds of `tex-symbols.txt`, by their code there.
  enum Kind: UInt8 {
    case ordinary, binary, relation, opening, closing, punctuation, inner
    case largeOperator, integral, functionName, limitName, textSymbol
    case accent, wideAccent, accentBelow, brace, fraction, infix, radical, arrow
    case alphabet, alphabetSwitch, text, textAccent, sizedDelimiter, fence, fenceEnd, environment, environmentEnd
    case negation, space, length, phantom, color, cancel, enclosure, link, styleSwitch, sizeSwitch, stack
    case mathClass, operatorName, definition, modulo, braket, verbatim, tag, nothing, newRow, tableLine
    case choice, dots, rule, substack, number, logo, chemistry, group, leftScripts

    init?(code: UInt8) {
      guard code < 0x80 else { return nil }
      self.init(rawValue: Kind.byCode[Int(code)])
    }

    /// The raw value of each code's kind; of what is no code, one that no kind has.
    private static let byCode: [UInt8] = {
      var kinds = [UInt8](repeating: .max, count: 0x80)
      for (kind, code) in #"obr(),isSfltAWUBFVQXMmT"DL]EeNKkPCcRHyzOGIdpqvg_n#x.=Jjwh;Y"#.utf8.enumerated() {
        kinds[Int(code)] = UInt8(kind)
      }
      return kinds
    }()
  }

  let kind: Kind
  let token: Token
  private let valueRange: Range<Int>

  /// The command of a control word; nil where nobody knows it.
  init?(_ token: Token, in bytes: Span<UInt8>) {
    let text = CommandTable.text.utf8Span.span
    guard token.end > token.start, let row = Command.row(of: token, in: bytes, text) else { return nil }
    guard let kind = Kind(code: text[row.lowerBound]) else { return nil }
    self.kind = kind
    self.token = token
    valueRange = min(row.lowerBound + 2, row.upperBound)..<row.upperBound
  }

  var value: String {
    let utf8 = CommandTable.text.utf8
    return String(
      CommandTable.text[
        utf8.index(
          utf8.startIndex, offsetBy: valueRange.lowerBound)..<utf8.index(
            utf8.startIndex, offsetBy: valueRange.upperBound)])
  }

  /// The first characters of the value, as the symbol's table has one or two.
  var scalars: (first: UInt32, second: UInt32) {
    let bytes = CommandTable.text.utf8Span.span.extracting(valueRange)
    guard !bytes.isEmpty else { return (0, 0) }
    let (first, length) = bytes.firstScalar
    return (first, length < bytes.count ? bytes.extracting(droppingFirst: length).firstScalar.value : 0)
  }

  /// The code and value of a name: the bytes of its row after the name.
  private static func row(of token: Token, in bytes: Span<UInt8>, _ text: Span<UInt8>) -> Range<Int>? {
    guard token.scalar < 0x80, UInt8(token.scalar).isLetter else { return nil }
    let name = bytes.extracting(token.start..<token.end)
    let starts = CommandTable.starts
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      let start = Int(starts[middle])
      var i = 0
      while i < name.count, text[start + i] == name[i] { i += 1 }
      if i == name.count, text[start + i] == 0x20 { return (start + i + 1)..<Int(starts[middle + 1]) - 1 }
      if i < name.count, name[i] > text[start + i] { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
