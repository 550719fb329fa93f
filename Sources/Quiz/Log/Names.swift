/// Names as small numbers, given out in the order of first sight; found by the bytes of a larger text.
struct Names: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  /// Where each name ends in `bytes`.
  private var ends: [Int] = []
  /// Open addressing; -1 is free. Its size is a power of two, at most half full.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  init() {}

  var count: Int { ends.count }

  subscript(number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// The number of a name, if it has one.
  func number(of name: String) -> Int? {
    let wanted = Array(name.utf8)
    let slot = slot(of: wanted.span, 0..<wanted.count)
    return slots[slot] < 0 ? nil : Int(slots[slot])
  }

  /// The number of a name, new where it has none yet.
  mutating func add(_ name: String) -> Int {
    let wanted = Array(name.utf8)
    return add(wanted.span, 0..<wanted.count)
  }

  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let slot = slot(of: text, range)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    for i in range { bytes.append(text[i]) }
    ends.append(bytes.count)
    slots[slot] = Int32(truncatingIfNeeded: count - 1)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The slot that holds the name or the free one it belongs in.
  private func slot(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in range { hash = (hash ^ UInt64(text[i])) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[slot] >= 0, !isName(Int(slots[slot]), text, range) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isName(_ number: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = self.range(number)
    guard own.count == range.count else { return false }
    for i in 0..<range.count where bytes[own.lowerBound + i] != text[range.lowerBound + i] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      let slot = slot(of: bytes.span, range(number))
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
