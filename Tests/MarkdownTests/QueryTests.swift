import Markdown
import Testing

@Suite struct QueryTests {
  private let document = Document(
    parsing: ContiguousArray(
      """
      ---
      slug: x
      ---
      ## 一 *B*

      3. [x] done

      | a | b |
      |---|:-:|
      | 1 | $y$ |

      ```swift run
      let a
      ```

      > [!TIP] Title
      > [l](d "t")

      \\[z\\]

      """.utf8))

  private func first(_ kind: Document.Kind) -> Document.Node {
    var nodes = [document.root]
    while let node = nodes.popLast() {
      if document.kind(of: node) == kind { return node }
      nodes += document.children(of: node).reversed()
    }
    return document.root
  }

  @Test func `the front matter is the lines between its fences`() {
    let range = document.frontMatter ?? 0..<0
    #expect(String(decoding: document.source[range], as: UTF8.self) == "slug: x\n")
  }

  @Test func `a heading has a level, an anchor and a text`() {
    #expect(document.headingLevel(of: first(.heading)) == 2)
    #expect(document.anchor(of: first(.heading)) == "一-b")
    #expect(document.plainText(of: first(.heading)) == "一 B")
  }

  @Test func `a list has a style and its items boxes`() {
    let style = document.listStyle(of: first(.list))
    #expect(style.isOrdered && style.start == 3 && style.isTight)
    #expect(document.isChecked(first(.item)) == true)
  }

  @Test func `a table's cells have alignments`() {
    let row = document.children(of: first(.table))[1]
    #expect(!document.isHeader(row))
    #expect(document.children(of: row).map(document.alignment) == [.none, .center])
  }

  @Test func `code has an info string and its lines`() {
    #expect(document.info(of: first(.codeBlock)) == "swift run")
    #expect(document.literal(of: first(.codeBlock)) == "let a\n")
  }

  @Test func `a callout has a kind and a title`() {
    #expect(document.info(of: first(.callout)) == "tip")
    #expect(document.title(of: first(.callout)) == "Title")
  }

  @Test func `a link has a destination and a title`() {
    #expect(document.destination(of: first(.link)) == "d")
    #expect(document.title(of: first(.link)) == "t")
  }

  @Test func `a formula is displayed or in the line`() {
    #expect(!document.isDisplay(first(.math)))
    #expect(document.literal(of: first(.math)) == "y")
  }

  @Test func `a heading of several lines and an embedded NUL are what a reader sees`() {
    let document = Document(parsing: ContiguousArray("看\n**重要**的\n한국어\n단어\n===\n\n``` a\0\n```\n".utf8))
    let blocks = document.children(of: document.root)
    #expect(document.plainText(of: blocks[0]) == "看重要的 한국어 단어")
    #expect(document.info(of: blocks[1]) == "a\u{FFFD}")
  }

  @Test(arguments: [
    ("<!-- a -->\n", ""), ("  <!-- a -->  \n", ""), ("<!-- a --> b\n", " b\n"), ("<!-- a\nb --> c\n", " c\n"),
    ("<!-- a\n", "<!-- a\n"), ("<div><!-- a -->\n", "<div>\n"), ("<!--> a\n", " a\n"),
  ])
  func `an HTML block is known without its comments`(source: String, text: String) {
    let document = Document(parsing: ContiguousArray(source.utf8))
    #expect(document.firstChild(of: document.root).map(document.literalWithoutComments) == text)
  }

  @Test func `JSON gives every node its range`() throws {
    let json = String(decoding: Document(parsing: ContiguousArray("*a*".utf8)).json, as: UTF8.self)
    #expect(
      json == #"{"schema":"mlnotes.tree/1","tree":{"kind":"document","range":[0,3],"children":[{"kind":"paragraph","#
        + #""range":[0,3],"children":[{"kind":"emphasis","range":[0,3],"children":[{"kind":"text","range":[1,2],"#
        + "\"literal\":\"a\"}]}]}]}}\n")
  }
}
