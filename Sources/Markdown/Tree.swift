/// The nodes of a document in one arena, and beside it what few nodes have.
struct Tree: ~Copyable, Sendable {
  /// A node in 32 bytes; links are places in the arena, -1 for none.
  struct Record: BitwiseCopyable, Sendable {
    /// The node's bytes in the source, markers included.
    var start: Int32
    var end: Int32
    /// The first child; of a node without children the start of its literal.
    var first: Int32 = -1
    /// The last child; of a node without children the end of its literal.
    var last: Int32 = -1
    var next: Int32 = -1
    var parent: Int32
    /// A place in the side table of the kind.
    var payload: Int32 = -1
    var kind: Document.Kind
    var flags: Flags = []
    /// Heading level, alignment, or the state of a task's box.
    var small: UInt8 = 0
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The literal lies in the pool rather than in the source.
    static let isPooled = Flags(rawValue: 1 << 0)
    static let isLoose = Flags(rawValue: 1 << 1)
    static let isOrdered = Flags(rawValue: 1 << 2)
    static let isHeader = Flags(rawValue: 1 << 3)
    static let isDisplay = Flags(rawValue: 1 << 4)
    /// Not yet parsed for inlines: `first` and `last` are still places in `lines`.
    static let isRaw = Flags(rawValue: 1 << 7)
  }

  /// A piece of a block's text in the source, after `pad` spaces that stand for a part of a tab.
  struct Line: BitwiseCopyable, Sendable {
    var start: Int32
    var end: Int32
    /// -1: goes on without a line end before it.
    var pad: Int32 = 0
  }

  /// A part of the pool or the source.
  struct Slice: BitwiseCopyable, Sendable {
    var start: Int32
    var end: Int32

    static let empty = Slice(start: 0, end: 0)
    var isEmpty: Bool { start == end }
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// A link's target and title in the pool.
  struct Target: BitwiseCopyable, Sendable {
    var destination: Slice
    var title = Slice.empty
  }

  var records: Arena<Record>
  var lines: Arena<Line>
  var targets = Arena<Target>()
  /// Text that is not a slice of the source: resolved escapes and references, joined lines.
  var pool = Arena<UInt8>(capacity: 256)
  /// Footnote definitions by label.
  var footnotes = NameTable()
  /// Link reference definitions by label, as places in `targets`.
  var references = NameTable()

  /// An empty tree with room for the nodes of a text of so many bytes.
  init(forBytes count: Int) {
    records = Arena(capacity: count / 16 + 8)
    lines = Arena(capacity: count / 48 + 8)
  }

  /// Appends a node as its parent's last child.
  @inline(__always) mutating func append(_ record: Record) -> Int32 {
    let index = Int32(truncatingIfNeeded: records.count)
    let parent = record.parent
    records.append(record)
    if parent >= 0 {
      let last = records[parent].last
      if last < 0 { records[parent].first = index } else { records[last].next = index }
      records[parent].last = index
    }
    return index
  }

  /// Puts bytes in the pool.
  mutating func keep(_ bytes: some Sequence<UInt8>) -> Slice {
    let start = Int32(pool.count)
    pool.append(contentsOf: bytes)
    return Slice(start: start, end: Int32(pool.count))
  }

  /// Puts a slice of a text in the pool.
  mutating func keep(_ text: Bytes, _ range: Range<Int>) -> Slice {
    let start = Int32(pool.count)
    unsafe pool.append(contentsOf: text.buffer(range))
    return Slice(start: start, end: Int32(pool.count))
  }
}

/// A tree that is done: documents are copied, their nodes are not.
final class SharedTree: Sendable {
  let tree: Tree

  init(_ tree: consuming Tree) { self.tree = tree }
}
