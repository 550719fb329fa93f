extension CharacterTable {
  /// What the table says of a character beyond ASCII: a binary search, as UTF-8 sorts like scalars.
  static func row(of scalar: UInt32) -> (kind: Command.Kind, ascii: String)? {
    guard let unicode = Unicode.Scalar(scalar) else { return nil }
    let wanted = Array(String(Character(unicode)).utf8)
    let bytes = text.utf8Span.span
    var low = 0
    var high = bytes.count
    while low < high {
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      var i = 0
      while i < wanted.count, bytes[start + i] == wanted[i] { i += 1 }
      var end = start
      while bytes[end] != 0x0A { end += 1 }
      if i == wanted.count {
        guard let kind = Command.Kind(code: bytes[start + i + 1]) else { return nil }
        var name: [UInt8] = []
        for j in (start + i + 3)..<end { name.append(bytes[j]) }
        return (kind, String(decoding: name, as: UTF8.self))
      }
      if wanted[i] > bytes[start + i] { low = end + 1 } else { high = start }
    }
    return nil
  }
}
