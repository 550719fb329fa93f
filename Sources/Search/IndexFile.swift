import Text

/// How an index lies in bytes.
///
/// ```
/// header    "mlnotes-index 6 ", the version of the analysis, the number of entries and of terms, the length of the
///           whole, a check of the content that names this index, for each section where it starts and ends, and a
///           check of all these: numbers of fixed width
/// sections  offsets of the records, records, usual impacts, how many lead to each entry, blocks of terms, terms,
///           postings, folders
/// checks    for each block of 4,096 bytes of the sections a check of fixed width
/// ```
enum IndexFile {
  static let magic = "mlnotes-index 6 "
  /// Changes with whatever makes the same files give another index.
  static let analysis = 16
  static let blockSize = 4096

  enum Section: Int, CaseIterable {
    case offsets, records, usual, followings, blocks, terms, postings, folders, checks
  }

  static let headerSize = magic.utf8.count + (5 + 2 * Section.allCases.count + 1) * Digits.fixedWidth

  static func encoded(
    _ records: Records, _ terms: TermList, folders: ContiguousArray<UInt8> = []
  ) -> ContiguousArray<UInt8> {
    let sections = [
      records.encodedOffsets, records.bytes, records.usual, records.encodedFollowings, terms.blocks, terms.terms,
      terms.postings, folders,
    ]
    let body = sections.reduce(headerSize) { $0 + $1.count }
    let blocks = (body - headerSize + blockSize - 1) / blockSize
    let total = body + blocks * Digits.fixedWidth
    var content = ContiguousArray<UInt8>(repeating: 0, count: headerSize)
    content.reserveCapacity(total)
    for section in sections { content.append(contentsOf: section) }
    for block in 0..<blocks {
      let start = headerSize + block * blockSize
      Digits.appendFixed(check(of: content, start..<min(start + blockSize, body)), to: &content)
    }
    let header = header(
      [analysis, records.count, terms.count, total, check(of: content, body..<total)], sections.map(\.count), total)
    content.replaceSubrange(0..<headerSize, with: header)
    return content
  }

  private static func header(_ numbers: [Int], _ sizes: [Int], _ total: Int) -> ContiguousArray<UInt8> {
    var header = ContiguousArray(magic.utf8)
    for number in numbers { Digits.appendFixed(number, to: &header) }
    var start = headerSize
    for size in sizes {
      Digits.appendFixed(start, to: &header)
      start += size
      Digits.appendFixed(start, to: &header)
    }
    Digits.appendFixed(start, to: &header)
    Digits.appendFixed(total, to: &header)
    Digits.appendFixed(check(of: header, 0..<header.count), to: &header)
    return header
  }

  /// A check of thirty bits: a multiplicative hash of eight bytes at a time.
  static func check(of bytes: ContiguousArray<UInt8>, _ range: Range<Int>) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe check(of: buffer, range)
    }
  }

  /// Unsafe, because each block of an index is checked before it is read, and by bytes that takes several times as
  /// long.
  static func check(of buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(range.count)
    var i = range.lowerBound
    // Four at a time, none of which waits for another.
    var (a, b, c, d) = (hash, hash ^ 1, hash ^ 2, hash ^ 3)
    while i + 32 <= range.upperBound {
      a = unsafe (a ^ buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      b = unsafe (b ^ buffer.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      c = unsafe (c ^ buffer.loadUnaligned(fromByteOffset: i + 16, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      d = unsafe (d ^ buffer.loadUnaligned(fromByteOffset: i + 24, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      a ^= a >> 32
      b ^= b >> 32
      c ^= c >> 32
      d ^= d >> 32
      i += 32
    }
    hash =
      (a ^ b &* 0xC4CE_B9FE_1A85_EC53) &* 0xFF51_AFD7_ED55_8CCD ^ (c ^ d &* 0xC4CE_B9FE_1A85_EC53)
      &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 32
    while i + 8 <= range.upperBound {
      hash = unsafe (hash ^ buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      i += 8
    }
    while i < range.upperBound {
      hash = unsafe (hash ^ UInt64(buffer[i])) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= hash >> 29
      i += 1
    }
    return Int(hash & 0x3FFF_FFFF)
  }
}
