import Markdown
import Testing

@Suite struct PositionTests {
  @Test func `ranges nest and stand in order`() throws {
    for text in try Golden.allTexts() {
      let document = Document(parsing: text)
      var nodes = [document.root]
      while let node = nodes.popLast() {
        let outer = document.range(of: node)
        var place = outer.lowerBound
        for child in document.children(of: node) {
          let range = document.range(of: child)
          #expect(
            range.lowerBound >= place && range.upperBound <= outer.upperBound, "\(document.kind(of: child)) \(range)")
          #expect(document.parent(of: child) == node)
          place = range.upperBound
          nodes.append(child)
        }
      }
    }
  }

  @Test func `slicing gives the source of each inline`() {
    let text = "*a* **b** `c` [d](e) ![f](g) <h@i.j> $k$ [[l|m]] <n> ==o== ~~p~~\n"
    #expect(
      slices(of: text) == [
        "*a*", "a", " ", "**b**", "b", " ", "`c`", " ", "[d](e)", "d", " ", "![f](g)", "f", " ", "<h@i.j>", "h@i.j",
        " ", "$k$", " ", "[[l|m]]", "m", " ", "<n>", " ", "==o==", "o", " ", "~~p~~", "p",
      ])
  }

  @Test func `slices leave out what a container puts before lines`() {
    #expect(slices(of: "> - a *b\n>   c* d\n") == ["a ", "*b\n>   c*", "b", "\n", "c", " d"])
  }

  @Test func `many places of a text are those that one look gives, and lead back to their bytes`() {
    for text in ["", "a", "x\r\n中文\rb\n", String(repeating: "中文 ab\r\n\n$x$ é\r", count: 200)] {
      let source = ContiguousArray(text.utf8)
      let document = Document(parsing: source)
      let places = Places(source)
      for offset in stride(from: 0, through: source.count, by: source.count > 99 ? 7 : 1) {
        let place = places.place(of: offset)
        #expect(place == document.place(of: offset))
        guard offset < source.count, source[offset] & 0xC0 != 0x80 else { continue }
        #expect(places.offset(of: place) == offset)
      }
    }
  }

  @Test func `a place behind the end of its line is that end`() {
    let places = Places(ContiguousArray("ab\n中\n".utf8))
    #expect(places.offset(of: (1, 9)) == 2 && places.offset(of: (2, 9)) == 6 && places.offset(of: (9, 1)) == 7)
  }

  @Test func `places count lines of every ending and columns in scalars`() {
    let document = Document(parsing: ContiguousArray("a\r\n中文\rb".utf8))
    #expect(document.place(of: 9) == (2, 3))
    #expect(document.place(of: 10) == (3, 1))
  }

  /// The source of every inline in the order of the text.
  private func slices(of text: String) -> [String] {
    let document = Document(parsing: ContiguousArray(text.utf8))
    var slices: [String] = []
    var nodes = [document.root]
    while let node = nodes.popLast() {
      nodes += document.children(of: node).reversed()
      switch document.kind(of: node) {
      case .document, .paragraph, .blockQuote, .list, .item: break
      default: slices.append(String(decoding: document.source[document.range(of: node)], as: UTF8.self))
      }
    }
    return slices
  }
}
