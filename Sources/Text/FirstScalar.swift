extension Span<UInt8> {
  /// The scalar that sound UTF-8 begins with and how many bytes it has; of one that is cut short, what there is of it.
  package var firstScalar: (value: UInt32, length: Int) {
    let lead = self[0]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let (bits, width): (UInt8, Int) = lead < 0xE0 ? (0x1F, 2) : lead < 0xF0 ? (0x0F, 3) : (0x07, 4)
    let length = Swift.min(width, count)
    var value = UInt32(lead & bits)
    for i in 1..<length { value = value << 6 | UInt32(self[i] & 0x3F) }
    return (value, length)
  }
}
