extension Document {
  /// Appends a node's own text as it stands, without making a string of it: ill-formed UTF-8 stays.
  package func appendLiteral(of node: Node, to bytes: inout ContiguousArray<UInt8>) {
    tree.appendLiteral(of: node.index, in: source, to: &bytes)
  }
}

extension Tree {
  fileprivate func appendLiteral(
    of node: Int32, in source: ContiguousArray<UInt8>, to bytes: inout ContiguousArray<UInt8>
  ) {
    let record = records[Int(node)]
    if record.kind.hasLines {
      for line in lines[Int(record.first)..<Int(record.last)] {
        for _ in 0..<max(0, line.pad) { bytes.append(.space) }
        bytes.append(contentsOf: source[Int(line.start)..<Int(line.end)])
        bytes.append(.newline)
      }
    } else if record.kind.isInlineLeaf {
      let range = Int(record.first)..<Int(record.last)
      bytes.append(contentsOf: record.flags.contains(.isPooled) ? pool[range] : source[range])
    }
  }
}
