import Catalog
import Markdown

/// Cards made from what a note marks: its declared term, labelled formulas, marked tables, ordered steps, and code with
/// its output. Nothing is made from free text: of "**bold**: text" in real notes only half were usable questions.
struct Generated {
  private let headers: [Header]
  private let distractors: Distractors

  init(_ headers: [Header], names: [String: [String]], likeness: @escaping (String, String) -> Double) {
    self.headers = headers
    distractors = Distractors(headers, names: names, likeness: likeness)
  }

  func cards(of note: Note) -> [Card] {
    let document = note.document
    return [term(note)].compactMap { $0 } + equations(note) + cells(note, document) + outputs(note, document)
  }

  /// Which concept a summary describes; its names are masked. At least two other concepts must fit the slot.
  private func term(_ note: Note) -> Card? {
    guard !note.summary.isEmpty, note.source.first == UInt8(ascii: "-") else { return nil }
    let masked = distractors.masked(note.summary, namesOf: note.slug)
    // A summary that is little but its own name asks nothing.
    guard masked.text.count >= 24, masked.count <= 2 else { return nil }
    let others = distractors.terms(for: note.header, count: 2)
    guard others.count == 2 else { return nil }
    let stem =
      note.language == .english
      ? "Which concept is this?\n\n> \(masked.text)" : "这描述的是哪个概念？\n\n> \(masked.text)"
    return card(
      note, "term", .term, stem, note.title, .choice([note.title] + others, right: 0), line: 1, also: note.aliases)
  }

  /// Which formula has a label; the others are formulas of the same note.
  private func equations(_ note: Note) -> [Card] {
    let formulas = LabelledFormula.all(in: note)
    guard formulas.count >= 3 else { return [] }
    return formulas.compactMap { formula in
      let others = formulas.filter { $0.label != formula.label && FormulaAnswer.differ($0.tex, formula.tex) }
      guard others.count >= 2, !formula.tex.contains(#"\begin"#), let name = formula.spokenName else { return nil }
      let picked = others.sorted { abs($0.tex.count - formula.tex.count) < abs($1.tex.count - formula.tex.count) }
        .prefix(2)
      let stem =
        note.language == .english
        ? "\(note.title): write down the formula *\(name)*." : "\(note.title)：写出公式 *\(name)*。"
      let shown = "$$\n\(formula.tex)\n$$"
      return card(
        note, "eq-\(formula.label)", .equation, stem, shown,
        .choice(([formula] + picked).map { "$\($0.tex.replacing("\n", with: " "))$" }, right: 0),
        line: note.document.place(of: formula.offset).line, section: formula.section)
    }
  }

  /// Which row of a marked table has a value: asked of the columns where every value is another.
  private func cells(_ note: Note, _ document: Document) -> [Card] {
    MarkedTable.all(in: note).flatMap { table in
      table.questions.map { question in
        let stem =
          note.language == .english
          ? "\(table.rowName): which one has **\(question.column)** = \(question.value)?"
          : "\(table.rowName)：哪一个的**\(question.column)**是 \(question.value)？"
        return card(
          note, "cell-\(question.key)", .cell, stem, question.answer,
          .choice([question.answer] + question.others, right: 0), line: document.place(of: table.offset).line,
          section: table.section)
      }
    }
  }

  /// What a program prints: Python directly followed by its output.
  private func outputs(_ note: Note, _ document: Document) -> [Card] {
    var cards: [Card] = []
    for section in note.sections {
      for (code, output) in zip(section.blocks, section.blocks.dropFirst())
      where document.isCode(code, in: "python") && document.isCode(output, in: "output") {
        let printed = document.literal(of: output)
        let lines = printed.split(separator: "\n").count
        // More than four lines are not recalled but copied.
        guard 1...4 ~= lines, document.literal(of: code).split(separator: "\n").count <= 25 else { continue }
        let ask = note.language == .english ? "What does this program print?" : "这段程序输出什么？"
        cards.append(
          card(
            note, "output-\(cards.count + 1)", .output,
            "\(ask)\n\n```python\n\(document.literal(of: code))```", "```text\n\(printed)```",
            lines == 1 ? .text([String(printed.trimmed)]) : .open,
            line: document.place(of: document.range(of: code).lowerBound).line, section: section.anchor))
      }
    }
    return cards
  }

  private func card(
    _ note: Note, _ suffix: String, _ kind: Card.Kind, _ stem: String, _ answer: String, _ key: Card.Key, line: Int,
    section: String? = nil, also: [String] = []
  ) -> Card {
    Card(
      id: "\(note.slug)~\(suffix)", slug: note.slug, language: note.language, kind: kind, stem: stem, answer: answer,
      key: key, also: also, tolerance: nil, hint: nil, section: section, line: line, group: "\(note.slug)~\(kind)",
      isGenerated: true)
  }
}

extension Document {
  fileprivate func isCode(_ node: Node, in language: String) -> Bool {
    kind(of: node) == .codeBlock && info(of: node).split(separator: " ").first.map(String.init) == language
  }
}
