import Markdown
import Text

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
        .map(field).joined(separator: "\t") + "\n"
    }
    return text
  }

  /// Without what would end it.
  private static func field(_ text: String) -> String {
    text.unicodeScalars.split { "\t\n\r".unicodeScalars.contains($0) }.map { String($0) }.joined(separator: " ")
  }

  private static func fields(of card: Card) -> (type: String, front: String, back: String) {
    if card.kind == .cloze, let hole = Blank.place(in: card.stem), case .text(let words) = card.key,
      let word = words.first
    {
      // `}}` would end Anki's cloze early, as it does TeX's, and `::` begin a hint.
      let start = "{{c1::"
      let cloze = html("\(start)\(word.replacing("}}", with: "} }"))}}").dropFirst(start.count)
        .replacing("::", with: ":&#58;")
      let stem = card.stem[..<hole.lowerBound] + "\u{1}" + card.stem[hole.upperBound...]
      return ("Cloze", html(String(stem)).replacing("\u{1}", with: start + cloze), "")
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

  /// Markdown as HTML of one line: formulas in MathJax's brackets, links of the notes as their text.
  private static func html(_ markdown: String) -> String {
    let document = Document(parsing: ContiguousArray(markdown.utf8))
    let bytes = HTML.bytes(of: document, raw: .escaped) { tex, isDisplay in
      // `}}` would end a cloze.
      let safe = escaped(String(tex.trimmed).replacing("\n", with: " ").replacing("}}", with: "} }"))
      return isDisplay ? "\\[\(safe)\\]" : "\\(\(safe)\\)"
    }
    var result = ""
    var isCode = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += isCode ? "<br>" : " " }
      if line.hasPrefix("<pre>") { isCode = true }
      if line.hasSuffix("</pre>") { isCode = false }
      result += withoutWikiLinks(line)
    }
    result = String(result.trimmed)
    // A single paragraph needs no tags around it.
    guard result.hasPrefix("<p>"), result.hasSuffix("</p>"), !result.dropFirst(3).contains("<p>") else { return result }
    return String(result.dropFirst(3).dropLast(4))
  }

  private static func withoutWikiLinks(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let start = rest.range(of: "<a class=\"wiki\""), let close = rest[start.upperBound...].range(of: ">"),
      let end = rest[close.upperBound...].range(of: "</a>")
    {
      result += rest[..<start.lowerBound] + rest[close.upperBound..<end.lowerBound]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
