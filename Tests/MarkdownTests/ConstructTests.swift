import Markdown
import Testing

@Suite struct ConstructTests {
  @Test(arguments: Golden.names)
  func `a construct becomes the HTML of its golden file`(name: String) throws {
    let golden = try Golden(name)
    if Golden.isBlessing { return try golden.bless() }
    #expect(!golden.examples.isEmpty)
    for example in golden.examples { #expect(Golden.html(example.markdown) == example.html) }
  }

  @Test(arguments: Golden.names)
  func `a construct has a file of its name that says what it is`(name: String) throws {
    #expect(try Golden.source(of: name).contains("///"))
  }

  @Test func `GitHub's filter escapes tags that reach beyond their place`() {
    let text = "<b>x</b> <TITLE> </title\t> <script/> <scripts> <!-- <xmp> -->\n\n<style>\np\n</style>\n"
    let document = Document(parsing: ContiguousArray(text.utf8), options: .gfm)
    #expect(
      String(decoding: HTML.bytes(of: document, raw: .filtered), as: UTF8.self) == """
        <p><b>x</b> &lt;TITLE> &lt;/title\t> &lt;script/> <scripts> <!-- &lt;xmp> --></p>
        &lt;style>
        p
        &lt;/style>

        """)
  }
}
