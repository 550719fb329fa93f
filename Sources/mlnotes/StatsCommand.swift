import Catalog
import Quiz
import Screen
import Text

extension Command {
  static let stats = Command(
    name: "stats",
    summary: .init("Show your progress.", "查看学习进度。"),
    discussion: [
      .init(
        "Reviews and forecast, streak, true retention, calibration of the memory model, weakest notes. A day begins at 4 in the morning.",
        "复习与预计、连续天数、真实记住率、记忆模型的校准、最薄弱的笔记。一天从凌晨四点开始。")
    ],
    flags: [.now],
    run: { invocation, console throws(Failure) in
      let call = try QuizCall(invocation, telling: &console)
      let stats = Stats(of: call.roster, try call.store.log(telling: &console), at: call.time.now, zone: call.time.zone)
      if console.isJSON {
        console.write(stats.json.encoded + "\n")
      } else if console.isPlain {
        for row in stats.fields { console.record(row) }
      } else {
        console.print(stats.screen.lines(on: console.sheet))
      }
      return .done
    })
}

extension Stats {
  private static let spans = [7, 30, 90]

  /// The reviews of each day of 53 weeks.
  private var year: [Int] { ((today - 370)...today).map { days[$0]?.reviews ?? 0 } }

  fileprivate var json: JSON {
    func number(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }
    func facts(_ slug: String, _ note: Note) -> JSON {
      .object([
        ("slug", .string(slug)), ("cards", .integer(note.cards)), ("learned", .integer(note.learned)),
        ("due", .integer(note.due)), ("mastery", .number(note.mastery)), ("lapse_rate", .number(note.lapseRate)),
        ("level", .string(note.level.name.english)),
      ])
    }
    return .object([
      ("schema", .string("mlnotes.stats/1")), ("cards", .integer(total.cards)), ("learned", .integer(total.learned)),
      ("due", .integer(total.due)), ("suspended", .integer(suspendedCards)), ("streak", .integer(streak)),
      (
        "today",
        .object([
          ("reviews", .integer(days[today]?.reviews ?? 0)),
          ("minutes", .number(Double(days[today]?.milliseconds ?? 0) / 60_000)),
        ])
      ),
      (
        "retention",
        .object(
          [("target", .number(retention))] + Stats.spans.map { ("\($0)d", number(trueRetention(days: $0))) })
      ),
      ("forecast", .array(forecast.map(JSON.integer))), ("heatmap", .array(year.map(JSON.integer))),
      (
        "calibration",
        .object([
          ("reviews", .integer(calibration.count)), ("log_loss", number(judged(calibration.logLoss))),
          ("rmse_bins", number(judged(calibration.error))),
          (
            "bins",
            .array(
              calibration.bins.map { bin in
                .object([
                  ("reviews", .integer(bin.count)), ("predicted", .number(bin.predicted / Double(max(bin.count, 1)))),
                  ("recalled", .number(Double(bin.recalled) / Double(max(bin.count, 1)))),
                ])
              })
          ),
        ])
      ),
      ("topics", .array(topics.sorted { $0.key < $1.key }.map { facts($0.key, $0.value) })),
      ("weakest", .array(weakest.prefix(10).map { facts($0.slug, $0.note) })),
      (
        "suspended_notes",
        .array(
          suspended.sorted { $0.key < $1.key }.map {
            .object([("slug", .string($0.key)), ("cards", .integer($0.value))])
          })
      ),
    ])
  }

  private var suspendedCards: Int { suspended.values.reduce(0, +) }

  /// A measure of the calibration; nil where no review was judged.
  private func judged(_ measure: Double) -> Double? { calibration.count == 0 ? nil : measure }

  fileprivate var fields: [[String]] {
    [
      ["cards", String(total.cards)], ["learned", String(total.learned)], ["due", String(total.due)],
      ["suspended", String(suspendedCards)], ["streak", String(streak)],
    ] + Stats.spans.map { ["retention \($0)d", trueRetention(days: $0)?.rounded(to: 4) ?? ""] } + [
      ["log loss", judged(calibration.logLoss)?.rounded(to: 4) ?? ""],
      ["rmse", judged(calibration.error)?.rounded(to: 4) ?? ""],
      ["forecast"] + forecast.map(String.init),
      ["heatmap"] + year.map(String.init),
    ]
  }

  fileprivate var screen: StatsScreen {
    StatsScreen(
      cards: total.cards, learned: total.learned, due: total.due, streak: streak,
      retention: trueRetention(days: 30), target: retention,
      past: ((today - 6)...today).map { .init(weekday: Moment.weekday(ofDay: $0) + 1, count: days[$0]?.reviews ?? 0) },
      coming: (0..<7).map { .init(weekday: Moment.weekday(ofDay: today + $0) + 1, count: forecast[$0]) },
      calibration: calibration.bins.filter { $0.count > 0 }.map { bin in
        .init(
          predicted: bin.predicted / Double(bin.count), observed: Double(bin.recalled) / Double(bin.count),
          reviews: bin.count)
      }, year: year, weakest: weakest.prefix(3).map { .init(slug: $0.slug, strength: strength($0.note)) },
      suspended: suspended.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map {
        (slug: $0.key, cards: $0.value)
      })
  }
}
