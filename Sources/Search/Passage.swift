import Catalog
import Markdown
import TeX
import Text

/// The text of a part of a note as a reader sees it, in sentences, with what must not be cut.
struct Passage {
  /// A run of text; a formula or code is one atom, and so is what a table's head says of a cell, which no cell says
  /// itself.
  struct Atom {
    enum Kind { case text, code, formula, label }
    var kind: Kind
    /// The text; of a formula its TeX.
    var text: String
    /// What a formula may use beside TeX's own commands.
    var macros = GivenMacros()

    var formula: Formula { Formula(parsing: text, macros: macros) }

    /// As it is shown. A formula is set only when it is asked for: most are in sentences that are not shown.
    func shown(as setting: Setting = Setting()) -> String {
      kind == .formula ? formula.line(as: setting).map(\.text).joined() : text
    }
  }

  /// Where a sentence stands: explanations say most to a reader, and what is wrong should not be the first thing read.
  enum Manner { case prose, row, code, drawing, mistake, label }

  private(set) var sentences: [(atoms: [Atom], manner: Manner)] = []
  /// The text of the first heading, with its formulas as TeX.
  private(set) var heading = ""
  /// The first heading as it is shown, where that is not its text.
  private(set) var shownHeading: String?
  private let macros: GivenMacros
  private var sentence: [Atom] = []
  /// How many bytes it has, and whether it has said what is right.
  private var length = 0
  private var hasRight = false
  /// Whether all of it is strong, whether the text at hand is, and where in the source what is strong ends.
  private var isStrong = true
  private var isInStrong = false
  private var strongEnd = 0
  private var manner = Manner.prose
  /// What the head of the table at hand says of its columns, and of which cell next.
  private var columns: [String] = []
  private var labels: ArraySlice<String> = []

  /// The sentences of a part of a note's source; headings, comments and pictures are left out.
  init(of source: ContiguousArray<UInt8>, macros: GivenMacros = GivenMacros()) {
    self.macros = macros
    let document = Document(parsing: source)
    var node: Document.Node? = document.root
    while let current = node {
      let kind = document.kind(of: current)
      if kind == .heading && heading.isEmpty { takeHeading(current, document) }
      take(kind, current, document)
      let isLeftOut = kind == .heading || kind == .frontMatter || kind == .image
      node = isLeftOut ? document.following(current) : document.firstChild(of: current) ?? document.following(current)
    }
    endSentence()
  }

  private mutating func take(_ kind: Document.Kind, _ node: Document.Node, _ document: Document) {
    switch kind {
    case .paragraph, .item, .tableRow, .codeBlock, .heading, .callout, .footnoteDefinition, .table, .list, .blockQuote:
      endSentence()
      manner = kind == .tableRow ? .row : .prose
      if kind == .codeBlock { takeCode(document.literal(of: node)) }
      if kind == .tableRow { startRow(node, document) }
    case .tableCell: startCell(node, document)
    case .strong: strongEnd = document.range(of: node).upperBound
    case .text:
      isInStrong = document.range(of: node).lowerBound < strongEnd
      takeText(document.literal(of: node))
    case .softBreak, .lineBreak: takeBreak()
    case .codeSpan: append(Atom(kind: .code, text: document.literal(of: node)))
    case .wikiLink: if document.firstChild(of: node) == nil { takeText(document.destination(of: node)) }
    case .math:
      if document.isDisplay(node) { endSentence() }
      append(Atom(kind: .formula, text: document.literal(of: node), macros: macros))
      if document.isDisplay(node) { endSentence() }
    default: break
    }
  }

  private mutating func takeHeading(_ node: Document.Node, _ document: Document) {
    heading = document.plainText(of: node)
    let shown = document.headline(of: node)
    if shown != heading { shownHeading = shown }
  }

  /// A row reads `GBDT · lowers: bias`: the head of a column stands before each cell but the first.
  private mutating func startRow(_ row: Document.Node, _ document: Document) {
    guard document.isHeader(row) else { return labels = columns[...] }
    (columns, labels) = ([], [])
    var cell = document.firstChild(of: row)
    while let current = cell {
      let head = document.headline(of: current)
      columns.append(head.utf8.count <= Passage.longestLabel ? head : "")
      cell = document.next(after: current)
    }
  }

  /// Bytes; a longer head would hide what the cell says, and each row has it again.
  private static let longestLabel = 60

  private mutating func startCell(_ cell: Document.Node, _ document: Document) {
    let label = labels.popFirst() ?? ""
    guard !sentence.isEmpty else { return }
    append(Atom(kind: .text, text: " · "))
    guard let last = label.unicodeScalars.last, document.firstChild(of: cell) != nil else { return }
    append(Atom(kind: .label, text: label + (last.value < 0x2E80 ? ": " : "：")))
  }

  /// Each line of a program is a sentence; a shred of a drawing explains nothing.
  private mutating func takeCode(_ code: String) {
    // Boxes make all of it a drawing, an arrow only its line.
    let hasBoxes = code.unicodeScalars.contains { 0x2500...0x25FF ~= $0.value }
    for line in code.utf8.split(separator: UInt8(ascii: "\n")) {
      let text = Substring(line.drop { $0 == UInt8(ascii: " ") })
      let isDrawing =
        hasBoxes || text.unicodeScalars.contains { 0x2190...0x2BFF ~= $0.value && !$0.properties.isMath }
      if !text.isEmpty { sentences.append(([Atom(kind: .text, text: String(text))], isDrawing ? .drawing : .code)) }
    }
  }

  /// A line end is a space, but not between Chinese characters.
  private mutating func takeBreak() {
    guard let last = sentence.last?.shown().unicodeScalars.last, last.value < 0x2E80 else { return }
    takeText(" ")
  }

  /// A sentence ends before a space that follows its stop, or behind a Chinese stop.
  private mutating func takeText(_ text: String) {
    let bytes = ContiguousArray(text.utf8)
    var start = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: " "), i > start, Passage.isStop(bytes, at: i - 1) {
        append(String(decoding: bytes[start..<i], as: UTF8.self))
        start = isUnfinished ? i : i + 1
        if !isUnfinished { endSentence() }
      } else if let end = Passage.chineseEnd(bytes, at: i) {
        append(String(decoding: bytes[start..<end], as: UTF8.self))
        if !isUnfinished { endSentence() }
        start = end
        i = end - 1
      }
      i += 1
    }
    append(start == 0 ? text : String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Whether what follows still belongs to the sentence.
  private var isUnfinished: Bool { isHalfOfPair || isLabel || isLead }

  /// Whether the sentence so far is a strong one that leads to the next: `**要多少数据。** 在 ImageNet 上…`.
  private var isLead: Bool { isStrong && length < 80 }

  /// Whether the sentence is so short that it only names what the next one is about: `NMS.`, `Default arguments.`
  private var isLabel: Bool { length < 18 }

  /// Whether the sentence says what is wrong and not yet what is right: by itself it would be believed. What goes on
  /// for long is no such pair.
  private var isHalfOfPair: Bool { isMistake && !hasRight && length < 1000 }

  private var isMistake: Bool {
    guard let first = sentence.first?.text else { return false }
    // By bytes: by characters it would take longer than the rest of a sentence.
    return ["Wrong:", "误："].contains { first.utf8.starts(with: $0.utf8) }
  }

  /// Whether a sentence may end with the byte: not with the full stop of an abbreviation.
  private static func isStop(_ bytes: ContiguousArray<UInt8>, at i: Int) -> Bool {
    switch bytes[i] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."):
      var start = i
      while start > 0, bytes[start - 1] == UInt8(ascii: ".") || isAlphanumeric(bytes[start - 1]) { start -= 1 }
      let word = bytes[start..<i]
      return !abbreviations.contains { $0.utf8.elementsEqual(word) }
    default: return false
    }
  }

  private static let abbreviations = [
    "al", "approx", "cf", "e.g", "Eq", "eq", "Eqs", "Fig", "fig", "Figs", "i.e", "resp", "Sec", "vs",
  ]

  /// Where a sentence ends with one of `。！？` and the quotes and brackets that it closes; nil where none stands there,
  /// or where the sentence goes on behind a quotation.
  private static func chineseEnd(_ bytes: ContiguousArray<UInt8>, at i: Int) -> Int? {
    guard isChineseStop(bytes, at: i) else { return nil }
    let rest = bytes[(i + 3)...]
    let closing = closers.first { rest.starts(with: $0.utf8) }
    guard let closing else { return i + 3 }
    let behind = rest.dropFirst(closing.utf8.count)
    return joiners.contains { behind.starts(with: $0.utf8) } ? nil : i + 3 + closing.utf8.count
  }

  private static let closers = ["”", "’", "」", "』", "）"]
  private static let joiners = ["，", "、", "；", "：", "。", "的"]

  /// Whether one of `。！？` stands there; a semicolon only parts what belongs together.
  private static func isChineseStop(_ bytes: ContiguousArray<UInt8>, at i: Int) -> Bool {
    guard bytes[i] == 0xE3 || bytes[i] == 0xEF, i + 2 < bytes.count else { return false }
    switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
    default: return false
    }
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty, !(sentence.isEmpty && text == " ") else { return }
    length += text.utf8.count
    isStrong = isStrong && isInStrong
    if sentence.last?.kind == .text {
      sentence[sentence.count - 1].text += text
    } else {
      sentence.append(Atom(kind: .text, text: text))
    }
    if !hasRight, isMistake { hasRight = text.utf8.holds("Right:".utf8) || text.utf8.holds("正：".utf8) }
  }

  private mutating func append(_ atom: Atom) {
    length += atom.text.utf8.count
    isStrong = false
    sentence.append(atom)
  }

  private mutating func endSentence() {
    if !sentence.isEmpty {
      sentences.append((sentence, isMistake ? .mistake : isLabel && manner == .prose ? .label : manner))
    }
    (sentence, length, hasRight, isStrong) = ([], 0, false, true)
  }
}
