extension ArraySlice<UInt8> {
  /// How many quiz cards a text holds, by their ids: `<!-- id: ddim-eta -->`.
  package var cardCount: Int {
    let mark = Array("<!-- id:".utf8)
    var count = 0
    var i = startIndex
    while i + mark.count <= endIndex {
      if self[i] == mark[0], self[i..<i + mark.count].elementsEqual(mark) { count += 1 }
      i += 1
    }
    return count
  }
}

extension Library {
  /// How many quiz cards a concept has: those of its note in that language, else in the other.
  package func cardCount(of slug: String, in language: Language) -> Int {
    let found = headers.indices.filter { headers[$0].slug == slug }
    let index = found.first { headers[$0].language == language } ?? found.first
    return index.map { sources[$0][...].cardCount } ?? 0
  }
}
