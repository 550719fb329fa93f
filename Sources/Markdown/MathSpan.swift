/// Where a formula that begins at a byte ends: the TeX between its marks, and the byte behind the closing mark.
///
/// `$…$` opens before no white space and closes behind none and before no digit, braces balanced; `$$…$$`, `` $`…`$ ``,
/// `\(…\)` and `\[…\]` hold anything.
func mathEnd(in bytes: ContiguousArray<UInt8>.SubSequence, at start: Int) -> (
  content: Range<Int>, end: Int, isDisplay: Bool
)? {
  func byte(_ i: Int) -> UInt8 { i < bytes.endIndex ? bytes[i] : 0 }
  let dollar = UInt8(ascii: "$")
  let backslash = UInt8(ascii: "\\")
  if byte(start) == backslash {
    let close = byte(start + 1) == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var i = start + 2
    while i + 1 < bytes.endIndex {
      if bytes[i] == backslash {
        if bytes[i + 1] == close { return (start + 2..<i, i + 2, close == UInt8(ascii: "]")) }
        i += 1
      }
      i += 1
    }
    return nil
  }
  if byte(start + 1) == dollar {
    var i = start + 2
    while i + 1 < bytes.endIndex {
      if bytes[i] == backslash {
        i += 1
      } else if bytes[i] == dollar, bytes[i + 1] == dollar {
        return i > start + 2 ? (start + 2..<i, i + 2, true) : nil
      }
      i += 1
    }
    return nil
  }
  if byte(start + 1) == UInt8(ascii: "`") {
    var i = start + 2
    while i + 1 < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "`"), bytes[i + 1] == dollar { return (start + 2..<i, i + 2, false) }
      i += 1
    }
    return nil
  }
  let first = byte(start + 1)
  guard first != 0, first != .space, first != .tab, first != .lineFeed, first != .carriageReturn else { return nil }
  var depth = 0
  var i = start + 1
  while i < bytes.endIndex {
    switch bytes[i] {
    case backslash: i += 1
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    case dollar where depth <= 0:
      let before = bytes[i - 1]
      guard before != .space, before != .tab, before != .lineFeed, !byte(i + 1).isDigit else { return nil }
      return (start + 1..<i, i + 1, false)
    default: break
    }
    i += 1
  }
  return nil
}
