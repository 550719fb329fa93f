/// A view of plain values that lie one behind the other, valid while their owner is borrowed.
///
/// A type of our own because a parser must store it, which `Span` forbids, and because a checked array that sits in a
/// mutating parser costs a reference count on each read in the hot loops. Reads stay checked.
@safe struct View<Element: BitwiseCopyable> {
  let base: UnsafePointer<Element>
  let count: Int

  init(_ buffer: UnsafeBufferPointer<Element>) {
    // An empty array has no address; any other will do, as nothing is read there.
    unsafe base = buffer.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    count = buffer.count
  }

  @inline(__always) subscript(i: Int) -> Element {
    precondition(UInt(bitPattern: i) < UInt(bitPattern: count), "a read beyond the text")
    return unsafe base[i]
  }

  @inline(__always) subscript(i: Int32) -> Element { self[Int(i)] }

  /// The values of a range, for appending as a whole.
  @inline(__always) func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a slice beyond the text")
    return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}
