import Text

extension Library {
  /// The slugs that a name means: a slug, else a title, else an alias, in either language, in any case, width
  /// and script of Chinese and without regard to spaces and hyphens; several where the name is ambiguous.
  package func slugs(named name: String) -> [String] {
    if headers.contains(where: { $0.slug == name }) { return [name] }
    let key = name.nameKey
    guard !key.isEmpty else { return [] }
    let levels: [(Header) -> Bool] = [
      { $0.slug.nameKey == key },
      { $0.title.nameKey == key || $0.shortTitle.nameKey == key },
      { $0.aliases.contains { $0.nameKey == key } },
    ]
    for matches in levels {
      let found = Set(headers.filter(matches).map(\.slug))
      if !found.isEmpty { return found.sorted() }
    }
    return []
  }

  /// Up to `limit` slugs for a name that no note has, the closest first: by the slugs themselves, then by titles and
  /// aliases. A word of a name is as near as a name with one mistake, the start of a name as one with two.
  package func nearest(to name: String, limit: Int = 2) -> [String] {
    let wanted = WantedName(name)
    var best: [String: (level: Int, distance: Int)] = [:]
    for header in headers {
      let bySlug = wanted.distance(to: header.slug, atMost: 3).map { (level: 0, distance: $0) }
      // Of all its names a note has one that is like any short word.
      let byName = ([header.title, header.shortTitle] + header.aliases).compactMap {
        wanted.distance(to: $0, atMost: max(1, min(3, wanted.length / 3)))
      }.min().map { (level: 1, distance: $0) }
      guard let found = bySlug ?? byName else { continue }
      if let known = best[header.slug], known <= found { continue }
      best[header.slug] = found
    }
    let ranked = best.sorted {
      ($0.value.level, $0.value.distance, $0.key) < ($1.value.level, $1.value.distance, $1.key)
    }
    return ranked.prefix(limit).map(\.key)
  }
}

/// A name that no note has, to be compared with those that there are.
private struct WantedName {
  private let key: String
  private let words: String
  private let isHan: Bool
  let length: Int

  /// What is longer is compared with no name, as that takes the product of both lengths.
  private static let longest = 200

  init(_ name: String) {
    key = name.nameKey
    length = key.count
    words = name.words
    isHan = key.unicodeScalars.allSatisfy(\.isHan)
  }

  /// How far another name is; nil where it is further than half of the letters or than `most`.
  func distance(to other: String, atMost most: Int) -> Int? {
    guard (1...WantedName.longest).contains(length), other.utf8.count <= 4 * WantedName.longest else { return nil }
    let folded = other.nameKey
    if length > 1, isHan ? folded.contains(key) : other.words.contains(words) { return 1 }
    if length > 2, folded.hasPrefix(key) { return 2 }
    let reach = min(most, max(1, length / 2))
    guard length > 1, abs(folded.count - length) <= reach else { return nil }
    let distance = editDistance(key, folded)
    return distance <= reach && distance < folded.count ? distance : nil
  }
}

extension Header {
  /// The title up to a colon: `DDIM` of `DDIM: deterministic sampling`.
  package var shortTitle: String {
    title.firstIndex { $0 == ":" || $0 == "：" }.map { String(title[..<$0]) } ?? title
  }
}

extension String {
  /// Names are compared as search compares text, without spaces, hyphens and underscores.
  var nameKey: String { String(folded.filter { !$0.partsNames }) }

  /// The words of a name as search compares them, with a space before and behind each.
  fileprivate var words: String {
    " " + folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }
}

extension Character {
  fileprivate var partsNames: Bool { self == " " || self == "-" || self == "_" }
}
