/// Lines and columns of one text for whoever asks for many: a mark at each 1,024 bytes, so that an answer reads no
/// further than from the last one.
package struct Places: Sendable {
  /// Line from 1, column in Unicode scalars from 1.
  package typealias Place = (line: Int, column: Int)

  private static let step = 1024

  package let source: ContiguousArray<UInt8>
  private let marks: [Place]

  package init(_ source: ContiguousArray<UInt8>) {
    var marks: [Place] = [(1, 1)]
    for start in stride(from: Places.step, to: source.count, by: Places.step) {
      var place = marks[marks.count - 1]
      Places.advance(&place, over: start - Places.step..<start, of: source)
      marks.append(place)
    }
    self.source = source
    self.marks = marks
  }

  package func place(of offset: Int) -> Place {
    let offset = min(offset, source.count)
    let mark = min(offset / Places.step, marks.count - 1)
    var place = marks[mark]
    Places.advance(&place, over: mark * Places.step..<offset, of: source)
    return place
  }

  /// The byte at a place; where its line is shorter, the line's end.
  package func offset(of place: Place) -> Int {
    // The last mark that is not behind the place.
    var mark = 0
    var end = marks.count
    while end - mark > 1 {
      let middle = (mark + end) / 2
      if marks[middle] <= place { mark = middle } else { end = middle }
    }
    var offset = mark * Places.step
    var here = marks[mark]
    while offset < source.count, here < place {
      var next = here
      Places.advance(&next, over: offset..<offset + 1, of: source)
      if next > place { break }
      here = next
      offset += 1
    }
    while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  /// Moves a place over bytes.
  static func advance(_ place: inout Place, over range: Range<Int>, of source: ContiguousArray<UInt8>) {
    for i in range {
      let byte = source[i]
      let isReturn = byte == .carriageReturn && !(i + 1 < source.count && source[i + 1] == .newline)
      if byte == .newline || isReturn {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }
}
