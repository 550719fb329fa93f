/// Numbers and texts as 64-bit words: what caches and the packed roster are made of, so that they are used where they
/// lie. The first word names the form, the second is a sum over the rest, by which a torn or flipped file is known.
struct WordWriter {
  private(set) var words: ContiguousArray<UInt64>

  init(form: UInt64) {
    words = [form, 0]
  }

  mutating func append(_ word: UInt64) { words.append(word) }

  mutating func append(_ number: Int) { words.append(UInt64(bitPattern: Int64(number))) }

  mutating func append(_ number: Double) { words.append(number.bitPattern) }

  /// Its length, and its bytes in as many words as they fill.
  mutating func append(_ text: String) {
    append(text.utf8.count)
    appendBytes(text.utf8)
  }

  /// The bytes alone, the last word filled with zeros.
  mutating func appendBytes(_ bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      word |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        words.append(word)
        (word, shift) = (0, 0)
      }
    }
    if shift > 0 { words.append(word) }
  }

  /// The words with their sum.
  consuming func sealed() -> WordMemory {
    words[1] = WordReader.sum(of: WordMemory(words))
    return WordMemory(words)
  }
}

/// Reads words from the front to the back; behind the end stand zeros.
struct WordReader {
  let words: WordMemory
  private(set) var position = 2

  /// Nil unless the words have this form and their sum.
  init?(_ words: WordMemory, form: UInt64) {
    guard words.count > 2, words[0] == form, words[1] == WordReader.sum(of: words) else { return nil }
    self.words = words
  }

  mutating func word() -> UInt64 {
    defer { position += 1 }
    return words[position]
  }

  mutating func integer() -> Int { Int(Int64(bitPattern: word())) }

  mutating func number() -> Double { Double(bitPattern: word()) }

  mutating func text() -> String {
    let count = integer()
    let start = position
    position += (max(count, 0) + 7) / 8
    return WordReader.text(count, at: start, of: words)
  }

  /// A counted list; a count that cannot be is taken as none.
  mutating func list<Item>(_ item: (inout WordReader) -> Item) -> [Item] {
    let count = integer()
    guard 0...max(0, words.count - position) ~= count else { return [] }
    return (0..<count).map { _ in item(&self) }
  }

  /// So many words where they lie; nil where there are not as many.
  mutating func range(_ count: Int) -> Range<Int>? {
    guard count >= 0, count <= words.count - position else { return nil }
    defer { position += count }
    return position..<position + count
  }

  static func text(_ count: Int, at start: Int, of words: WordMemory) -> String {
    guard count > 0, start >= 0, (count + 7) / 8 <= words.count - start else { return "" }
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: words[start + $0 >> 3] >> UInt64(($0 & 7) * 8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Four sums beside each other, so that the processor need not wait for one.
  static func sum(of words: WordMemory) -> UInt64 {
    unsafe words.withUnsafeWords { words in
      var sums: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, UInt64(words.count))
      var i = 2
      while i + 4 <= words.count {
        sums.0 = unsafe mixed(sums.0, words[i])
        sums.1 = unsafe mixed(sums.1, words[i + 1])
        sums.2 = unsafe mixed(sums.2, words[i + 2])
        sums.3 = unsafe mixed(sums.3, words[i + 3])
        i += 4
      }
      while i < words.count {
        sums.0 = unsafe mixed(sums.0, words[i])
        i += 1
      }
      return mixed(mixed(sums.0, sums.1), mixed(sums.2, sums.3))
    }
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0x9FB2_1C65_1E98_DF25
    return product ^ (product >> 29)
  }
}
