import Markdown
import Screen
import Testing
import Text

@Suite struct CodeTests {
  /// The colours of a line of code: each styled run as `color(text)`.
  private func colors(_ code: String, _ language: String) -> [String] {
    let document = Document(parsing: ContiguousArray("```\(language)\n\(code)\n```\n".utf8))
    var page = Page(document, on: Sheet(width: 100))
    for block in document.children(of: document.root) { page.add(block) }
    return page.lines.flatMap { line in
      line.filter { $0.style.color != .standard }.map { "\($0.style.color)(\($0.text))" }
    }
  }

  @Test(arguments: [
    ("python", "def f(x): return 'a' # b", ["magenta(def)", "blue(f)", "magenta(return)", "green('a')", "gray(# b)"]),
    ("python", "x = \"\"\"a\nb\"\"\" + 1e-4", ["green(\"\"\"a)", "green(b\"\"\")", "yellow(1e-4)"]),
    ("python", "@cache\nlen(x2)", ["magenta(@cache)", "cyan(len)"]),
    (
      "swift", "let a = \"b\\\"c\" /* d\ne */ // f",
      ["magenta(let)", "green(\"b\\\"c\")", "gray(/* d)", "gray(e */)", "gray(// f)"]
    ),
    ("sh", "echo \"$x\" $HOME # no\ncd a#b", ["cyan(echo)", "green(\"$x\")", "cyan($HOME)", "gray(# no)", "cyan(cd)"]),
    ("json", "{\"a\": [1, true, \"b\"]}", ["cyan(\"a\")", "yellow(1)", "magenta(true)", "green(\"b\")"]),
    ("c", "#include <x.h>\nint f(void);", ["magenta(#include)", "cyan(int)", "cyan(void)"]),
    ("text", "def f", []),
    ("python", "变量 = '值'", ["green('值')"]),
  ]) func `code is coloured by its language`(language: String, code: String, expected: [String]) {
    #expect(colors(code, language) == expected)
  }

  @Test(arguments: ["'", "\"\"\"", "\\", "'\\", "/*", "@", "#", "$", "1e", "0x", "\u{1F3F3}\u{FE0F}"])
  func `what is cut off loses nothing`(code: String) {
    for language in ["python", "swift", "sh", "json", "c"] {
      let document = Document(parsing: ContiguousArray("```\(language)\n\(code)\n```\n".utf8))
      var page = Page(document, on: Sheet(width: 80))
      for block in document.children(of: document.root) { page.add(block) }
      #expect(page.lines.map { $0.map(\.text).joined() } == ["    │ " + code])
    }
  }

  @Test func `a long line is wrapped in linear time and loses nothing`() {
    let code = String(repeating: "{\"name\": [1, true]},", count: 3000)
    let document = Document(parsing: ContiguousArray("```json\n\(code)\n```\n".utf8))
    var page = Page(document, on: Sheet(width: 40))
    for block in document.children(of: document.root) { page.add(block) }
    let rows = page.lines.map { $0.map(\.text).joined() }
    #expect(rows.count > 1500 && rows.allSatisfy { $0.columns() <= 40 })
    let shown = rows.joined().filter { !"│↪ ".contains($0) }
    #expect(shown == code.filter { $0 != " " })
  }
}
