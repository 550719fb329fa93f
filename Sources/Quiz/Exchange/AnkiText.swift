/// Cards in the form that Anki's text import reads; a second import updates them and adds none.
package enum AnkiText {
  /// The file's text. `deckName` names the deck of a note.
  package static func text(of cards: [Card], deckName: (Card) -> String) -> String {
    var text = """
      #separator:tab
      #html:true
      #guid column:1
      #notetype column:2
      #deck column:3
      #tags column:4
      #columns:guid\tnotetype\tdeck\ttags\tfront\tback

      """
    for card in cards {
      let fields = fields(of: card)
      text +=
        ["mln:\(card.id)", fields.type, deckName(card), "mlnotes \(card.slug)", fields.front, fields.back]
        .map { $0.replacing("\t", with: " ") }.joined(separator: "\t") + "\n"
    }
    return text
  }

  private static func fields(of card: Card) -> (type: String, front: String, back: String) {
    let blank = "**[ … ]**"
    if card.kind == .cloze, let hole = card.stem.range(of: blank), case .text(let words) = card.key,
      let word = words.first
    {
      // `}}` would end Anki's cloze early, as it does TeX's.
      let cloze = "{{c1::\(word.replacing("}}", with: "} }"))}}"
      let stem = card.stem[..<hole.lowerBound] + "\u{1}" + card.stem[hole.upperBound...]
      return ("Cloze", html(String(stem)).replacing("\u{1}", with: html(cloze)), "")
    }
    var front = html(card.stem)
    switch card.key {
    case .choice(let options, _):
      // In the order of the source the right one may always stand at the same place.
      var random = SplitMix64(seed: card.id.stableHash)
      front += list(random.shuffled(options), "ul")
    case .order(let steps):
      var random = SplitMix64(seed: card.id.stableHash)
      front += list(random.shuffled(steps), "ul")
    case .open, .text, .formula, .number, .truth: break
    }
    return ("Basic", front, html(card.answer))
  }

  private static func list(_ items: [String], _ tag: String) -> String {
    "<\(tag)>" + items.map { "<li>\(html($0))</li>" }.joined() + "</\(tag)>"
  }

  /// Markdown as HTML of one line: formulas in MathJax's brackets, code as it is, the rest as text.
  private static func html(_ markdown: String) -> String {
    var result = ""
    var rest = markdown[...]
    while !rest.isEmpty {
      if let (tex, isDisplay, end) = formula(rest) {
        let safe = escaped(tex.replacing("}}", with: "} }"))
        result += isDisplay ? "\\[\(safe)\\]" : "\\(\(safe)\\)"
        rest = rest[end...]
      } else if rest.hasPrefix("```"), let end = rest.dropFirst(3).range(of: "```") {
        let body = rest[rest.index(rest.startIndex, offsetBy: 3)..<end.lowerBound]
        let code = body.drop { $0 != "\n" }
        result += "<pre><code>\(escaped(String(code.trimmed)).replacing("\n", with: "<br>"))</code></pre>"
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("**"), let end = rest.dropFirst(2).range(of: "**") {
        let inner = rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]
        result += "<b>\(escaped(String(inner)))</b>"
        rest = rest[end.upperBound...]
      } else {
        result += escaped(String(rest.removeFirst()))
      }
    }
    return result.replacing("\n", with: "<br>")
  }

  private static func formula(_ text: Substring) -> (tex: String, isDisplay: Bool, end: String.Index)? {
    for (mark, isDisplay) in [("$$", true), ("$", false)] where text.hasPrefix(mark) {
      let inner = text.dropFirst(mark.count)
      guard let end = inner.range(of: mark), end.lowerBound > inner.startIndex else { continue }
      return (inner[..<end.lowerBound].replacing("\n", with: " ").trimmingSpaces, isDisplay, end.upperBound)
    }
    return nil
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
