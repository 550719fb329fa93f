import Testing

@testable import Search

@Suite struct DigitsTests {
  @Test func `a number is read as it was written`() {
    var numbers = Array(0...5000)
    for shift in 13..<39 { numbers += [1 << shift - 1, 1 << shift, 1 << shift + 1] }
    var bytes = ContiguousArray<UInt8>()
    for number in numbers { Digits.append(number, to: &bytes) }
    #expect(bytes.allSatisfy { (0x20...0x7D).contains($0) })
    var cursor = Cursor(Bytes(bytes), at: 0)
    #expect(numbers.allSatisfy { cursor.number() == $0 })
    #expect(cursor.position == bytes.count)
  }

  @Test func `small numbers are short`() {
    var bytes = ContiguousArray<UInt8>()
    for number in [63, 64, 1983, 1984] { Digits.append(number, to: &bytes) }
    #expect(bytes.count == 1 + 2 + 2 + 3)
  }
}
