import Text

/// A table of records in the order of the hashes of their identities, which stand in words behind it.
struct SortedIdentities {
  let words: WordMemory
  let start: Int
  let width: Int
  /// Which word of a record says where the identity stands.
  let namePlace: Int
  let count: Int

  func hash(_ place: Int) -> UInt64 { words[start + width * place] }

  /// The record of an identity.
  func place(of id: String) -> Int? {
    let hash = id.stableHash
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.hash(middle) < hash { low = middle + 1 } else { high = middle }
    }
    while low < count, self.hash(low) == hash {
      if name(low) == id { return low }
      low += 1
    }
    return nil
  }

  func name(_ place: Int) -> String {
    let name = words[start + width * place + namePlace]
    return WordReader.text(Int(name & 0xFF_FFFF), at: Int(name >> 24), of: words)
  }

  /// Hands out each place with that of the same identity in another table, if it is there: both are read once, from
  /// front to back.
  func forEach(with other: SortedIdentities, _ body: (_ own: Int, _ theirs: Int?) -> Void) {
    var j = 0
    for i in 0..<count {
      let hash = hash(i)
      while j < other.count, other.hash(j) < hash { j += 1 }
      // Different identities with the same hash are never met, but would not be mistaken.
      var found: Int?
      var k = j
      while k < other.count, other.hash(k) == hash {
        if hasSameName(i, other, k) { found = k }
        k += 1
      }
      body(i, found)
    }
  }

  private func hasSameName(_ place: Int, _ other: SortedIdentities, _ theirs: Int) -> Bool {
    let a = words[start + width * place + namePlace]
    let b = other.words[other.start + other.width * theirs + other.namePlace]
    guard a & 0xFF_FFFF == b & 0xFF_FFFF else { return false }
    let (from, to) = (Int(a >> 24), Int(b >> 24))
    let length = (Int(a & 0xFF_FFFF) + 7) / 8
    guard from + length <= words.count, to + length <= other.words.count else { return false }
    for k in 0..<length where words[from + k] != other.words[to + k] { return false }
    return true
  }
}
