/// A node as it lies in the arena: 40 bytes, links by index, `-1` for none.
struct Entry {
  var kind: Document.Kind
  /// What the kind makes of it: a heading's level, a cell's alignment, a box's state.
  var value: UInt8 = 0
  var isOpen = true
  var isLastLineBlank = false
  var start: Int32
  var end: Int32
  var parent: Int32
  var first: Int32 = -1
  var last: Int32 = -1
  var previous: Int32 = -1
  var next: Int32 = -1
  /// The index of its rare payload, or `-1`.
  var extra: Int32 = -1
}

/// A piece of the source that belongs to a leaf's content, behind `pad` spaces that a split tab left.
struct Segment {
  var start: Int32
  var end: Int32
  var pad: Int32 = 0
}

/// What few nodes have.
struct Extra {
  var literal = ""
  var destination = ""
  var title = ""
  var info = ""
  var list = Document.ListStyle(isOrdered: false, start: 1, isTight: true)
  var alignments: [Document.Alignment] = []
}

/// The tree while it grows.
struct Arena {
  var entries: [Entry] = []
  var extras: [Extra] = []

  mutating func add(_ kind: Document.Kind, below parent: Int32, from start: Int, to end: Int) -> Int32 {
    let node = detached(kind, from: start, to: end)
    append(node, to: parent)
    return node
  }

  mutating func detached(_ kind: Document.Kind, from start: Int, to end: Int) -> Int32 {
    entries.append(Entry(kind: kind, start: Int32(start), end: Int32(end), parent: -1))
    return Int32(entries.count - 1)
  }

  subscript(node: Int32) -> Entry {
    get { entries[Int(node)] }
    set { entries[Int(node)] = newValue }
  }

  mutating func append(_ node: Int32, to parent: Int32) {
    self[node].parent = parent
    self[node].next = -1
    guard parent >= 0 else { return }
    let last = self[parent].last
    self[node].previous = last
    if last >= 0 { self[last].next = node } else { self[parent].first = node }
    self[parent].last = node
  }

  mutating func remove(_ node: Int32) {
    let entry = self[node]
    if entry.previous >= 0 {
      self[entry.previous].next = entry.next
    } else if entry.parent >= 0 {
      self[entry.parent].first = entry.next
    }
    if entry.next >= 0 {
      self[entry.next].previous = entry.previous
    } else if entry.parent >= 0 {
      self[entry.parent].last = entry.previous
    }
    self[node].parent = -1
    self[node].previous = -1
    self[node].next = -1
  }

  /// Moves the siblings from `first` to `last` below `parent`, in order.
  mutating func move(from first: Int32, through last: Int32, to parent: Int32) {
    var node = first
    while node >= 0 {
      let next = self[node].next
      remove(node)
      append(node, to: parent)
      if node == last { return }
      node = next
    }
  }

  mutating func insert(_ node: Int32, after sibling: Int32) {
    let entry = self[sibling]
    self[node].parent = entry.parent
    self[node].previous = sibling
    self[node].next = entry.next
    if entry.next >= 0 { self[entry.next].previous = node } else if entry.parent >= 0 { self[entry.parent].last = node }
    self[sibling].next = node
  }

  /// Changes the node's payload, giving it one first.
  mutating func withExtra(_ node: Int32, _ change: (inout Extra) -> Void) {
    if self[node].extra < 0 {
      extras.append(Extra())
      self[node].extra = Int32(extras.count - 1)
    }
    change(&extras[Int(self[node].extra)])
  }

  func extra(_ node: Int32) -> Extra? {
    self[node].extra < 0 ? nil : extras[Int(self[node].extra)]
  }
}
