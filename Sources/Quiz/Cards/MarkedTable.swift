import Catalog
import Markdown

/// A comparison table whose author marked it as worth asking: `<!-- quiz -->` in its header or in the block before it.
/// `<!-- quiz: 1 3 -->` asks these columns alone; the first behind the rows' names is 1.
struct MarkedTable {
  struct Question {
    var column: String
    var value: String
    var answer: String
    var others: [String]
    /// Part of the card's identity: the numbers of table, row and column, which both languages share.
    var key: String
  }

  var rowName: String
  var offset: Int
  var section: String
  var questions: [Question]

  static func all(in note: Note) -> [MarkedTable] {
    let document = note.document
    var tables: [MarkedTable] = []
    for section in note.sections {
      var mark: Mark?
      for block in section.blocks {
        let text = String(document.text(of: block))
        if document.kind(of: block) == .table, let mark = mark ?? Mark(in: text) {
          tables.append(table(block, mark, number: tables.count + 1, section, document))
        }
        mark = document.kind(of: block) == .htmlBlock ? Mark(in: text) : nil
      }
    }
    return tables
  }

  /// What the author wrote into the comment.
  private struct Mark {
    /// Empty for all.
    var columns: Set<Int>

    init?(in text: String) {
      guard let start = text.range(of: "<!-- quiz"), let end = text[start.upperBound...].range(of: "-->") else {
        return nil
      }
      let inner = text[start.upperBound..<end.lowerBound].trimmed
      guard inner.isEmpty || inner.hasPrefix(":") else { return nil }
      columns = Set(inner.dropFirst().split(separator: " ").compactMap { Int($0) })
    }

    static func removed(from cell: String) -> String {
      guard let start = cell.range(of: "<!-- quiz"), let end = cell[start.upperBound...].range(of: "-->") else {
        return cell
      }
      return String(cell[..<start.lowerBound] + cell[end.upperBound...])
    }
  }

  private static func table(
    _ node: Document.Node, _ mark: Mark, number: Int, _ section: Section, _ document: Document
  ) -> MarkedTable {
    let rows = document.children(of: node).map { row in
      document.children(of: row).map { String(Mark.removed(from: String(document.text(of: $0))).cell) }
    }
    return MarkedTable(
      rowName: rows.first?.first ?? "", offset: document.range(of: node).lowerBound, section: section.anchor,
      questions: questions(rows, mark, prefix: number == 1 ? "" : "t\(number)-"))
  }

  /// So many rows of a table are asked, and stand beside the right one: a longer one is a list to look things up in,
  /// and each row is held against all others.
  private static let mostRows = 60

  private static func questions(_ rows: [[String]], _ mark: Mark, prefix: String) -> [Question] {
    guard let header = rows.first, rows.count >= 4 else { return [] }
    let body = Array(rows.dropFirst())
    let names = body.map { TypedAnswer.words(of: $0.first ?? "") }
    var questions: [Question] = []
    for column in header.indices.dropFirst() where mark.columns.isEmpty || mark.columns.contains(column) {
      let cells = body.map { column < $0.count ? $0[column] : "" }
      let values = cells.map(TypedAnswer.normalised)
      // Only where every value is another one has each question one answer.
      guard Set(values).count == values.count, !values.contains("") else { continue }
      let words = cells.map(TypedAnswer.words)
      for (row, cell) in cells.prefix(mostRows).enumerated() where cell.count <= 60 {
        guard cell.contains("$") || !isWithinAnother(row, of: words), !namesItsRow(words[row], row, of: names) else {
          continue
        }
        let others = body.indices.prefix(mostRows).filter { $0 != row }.map { body[$0][0] }
        questions.append(
          Question(
            column: header[column], value: cell, answer: body[row][0], others: others,
            key: "\(prefix)\(row + 1)-\(column)"))
      }
    }
    return questions
  }

  /// Whether another cell of the column says the same and more: then it would be right as well.
  private static func isWithinAnother(_ row: Int, of words: [Set<String>]) -> Bool {
    words.indices.contains { $0 != row && words[row].isSubset(of: words[$0]) }
  }

  /// Whether a cell has a word of its own row's name that tells the row from another.
  private static func namesItsRow(_ words: Set<String>, _ row: Int, of names: [Set<String>]) -> Bool {
    words.intersection(names[row]).contains { word in
      (word.utf8.count >= 3) && names.contains { !$0.contains(word) }
    }
  }
}

extension String {
  /// A cell's text without the pipes around it.
  fileprivate var cell: Substring {
    var text = trimmed
    if text.hasPrefix("|") { text = text.dropFirst() }
    if text.hasSuffix("|") { text = text.dropLast() }
    return text.trimmed
  }
}
