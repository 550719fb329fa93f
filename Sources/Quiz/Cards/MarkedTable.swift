import Catalog
import Markdown

/// A comparison table whose author marked it as worth asking: `<!-- quiz -->` in its header or in the block before it.
struct MarkedTable {
  struct Question {
    var column: String
    var value: String
    var answer: String
    var others: [String]
    /// Part of the card's identity: the numbers of row and column, which both languages share.
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
      var isMarked = false
      for block in section.blocks {
        let text = document.text(of: block)
        if document.kind(of: block) == .table, isMarked || text.range(of: "<!-- quiz -->") != nil {
          tables.append(table(block, section, document))
        }
        isMarked = document.kind(of: block) == .htmlBlock && text.range(of: "<!-- quiz -->") != nil
      }
    }
    return tables
  }

  private static func table(_ node: Document.Node, _ section: Section, _ document: Document) -> MarkedTable {
    let rows = document.children(of: node).map { row in
      document.children(of: row).map { String(document.text(of: $0).replacing("<!-- quiz -->", with: "").cell) }
    }
    return MarkedTable(
      rowName: rows.first?.first ?? "", offset: document.range(of: node).lowerBound, section: section.anchor,
      questions: questions(rows))
  }

  private static func questions(_ rows: [[String]]) -> [Question] {
    guard let header = rows.first, rows.count >= 4 else { return [] }
    let body = Array(rows.dropFirst())
    var questions: [Question] = []
    for column in header.indices.dropFirst() {
      let values = body.map { column < $0.count ? TypedAnswer.normalised($0[column]) : "" }
      // Only where every value is another one has each question one answer.
      guard Set(values).count == values.count, !values.contains(""), !values.contains("—") else { continue }
      for (number, row) in body.enumerated() {
        let others = body.indices.filter { $0 != number }.map { body[$0][0] }
        questions.append(
          Question(
            column: header[column], value: row[column], answer: row[0], others: Array(others.prefix(3)),
            key: "\(number + 1)-\(column)"))
      }
    }
    return questions
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
