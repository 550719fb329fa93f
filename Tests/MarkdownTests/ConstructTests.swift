import Markdown
import Testing

@Suite struct ConstructTests {
  @Test(arguments: [
    ("[a]: /u\n---\n", "<hr />\n"), ("> [a]: /u\n> ---\n", "<blockquote>\n<hr />\n</blockquote>\n"),
    ("b\n\n[a]: /u\n-\n", "<p>b</p>\n<p>-</p>\n"), ("[a]: /u\n===\n", "<p>===</p>\n"),
    ("[a]: /u\n- b\n", "<ul>\n<li>b</li>\n</ul>\n"),
  ])
  func `a line below nothing but definitions underlines nothing`(text: String, html: String) {
    #expect(Golden.html(text) == html)
  }

  @Test(arguments: [
    ("mAP@0.5, Recall@10.5", "<p>mAP@0.5, Recall@10.5</p>\n"), ("- [ ] [BUG]: crash", "[BUG]: crash</li>"),
  ])
  func `what looks like an address or a definition stays text where it is none`(text: String, html: String) {
    #expect(Golden.html(text).contains(html))
  }

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
