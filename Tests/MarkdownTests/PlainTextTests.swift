import Markdown
import Testing

@Suite struct PlainTextTests {
  private func text(_ source: String) -> String { Document(parsing: ContiguousArray(source.utf8)).plainText }

  @Test(arguments: [
    ("# A *b*\n\nc\nd\\\ne\n\n---\n\nf\n", "A b\n\nc d\ne\n\n---\n\nf"), ("中文\n换行\n", "中文换行"),
    ("- a\n  - b\n- c\n", "- a\n  - b\n- c"), ("- a\n\n- b\n\n  c\n", "- a\n\n- b\n\n  c"),
    ("9. a\n1. b\n   > c\n", "9. a\n10. b\n      c"), ("- - a\n-\n- [x] b\n", "- - a\n-\n- [x] b"),
    ("> a\n>\n> - b\n\nc\n", "  a\n\n  - b\n\nc"), ("| a | b |\n|--|--|\n| | 1 |\n\nc\n", "a\tb\n\t1\n\nc"),
    ("- ```\n    a\n\n  b\n  ```\n", "-   a\n\n  b"),
    ("a[^1].\n\n[^1]: b\n\n    c\n", "a[^1].\n\n[^1]: b\n\n    c"),
    ("$$\nx\n$$\n<!-- eq: a -->\n", "x"), ("- $$\n  x\n  y\n  $$\n  z\n", "- x\n  y\n  z"),
    ("[a](b) ![c](d) `e` <f@g.h>\n\n<!-- i -->\n\nj <!-- k -->\n", "a c e f@g.h\n\nj"),
    ("> [!tip]\n> a\n\n> [!NOTE] B\n> c\n", "Tip\n  a\n\nB\n  c"), ("<!-- a -->\n\n    b\n", "b"),
    ("- <!-- a -->\n  b\n", "- b"), ("", ""), ("> [!1]\n> a\n", "1\n  a"),
    ("<!-- a --> b\n\n<!-- c\n--> d\n\n<!-- e\n", "b\n\nd\n\n<!-- e"),
    ("한국어는 단어를\n띄어 쓴다\n", "한국어는 단어를 띄어 쓴다"), ("他说**重要**\n的事\n", "他说重要的事"),
    ("看\n**重要**的[^1]\n文\n\n[^1]: b\n", "看重要的[^1] 文\n\n[^1]: b"),
    ("[[笔记]]\n文字 `a`\n中\n$x$\n", "笔记文字 a 中 x"),
  ])
  func `a document becomes what a reader sees of it`(source: String, expected: String) {
    #expect(text(source) == expected)
  }

  @Test func `a line takes as much inside of however many containers`() {
    let deep = String(repeating: "- ", count: 10_000)
    let lines = String(repeating: "a\\\n", count: 10_000)
    #expect(text(deep + lines).utf8.count < 10 * (deep + lines).utf8.count)
  }
}
