/// Where the block parser stands in a line: tabs count to columns that are multiples of four (section 2.2).
struct Cursor {
  let source: Bytes
  /// The line's end, before its line ending.
  private(set) var end = 0
  private(set) var offset = 0
  private(set) var column = 0
  /// Whether a part of the tab at `offset` is used up already.
  private(set) var isInTab = false
  /// The first byte that is no space or tab.
  private(set) var next = 0
  private(set) var nextColumn = 0

  init(_ source: Bytes) { self.source = source }

  /// Starts a line.
  @inline(__always) mutating func start(_ line: Range<Int>) {
    end = line.upperBound
    offset = line.lowerBound
    column = 0
    isInTab = false
    next = offset
    nextColumn = 0
    findNext()
  }

  /// The columns of white space from here to the next byte.
  @inline(__always) var indent: Int { nextColumn - column }
  @inline(__always) var isIndented: Bool { indent >= 4 }
  /// Whether nothing but white space is left.
  @inline(__always) var isBlank: Bool { next >= end }
  /// The next byte that is no space or tab; a line end where there is none.
  @inline(__always) var byte: UInt8 { next < end ? source[next] : .newline }

  @inline(__always) private mutating func findNext() {
    while next < end {
      let byte = source[next]
      if byte == .space {
        nextColumn += 1
      } else if byte == .tab {
        nextColumn += 4 - nextColumn & 3
      } else {
        return
      }
      next += 1
    }
  }

  /// Moves to the next byte that is no space or tab.
  @inline(__always) mutating func skipSpace() {
    offset = next
    column = nextColumn
    isInTab = false
  }

  /// Moves over bytes that are not white space.
  mutating func advance(bytes: Int) {
    skipSpace()
    offset += bytes
    column += bytes
    next = offset
    nextColumn = column
    findNext()
  }

  /// Moves over columns of white space, at most to the next byte.
  mutating func advance(columns: Int) {
    var left = min(columns, indent)
    while left > 0 {
      if source[offset] == .tab {
        let width = 4 - column & 3
        isInTab = width > left
        let step = min(width, left)
        column += step
        left -= step
        if !isInTab { offset += 1 }
      } else {
        offset += 1
        column += 1
        left -= 1
      }
    }
  }

  /// Uses up the line.
  mutating func finish() {
    offset = end
    next = end
    isInTab = false
  }

  /// What is left of the line, a tab that was begun as spaces.
  @inline(__always) var rest: Tree.Line {
    isInTab
      ? Tree.Line(start: Int32(offset + 1), end: Int32(end), pad: Int32(4 - column & 3))
      : Tree.Line(start: Int32(offset), end: Int32(end))
  }
}
