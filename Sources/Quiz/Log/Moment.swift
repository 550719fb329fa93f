/// A moment as people write it (ISO 8601), and back; the proleptic Gregorian calendar, no leap seconds.
package struct Moment: Sendable, Hashable {
  /// Milliseconds since 1970.
  package var time: Int
  /// Seconds ahead of UTC where it was said.
  package var secondsAhead: Int?

  /// Reads `2026-11-21T10:00:00+08:00`; seconds, time and zone may be left out. Without a zone the time is taken as
  /// UTC, and `secondsAhead` is nil.
  package init?(_ text: String) {
    var cursor = Digits(text)
    guard let year = cursor.number(4), cursor.take("-"), let month = cursor.number(2), cursor.take("-"),
      let day = cursor.number(2), 1...12 ~= month, 1...Moment.days(in: month, of: year) ~= day
    else { return nil }
    var seconds = 0.0
    if cursor.take("T") || cursor.take("t") || cursor.take(" ") {
      guard let clock = cursor.clock() else { return nil }
      seconds = clock
    }
    guard let ahead = cursor.zone(), cursor.isAtEnd else { return nil }
    secondsAhead = ahead.seconds
    let whole = Moment.day(year, month, day) * 86_400 - (ahead.seconds ?? 0)
    time = whole * 1000 + Int((seconds * 1000).rounded())
  }

  /// The local date of a moment: `2026-11-21`.
  package static func date(_ time: Int, in zone: Zone) -> String {
    let local = time + zone.offset(at: time)
    return date(ofDay: local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000)
  }

  /// `2026-11-21T10:00:00Z`.
  package static func text(_ time: Int) -> String {
    let seconds = time >= 0 ? time / 1000 : (time - 999) / 1000
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    return "\(date(ofDay: day))T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
  }

  /// 0 for Monday.
  package static func weekday(ofDay day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  package static func date(ofDay day: Int) -> String {
    // Hinnant, "chrono-Compatible Low-Level Date Algorithms": years counted from March in eras of 400.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(padded(month))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))"
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A cursor over the digits and marks of a date.
private struct Digits {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// `10:00`, `10:00:30` or `10:00:30.5`, in seconds.
  mutating func clock() -> Double? {
    guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    var seconds = Double(hours * 3600 + minutes * 60)
    guard take(":") else { return seconds }
    guard let whole = number(2), whole < 60 else { return nil }
    seconds += Double(whole)
    guard take(".") else { return seconds }
    var scale = 0.1
    while let digit = number(1) {
      seconds += Double(digit) * scale
      scale /= 10
    }
    return seconds
  }

  /// `Z`, `+08:00` or `+0800`; nothing is an unknown zone, anything else is nil.
  mutating func zone() -> (seconds: Int?, Void)? {
    if isAtEnd { return (nil, ()) }
    if take("Z") || take("z") { return (0, ()) }
    let sign = take("-") ? -1 : 1
    guard sign < 0 || take("+"), let hours = number(2) else { return nil }
    _ = take(":")
    let minutes = isAtEnd ? 0 : number(2)
    guard let minutes, hours < 24, minutes < 60 else { return nil }
    return (sign * (hours * 3600 + minutes * 60), ())
  }
}
