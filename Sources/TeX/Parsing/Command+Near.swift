extension Command {
  /// The commands one typing mistake away from a name: a letter left out, twisted, wrong or too many. The likeliest
  /// mistakes alone, at most two; none for names so short that nearly all would do.
  static func names(near name: String) -> [String] {
    let name = Array(name.utf8)[...]
    guard name.count > 2 else { return [] }
    let text = Array(CommandTable.text.utf8)
    var near: (rank: Int, names: [String]) = (.max, [])
    for start in CommandTable.starts.dropLast() {
      let other = text[Int(start)...].prefix { $0 != UInt8(ascii: " ") }
      guard let rank = rank(of: name, meantFor: other), rank <= near.rank else { continue }
      if rank < near.rank { near = (rank, []) }
      near.names.append(String(decoding: other, as: UTF8.self))
    }
    return Array(near.names.prefix(2))
  }

  /// How unlikely one typing mistake makes a name of another: letters are left out and twisted more often than they are
  /// wrong or too many, and the first is mostly right. Nil where it takes more than one.
  private static func rank(of name: ArraySlice<UInt8>, meantFor other: ArraySlice<UInt8>) -> Int? {
    guard abs(name.count - other.count) < 2 else { return nil }
    let common = zip(name, other).prefix { $0 == $1 }.count
    let (rest, otherRest) = (name.dropFirst(common), other.dropFirst(common))
    let isSame = { (skipped: Int, otherSkipped: Int) in
      rest.dropFirst(skipped).elementsEqual(otherRest.dropFirst(otherSkipped))
    }
    let first = common == 0 ? 2 : 0
    let isTwisted = rest.prefix(2).reversed().elementsEqual(otherRest.prefix(2))
    if isSame(0, 1) || (isTwisted && isSame(2, 2)) { return first }
    return isSame(1, 1) || isSame(1, 0) ? first + 1 : nil
  }
}
