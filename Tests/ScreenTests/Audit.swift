import Catalog
import Markdown
import Screen
import Text

/// The faults of a note's lines at one width.
struct Audit {
  private(set) var faults: [String] = []

  init(of note: Note, columns: Int) {
    let surface = Surface(hasColor: false, hasLinks: false, isASCII: false, ambiguous: .narrow)
    for line in NotePage(note, on: Sheet(width: columns, hasStyles: false)).lines {
      let text = String(decoding: surface.encoded(line).dropLast(), as: UTF8.self)
      let words = text.drop { " ┃•◦▪".contains($0) }
      if text.columns() > columns { faults.append("too wide: \(text)") }
      if text.last == " " { faults.append("space at the end: \(text)") }
      // Code and diagrams stand behind a thin line and break as they must.
      if text.contains("│ ") || text.contains("┊ ") || text.contains("↪") { continue }
      if words.first.map({ "，。、；：？！）」』】》".contains($0) }) == true { faults.append("starts badly: \(text)") }
      if words.last.map({ "（「『【《“‘".contains($0) }) == true { faults.append("ends badly: \(text)") }
    }
  }
}

/// Whether each block of prose has the words at one width that it has on one endless line, and each table the cells.
struct WordAudit {
  private(set) var changes: [String] = []

  init(of note: Note, columns: Int) {
    let document = note.document
    let displayed = document.nodes(.math).filter { WordAudit.maySpread($0, document) }
    for block in document.children(of: document.root) {
      let range = document.range(of: block)
      switch document.kind(of: block) {
      case .codeBlock, .frontMatter, .thematicBreak, .htmlBlock, .footnoteDefinition: continue
      case .table: compareCells(of: block, in: note, columns)
      default:
        guard !displayed.contains(where: { range.contains(document.range(of: $0).lowerBound) }) else { continue }
        compareWords(of: block, in: note, columns)
      }
    }
  }

  private mutating func compareWords(of block: Document.Node, in note: Note, _ columns: Int) {
    // Prose has a measure, so that an endless line must be asked for word by word: at no width may a line break stand
    // where the text has neither a space nor a wide sign.
    let narrow = WordAudit.lines(of: block, in: note, columns: columns)
    let wide = WordAudit.lines(of: block, in: note, columns: 200)
    if WordAudit.signs(narrow) != WordAudit.signs(wide) { changes.append(narrow.joined(separator: "\n")) }
    let longest = WordAudit.words(wide).map { $0.columns() }.max() ?? 0
    guard longest < columns / 2 else { return }
    if WordAudit.words(narrow) != WordAudit.words(wide) { changes.append(narrow.joined(separator: "\n")) }
  }

  /// A grid holds every sign of every cell once; cards repeat the header.
  private mutating func compareCells(of table: Document.Node, in note: Note, _ columns: Int) {
    let narrow = WordAudit.lines(of: table, in: note, columns: columns)
    let once = WordAudit.counts(WordAudit.lines(of: table, in: note, columns: 10_000))
    let now = WordAudit.counts(narrow)
    let isGrid = narrow.contains { $0.contains("──") }
    if isGrid ? once != now : once.contains(where: { now[$0.key, default: 0] < $0.value }) {
      changes.append(narrow.joined(separator: "\n"))
    }
  }

  private static func lines(of block: Document.Node, in note: Note, columns: Int) -> [String] {
    var page = Page(note.document, on: Sheet(width: columns, hasStyles: false), macros: note.macros)
    page.add(block)
    return page.lines.map { $0.map(\.text).joined() }
  }

  private static func signs(_ lines: [String]) -> String {
    lines.map { $0.filter { !" ┃".contains($0) } }.joined()
  }

  /// Latin words and numbers, which no line break may part.
  private static func words(_ lines: [String]) -> [Substring] {
    lines.joined(separator: " ").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  }

  private static func counts(_ lines: [String]) -> [Character: Int] {
    lines.joined().filter { !" ─".contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// A displayed formula, or one alone in its paragraph, may stand in two dimensions.
  private static func maySpread(_ math: Document.Node, _ document: Document) -> Bool {
    document.isDisplay(math) || document.parent(of: math).map { document.children(of: $0).count == 1 } ?? true
  }
}
