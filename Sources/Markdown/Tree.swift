/// The nodes of a document in one array, and beside it what few nodes have.
struct Tree: Sendable {
  /// A node in 32 bytes; links are places in the array, -1 for none.
  struct Record: Sendable {
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
    /// An e-mail autolink, whose target gets `mailto:`; or a bare one of `www.`.
    static let hasWord = Flags(rawValue: 1 << 5)
    static let isFenced = Flags(rawValue: 1 << 6)
    /// Not yet parsed for inlines: `first` and `last` are still places in `lines`.
    static let isRaw = Flags(rawValue: 1 << 7)
  }

  /// A piece of a block's text in the source, after `pad` spaces that stand for a part of a tab.
  struct Line: Sendable {
    var start: Int32
    var end: Int32
    /// -1: goes on without a line end before it.
    var pad: Int32 = 0
  }

  /// A link's target and title in the pool.
  struct Target: Sendable {
    var destination: Range<Int32>
    var title: Range<Int32>
  }

  var records: ContiguousArray<Record> = []
  var lines: ContiguousArray<Line> = []
  var targets: ContiguousArray<Target> = []
  /// Text that is not a slice of the source: resolved escapes and references, joined lines.
  var pool: ContiguousArray<UInt8> = []
  /// Footnote definitions by label.
  var footnotes: [Label: Int32] = [:]
  /// Link reference definitions by label, as places in `targets`.
  var references: [Label: Int32] = [:]

  /// Appends a node as its parent's last child.
  @inline(__always) mutating func append(_ record: Record) -> Int32 {
    let index = Int32(truncatingIfNeeded: records.count)
    let parent = record.parent
    records.append(record)
    if parent >= 0 {
      let last = records[Int(parent)].last
      if last < 0 { records[Int(parent)].first = index } else { records[Int(last)].next = index }
      records[Int(parent)].last = index
    }
    return index
  }

  /// Puts bytes in the pool.
  mutating func keep(_ bytes: some Sequence<UInt8>) -> Range<Int32> {
    let start = Int32(pool.count)
    pool.append(contentsOf: bytes)
    return start..<Int32(pool.count)
  }
}
