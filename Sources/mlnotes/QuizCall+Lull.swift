import Catalog
import Quiz
import Screen
import Text

extension QuizCall {
  /// What to say where no card is asked.
  func rest(_ lull: Lull) -> Rest {
    var ways: [(command: String, meaning: Wording)] = []
    if selection.isNamed {
      ways.append(
        (
          "mlnotes quiz \(names.map(\.shellWord).joined(separator: " ")) --practice",
          Wording("ask them all the same", "照样练习")
        ))
    } else {
      ways = Rest.ways(of: lull, note: "NOTE")
    }
    if selection.practises || selection.isNamed && lull.next == nil { ways = [] }
    var rest = Rest(lull, at: time, ways: ways)
    // Of all notes some card is always suspended; that is worth a word only where nothing else will be asked.
    guard selection.isNamed || lull.next == nil, !lull.suspended.isEmpty else { return rest }
    rest.suspended = lull.suspended.values.reduce(0, +)
    let note = lull.suspended.count == 1 ? lull.suspended.keys.first?.shellWord : nil
    rest.ways.append(
      ("mlnotes quiz --unsuspend \(note ?? "NOTE")", Wording("ask suspended cards again", "重新询问已搁置的卡片")))
    return rest
  }

  /// That what was asked for has no cards at all.
  func lackOfCards(_ lull: Lull) -> Failure {
    func list(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
    let kinds = selection.kinds.map(\.rawValue).sorted()
    let places = names.joined(separator: ", ")
    guard kinds.isEmpty else {
      let kind = "no cards of \(kinds.count == 1 ? "kind" : "the kinds") \(list(kinds))"
      return Failure(.no, kind + (places.isEmpty ? "" : " in \(places)"))
    }
    let message =
      names.isEmpty
      ? "no cards in these notes"
      : names.count == 1 ? "\(list(names)) has no cards" : "none of \(list(names)) has cards"
    // All cards of a section were left out before; of those on request nothing is known.
    if names.count == 1, selection.slugs.isEmpty, case .note(let name, _?) = NoteOperand(names[0]) {
      let whole = "mlnotes quiz \(name.shellWord)".quotedCommand + " asks those of the whole note"
      return Failure(.no, message, hint: whole)
    }
    let request = lull.kindsOnRequest.map(\.rawValue).sorted().joined(separator: ",")
    return Failure(
      .no, message,
      hint: request.isEmpty
        ? "cards stand in a note's section '## Quiz'; 'mlnotes new' starts a note with one"
        : "'--kind \(request)' asks those made from the text")
  }
}

extension Rest {
  init(_ lull: Lull, at time: QuizTime, ways: [(command: String, meaning: Wording)]) {
    self.init(isDayDone: lull.isDayDone, next: lull.next.map { Rest.wait(until: $0, at: time) }, ways: ways)
  }

  /// How to meet more new cards than the day's.
  static func ways(of lull: Lull, note: String) -> [(command: String, meaning: Wording)] {
    let more = [("mlnotes quiz --new \(lull.introduced + 10)", Wording("10 more new cards today", "今天再学 10 张新卡片"))]
    return [("mlnotes quiz \(note)", Wording("new cards of one note", "只学一篇笔记的新卡片"))] + (lull.isDayDone ? more : [])
  }

  private static func wait(until due: Int, at time: QuizTime) -> Wording {
    let days = time.zone.day(of: due) - time.zone.day(of: time.now)
    let minutes = max(1, (due - time.now + 59_999) / 60_000)
    switch days {
    case ..<1:
      return minutes < 60
        ? Wording("in \(minutes) min", " \(minutes) 分钟后") : Wording("in \(minutes / 60) h", " \(minutes / 60) 小时后")
    case 1: return Wording("tomorrow", "明天")
    default: return Wording("in \(days) days", " \(days) 天后")
    }
  }
}
