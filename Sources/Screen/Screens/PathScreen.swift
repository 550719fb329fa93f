import Catalog
import Text

/// What to learn before a note, in order, down to the note itself.
package struct PathScreen {
  package struct Step: Sendable {
    package var slug: String
    package var title: String
    package var standing: ListScreen.Standing

    package init(slug: String, title: String, standing: ListScreen.Standing = .unknown) {
      self.slug = slug
      self.title = title
      self.standing = standing
    }
  }

  private let steps: [Step]
  private let sheet: Sheet

  package init(_ steps: [Step], on sheet: Sheet) {
    self.steps = steps
    self.sheet = sheet
  }

  package var lines: [Line] {
    let slugs = steps.reduce(0) { max($0, sheet.columns($1.slug)) }
    let digits = String(steps.count).count
    var lines: [Line] = []
    for (i, step) in steps.enumerated() {
      let isGoal = i + 1 == steps.count
      let head: Line = [
        Run(.spaces(sheet.margin)), Run("\(i + 1)".indented(to: digits), .secondary), Run("  "),
        Run(step.slug.padded(to: slugs, sheet.ambiguous), isGoal ? Style.name.adding(.bold) : .name), Run("  "),
      ]
      let mark = sheet.mark(of: step.standing).map { [$0] } ?? []
      let title = Run(step.title, isGoal ? .bold : .plain)
      let room = sheet.measure - sheet.columns(head) - (mark.isEmpty ? 0 : sheet.columns(mark) + 2)
      if sheet.columns(step.title) <= room {
        lines += sheet.spread(head + [title], mark)
      } else {
        lines += sheet.spread(head.withoutTrailingSpace, mark) + sheet.prose([title], indent: digits + 2)
      }
    }
    guard let first = steps.first, steps.count > 1 else { return sheet.fitted(lines) }
    let start = steps.first { $0.standing != .learned } ?? first
    let next = sheet.command("mlnotes show \(start.slug.shellWord)", in: sheet.language)
    return sheet.fitted(lines + [[], [Run(.spaces(sheet.margin)), Run(next, .name)]])
  }
}
