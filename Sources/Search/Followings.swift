/// How many notes lead to a note, by a link in the text, as a prerequisite or as related.
enum Followings {
  /// More are counted as so many.
  static let most: UInt8 = 94
}

extension Index {
  /// How many notes lead to each of some entries, of which no more than `Followings.most` count.
  func followings(of entries: [Int]) -> [Int] {
    if parts.count == 1 { return parts[0].segment.followings(of: entries) }
    // What a segment knows of an entry does not hold for the segments beside it.
    return entries.map { min(frequency(of: [Namespace.link] + Array(slug($0).utf8)), Int(Followings.most)) }
  }

  /// The entries that links of an entry's record mean, as far as there are notes; a damaged link may say any number.
  func leads(_ links: [Record.Link], of entry: Int) -> [Int] {
    let part = parts[part(of: entry)]
    return links.compactMap { link in
      switch link {
      case .slug(let slug): self.entry(slug)
      case .entry(let target) where part.dead.contains(target): self.entry(part.segment.slug(target))
      case .entry(let target): target < part.segment.entryCount ? part.base + target : nil
      }
    }
  }
}

extension Segment {
  fileprivate func followings(of entries: [Int]) -> [Int] {
    let start = section(.followings).lowerBound
    return entries.map { entry in
      check(start + entry..<start + entry + 1)
      return max(0, min(Int(Followings.most), Int(bytes[start + entry]) - 0x20))
    }
  }
}
