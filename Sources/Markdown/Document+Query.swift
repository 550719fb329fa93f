/// What may be asked of a document; every answer but a text is a look-up.
extension Document {
  private func record(_ node: Node) -> Tree.Record { tree.records[node.index] }

  private func node(_ index: Int32) -> Node? { index < 0 ? nil : Node(index: index) }

  package func kind(of node: Node) -> Kind { record(node).kind }

  package func parent(of node: Node) -> Node? { self.node(record(node).parent) }

  package func firstChild(of node: Node) -> Node? {
    let record = record(node)
    return record.kind.isLeaf ? nil : self.node(record.first)
  }

  package func next(after node: Node) -> Node? { self.node(record(node).next) }

  /// The node's bytes in the source, markers included.
  package func range(of node: Node) -> Range<Int> {
    let record = record(node)
    return Int(record.start)..<Int(record.end)
  }

  /// The children in order.
  package func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var child = firstChild(of: node)
    while let current = child {
      children.append(current)
      child = next(after: current)
    }
    return children
  }

  /// The node's own text: of `text` with escapes and entities resolved, of `codeSpan`, `codeBlock`, `math`, front
  /// matter and HTML verbatim.
  package func literal(of node: Node) -> String {
    withView { tree in
      var bytes = ByteBuffer()
      tree.appendLiteral(of: node.index, to: &bytes)
      return bytes.text
    }
  }

  /// The text of everything below a node as a reader sees it, formulas as TeX; blocks end with a line end.
  package func plainText(of node: Node) -> String {
    withView { tree in
      var text = ByteBuffer()
      tree.appendPlainText(of: node.index, to: &text)
      return text.text
    }
  }

  package func headingLevel(of node: Node) -> Int { max(1, Int(record(node).small)) }

  /// A heading's anchor as GitHub makes it, unique in the document, Chinese kept; empty where no option asks for
  /// anchors.
  package func anchor(of node: Node) -> String {
    kind(of: node) == .heading ? target(of: node).map { text($0.destination) } ?? "" : ""
  }

  package func listStyle(of node: Node) -> ListStyle {
    let record = record(node)
    return ListStyle(
      isOrdered: record.flags.contains(.isOrdered), start: max(0, Int(record.payload)),
      isTight: !record.flags.contains(.isLoose))
  }

  /// Whether an item's box is ticked; nil where it has none.
  package func isChecked(_ node: Node) -> Bool? {
    let record = record(node)
    return record.kind == .item && record.small > 0 ? record.small == 2 : nil
  }

  /// The info string of a fenced code block; the kind of a callout (`note`).
  package func info(of node: Node) -> String {
    switch record(node).kind {
    case .codeBlock, .callout: target(of: node).map { text($0.destination) } ?? ""
    default: ""
    }
  }

  /// Of a link or image the target; of a wiki link `slug` or `slug#section`; of a footnote its label.
  package func destination(of node: Node) -> String {
    switch record(node).kind {
    case .link, .image, .wikiLink, .footnoteDefinition: target(of: node).map { text($0.destination) } ?? ""
    case .footnoteReference: literal(of: node)
    default: ""
    }
  }

  /// The title of a link, image or callout.
  package func title(of node: Node) -> String {
    switch record(node).kind {
    case .link, .image, .callout: target(of: node).map { text($0.title) } ?? ""
    default: ""
    }
  }

  package func alignment(of node: Node) -> Alignment {
    record(node).kind == .tableCell ? Alignment(rawValue: record(node).small) ?? .none : .none
  }

  /// Whether a row or cell belongs to a table's header.
  package func isHeader(_ node: Node) -> Bool { record(node).flags.contains(.isHeader) }

  /// Whether a formula is displayed (`$$…$$`, `\[…\]`) rather than in the line.
  package func isDisplay(_ node: Node) -> Bool { record(node).flags.contains(.isDisplay) }

  /// The next node in the order of the text that is not below this one: with `firstChild(of:)` a walk over all nodes.
  package func following(_ node: Node) -> Node? {
    var current: Node? = node
    while let here = current {
      if let next = next(after: here) { return next }
      current = parent(of: here)
    }
    return nil
  }

  /// The front matter's lines between its fences.
  package var frontMatter: Range<Int>? {
    guard let first = firstChild(of: root), kind(of: first) == .frontMatter else { return nil }
    return Int(record(first).first)..<Int(record(first).last)
  }

  /// Where a byte stands: line from 1, column in Unicode scalars from 1. Reads the text up to it; see `Places` for
  /// many.
  package func place(of offset: Int) -> (line: Int, column: Int) {
    var place = (line: 1, column: 1)
    Places.advance(&place, over: 0..<min(offset, source.count), of: source)
    return place
  }

  private func target(of node: Node) -> Tree.Target? {
    let payload = Int(record(node).payload)
    return payload >= 0 && payload < tree.targets.count ? tree.targets[payload] : nil
  }

  private func text(_ slice: Tree.Slice) -> String {
    var bytes = ByteBuffer()
    bytes.append(tree.pool.view, slice.range)
    return bytes.text
  }
}

extension Document.Kind {
  /// Whether a node never has children: its links hold the place of its literal.
  var isLeaf: Bool { isInlineLeaf || hasLines || self == .frontMatter || self == .thematicBreak }
}
