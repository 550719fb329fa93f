package import Catalog
import Markdown
package import TeX
package import Text

/// The parts of a quiz session as they are printed one after the other; texts are Markdown.
package struct QuizScreen: Sendable {
  private let sheet: Sheet
  /// Those of the card's note.
  private let macros: GivenMacros

  package init(on sheet: Sheet, macros: GivenMacros = GivenMacros()) {
    self.sheet = sheet
    self.macros = macros
  }

  /// When a card is due; days are calendar days.
  package enum Due: Sendable, Hashable {
    case new
    /// Asked before in the session.
    case again
    case since(days: Int)
    case `in`(days: Int)

    fileprivate var wording: Wording {
      switch self {
      case .new: Wording("new", "新")
      case .again: Wording("again", "再问")
      case .since(days: 0): Wording("due", "到期")
      case .since(let days): Wording("due · \(days) d late", "到期 · 迟 \(days) 天")
      case .in(days: 0): Wording("later today", "今天稍后")
      case .in(let days): Wording("in \(days) d", "\(days) 天后")
      }
    }
  }

  /// `Card 3 of 14 · ddim § The update`, what is due on the right, a rule, the question.
  package func question(number: Int, of count: Int, place: String, due: Due, stem: String) -> [Line] {
    let card = sheet.word(Wording("Card \(number) of \(count)", "第 \(number) / \(count) 张"))
    let left: Line = [
      Run(.spaces(sheet.margin)), Run(card, .bold), Run(place.isEmpty ? "" : " · \(place)", .secondary),
    ]
    return sheet.fitted(sheet.spread(left, [Run(sheet.word(due.wording), .secondary)])) + [sheet.rule, []]
      + markdown(stem)
  }

  /// A card in a list: its name and kind, when it is due, the question.
  package func listed(
    number: Int, of count: Int, _ id: String, kind: String, due: Due, stem: String
  ) -> [Line] {
    let digits = String(count).count
    let left: Line = [
      Run(.spaces(sheet.margin)), Run("\(number)".indented(to: digits) + "  ", .secondary), Run(id, .name),
      Run(" · \(kind)", .secondary),
    ]
    return sheet.fitted(sheet.spread(left, [Run(sheet.word(due.wording), .secondary)]))
      + markdown(stem, behind: [Run(.spaces(digits + 2))])
  }

  /// What the keys do: `Enter answer · Space options`.
  package func keys(_ keys: [(key: String, meaning: Wording)], lead: Wording) -> [Line] {
    var pieces: [LineBreak.Piece] = []
    for (i, entry) in keys.enumerated() {
      if i > 0 { pieces.append(LineBreak.Piece(Run(" · ", .secondary))) }
      pieces.append(LineBreak.Piece(Run(entry.key, .bold), .rigid))
      pieces.append(LineBreak.Piece(Run(" " + sheet.word(entry.meaning), .secondary), .attached))
    }
    // The keys stand in a column beside the lead, where there is room for one.
    let lead = sheet.word(lead) + "  "
    let column = sheet.columns(lead) * 3 < sheet.measure ? sheet.columns(lead) : 0
    if column == 0 { pieces.insert(LineBreak.Piece(Run(lead, .secondary)), at: 0) }
    let lines = sheet.lineBreak(sheet.measure - sheet.margin - column).lines(of: pieces)
    return lines.enumerated().map { i, line in
      let side = column == 0 ? "" : i == 0 ? lead : .spaces(column)
      return [Run(String.spaces(sheet.margin) + side, .secondary)] + line
    }
  }

  /// A few letters of the answer.
  package func hint(_ text: String) -> [Line] { sheet.prose([Run(text)]) }

  /// Answers to choose from: `a  …`.
  package func options(_ options: [String], names: [String]) -> [Line] {
    zip(names, options).flatMap { name, option in
      markdown(option, behind: [Run("  "), Run(name + "  ", .bold)])
    }
  }

  /// `✓ Right.  …` or `✗ Wrong.  …`; without a verdict only the answer; then where it stands in the notes.
  package func answer(isRight: Bool?, text: String, source: String) -> [Line] {
    var lead: [Run] = []
    switch isRight {
    case true?:
      let word = Wording(text.first?.isLowercase == true ? "Right:" : "Right.", "对。")
      lead = [Run(sheet.sign("✓") + " " + spaced(sheet.word(word)), Style.good.adding(.bold))]
    case false?:
      let word = Wording("Wrong. The answer:", "错。答案：")
      lead = [Run(sheet.sign("✗") + " " + spaced(sheet.word(word)), Style.bad.adding(.bold))]
    case nil: break
    }
    let lines = markdown(text, lead: lead)
    let place: Line = [Run(source, .secondary)]
    return lines + (source.isEmpty ? [] : sheet.fitted(sheet.spread([], place)))
  }

  private func spaced(_ word: String) -> String {
    !sheet.isASCII && word.unicodeScalars.last?.hasOwnSpace == true ? word : word + " "
  }

  /// `1 again <1 m    2 hard 3 d    3 good 8 d    4 easy 19 d            [3]`.
  package func grades(_ waits: [(key: String, name: Wording, wait: String)], suggested: String?) -> [Line] {
    var pieces: [LineBreak.Piece] = []
    for (i, grade) in waits.enumerated() {
      if i > 0 { pieces.append(LineBreak.Piece(Run("    "))) }
      pieces.append(LineBreak.Piece(Run(grade.key, .bold), .rigid))
      pieces.append(LineBreak.Piece(Run(" " + sheet.word(grade.name)), .attached))
      if !grade.wait.isEmpty { pieces.append(LineBreak.Piece(Run(" " + grade.wait, .secondary), .attached)) }
    }
    if let suggested {
      pieces += [LineBreak.Piece(Run("    ")), LineBreak.Piece(Run("[\(suggested)]", .bold), .rigid)]
    }
    return sheet.lineBreak(sheet.measure - sheet.margin).lines(of: pieces).map { [Run(.spaces(sheet.margin))] + $0 }
  }

  package struct Closing: Sendable {
    package var cards: Int
    /// More than cards where some were asked again.
    package var answers: Int
    package var right: Int
    /// `5 min 08 s`.
    package var time: String
    /// By note, in the order met: how many were asked and right.
    package var notes: [(slug: String, right: Int, asked: Int)]
    package var again: [(label: Wording, count: Int)]
    /// Where to read again: slug and section.
    package var weakest: (slug: String, section: String)?

    package init(
      cards: Int, answers: Int, right: Int, time: String, notes: [(slug: String, right: Int, asked: Int)],
      again: [(label: Wording, count: Int)], weakest: (slug: String, section: String)?
    ) {
      self.cards = cards
      self.answers = answers
      self.right = right
      self.time = time
      self.notes = notes
      self.again = again
      self.weakest = weakest
    }
  }

  /// What was asked, how it went note by note, and when the cards come back.
  package func closing(_ closing: Closing) -> [Line] {
    let facts = [
      sheet.counted(closing.cards, "card", "cards", "张卡片"),
      closing.answers > closing.cards ? sheet.counted(closing.answers, "answer", "answers", "次作答") : "",
      sheet.word(Wording("\(closing.right) right", "答对 \(closing.right)")), closing.time,
    ].filter { !$0.isEmpty }
    var lines = sheet.prose([Run(facts.joined(separator: " · "), .bold)]) + [[]]
    let slugs = closing.notes.reduce(0) { max($0, sheet.columns($1.slug)) }
    for (i, note) in closing.notes.enumerated() {
      let share = note.asked > 0 ? Double(note.right) / Double(note.asked) : 0
      let left: Line =
        [Run(.spaces(sheet.margin)), Run(note.slug.padded(to: slugs + 2), .name)]
        + Meter.bar(share, cells: 10, on: sheet) + [Run("  \(note.right)/\(note.asked)")]
      var right: Line = []
      if i < closing.again.count {
        let label = sheet.word(closing.again[i].label).padded(to: 16, sheet.ambiguous)
        right = [Run(label, .secondary), Run("\(closing.again[i].count)".indented(to: 3))]
      }
      lines += sheet.spread(left, right, to: min(sheet.measure, 72))
    }
    for rest in closing.again.dropFirst(closing.notes.count) {
      let label = sheet.word(rest.label).padded(to: 16, sheet.ambiguous)
      lines += sheet.spread(
        [], [Run(label, .secondary), Run("\(rest.count)".indented(to: 3))], to: min(sheet.measure, 72))
    }
    if let weakest = closing.weakest {
      let label = sheet.word(Wording("Weakest", "最弱"))
      lines +=
        [[]]
        + sheet.spread(
          [
            Run(.spaces(sheet.margin)), Run(label + "  ", .secondary),
            Run(weakest.slug + (weakest.section.isEmpty ? "" : " § \(weakest.section)")),
          ],
          [Run(sheet.command("mlnotes show \(weakest.slug.shellWord)", in: sheet.language), .name)])
    }
    return sheet.fitted(lines)
  }

  /// Markdown set in the margins: behind a mark that its further lines are indented by, or starting with a lead.
  package func markdown(_ text: String, behind mark: Line = [], lead: [Run] = []) -> [Line] {
    let document = Document(parsing: ContiguousArray(text.utf8))
    var page = Page(document, on: sheet, macros: macros, behind: mark)
    page.label = lead.map { LineBreak.Piece($0) }
    for block in document.children(of: document.root) { page.add(block) }
    page.addReferences()
    page.finish()
    return page.takeLines()
  }
}
