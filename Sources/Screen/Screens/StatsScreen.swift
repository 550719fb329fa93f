import Catalog
import Text

/// Progress: how many cards are learned, what was reviewed, what is coming and what is weak.
package struct StatsScreen {
  package struct Day: Sendable {
    /// 1 Monday … 7 Sunday.
    package var weekday: Int
    package var count: Int

    package init(weekday: Int, count: Int) {
      self.weekday = weekday
      self.count = count
    }
  }

  /// How sure the memory model was, and how often it was right.
  package struct Calibration: Sendable {
    package var predicted: Double
    package var observed: Double
    package var reviews: Int

    package init(predicted: Double, observed: Double, reviews: Int) {
      self.predicted = predicted
      self.observed = observed
      self.reviews = reviews
    }
  }

  /// A note and how well it is known, from 0 to 1.
  package struct Weak: Sendable {
    package var slug: String
    package var strength: Double

    package init(slug: String, strength: Double) {
      self.slug = slug
      self.strength = strength
    }
  }

  package var cards: Int
  package var learned: Int
  package var due: Int
  package var streak: Int
  package var retention: Double?
  package var target: Double
  package var past: [Day]
  package var coming: [Day]
  package var calibration: [Calibration]
  /// Reviews by day, up to the last of `past`.
  package var year: [Int]
  package var weakest: [Weak]
  /// The notes with suspended cards, those with most first.
  package var suspended: [(slug: String, cards: Int)]

  package init(
    cards: Int, learned: Int, due: Int, streak: Int, retention: Double?, target: Double, past: [Day], coming: [Day],
    calibration: [Calibration] = [], year: [Int] = [], weakest: [Weak] = [],
    suspended: [(slug: String, cards: Int)] = []
  ) {
    self.cards = cards
    self.learned = learned
    self.due = due
    self.streak = streak
    self.retention = retention
    self.target = target
    self.past = past
    self.coming = coming
    self.calibration = calibration
    self.year = year
    self.weakest = weakest
    self.suspended = suspended
  }

  private static let mostNamed = 3

  package func lines(on sheet: Sheet) -> [Line] {
    var facts = [
      sheet.counted(cards, "card", "cards", "张卡片"), sheet.word(Wording("\(learned) learned", "已学 \(learned)")),
      sheet.word(Wording("\(due) due", "到期 \(due)")),
    ]
    if let retention {
      facts.append(
        sheet.word(
          Wording(
            "retention \(Meter.percent(retention)) (target \(Meter.percent(target)))",
            "记住率 \(Meter.percent(retention))（目标 \(Meter.percent(target))）")))
    }
    if streak > 0 { facts.append(sheet.word(Wording("streak \(streak) d", "连续 \(streak) 天"))) }
    var lines = sheet.prose([Run(facts.joined(separator: " · "))]) + [[]]
    lines += row(Wording("reviews", "复习"), past, Wording("last 7 days", "最近 7 天"), sheet)
    lines += row(Wording("forecast", "预计"), coming, Wording("next 7 days", "未来 7 天"), sheet)
    lines = sheet.fitted(lines + calibrationLines(sheet))
    let map = HeatMap(counts: year, weekday: past.last?.weekday ?? 7).lines(on: sheet)
    return lines + (map.isEmpty ? [] : [[]] + map) + weakestLines(sheet) + suspendedLines(sheet)
  }

  private func row(_ label: Wording, _ days: [Day], _ span: Wording, _ sheet: Sheet) -> [Line] {
    let names =
      sheet.language == .chinese ? ["一", "二", "三", "四", "五", "六", "日"] : ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    let most = days.map(\.count).max() ?? 0
    var line: Line = [Run(.spaces(sheet.margin) + sheet.word(label).padded(to: 10, sheet.ambiguous))]
    for (i, day) in days.enumerated() {
      line += [
        Run((i > 0 ? "  " : "") + names[(day.weekday - 1) % 7] + " ", .secondary),
        Run(Meter.column(day.count, of: most, on: sheet), .good),
      ]
    }
    let sum = days.reduce(0) { $0 + $1.count }
    return sheet.spread(
      line, [Run(sheet.word(Wording("\(span.english): \(sum)", "\(span.chinese)：\(sum)")), .secondary)])
  }

  private func calibrationLines(_ sheet: Sheet) -> [Line] {
    guard !calibration.isEmpty else { return [] }
    var lines: [Line] = [[], [Run(.spaces(sheet.margin)), Run(sheet.word(Wording("calibration", "校准")), .bold)]]
    for bin in calibration {
      lines.append(
        [
          Run(.spaces(sheet.margin + 2)),
          Run(sheet.word(Wording("predicted", "预测")) + Meter.percent(bin.predicted).indented(to: 6) + "  "),
        ] + Meter.bar(bin.observed, cells: 20, on: sheet) + [
          Run(" \(Meter.percent(bin.observed).indented(to: 5))"), Run("  \(bin.reviews)", .secondary),
        ])
    }
    return lines
  }

  private func weakestLines(_ sheet: Sheet) -> [Line] {
    guard !weakest.isEmpty else { return [] }
    let names = weakest.enumerated().flatMap { i, note in
      [
        LineBreak.Piece(Run(i > 0 ? " · " : "", .secondary)),
        LineBreak.Piece(Run("\(note.slug) \(Meter.percent(note.strength))"), .rigid),
      ]
    }
    return [[]] + sheet.pieces([LineBreak.Piece(Run(sheet.word(Wording("Weakest  ", "最弱  ")), .secondary))] + names)
  }

  private func suspendedLines(_ sheet: Sheet) -> [Line] {
    guard let first = suspended.first else { return [] }
    let names = suspended.prefix(StatsScreen.mostNamed).flatMap { note in
      [LineBreak.Piece(Run("\(note.slug) \(note.cards)"), .rigid), LineBreak.Piece(Run(" · ", .secondary))]
    }
    let rest = suspended.count - StatsScreen.mostNamed
    let word = rest == 1 ? Wording("1 more note", "另 1 篇") : Wording("\(rest) more notes", "另 \(rest) 篇")
    let more = rest > 0 ? [LineBreak.Piece(Run(sheet.word(word) + " · ", .secondary))] : []
    return [[]]
      + sheet.pieces(
        [LineBreak.Piece(Run(sheet.word(Wording("Suspended  ", "已搁置  ")), .secondary))] + names + more + [
          LineBreak.Piece(Run("mlnotes quiz --unsuspend \(first.slug.shellWord)"), .rigid)
        ])
  }
}
