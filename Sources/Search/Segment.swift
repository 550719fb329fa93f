import Text

/// An encoded index, read where it lies.
struct Segment: Sendable {
  /// A term that the segment has: how many entries have it, and where their postings are.
  struct Term: Sendable, Hashable {
    var count: Int
    var postings: Range<Int>
    /// Which of an entry's usual impacts is meant where a posting says none.
    var kind: UsualImpacts.Kind
  }

  let bytes: Bytes
  let entryCount: Int
  let termCount: Int
  /// How many characters the number of an entry takes where a term has only one.
  let entryWidth: Int
  /// Names the content of the segment.
  let identity: Int
  private let sections: [Range<Int>]
  private let checks: BlockChecks?
  /// Of a segment that has not all terms of its notes, what was asked of it beyond those that it has.
  let asked: Asked?

  /// Reads the header. With `isChecked` each block is checked before it is first read; the index in the program is not,
  /// as it is part of the program. The segment may have no other words of its notes than `words`.
  init(decoding bytes: Bytes, isChecked: Bool, words: TermStarts? = nil) throws(Problem) {
    func damaged(_ what: String) -> Problem { Problem(path: "index", message: "the index \(what)") }
    let magic = IndexFile.magic.utf8
    guard bytes.count >= IndexFile.headerSize, zip(magic, 0...).allSatisfy({ bytes[$1] == $0 }) else {
      throw damaged("is of another kind or version")
    }
    var numbers: [Int] = []
    for place in stride(from: magic.count, to: IndexFile.headerSize, by: Digits.fixedWidth) {
      numbers.append(bytes.fixed(at: place))
    }
    let headerEnd = IndexFile.headerSize - Digits.fixedWidth
    let check = unsafe bytes.withUnsafeBytes { unsafe IndexFile.check(of: $0, 0..<headerEnd) }
    guard numbers.last == check else { throw damaged("has a damaged header") }
    guard numbers[0] == IndexFile.analysis else { throw damaged("is of another version") }
    guard numbers[3] == bytes.count else { throw damaged("is cut off") }
    var sections: [Range<Int>] = []
    for i in stride(from: 5, to: numbers.count - 1, by: 2) {
      guard numbers[i] <= numbers[i + 1], numbers[i + 1] <= bytes.count else { throw damaged("has a damaged header") }
      sections.append(numbers[i]..<numbers[i + 1])
    }
    self.bytes = bytes
    entryCount = numbers[1]
    entryWidth = TermList.entryWidth(of: numbers[1])
    termCount = numbers[2]
    identity = numbers[4]
    self.sections = sections
    asked = words.map(Asked.init)
    checks = isChecked ? BlockChecks(bytes, table: sections[IndexFile.Section.checks.rawValue]) : nil
    // A posting has room for no larger number, and what is checked lies behind the header.
    guard entryCount < 1 << 24, sections.allSatisfy({ $0.lowerBound >= IndexFile.headerSize }),
      section(.usual).count == UsualImpacts.width * entryCount, section(.followings).count == entryCount,
      section(.offsets).count == (entryCount + 1) * Digits.fixedWidth,
      blockCount == (termCount + TermList.blockSize - 1) / TermList.blockSize
    else {
      throw damaged("has a damaged header")
    }
  }

  /// Whether a block that was read so far is damaged.
  var isDamaged: Bool { checks?.foundDamage ?? false }

  func section(_ section: IndexFile.Section) -> Range<Int> { sections[section.rawValue] }

  /// Checks a range that is about to be read.
  func check(_ range: Range<Int>) { checks?.check(range) }

  func record(_ entry: Int) -> Record {
    var cursor = recordCursor(entry)
    return Record(reading: &cursor)
  }

  func head(_ entry: Int) -> Record.Head {
    var cursor = recordCursor(entry)
    return Record.Head(reading: &cursor)
  }

  func slug(_ entry: Int) -> String {
    var cursor = recordCursor(entry)
    return cursor.string()
  }

  /// The entry of a slug; records are in the order of their slugs.
  func entry(_ slug: String) -> Int? {
    let slugBytes = Array(slug.utf8)
    let heads = stride(from: 0, to: slugBytes.count, by: 8).map { i in
      slugBytes.span.head(at: i, min(8, slugBytes.count - i))
    }
    var low = 0
    var high = entryCount
    while low < high {
      let middle = (low + high) / 2
      if isSlug(of: middle, before: slug, slugBytes, heads) { low = middle + 1 } else { high = middle }
    }
    return low < entryCount && self.slug(low) == slug ? low : nil
  }

  private func isSlug(of entry: Int, before slug: String, _ slugBytes: [UInt8], _ heads: [UInt64]) -> Bool {
    var cursor = recordCursor(entry)
    let count = cursor.number()
    let start = cursor.position
    func own(_ i: Int) -> UInt8 { i < count ? bytes[start + i] : 0 }
    func other(_ i: Int) -> UInt8 { i < slugBytes.count ? slugBytes[i] : 0 }
    var i = 0
    // Slugs often start alike.
    while i + 8 <= min(count, slugBytes.count), bytes.head(at: start + i, 8) == heads[i / 8] { i += 8 }
    while i < slugBytes.count, own(i) == other(i) { i += 1 }
    guard i < slugBytes.count else { return false }
    // Characters are in the order of their bytes, but for those that have marks of their own.
    let isPlain = (own(i) | own(i + 1) | other(i) | other(i + 1)) < 0x80
    return isPlain ? own(i) < other(i) : self.slug(entry) < slug
  }

  private func recordCursor(_ entry: Int) -> Cursor {
    let offset = section(.offsets).lowerBound + entry * Digits.fixedWidth
    check(offset..<offset + 2 * Digits.fixedWidth)
    let records = section(.records)
    let start = records.lowerBound + bytes.fixed(at: offset)
    let end = records.lowerBound + bytes.fixed(at: offset + Digits.fixedWidth)
    check(start..<max(start, end))
    // What is damaged is not looked at: what it says of its length may be anything.
    return Cursor(bytes, at: start, limit: isDamaged ? start : end)
  }

  /// Looks a term up: a binary search among blocks, then at most thirty-two steps.
  func term(_ text: some Collection<UInt8>) -> Term? {
    let text = Array(text)
    asked?.look(for: text)
    guard termCount > 0, let first = text.first else { return nil }
    let block = lastBlock(startingBefore: text)
    let range = check(block: block)
    var cursor = Cursor(bytes, at: range.lowerBound)
    var postings = postingsStart(ofBlock: block)
    /// How many bytes the text has in common with the term at hand.
    var common = 0
    for _ in 0..<min(TermList.blockSize, termCount - block * TermList.blockSize) {
      let (shared, rest) = cursor.termHead()
      // What is shared beyond that differs as it did before.
      if shared <= common {
        common = shared
        while common < text.count, common - shared < rest, bytes[cursor.position + common - shared] == text[common] {
          common += 1
        }
      }
      cursor.position += rest
      let place = cursor.termPlace(UsualImpacts.Kind(of: CollectionOfOne(first)), entryWidth, &postings)
      if common == text.count, shared + rest == common { return place }
    }
    return nil
  }

  /// Checks a block of terms that is about to be read; returns its place.
  func check(block: Int) -> Range<Int> {
    let start = termsStart(ofBlock: block)
    let end = block + 1 < blockCount ? termsStart(ofBlock: block + 1) : section(.terms).upperBound
    check(start..<max(start, end))
    return start..<max(start, end)
  }

  /// The terms that start with `prefix`, in order, until the visitor returns false.
  func forEachTerm(startingWith prefix: [UInt8], _ visit: (Terms) -> Bool) {
    asked?.look(forAllStartingWith: prefix)
    var terms = Terms(self, fromBlock: lastBlock(startingBefore: prefix))
    /// How many bytes the prefix has in common with the term at hand.
    var common = 0
    while terms.advance() {
      // What is shared beyond that differs as it did before.
      if terms.shared <= common {
        common = terms.shared
        while common < min(prefix.count, terms.text.count), terms.text[common] == prefix[common] { common += 1 }
      }
      if common == prefix.count {
        if !visit(terms) { return }
      } else if common < terms.text.count, terms.text[common] > prefix[common] {
        return
      }
    }
  }

  /// The terms that are not before `start`, in order, until the visitor returns false.
  func forEachTerm(from start: [UInt8], _ visit: (Terms) -> Bool) {
    asked?.look(forAllFrom: start)
    var terms = Terms(self, fromBlock: lastBlock(startingBefore: start))
    while terms.advance(), terms.text.lexicographicallyPrecedes(start) {}
    guard terms.number < termCount else { return }
    repeat {
      if !visit(terms) { return }
    } while terms.advance()
  }

  var blockCount: Int { section(.blocks).count / (2 * Digits.fixedWidth) }

  /// The last block whose first term is not behind `text`.
  func lastBlock(startingBefore text: [UInt8]) -> Int {
    var low = 0
    var high = blockCount
    let head = text.span.head(at: 0, min(8, text.count))
    while low < high {
      let middle = (low + high) / 2
      if isFirstTerm(ofBlock: middle, notAfter: text, head) { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The last block from one on whose first term starts so, where all such blocks follow each other; else that one.
  func lastBlock(startingWith start: ArraySlice<UInt8>, from first: Int) -> Int {
    var low = first
    var high = blockCount
    // It is seldom far.
    var step = 1
    while low + step < high {
      guard isFirstTerm(ofBlock: low + step, startingWith: start) else {
        high = low + step
        break
      }
      low += step
      step *= 2
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if isFirstTerm(ofBlock: middle, startingWith: start) { low = middle } else { high = middle }
    }
    return low
  }

  func isFirstTerm(ofBlock block: Int, startingWith start: ArraySlice<UInt8>) -> Bool {
    let term = firstTerm(ofBlock: block)
    return term.count >= start.count
      && start.indices.allSatisfy { bytes[term.lowerBound + $0 - start.startIndex] == start[$0] }
  }

  /// Also given how the text starts, as `Bytes.head` has it; most terms differ there.
  private func isFirstTerm(ofBlock block: Int, notAfter text: [UInt8], _ head: UInt64) -> Bool {
    let term = firstTerm(ofBlock: block)
    let own = bytes.head(at: term.lowerBound, min(term.count, 8))
    if own != head { return own < head }
    for i in 0..<min(term.count, text.count) {
      let byte = bytes[term.lowerBound + i]
      if byte != text[i] { return byte < text[i] }
    }
    return term.count <= text.count
  }

  @inline(__always) private func firstTerm(ofBlock block: Int) -> Range<Int> {
    var cursor = Cursor(bytes, at: termsStart(ofBlock: block))
    // Few terms are longer.
    let usual = cursor.position + 80
    check(cursor.position..<usual)
    let count = cursor.termHead().rest
    let end = cursor.position + count
    if end > usual { check(usual..<end) }
    return cursor.position..<end
  }

  @inline(__always) func termsStart(ofBlock block: Int) -> Int {
    let place = section(.blocks).lowerBound + block * 2 * Digits.fixedWidth
    check(place..<place + 2 * Digits.fixedWidth)
    return section(.terms).lowerBound + bytes.fixed(at: place)
  }

  func postingsStart(ofBlock block: Int) -> Int {
    let place = section(.blocks).lowerBound + block * 2 * Digits.fixedWidth + Digits.fixedWidth
    return section(.postings).lowerBound + bytes.fixed(at: place)
  }
}
