/// An address that a terminal may be given as a hyperlink (OSC 8): http, https or mailto, in printable ASCII.
struct LinkTarget: Hashable {
  /// At most 2,083 bytes, the length that terminals agree on.
  private static let longest = 2083

  let text: String

  /// Percent-encodes what is not printable ASCII; nil for other schemes and for what is too long.
  init?(_ address: String) {
    let schemes = ["http://", "https://", "mailto:"]
    let head = address.prefix(8).lowercased()
    guard schemes.contains(where: head.hasPrefix) else { return nil }
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      if 0x21...0x7E ~= byte {
        bytes.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      guard bytes.count <= LinkTarget.longest else { return nil }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
