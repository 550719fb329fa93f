import Markdown
import Testing

@Suite(.enabled(if: Suites.folder != nil, "MLNOTES_SUITES does not name the folder of the public suites"))
struct SuiteTests {
  @Test(arguments: Suites.examples("spec-0.31.2", flavor: "commonmark"))
  func `every example of the specification`(example: Suites.Example) {
    #expect(Suites.html(of: example) == example.html)
  }

  @Test(arguments: Suites.examples("gfm-extensions", flavor: "gfm"))
  func `every example of GitHub's extensions`(example: Suites.Example) {
    #expect(Suites.html(of: example) == example.html)
  }

  @Test(arguments: Suites.examples("cmark-regression", flavor: "commonmark"))
  func `every regression of cmark`(example: Suites.Example) {
    #expect(Suites.html(of: example) == example.html)
  }

  /// 17 is with the tag filter off; 24 wants no `<del>` in a name of no footnote.
  @Test(arguments: Suites.examples("cmark-gfm-regression", flavor: "gfm", without: [17, 24]))
  func `every regression of cmark-gfm`(example: Suites.Example) {
    #expect(Suites.html(of: example) == example.html)
  }

  /// 20 expects nothing certain, 28 to 30 another form of task boxes than GitHub's specification.
  @Test(arguments: Suites.examples("cmark-gfm-extensions", flavor: "gfm", without: [20, 28, 29, 30]))
  func `every extension case of cmark-gfm`(example: Suites.Example) {
    #expect(Suites.html(of: example) == example.html)
  }

  /// 21 is `| A |` over `| - |` and no table there: it was printed with strikethrough as the only extension. With
  /// GitHub's tables on it is one, as in cmark-gfm's extension case 12, `| a |` over `| --- |`; the two cannot both
  /// hold.
  @Test(arguments: Suites.examples("cjk-friendly", flavor: "commonmark").filter { $0.number != 21 })
  func `every case of the Chinese emphasis rule`(example: Suites.Example) {
    #expect(Suites.html(of: example) == example.html)
  }

  @Test func `GitHub's extensions change only bare addresses`() {
    let changed = Suites.examples("spec-0.31.2", flavor: "commonmark").filter {
      Suites.html(of: $0, as: .gfm) != $0.html
    }
    #expect(changed.map(\.number) == [608, 611, 612])
  }
}
