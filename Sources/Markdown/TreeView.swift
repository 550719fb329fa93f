/// The nodes of a tree and its source where they lie, for reading; valid until the tree grows or goes.
struct TreeView {
  let source: Bytes
  let records: View<Tree.Record>
  let lines: View<Tree.Line>
  let targets: View<Tree.Target>
  let pool: Bytes

  init(_ tree: borrowing Tree, of source: Bytes) {
    self.source = source
    records = tree.records.view
    lines = tree.lines.view
    targets = tree.targets.view
    pool = tree.pool.view
  }

  /// The text that a node's literal is a slice of.
  @inline(__always) func text(of record: Tree.Record) -> Bytes { record.flags.contains(.isPooled) ? pool : source }
}

extension Tree.Record {
  /// The place of a node's literal.
  @inline(__always) var literal: Range<Int> { Int(first)..<Int(last) }
}

extension Document {
  /// Reads the tree where it lies.
  func withView<Result>(_ body: (TreeView) -> Result) -> Result {
    unsafe source.withUnsafeBufferPointer { body(TreeView(shared.tree, of: unsafe Bytes($0))) }
  }
}
