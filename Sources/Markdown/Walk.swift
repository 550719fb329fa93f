/// A walk over a node and all below it, in and out, without recursion.
struct Walk {
  private let records: View<Tree.Record>
  private let top: Int32
  private var node: Int32
  private var isEntering = true

  init(_ tree: TreeView, from node: Int32) {
    records = tree.records
    top = node
    self.node = node
  }

  mutating func next() -> (node: Int32, isEntering: Bool)? {
    guard node >= 0 else { return nil }
    let step = (node, isEntering)
    let record = records[node]
    if isEntering, !record.kind.isLeaf, record.first >= 0 {
      node = record.first
    } else if isEntering {
      isEntering = false
    } else if node == top {
      node = -1
    } else if record.next >= 0 {
      node = record.next
      isEntering = true
    } else {
      node = record.parent
    }
    return step
  }

  /// Leaves out what is below the node just entered.
  mutating func skipChildren(of node: Int32) {
    self.node = node
    isEntering = false
  }
}
