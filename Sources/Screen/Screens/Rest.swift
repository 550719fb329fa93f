package import Catalog
import Text

/// What is said where nothing is to be asked: why, until when, and how to go on all the same.
package struct Rest: Sendable {
  /// Whether the new cards of the day were asked.
  package var isDayDone: Bool
  /// When the next card falls due: `in 9 min`, `tomorrow`.
  package var next: Wording?
  /// How many cards are asked only when their suspension is taken back.
  package var suspended = 0
  /// Commands that ask more.
  package var ways: [(command: String, meaning: Wording)]

  package init(isDayDone: Bool, next: Wording?, ways: [(command: String, meaning: Wording)]) {
    self.isDayDone = isDayDone
    self.next = next
    self.ways = ways
  }

  package func lines(on sheet: Sheet) -> [Line] {
    let ways = ways.map { (command: sheet.command($0.command, in: sheet.language), meaning: $0.meaning) }
    return sentence(on: sheet) + (ways.isEmpty ? [] : [[]] + sheet.commands(ways))
  }

  func sentence(on sheet: Sheet) -> [Line] {
    var parts = [Wording("Nothing is due", "没有到期的卡片")]
    if isDayDone { parts.append(Wording("today's new cards are done", "今天的新卡片已学完")) }
    if let next { parts.append(Wording("the next card is due \(next.english)", "下一张\(next.chinese)到期")) }
    if suspended > 0 {
      parts.append(
        Wording("\(suspended) card\(suspended == 1 ? " is" : "s are") suspended", "已搁置 \(suspended) 张卡片"))
    }
    let text = parts.map(sheet.word).joined(separator: sheet.word(Wording("; ", "；")))
    return sheet.prose([Run(text + sheet.word(Wording(".", "。")))])
  }
}

extension Sheet {
  /// Commands and what each does, side by side where there is room.
  func commands(_ rows: [(command: String, meaning: Wording)]) -> [Line] {
    let widest = rows.reduce(0) { max($0, columns($1.command)) } + 4
    return rows.flatMap { command, meaning -> [Line] in
      let name = Run(command.padded(to: widest), .name)
      let line = [Run(.spaces(margin)), name, Run(word(meaning), .secondary)]
      if columns(line) <= measure { return [line] }
      return [[Run(.spaces(margin)), Run(command, .name)]] + prose([Run(word(meaning), .secondary)], indent: 2)
    }
  }
}
