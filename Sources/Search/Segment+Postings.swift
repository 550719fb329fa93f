extension Segment {
  /// Appends a term's postings, with entries counted from a base.
  func append(_ term: Term, base: Int, to postings: inout ContiguousArray<Posting>) {
    check(term.postings)
    let usual = section(.usual)
    check(usual)
    if term.count == 1 { return appendLone(term, base: base, to: &postings) }
    let count = min(term.count, entryCount)
    postings.append(addingCapacity: count) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, sound in
        unsafe bytes.withUnsafeBytes { bytes in
          sound += unsafe PostingCode.read(
            bytes, in: term.postings, of: entryCount, base: base, usual: usual.lowerBound + term.kind.rawValue,
            into: UnsafeMutableBufferPointer(rebasing: room[sound..<sound + count]))
        }
      }
    }
  }

  private func appendLone(_ term: Term, base: Int, to postings: inout ContiguousArray<Posting>) {
    var entry = 0
    for i in 0..<entryWidth { entry |= Int(bytes[term.postings.lowerBound + i] & 0x7F) << (7 * i) }
    guard entry < entryCount else { return }
    let usual = bytes[section(.usual).lowerBound + UsualImpacts.width * entry + term.kind.rawValue]
    let hasExcess = term.postings.count > entryWidth
    let excess = hasExcess ? Excess(bits: bytes[term.postings.lowerBound + entryWidth]) : .none
    postings.append(Posting(entry: base + entry, impact: Excess.steps[Int(usual) + Int(excess.bits)]))
  }
}
