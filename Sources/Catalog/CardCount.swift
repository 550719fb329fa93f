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
