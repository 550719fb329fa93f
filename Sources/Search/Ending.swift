/// The last letters of a word, at most eight, in one number, so that an ending is compared at once.
struct Ending: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The last letter is the lowest byte; what a shorter word lacks is zero.
  private let letters: UInt64
  let count: Int

  /// The last two letters, the last one first; of none, zero.
  var lastTwo: (UInt8, UInt8) { (UInt8(truncatingIfNeeded: letters), UInt8(truncatingIfNeeded: letters >> 8)) }

  @inline(__always) init(of word: [UInt8]) {
    var letters: UInt64 = 0
    for i in max(0, word.count - 8)..<word.count { letters = letters << 8 | UInt64(word[i]) }
    self.letters = letters
    count = min(8, word.count)
  }

  @inline(__always) init(stringLiteral text: StaticString) {
    count = text.utf8CodeUnitCount
    var letters: UInt64 = 0
    // Unsafe, because the letters of a literal are reached no other way without making a string.
    for i in 0..<count { letters = unsafe letters << 8 | UInt64(text.utf8Start[i]) }
    self.letters = letters
  }

  /// The first of some endings that these letters have.
  @inline(__always) func first(of endings: [Ending]) -> Ending? {
    for i in endings.indices where ends(in: endings[i]) { return endings[i] }
    return nil
  }

  /// Whether these letters end in those of another, which has one at least.
  @inline(__always) func ends(in other: Ending) -> Bool {
    (letters ^ other.letters) &<< UInt64(64 &- 8 &* other.count) == 0
  }
}
