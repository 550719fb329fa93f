/// Autolinks (section 6.5) in angle brackets.
///
///     <https://example.com> <foo@bar.example.com>
extension InlineParser {
  mutating func scanAutolink(at i: Int) -> Int? {
    if let close = addressEnd(from: i + 1) {
      markAddress(i..<close + 1, text: i + 1..<close, prefix: "")
      return close + 1
    }
    if let close = mailEnd(from: i + 1) {
      markAddress(i..<close + 1, text: i + 1..<close, prefix: "mailto:")
      return close + 1
    }
    return nil
  }

  /// Adds a link around its own target.
  mutating func markAddress(_ range: Range<Int>, text inner: Range<Int>, prefix: StaticString) {
    let start = Int32(tree.pool.count)
    unsafe tree.pool.append(contentsOf: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    unsafe tree.pool.append(contentsOf: text.buffer(inner))
    tree.targets.append(Tree.Target(destination: Tree.Slice(start: start, end: Int32(tree.pool.count))))
    marks.append(
      Mark(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: .autolink, node: .link,
        first: Int32(inner.lowerBound), last: Int32(inner.upperBound), payload: Int32(tree.targets.count - 1)))
  }

  /// The place of the `>` behind an absolute URI: a scheme of 2 to 32 characters, `:`, and no space or `<`.
  private func addressEnd(from start: Int) -> Int? {
    guard start < end, text[start].isLetter else { return nil }
    var i = start + 1
    while i < end, text[i].isAlphanumeric || text[i] == .plus || text[i] == .dot || text[i] == .dash { i += 1 }
    guard (2...32).contains(i - start), i < end, text[i] == .colon else { return nil }
    i += 1
    while i < end, text[i] > 0x20, text[i] != 0x7F, text[i] != .less, text[i] != .greater { i += 1 }
    return i < end && text[i] == .greater ? i : nil
  }

  /// The place of the `>` behind an e-mail address as HTML defines it.
  private func mailEnd(from start: Int) -> Int? {
    var i = start
    while i < end, text[i].isMailLocal { i += 1 }
    guard i > start, i < end, text[i] == .at else { return nil }
    repeat {
      i += 1
      let label = i
      while i < end, text[i].isAlphanumeric || text[i] == .dash { i += 1 }
      guard i > label, i - label <= 63, text[label] != .dash, text[i - 1] != .dash else { return nil }
    } while i < end && text[i] == .dot
    return i < end && text[i] == .greater ? i : nil
  }
}

extension UInt8 {
  fileprivate var isMailLocal: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x5E...0x7E, 0x23...0x27, .bang, .star, .plus, .dash, .dot, .slash, .equals,
      .question:
      true
    default: false
    }
  }
}
