package import Catalog
import Text

/// What a bare `mlnotes` shows: how much there is, what is due, what to read, and what to type.
package struct DashboardScreen {
  /// How the reader stands; nil numbers are left out.
  package struct Standing: Sendable {
    package var due: Int
    package var new: Int
    package var streak: Int
    /// The share of reviews that were right, and the share aimed at.
    package var retention: Double?
    package var target: Double
    /// The time the due cards will take.
    package var minutes: Int
    /// Where `mlnotes quiz` has nothing to ask.
    package var rest: Rest?

    package init(
      due: Int, new: Int, streak: Int, retention: Double?, target: Double, minutes: Int, rest: Rest? = nil
    ) {
      self.due = due
      self.new = new
      self.streak = streak
      self.retention = retention
      self.target = target
      self.minutes = minutes
      self.rest = rest
    }
  }

  /// A note that is worth a look now.
  package struct Notable: Sendable {
    package var slug: String
    package var title: String
    package var otherTitle: String
    package var topic: String

    package init(slug: String, title: String, otherTitle: String, topic: String) {
      self.slug = slug
      self.title = title
      self.otherTitle = otherTitle
      self.topic = topic
    }
  }

  private let notes: Int
  private let topics: Int
  private let cards: Int
  private let place: String
  private let notable: [Notable]
  /// Why: `Latest`.
  private let reason: Wording
  private let standing: Standing?
  private let sheet: Sheet

  package init(
    notes: Int, topics: Int, cards: Int, place: String, notable: [Notable], because reason: Wording,
    standing: Standing?, on sheet: Sheet
  ) {
    self.notes = notes
    self.topics = topics
    self.cards = cards
    self.place = place
    self.notable = notable
    self.reason = reason
    self.standing = standing
    self.sheet = sheet
  }

  package var lines: [Line] {
    let motto = Wording(
      "machine-learning notes you can search, read and be quizzed on", "可以搜索、阅读、自测的机器学习笔记")
    let size = sheet.word(
      Wording(
        "\(notes) note\(notes == 1 ? "" : "s") in \(topics) topic\(topics == 1 ? "" : "s") · \(cards) card\(cards == 1 ? "" : "s")",
        "\(topics) 个主题 · \(notes) 篇笔记 · \(cards) 张卡片"))
    var lines = sheet.prose([Run("mlnotes", .bold), Run(" · " + sheet.word(motto), .secondary)]) + [[]]
    lines += sheet.spread([Run(.spaces(sheet.margin)), Run(size)], [Run(place, .secondary)]) + [[]]
    if let standing { lines += meters(standing) + [[]] }
    if let rest = standing?.rest { lines += rest.sentence(on: sheet) + [[]] }
    lines += notableLines
    return sheet.fitted(lines + commands)
  }

  private func meters(_ standing: Standing) -> [Line] {
    let label = { (wording: Wording) in sheet.word(wording).padded(to: 10, sheet.ambiguous) }
    var dueLine: Line = [
      Run(.spaces(sheet.margin) + label(Wording("Due now", "现在到期"))), Run("\(standing.due)".indented(to: 5), .bold),
      Run("  "),
    ]
    let share = cards > 0 ? Double(standing.due) / Double(cards) : 0
    dueLine += Meter.bar(share, cells: 20, on: sheet, style: Style().with { $0.color = .yellow })
    let aside = sheet.word(
      Wording("new \(standing.new)   streak \(standing.streak) d", "新卡 \(standing.new)   连续 \(standing.streak) 天"))
    var lines = sheet.spread(dueLine, [Run(aside, .secondary)])
    if let retention = standing.retention {
      let line =
        [
          Run(.spaces(sheet.margin) + label(Wording("Retention", "记住率"))),
          Run(Meter.percent(retention).indented(to: 5), .bold), Run("  "),
        ] + Meter.bar(retention, cells: 20, on: sheet)
      let target = sheet.word(
        Wording("target \(Meter.percent(standing.target))", "目标 \(Meter.percent(standing.target))"))
      lines += sheet.spread(line, [Run(target, .secondary)])
    }
    return lines
  }

  private var notableLines: [Line] {
    guard !notable.isEmpty else { return [] }
    var lines: [Line] = [[Run(.spaces(sheet.margin)), Run(sheet.word(reason), .bold)]]
    let slugs = notable.reduce(0) { max($0, sheet.columns($1.slug)) }
    for note in notable {
      let name: Line = [
        Run(.spaces(sheet.margin + 2)), Run(note.slug.padded(to: slugs, sheet.ambiguous), .name), Run("  "),
      ]
      let room = sheet.measure - sheet.columns(name) - sheet.columns(note.topic) - 2
      let both = bothTitles(note.title, note.otherTitle)
      let title = sheet.columns(both) <= room ? both : note.title
      if room >= 20 {
        lines += sheet.spread(
          name + [Run(title.shortened(to: room, sheet.ambiguous))], [Run(note.topic, .secondary)])
      } else {
        lines += [name.withoutTrailingSpace] + sheet.prose([Run(title)], indent: 4)
      }
    }
    return lines + [[]]
  }

  private var commands: [Line] {
    let first = notable.first?.slug.shellWord ?? "NOTE"
    let due = standing?.due ?? 0
    let review =
      due > 0
      ? Wording(
        "review the \(due) due card\(due == 1 ? "" : "s") (about \(max(1, standing?.minutes ?? 1)) min)",
        "复习到期的 \(due) 张卡片（约 \(max(1, standing?.minutes ?? 1)) 分钟）")
      : Wording("learn new cards", "学习新卡片")
    let quiz = cards == 0 ? [] : standing?.rest?.ways ?? [("mlnotes quiz", review)]
    return sheet.commands(
      quiz + [
        ("mlnotes search WORDS", Wording("find a note, 中文 or English", "查找笔记，中英文均可")),
        ("mlnotes show \(first)", Wording("read one", "阅读一篇")),
        ("mlnotes help", Wording("everything else", "其他命令")),
      ])
  }
}
