/// How many notes lead to a note, by a link in the text, as a prerequisite or as related.
enum Followings {
  /// More are counted as so many.
  static let most: UInt8 = 94
}

extension Index {
  /// How many notes lead to an entry, of which no more than `Followings.most` count.
  func followings(of entry: Int) -> Int {
    if parts.count == 1 { return min(parts[0].segment.followings(of: entry), Int(Followings.most)) }
    // What a segment knows of an entry does not hold for the segments beside it.
    return min(frequency(of: [Namespace.link] + Array(slug(entry).utf8)), Int(Followings.most))
  }

  /// The entries that links of an entry's record mean, as far as there are notes.
  func leads(_ links: [Record.Link], of entry: Int) -> [Int] {
    let part = part(of: entry)
    return links.compactMap { link in
      switch link {
      case .slug(let slug): self.entry(slug)
      case .entry(let target) where part.dead.contains(target): self.entry(part.segment.slug(target))
      case .entry(let target): part.base + target
      }
    }
  }
}

extension Segment {
  fileprivate func followings(of entry: Int) -> Int {
    let place = section(.followings).lowerBound + entry
    check(place..<place + 1)
    return max(0, Int(bytes[place]) - 0x20)
  }
}
