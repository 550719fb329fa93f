extension Document {
  /// Appends a node's own text as it stands, without making a string of it: ill-formed UTF-8 stays.
  package func appendLiteral(of node: Node, to bytes: inout ContiguousArray<UInt8>) {
    withView { $0.appendLiteral(of: node.index, to: &bytes) }
  }
}

extension TreeView {
  fileprivate func appendLiteral(of node: Int32, to bytes: inout ContiguousArray<UInt8>) {
    let record = records[node]
    if record.kind.hasLines {
      for i in record.literal {
        let line = lines[i]
        for _ in 0..<max(0, line.pad) { bytes.append(.space) }
        unsafe bytes.append(contentsOf: source.buffer(Int(line.start)..<Int(line.end)))
        bytes.append(.newline)
      }
    } else if record.kind.isInlineLeaf {
      unsafe bytes.append(contentsOf: text(of: record).buffer(record.literal))
    }
  }
}
