import Markdown
import TeX
import Text

/// The text of a part of a note as a reader sees it, in sentences, with what must not be cut.
struct Passage {
  /// A run of text; a formula or code is one atom.
  struct Atom {
    enum Kind { case text, code, formula }
    var kind: Kind
    var text: String
    /// The TeX of a formula.
    var source = ""
  }

  private(set) var sentences: [[Atom]] = []
  private var sentence: [Atom] = []

  /// The sentences of a part of a note's source; headings, comments and pictures are left out.
  init(of source: ContiguousArray<UInt8>, macros: [(name: String, body: String)] = []) {
    let document = Document(parsing: source)
    var node: Document.Node? = document.root
    while let current = node {
      let kind = document.kind(of: current)
      take(kind, current, document, macros)
      let isLeftOut = kind == .heading || kind == .frontMatter || kind == .image
      node = isLeftOut ? document.following(current) : document.firstChild(of: current) ?? document.following(current)
    }
    endSentence()
  }

  private mutating func take(
    _ kind: Document.Kind, _ node: Document.Node, _ document: Document, _ macros: [(name: String, body: String)]
  ) {
    switch kind {
    case .paragraph, .item, .tableRow, .codeBlock, .heading, .callout, .footnoteDefinition, .table, .list, .blockQuote:
      endSentence()
      if kind == .codeBlock { takeCode(document.literal(of: node)) }
    case .tableCell: if !sentence.isEmpty { sentence.append(Atom(kind: .text, text: " · ")) }
    case .text: takeText(document.literal(of: node))
    case .softBreak, .lineBreak: takeBreak()
    case .codeSpan: sentence.append(Atom(kind: .code, text: document.literal(of: node)))
    case .wikiLink: if document.firstChild(of: node) == nil { takeText(document.destination(of: node)) }
    case .math:
      let tex = document.literal(of: node)
      if document.isDisplay(node) { endSentence() }
      let line = Formula(parsing: tex, macros: macros).line().map(\.text).joined()
      sentence.append(Atom(kind: .formula, text: line, source: tex))
      if document.isDisplay(node) { endSentence() }
    default: break
    }
  }

  /// Each line of a program is a sentence.
  private mutating func takeCode(_ code: String) {
    for line in code.split(separator: "\n") {
      let text = line.drop { $0 == " " }
      if !text.isEmpty { sentences.append([Atom(kind: .text, text: String(text))]) }
    }
  }

  /// A line end is a space, but not between Chinese characters.
  private mutating func takeBreak() {
    guard let last = sentence.last?.text.unicodeScalars.last, last.value < 0x2E80 else { return }
    takeText(" ")
  }

  private mutating func takeText(_ text: String) {
    var part = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == " ", ".!?".unicodeScalars.contains(last), !part.isEmpty || !sentence.isEmpty {
        append(String(part))
        endSentence()
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
        if "。！？；".unicodeScalars.contains(scalar) {
          append(String(part))
          endSentence()
          part = String.UnicodeScalarView()
        }
      }
      last = scalar
    }
    append(String(part))
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty, !(sentence.isEmpty && text == " ") else { return }
    if sentence.last?.kind == .text {
      sentence[sentence.count - 1].text += text
    } else {
      sentence.append(Atom(kind: .text, text: text))
    }
  }

  private mutating func endSentence() {
    if !sentence.isEmpty { sentences.append(sentence) }
    sentence = []
  }
}
