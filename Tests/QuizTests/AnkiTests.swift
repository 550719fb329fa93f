import Catalog
import Quiz
import Testing

@Suite struct AnkiTests {
  private static func fields(_ quiz: String) -> [[Substring]] {
    let text = "---\nslug: ddim\nlang: en\ntitle: DDIM\n---\n\n## Quiz\n\n\(quiz)\n"
    let library = Library(files: [("generative/ddim.en.md", ContiguousArray(text.utf8))])
    let cards = Deck(of: library, Roster(of: library, in: .english), in: .english).cards.filter { !$0.isGenerated }
    return AnkiText.text(of: cards) { _ in "mlnotes" }.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  @Test func `Markdown becomes HTML of one line, formulas MathJax, links of the notes their text`() {
    let fields = AnkiTests.fields(
      "Q: Is **$a<b$** in [[ddpm|DDPM]] `x & y`? <!-- id: a -->\nA: Yes.\n\n```python\na = 1\nb\n```\n\n$$\n\\frac{1}{2}\n$$"
    )
    #expect(fields.first?[4] == #"Is <strong>\(a&lt;b\)</strong> in DDPM <code>x &amp; y</code>?"#)
    #expect(
      fields.first?[5]
        == #"<p>Yes.</p> <pre><code class="language-python">a = 1<br>b<br></code></pre> \[\frac{1}{2}\]"#)
  }

  @Test func `a cloze is Anki's, whatever braces it holds`() {
    let fields = AnkiTests.fields(#"C: With ==no {{noise}}== the $x_{t_{0}}$ is fixed. <!-- id: a -->"#)
    #expect(fields.first?[1] == "Cloze")
    #expect(fields.first?[4] == #"With {{c1::no {{noise} }}} the \(x_{t_{0} }\) is fixed."#)
    #expect(
      AnkiTests.fields("C: Use ==`std::vector`== or ==a:::b==. <!-- id: a -->").map { $0[4] } == [
        "Use {{c1::<code>std:&#58;vector</code>}} or a:::b.",
        "Use <code>std::vector</code> or {{c1::a:&#58;:b}}.",
      ])
  }

  @Test func `an identity over two lines is of one line here`() {
    let cards = CardTests.cards("Q: One? <!-- id: a -->\nA: Two.").flatMap { card in
      ["a\nb", "a\r\nb", "a\tb"].map { id in
        var card = card
        card.id = id
        return card
      }
    }
    let lines = AnkiText.text(of: cards) { _ in "mlnotes" }.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.map { $0.prefix { $0 != "\t" } } == ["mln:a b", "mln:a b", "mln:a b"])
  }
}
