extension Document {
  /// Appends a node's own text as it stands, without making a string of it: ill-formed UTF-8 stays.
  package func appendLiteral(of node: Node, to bytes: inout ContiguousArray<UInt8>) {
    withView { $0.appendLiteral(of: node.index, to: &bytes) }
  }
}

/// What bytes of a text can be put behind.
protocol ByteSink: ~Copyable {
  mutating func append(_ byte: UInt8)
  mutating func append(_ source: Bytes, _ range: Range<Int>)
}

extension ByteBuffer: ByteSink {}

extension ContiguousArray: ByteSink where Element == UInt8 {
  mutating func append(_ source: Bytes, _ range: Range<Int>) {
    unsafe append(contentsOf: source.buffer(range))
  }
}
