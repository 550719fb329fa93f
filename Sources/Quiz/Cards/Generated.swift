import Catalog
import Markdown
import Text

/// Cards made from what a note marks: its declared term, labelled formulas, marked tables, ordered steps, and code with
/// its output. Nothing is made from free text: of "**bold**: text" in real notes only half were usable questions.
struct Generated: Sendable {
  /// The titles and aliases of each note, in both languages.
  let names: [String: [String]]
  private let distractors: Distractors

  init(_ library: Library, in language: Language, likeness: @escaping Distractors.Likeness) {
    var names: [String: [String]] = [:]
    for header in library.headers { names[header.slug, default: []] += [header.title] + header.aliases }
    self.names = names
    distractors = Distractors(of: library, in: language, names: names, likeness: likeness)
  }

  func cards(of note: Note) -> [Card] {
    let document = note.document
    let formulas = LabelledFormula.all(in: note)
    return [term(note)].compactMap { $0 } + equations(note, formulas) + mutations(note, formulas)
      + cells(note) + steps(note) + outputs(note, document)
  }

  /// The card with its options; with less than two wrong ones that hold it stays free recall.
  func completed(_ card: Card, in note: Note) -> Card {
    var card = card
    switch card.kind {
    case .term:
      let mask = NameMask(names[note.slug] ?? [])
      card.stem = Generated.termStem(mask.masked(note.summary), note.language)
      let others = distractors.terms(for: note.header, count: 2)
      card.key = others.count == 2 ? .choice([note.title] + others, right: 0) : .text([note.title])
    case .equation:
      let formulas = LabelledFormula.all(in: note)
      guard let formula = formulas.first(where: { card.id == "\(note.slug)~eq-\($0.label)" }) else { break }
      // The nearest in length first, so that the right one does not stand out.
      let others = formulas.filter { $0.label != formula.label && FormulaAnswer.differ($0.tex, formula.tex) }
        .sorted { abs($0.tex.utf8.count - formula.tex.utf8.count) < abs($1.tex.utf8.count - formula.tex.utf8.count) }
      guard others.count >= 2 else { break }
      let options = ([formula] + others.prefix(2)).map { "$\($0.tex.replacing("\n", with: " "))$" }
      card.key = .choice(options, right: 0)
    case .recall, .cloze, .formula, .choice, .truth, .order, .number, .typed, .mutation, .cell, .steps, .output: break
    }
    return card
  }

  /// Which concept a summary describes; its names are masked when it is asked.
  private func term(_ note: Note) -> Card? {
    guard note.summary.utf8.count >= 40, note.source.first == UInt8(ascii: "-") else { return nil }
    let stem = Generated.termStem(note.summary, note.language)
    // All of the note explains it: its first words more than the section that happens to share most words.
    return card(
      note, "term", .term, stem, note.title, .open, offset: 0, section: note.sections.first?.anchor,
      also: [note.slug] + note.aliases)
  }

  private static func termStem(_ summary: String, _ language: Language) -> String {
    language == .english ? "Which concept is this?\n\n> \(summary)" : "这描述的是哪个概念？\n\n> \(summary)"
  }

  /// A labelled formula as a whole: asked by its left side where that names it alone, else by its label.
  private func equations(_ note: Note, _ formulas: [LabelledFormula]) -> [Card] {
    guard formulas.count >= 3 else { return [] }
    let lefts = formulas.map { FormulaMutation($0.tex, macros: note.macros)?.left }
    let counts = Dictionary(lefts.compactMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
    return zip(formulas, lefts).compactMap { formula, left in
      guard !formula.tex.utf8.contains(UInt8(ascii: "&")), let name = formula.spokenName else { return nil }
      let left = left.flatMap { counts[$0] == 1 ? $0 : nil }
      let named = left == nil ? " *\(name)*" : ""
      let ask =
        note.language == .english ? "\(note.title): write down the formula\(named)." : "\(note.title)：写出公式\(named)。"
      let stem = ask + (left.map { "\n\n$$\n\($0) = \\;?\n$$" } ?? "")
      return card(
        note, "eq-\(formula.label)", .equation, stem, "$$\n\(formula.tex)\n$$", .open, offset: formula.offset,
        section: formula.section)
    }
  }

  /// The right side of a labelled formula, among sides with a slip; its left side must name it alone.
  private func mutations(_ note: Note, _ formulas: [LabelledFormula]) -> [Card] {
    let drafts = formulas.compactMap { formula in
      FormulaMutation(formula.tex, macros: note.macros).map { (formula: formula, sides: $0) }
    }
    let lefts = Dictionary(drafts.map { ($0.sides.left, 1) }, uniquingKeysWith: +)
    return drafts.compactMap { draft in
      guard lefts[draft.sides.left] == 1 else { return nil }
      var random = SplitMix64(seed: draft.formula.label.stableHash)
      guard let wrong = draft.sides.wrong(by: &random) else { return nil }
      let ask = note.language == .english ? "\(note.title): complete the formula." : "\(note.title)：补全公式。"
      let options = [draft.sides.right] + wrong
      return card(
        note, "mutation-\(draft.formula.label)", .mutation, "\(ask)\n\n$$\n\(draft.sides.left) = \\;?\n$$",
        "$$\n\(draft.formula.tex)\n$$", .choice(options.map { "$\($0.replacing("\n", with: " "))$" }, right: 0),
        offset: draft.formula.offset, section: draft.formula.section)
    }
  }

  /// A procedure's steps, to be put in order.
  private func steps(_ note: Note) -> [Card] {
    OrderedSteps.all(in: note).map { list in
      let stem =
        note.language == .english
        ? "\(note.title), *\(list.title)*: put the steps in order." : "\(note.title)，*\(list.title)*：排出各步的顺序。"
      let answer = list.steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
      return card(
        note, "steps-\(list.number)", .steps, stem, answer, .order(list.steps), offset: list.offset,
        section: list.section)
    }
  }

  /// Which row of a marked table has a value: asked of the columns where every value is another.
  private func cells(_ note: Note) -> [Card] {
    MarkedTable.all(in: note).flatMap { table in
      table.questions.map { question in
        // The same rows in both languages, not always the first.
        var random = SplitMix64(seed: "\(note.slug)~cell-\(question.key)".stableHash)
        let others = random.shuffled(question.others).prefix(3)
        return card(
          note, "cell-\(question.key)", .cell, Generated.cellStem(question, table.rowName, note.language),
          question.answer, .choice([question.answer] + others, right: 0), offset: table.offset,
          section: table.section)
      }
    }
  }

  private static func cellStem(_ question: MarkedTable.Question, _ rowName: String, _ language: Language) -> String {
    let (column, value) = (question.column, question.value)
    guard language == .english else {
      let noun = rowName.isEmpty ? "哪一行" : "哪个".spaced(before: rowName)
      return noun.spaced(before: "的") + "“**\(column)**”一栏写的是：\(value)？"
    }
    // A word in the sentence, unless it is an abbreviation.
    let isWord = rowName.dropFirst().first?.isLowercase ?? false
    let noun = rowName.isEmpty ? "one" : isWord ? rowName.prefix(1).lowercased() + rowName.dropFirst() : rowName
    return "Which \(noun) has this under **\(column)**: \(value)?"
  }

  /// What a program prints: Python directly followed by its output.
  private func outputs(_ note: Note, _ document: Document) -> [Card] {
    var cards: [Card] = []
    for section in note.sections {
      for (code, output) in zip(section.blocks, section.blocks.dropFirst())
      where document.isCode(code, in: "python") && document.isCode(output, in: "output") {
        let printed = document.literal(of: output)
        let lines = printed.split(separator: "\n").count
        // More than four lines are not recalled but copied, and random or decimal numbers cannot be worked out.
        guard 1...4 ~= lines, !Generated.isOnlyComputed(document.literal(of: code), printed),
          document.literal(of: code).split(separator: "\n").count <= 25
        else { continue }
        let ask = note.language == .english ? "What does this program print?" : "这段程序输出什么？"
        cards.append(
          card(
            note, "output-\(cards.count + 1)", .output,
            "\(ask)\n\n```python\n\(document.literal(of: code))```", "```text\n\(printed)```",
            lines == 1 ? .text(["`\(printed.trimmed)`"]) : .open,
            offset: document.range(of: code).lowerBound, section: section.anchor))
      }
    }
    return cards
  }

  /// Whether only a machine can tell what a program prints.
  private static func isOnlyComputed(_ code: String, _ output: String) -> Bool {
    let characters = Array(output)
    let hasDecimal = characters.indices.dropFirst().dropLast().contains { i in
      characters[i] == "." && characters[i - 1].isNumber && characters[i + 1].isNumber
    }
    return hasDecimal || code.contains("random")
  }

  private func card(
    _ note: Note, _ suffix: String, _ kind: Card.Kind, _ stem: String, _ answer: String, _ key: Card.Key, offset: Int,
    section: String? = nil, also: [String] = []
  ) -> Card {
    Card(
      id: "\(note.slug)~\(suffix)", slug: note.slug, language: note.language, kind: kind, stem: stem, answer: answer,
      key: key, also: also, tolerance: nil, hint: nil, section: section, offset: offset, group: "\(note.slug)~\(kind)",
      isGenerated: true)
  }
}

extension String {
  /// The two in a Chinese sentence: a space stands beside all that is not Han.
  fileprivate func spaced(before next: String) -> String {
    unicodeScalars.last?.isHan == true && next.unicodeScalars.first?.isHan == true ? self + next : "\(self) \(next)"
  }
}

extension Document {
  fileprivate func isCode(_ node: Node, in language: String) -> Bool {
    kind(of: node) == .codeBlock && info(of: node).split(separator: " ").first.map(String.init) == language
  }
}
