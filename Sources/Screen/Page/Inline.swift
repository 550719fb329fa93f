import Markdown
import TeX
import Text

/// The inline content of a block as pieces for line breaking; displayed formulas stand between them.
struct Inline {
  enum Part {
    case text([LineBreak.Piece])
    case display(Document.Node)
  }

  private let document: Document
  private let sheet: Sheet
  private let macros: GivenMacros
  private let footnotePrefix: String
  private var references = References()
  private var parts: [Part] = []
  private var pieces: [LineBreak.Piece] = []
  private var hasSoftBreak = false
  private var last: Unicode.Scalar?

  /// Sets the inline children of a block, in one pass over them and without recursion.
  static func parts(of block: Document.Node, in page: inout Page, style: Style = .plain) -> [Part] {
    var inline = Inline(page)
    // Held in one place at a time, they grow without being copied.
    swap(&inline.references, &page.references)
    inline.walk(block, style)
    swap(&inline.references, &page.references)
    inline.endText()
    return inline.parts
  }

  private init(_ page: Page) {
    document = page.document
    sheet = page.sheet
    macros = page.macros
    footnotePrefix = page.footnotePrefix
  }

  private mutating func walk(_ block: Document.Node, _ outer: Style) {
    guard var node = document.firstChild(of: block) else { return }
    var styles = [outer]
    while true {
      let style = styles.last ?? outer
      if let inner = enter(node, style), let child = document.firstChild(of: node) {
        styles.append(inner)
        node = child
        continue
      }
      while document.next(after: node) == nil {
        guard let parent = document.parent(of: node), parent != block else { return }
        node = parent
        styles.removeLast()
        leave(node, styles.last ?? outer)
      }
      guard let next = document.next(after: node) else { return }
      node = next
    }
  }

  /// Sets a node, or what stands before its children; gives the style of the children where they are to be set.
  private mutating func enter(_ node: Document.Node, _ style: Style) -> Style? {
    switch document.kind(of: node) {
    case .text: add(withoutSpare(document.literal(of: node)), style)
    case .softBreak: hasSoftBreak = !endsLine(before: node)
    case .lineBreak: pieces.append(.lineEnd)
    case .codeSpan: add(document.literal(of: node), style.adding(.code))
    case .htmlInline: addHTML(document.literal(of: node), style)
    case .emphasis: return style.with { $0.isItalic = true }
    case .strong: return style.with { $0.isBold = true }
    case .strikethrough:
      // Without styles the meaning would be turned round, so that the tildes stay as they were written.
      if !sheet.hasStyles { add(tildes(of: node), style) }
      return style.with { $0.isStruck = true }
    case .highlight: return style.adding(.highlight)
    case .link: return linkStyle(node, style)
    case .wikiLink: addWikiLink(node, style)
    case .image: addImage(node, style)
    case .footnoteReference:
      let number = references.number(ofFootnote: footnotePrefix + document.destination(of: node))
      addRigid(Run(sheet.isASCII ? "[^\(number)]" : number.superscript, style), .attached)
    case .math: addMath(node, style)
    default: return style
    }
    return nil
  }

  /// A line of the source that starts with a label, like the one before it (`**Wrong:** …`, `**Right:** …`), keeps a
  /// line of its own.
  private mutating func endsLine(before node: Document.Node) -> Bool {
    guard let label = document.next(after: node), isLabel(label), let block = document.parent(of: node),
      let first = document.firstChild(of: block), isLabel(first)
    else { return false }
    pieces.append(.lineEnd)
    return true
  }

  /// By the source before the closing marks: all of the text would be read again for every line.
  private func isLabel(_ node: Document.Node) -> Bool {
    guard document.kind(of: node) == .strong else { return false }
    let text = document.source[document.range(of: node)].dropLast(2)
    return text.last == UInt8(ascii: ":") || text.suffix(3).elementsEqual("：".utf8)
  }

  private mutating func leave(_ node: Document.Node, _ style: Style) {
    if document.kind(of: node) == .strikethrough, !sheet.hasStyles { add(tildes(of: node), style) }
    guard document.kind(of: node) == .link, let address = listedAddress(of: node) else { return }
    let number = references.number(ofAddress: address)
    addRigid(Run("[\(number)]", style.adding(.secondary)), .attached)
  }

  private func tildes(of strikethrough: Document.Node) -> String {
    let tilde = UInt8(ascii: "~")
    let count = document.source[document.range(of: strikethrough)].prefix(2).prefix { $0 == tilde }.count
    return String(repeating: "~", count: count)
  }

  private mutating func add(_ text: String, _ style: Style) {
    guard let first = text.unicodeScalars.first else { return }
    joinLines(before: first)
    last = text.unicodeScalars.last
    pieces.append(LineBreak.Piece(Run(sheet.isASCII ? text.spelledInASCII : text, style)))
  }

  /// Without the spaces behind a Chinese stop: behind `**误：**` one must stand in the source for the marks to close.
  private func withoutSpare(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: " "), !hasSoftBreak, !sheet.isASCII, last?.hasOwnSpace == true else {
      return text
    }
    return String(text.drop { $0 == " " })
  }

  private mutating func addRigid(_ run: Run, _ kind: LineBreak.Piece.Kind = .rigid) {
    guard let first = run.text.unicodeScalars.first else { return }
    if kind != .attached { joinLines(before: first) }
    last = run.text.unicodeScalars.last
    pieces.append(LineBreak.Piece(run, kind))
  }

  /// A line end of the source between two signs that join lines is nothing, else a space.
  private mutating func joinLines(before next: Unicode.Scalar) {
    guard hasSoftBreak else { return }
    hasSoftBreak = false
    if let last, last.joinsLines, next.joinsLines { return }
    pieces.append(LineBreak.Piece(Run(" ")))
  }

  private mutating func addHTML(_ text: String, _ style: Style) {
    if text.hasPrefix("<!--") { return }
    let isLineBreak = text.lowercased().hasPrefix("<br") && !text.dropFirst(3).prefix(1).allSatisfy(\.isTagName)
    if isLineBreak {
      pieces.append(.lineEnd)
    } else {
      add(text, style.adding(.secondary))
    }
  }

  private mutating func addImage(_ node: Document.Node, _ style: Style) {
    let alt = document.plainText(of: node)
    add("▣ " + (alt.isEmpty ? document.title(of: node) : alt), style)
    add(" — " + document.destination(of: node), style.adding(.secondary))
  }

  private mutating func addMath(_ node: Document.Node, _ style: Style) {
    if document.isDisplay(node) {
      endText()
      parts.append(.display(node))
      return
    }
    let formula = Formula(parsing: document.literal(of: node), macros: macros)
    for run in formula.line(as: sheet.formulaSetting) { addRigid(Run(run.text, style.adding(run.style))) }
  }

  /// The address for the list at the page's end; nil where the text says it already or it leads into the page.
  private func listedAddress(of node: Document.Node) -> String? {
    let address = document.destination(of: node)
    let text = document.plainText(of: node)
    let isShown = text == address || "mailto:\(text)" == address || "http://\(text)" == address
    return address.isEmpty || address.hasPrefix("#") || isShown ? nil : address
  }

  private mutating func linkStyle(_ node: Document.Node, _ style: Style) -> Style {
    let address = document.destination(of: node)
    return style.adding(.linked).with { $0.link = address }
  }

  private mutating func addWikiLink(_ node: Document.Node, _ style: Style) {
    let slug = String(document.destination(of: node).prefix { $0 != "#" })
    let text = document.plainText(of: node)
    if text != slug, !slug.isEmpty { references.mention(slug) }
    add(text, style.adding(.name))
  }

  private mutating func endText() {
    if !pieces.isEmpty { parts.append(.text(pieces)) }
    pieces = []
    hasSoftBreak = false
    last = nil
  }
}

extension Character {
  /// Whether it goes on with the name of an HTML tag, so that `<brand>` is no `<br>`.
  fileprivate var isTagName: Bool { isLetter || isNumber || self == "-" || self == ":" || self == "_" }
}
