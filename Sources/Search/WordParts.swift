/// Where the parts of a word start: `fooBar`, `HTMLParser`, `resnet50`, `YOLOv1`.
struct WordParts {
  enum Shape: UInt8 { case none, lower, upper, digit }

  /// A bit for each letter of the word that starts a part.
  private var starts: UInt64 = 0
  private var last = Shape.none
  private var beforeLast = Shape.none

  /// Takes the letter or digit at a place of the word, which is folded, as is the one before it.
  @inline(__always) mutating func take(_ shape: Shape, _ byte: UInt8, at place: Int, after before: UInt8) {
    if last != .none && last != shape && place < 64 { mark(shape, byte, place, before) }
    takeMore(shape)
  }

  /// Takes another of the same shape.
  @inline(__always) mutating func takeMore(_ shape: Shape) { (beforeLast, last) = (last, shape) }

  /// Takes a letter of another script, where no part starts.
  mutating func takeOther() { last = .lower }

  private mutating func mark(_ shape: Shape, _ byte: UInt8, _ place: Int, _ before: UInt8) {
    switch (last, shape) {
    case (.lower, .upper), (.digit, .upper), (.digit, .lower): starts |= 1 << UInt64(place)
    case (.lower, .digit), (.upper, .digit):
      // The `v` of a version belongs to its number.
      let isVersion = place >= 2 && before == UInt8(ascii: "v") && beforeLast == .upper
      if isVersion { starts &= ~(3 << UInt64(place - 2)) }
      starts |= 1 << UInt64(isVersion ? place - 1 : place)
    case (.upper, .lower):
      if beforeLast == .upper && byte != UInt8(ascii: "s") && byte != UInt8(ascii: "v") {
        starts |= 1 << UInt64(place - 1)
      }
    default: break
    }
  }

  /// Visits the parts of more than one letter; a word of one part has none.
  @inline(__always) func forEach(inWordOf count: Int, _ visit: (Range<Int>) -> Void) {
    guard starts != 0, count <= 64 else { return }
    var start = 0
    for place in 1...count where place == count || starts & (1 << UInt64(place)) != 0 {
      if place - start > 1 { visit(start..<place) }
      start = place
    }
  }
}
