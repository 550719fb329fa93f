extension Sequence<UInt8> where Self: Collection {
  /// How many quiz cards a text holds, by their ids: `<!-- id: ddim-eta -->`.
  package var cardCount: Int {
    let mark = Array("<!-- id:".utf8)
    return indices.count { self[$0] == mark[0] && self[$0...].starts(with: mark) }
  }
}

extension Library {
  /// How many quiz cards a concept has: those of its note in that language, else in the other.
  package func cardCount(of slug: String, in language: Language) -> Int {
    let found = headers.indices.filter { headers[$0].slug == slug }
    let index = found.first { headers[$0].language == language } ?? found.first
    return index.map { sources[$0].cardCount } ?? 0
  }
}
