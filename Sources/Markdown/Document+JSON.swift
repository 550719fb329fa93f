internal import Text

/// The tree as JSON: of every node its kind and the range of its bytes, and what else its kind has.
extension Document {
  /// One line. Written on the walk, as a tree 100,000 levels deep has no value that could be freed.
  package var json: [UInt8] { withView(json) }

  private func json(_ tree: TreeView) -> [UInt8] {
    var out = ByteBuffer(capacity: source.count * 4)
    out.append("{\"schema\":\"mlnotes.tree/1\",\"tree\":")
    var walk = Walk(tree, from: root.index)
    var isFirst = true
    while let (index, isEntering) = walk.next() {
      let node = Node(index: index)
      let hasChildren = firstChild(of: node) != nil
      if isEntering {
        if !isFirst { out.append(",") }
        out.append(string: encodedHead(of: node))
        isFirst = hasChildren
        if hasChildren { out.append(",\"children\":[") }
      } else {
        out.append(hasChildren ? "]}" : "}")
        isFirst = false
      }
    }
    out.append("}\n")
    return out.sanitized
  }

  /// The node's members without the closing brace.
  private func encodedHead(of node: Node) -> String {
    let range = range(of: node)
    var members: [(key: String, value: JSON)] = [
      ("kind", .string("\(kind(of: node))")),
      ("range", .array([.integer(range.lowerBound), .integer(range.upperBound)])),
    ]
    switch kind(of: node) {
    case .text, .codeSpan, .htmlInline, .math, .htmlBlock, .frontMatter:
      members.append(("literal", .string(literal(of: node))))
      if kind(of: node) == .math { members.append(("display", .bool(isDisplay(node)))) }
    case .codeBlock:
      members += [("info", .string(info(of: node))), ("literal", .string(literal(of: node)))]
    case .heading:
      members.append(("level", .integer(headingLevel(of: node))))
      if options.contains(.anchors) { members.append(("anchor", .string(anchor(of: node)))) }
    case .list:
      let style = listStyle(of: node)
      members += [("ordered", .bool(style.isOrdered)), ("tight", .bool(style.isTight))]
      if style.isOrdered { members.append(("start", .integer(style.start))) }
    case .item: if let isChecked = isChecked(node) { members.append(("checked", .bool(isChecked))) }
    case .callout: members += [("info", .string(info(of: node))), ("title", .string(title(of: node)))]
    case .link, .image:
      members += [("destination", .string(destination(of: node))), ("title", .string(title(of: node)))]
    case .wikiLink, .footnoteReference, .footnoteDefinition:
      members.append(("destination", .string(destination(of: node))))
    case .tableRow: members.append(("header", .bool(isHeader(node))))
    case .tableCell: members.append(("alignment", .string("\(alignment(of: node))")))
    case .document, .blockQuote, .paragraph, .thematicBreak, .table, .softBreak, .lineBreak, .emphasis, .strong,
      .strikethrough, .highlight:
      break
    }
    return String(JSON.object(members).encoded.dropLast())
  }
}
