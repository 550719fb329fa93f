/// Named character references as HTML defines them.
package enum Entity {
  /// The characters that a name stands for in UTF-8, `amp` without `&` and `;`; nil for a name that HTML does not know.
  ///
  /// Binary search over the rows of one static text, so that the table costs nothing at start-up.
  package static func characters(named name: [UInt8]) -> [UInt8]? {
    let table = unsafe UnsafeBufferPointer(start: entityTable.utf8Start, count: entityTable.utf8CodeUnitCount)
    let rowEnd: UInt8 = 1
    var low = 0
    var high = table.count
    while low < high {
      var start = (low + high) / 2
      while start > low, unsafe table[start - 1] != rowEnd { start -= 1 }
      var end = start
      while unsafe end < table.count && table[end] != rowEnd { end += 1 }
      let row = unsafe table[start..<end]
      guard let space = unsafe row.firstIndex(of: UInt8(ascii: " ")) else { return nil }
      let known = unsafe row[start..<space]
      if unsafe known.elementsEqual(name) { return unsafe Array(row[(space + 1)...]) }
      if unsafe known.lexicographicallyPrecedes(name) { low = end + 1 } else { high = start }
    }
    return nil
  }
}
