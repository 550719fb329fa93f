/// Lists (section 5.3): items whose markers are of one kind. A list is loose, its paragraphs with tags, where a blank
/// line parts two items or two blocks of an item.
///
///     - foo
///     - bar
///     + baz
extension BlockParser {
  /// What starts an item.
  struct ListMarker {
    var byte: UInt8
    var width: Int
    /// Of an ordered list; -1 for a bullet.
    var number = -1
  }

  /// The list that a new item joins: the one whose item ends here if the markers agree, else a new one.
  mutating func openList(_ marker: ListMarker, from start: Int) -> Int32 {
    if depth < containers.count, containers[depth].kind == .item, containers[depth].marker == marker.byte {
      let list = tree.records[containers[depth].node].parent
      close(to: depth)
      if wasBlank, blankDepth <= depth { tree.records[list].flags.insert(.isLoose) }
      return list
    }
    close(to: depth)
    let list = add(.list, from: start, to: start + marker.width)
    if marker.number >= 0 {
      tree.records[list].flags.insert(.isOrdered)
      tree.records[list].payload = Int32(marker.number)
    }
    return list
  }

  /// A list is loose where one of its items holds two blocks with a blank line between them.
  mutating func noteLooseness() {
    guard let container = containers.last, container.kind == .item, blankDepth < containers.count,
      tree.records[container.node].first >= 0
    else { return }
    let list = tree.records[container.node].parent
    tree.records[list].flags.insert(.isLoose)
  }
}
