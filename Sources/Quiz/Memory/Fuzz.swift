/// Spreads intervals, so that cards learned together do not come back together for ever.
package enum Fuzz {
  /// The intervals that may be drawn for one, in days (py-fsrs and Anki agree on the range).
  package static func range(of interval: Int, longest: Int) -> ClosedRange<Int> {
    guard Double(interval) >= 2.5 else { return interval...interval }
    let days = Double(interval)
    var delta = 1.0
    for (start, end, share) in [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, .infinity, 0.05)] {
      delta += share * max(min(days, end) - start, 0)
    }
    let most = min(Int((days + delta).rounded(.toNearestOrEven)), longest)
    let least = max(2, Int((days - delta).rounded(.toNearestOrEven)))
    return min(least, most)...most
  }

  /// The interval at `share` (from 0 up to 1) of the range, each day of it equally likely. py-fsrs rounds here, and
  /// so draws one day more than the range holds in a tenth of the cases, and its first day half as often.
  package static func interval(_ interval: Int, at share: Double, above least: Int = 0, longest: Int) -> Int {
    let range = range(of: interval, longest: longest)
    let low = min(max(range.lowerBound, least), range.upperBound)
    return low + Int(share * Double(range.upperBound - low + 1))
  }
}
