import Text

extension Library {
  /// The slugs that a name means: a slug, else a title, else an alias, in either language, in any case and without
  /// regard to spaces and hyphens; several where the name is ambiguous.
  package func slugs(named name: String) -> [String] {
    if headers.contains(where: { $0.slug == name }) { return [name] }
    let key = name.folded
    guard !key.isEmpty else { return [] }
    let levels: [(Header) -> Bool] = [
      { $0.slug.folded == key },
      { $0.title.folded == key || $0.shortTitle.folded == key },
      { $0.aliases.contains { $0.folded == key } },
    ]
    for matches in levels {
      let found = Set(headers.filter(matches).map(\.slug))
      if !found.isEmpty { return found.sorted() }
    }
    return []
  }

  /// Up to `limit` slugs for a mistyped name, the closest first: by the slugs themselves, then by titles and aliases.
  package func nearest(to name: String, limit: Int = 2) -> [String] {
    let key = name.folded
    let reach = max(1, key.count / 2)
    func distance(_ other: String) -> Int? {
      let folded = other.folded
      // The start of a name is as near as a name with two mistakes.
      if key.count >= 3, folded.hasPrefix(key) { return 2 }
      guard abs(folded.count - key.count) <= reach else { return nil }
      let distance = editDistance(key, folded)
      return distance <= min(reach, 3) && distance < folded.count ? distance : nil
    }
    var best: [String: (level: Int, distance: Int)] = [:]
    for header in headers {
      let bySlug = distance(header.slug).map { (level: 0, distance: $0) }
      let byName = ([header.title, header.shortTitle] + header.aliases).compactMap(distance).min().map {
        (level: 1, distance: $0)
      }
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

extension Header {
  /// The title up to a colon: `DDIM` of `DDIM: deterministic sampling`.
  package var shortTitle: String {
    title.firstIndex { $0 == ":" || $0 == "：" }.map { String(title[..<$0]) } ?? title
  }
}

extension String {
  /// Names are compared in lower case, without spaces, hyphens and underscores.
  fileprivate var folded: String {
    String(lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" && $0 != "\u{3000}" })
  }
}
