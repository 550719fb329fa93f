import Host
import Quiz

/// The time of a call and the zone that says which day it is.
struct QuizTime {
  private let fixed: Int?
  let zone: Zone

  init(_ invocation: Invocation) throws(Failure) {
    guard let text = invocation.text(.now) else {
      fixed = nil
      let seconds = Clock.now / 1000
      zone = Zone(from: 1_000_000_000, to: seconds + 63_072_000, offset: Clock.secondsAhead)
      return
    }
    guard let moment = Moment(text) else {
      throw Failure(.usage, "'\(text)' is no time of ISO 8601, like 2026-11-21T10:00:00Z")
    }
    guard Event.times.contains(moment.time) else {
      throw Failure(.usage, "'\(text)' is not between 1970 and 9999")
    }
    fixed = moment.time
    zone = Zone(secondsAhead: moment.secondsAhead ?? 0)
  }

  /// Milliseconds since 1970; stands still where it was given.
  var now: Int { fixed ?? Clock.now }
  var isFixed: Bool { fixed != nil }
}
