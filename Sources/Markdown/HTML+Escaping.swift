extension HTML {
  /// Writes a slice with `<`, `>`, `&` and `"` as entities, what is between them as a whole.
  @inline(__always) mutating func writeEscaped(_ text: Bytes, _ range: Range<Int>) {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      let byte = text[i]
      // All four are below `?`, and rare among what is.
      if byte < 0x3F, let entity = HTML.entity(byte) {
        if start < i { unsafe out.append(text.buffer(start..<i)) }
        out.append(entity)
        start = i + 1
      }
      i += 1
    }
    if start < i { unsafe out.append(text.buffer(start..<i)) }
  }

  @inline(__always) private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case .less: "&lt;"
    case .greater: "&gt;"
    case .ampersand: "&amp;"
    case .quote: "&quot;"
    default: nil
    }
  }

  mutating func writePooled(_ range: Range<Int>) {
    withPool { html, pool in html.writeEscaped(pool, range) }
  }

  mutating func writeEscaped(_ string: String) {
    let bytes = ContiguousArray(string.utf8)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      writeEscaped(unsafe Bytes(buffer), 0..<bytes.count)
    }
  }

  /// Writes a pooled target with everything escaped that may not stand in a URL.
  mutating func writeURL(_ range: Range<Int32>) {
    withPool { html, pool in html.writeURL(pool, Int(range.lowerBound)..<Int(range.upperBound)) }
  }

  mutating func writeURL(_ text: Bytes, _ range: Range<Int>) {
    let isSafe = HTML.isSafeInURL
    var start = range.lowerBound
    for i in range where !isSafe[Int(text[i])] {
      if start < i { unsafe out.append(text.buffer(start..<i)) }
      start = i + 1
      let byte = text[i]
      switch byte {
      case .ampersand: out.append("&amp;")
      case .apostrophe: out.append("&#x27;")
      default:
        out.append(UInt8(ascii: "%"))
        out.append(HTML.hexDigit(byte >> 4))
        out.append(HTML.hexDigit(byte & 15))
      }
    }
    if start < range.upperBound { unsafe out.append(text.buffer(start..<range.upperBound)) }
  }

  private static let isSafeInURL = ContiguousArray<Bool>(
    (UInt8.min...UInt8.max).map { $0.isAlphanumeric || "-_.+!*(),%#@?=;:/$~".utf8.contains($0) })

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  private mutating func withPool(_ body: (inout HTML, Bytes) -> Void) {
    let pool = tree.pool
    unsafe pool.withUnsafeBufferPointer { buffer in body(&self, unsafe Bytes(buffer)) }
  }

  /// Writes a node's literal as it stands.
  mutating func writeRaw(_ record: Tree.Record) {
    let range = Int(record.first)..<Int(record.last)
    if record.flags.contains(.isPooled) {
      out.append(tree.pool, range)
    } else {
      unsafe out.append(source.buffer(range))
    }
  }

  /// HTML in the text, as the renderer was told to treat it.
  mutating func writeHTML(_ bytes: [UInt8]) {
    switch raw {
    case .passed: bytes.forEach { out.append($0) }
    case .filtered: TagFilter.write(bytes, to: &out)
    case .escaped:
      if !bytes.starts(with: "<!--".utf8) { writeEscaped(String(decoding: bytes, as: UTF8.self)) }
    }
  }
}

/// GitHub's filter of tags that reach beyond their place (GFM section 6.11).
enum TagFilter {
  private static let names: Set<String> = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  static func write(_ bytes: [UInt8], to out: inout ByteBuffer) {
    for i in bytes.indices {
      if bytes[i] == .less, isFiltered(bytes, at: i) { out.append("&lt;") } else { out.append(bytes[i]) }
    }
  }

  private static func isFiltered(_ bytes: [UInt8], at start: Int) -> Bool {
    var i = start + 1
    if i < bytes.count, bytes[i] == .slash { i += 1 }
    let nameStart = i
    while i < bytes.count, bytes[i].isLetter, i - nameStart < 10 { i += 1 }
    guard i < bytes.count, bytes[i].isSpace || bytes[i] == .greater || bytes[i] == .slash else { return false }
    return names.contains(String(decoding: bytes[nameStart..<i].map(\.lowercased), as: UTF8.self))
  }
}
