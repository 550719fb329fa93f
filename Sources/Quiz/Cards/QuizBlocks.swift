import Catalog
import Markdown

/// A card as the quiz section writes it: its question or cloze, its options and its answer, still Markdown.
///
/// Grammar: a card runs from `Q:` or `C:` to the next one or the next heading; `A:` begins the
/// answer; a task list is options, a numbered list under a question its steps in the right order; other blocks belong
/// to the part they stand in. The marks may have a full-width colon.
struct CardDraft {
  enum Mark { case question, cloze }

  var mark: Mark
  /// Where the mark stands in the source.
  var offset: Int
  var stem: [String]
  var answer: [String]?
  var options: [(text: String, isRight: Bool)] = []
  var steps: [String] = []
  var attributes = Attributes()

  /// The drafts of a note's quiz section.
  static func all(in note: Note) -> [CardDraft] {
    quizSections(of: note).flatMap { all(in: $0.blocks, of: note.document) }
  }

  /// The first draft in another place, where nobody asks it: a question with its answer, or a cloze with a blank.
  static func stray(in note: Note) -> CardDraft? {
    let own = Set(quizSections(of: note).flatMap(\.blocks))
    let parts = note.document.children(of: note.document.root).split { block in
      note.document.kind(of: block) == .heading || own.contains(block)
    }
    return parts.lazy.flatMap { all(in: Array($0), of: note.document) }.first { draft in
      switch draft.mark {
      case .question: draft.answer != nil
      case .cloze: draft.stem.contains { $0.contains("==") }
      }
    }
  }

  private static func quizSections(of note: Note) -> ArraySlice<Section> {
    note.quizSection.map(note.branch) ?? []
  }

  private static func all(in blocks: [Document.Node], of document: Document) -> [CardDraft] {
    var drafts: [CardDraft] = []
    for block in blocks {
      switch document.kind(of: block) {
      case .paragraph:
        for piece in pieces(of: document.range(of: block), in: document) { take(piece, into: &drafts) }
      case .list:
        if let last = drafts.indices.last { drafts[last].take(list: block, of: document) }
      case .htmlBlock:
        if let last = drafts.indices.last { _ = drafts[last].attributes.take(from: document.text(of: block)) }
      default:
        if let last = drafts.indices.last { drafts[last].add(document.text(of: block)) }
      }
    }
    return drafts
  }

  private struct Piece {
    enum Part {
      case start(Mark, offset: Int)
      case answer
      case more
    }

    var part: Part
    var text: String
  }

  /// The paragraph cut before each line that begins with a mark.
  private static func pieces(of range: Range<Int>, in document: Document) -> [Piece] {
    var pieces: [Piece] = []
    for line in document.source[range].lines {
      let text = String(decoding: line, as: UTF8.self)
      switch marked(text) {
      case ("Q", let rest)?: pieces.append(Piece(part: .start(.question, offset: line.startIndex), text: rest))
      case ("C", let rest)?: pieces.append(Piece(part: .start(.cloze, offset: line.startIndex), text: rest))
      case (_, let rest)?: pieces.append(Piece(part: .answer, text: rest))
      case nil where pieces.isEmpty: pieces.append(Piece(part: .more, text: text))
      case nil: pieces[pieces.count - 1].text += "\n" + text
      }
    }
    return pieces
  }

  /// `Q: text` as its letter and text.
  private static func marked(_ line: String) -> (letter: Character, text: String)? {
    let line = line.trimmed
    guard let letter = line.first, "QAC".contains(letter), let colon = line.dropFirst().first, ":：".contains(colon)
    else { return nil }
    return (letter, String(line.dropFirst(2).trimmed))
  }

  private static func take(_ piece: Piece, into drafts: inout [CardDraft]) {
    if case .start(let mark, let offset) = piece.part {
      var draft = CardDraft(mark: mark, offset: offset, stem: [])
      draft.stem = [draft.attributes.take(from: piece.text)]
      drafts.append(draft)
      return
    }
    guard let last = drafts.indices.last else { return }
    let text = drafts[last].attributes.take(from: piece.text)
    guard case .answer = piece.part else { return drafts[last].add(text) }
    if drafts[last].answer == nil { drafts[last].answer = [] }
    drafts[last].answer?.append(text)
  }

  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    if answer == nil { stem.append(text) } else { answer?.append(text) }
  }

  private mutating func take(list: Document.Node, of document: Document) {
    let items = document.children(of: list)
    if answer == nil, items.contains(where: { document.isChecked($0) != nil }) {
      for item in items {
        let text = attributes.take(from: document.itemText(item))
        options.append((text, document.isChecked(item) == true))
      }
    } else if answer == nil, document.listStyle(of: list).isOrdered, mark == .question {
      steps += items.map { attributes.take(from: document.itemText($0)) }
    } else {
      add(attributes.take(from: document.text(of: list)))
    }
  }
}

extension Document {
  /// The source of a node.
  func text(of node: Node) -> String {
    String(decoding: source[range(of: node)], as: UTF8.self)
  }

  /// The source of what a list item holds, without its bullet, box and indentation.
  func itemText(_ item: Node) -> String {
    children(of: item).map { child in
      let lines = text(of: child).split(separator: "\n", omittingEmptySubsequences: false)
      let body = kind(of: child) == .paragraph ? lines.map { $0.trimmed } : lines
      var text = String(body.joined(separator: "\n").trimmed)
      if isChecked(item) != nil, text.hasPrefix("["), text.dropFirst(2).hasPrefix("]") {
        text = String(text.dropFirst(3).trimmed)
      }
      return text
    }.joined(separator: "\n\n")
  }
}

extension ArraySlice<UInt8> {
  /// The lines without their ends, which are those of Markdown: LF, CR LF and CR.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    for i in indices {
      let isReturn = self[i] == UInt8(ascii: "\r")
      guard isReturn || self[i] == UInt8(ascii: "\n") else { continue }
      let isSecondOfPair = !isReturn && i > startIndex && self[i - 1] == UInt8(ascii: "\r")
      if !isSecondOfPair { lines.append(self[start..<i]) }
      start = i + 1
    }
    return lines + [self[start...]]
  }
}
