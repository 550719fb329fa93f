/// The values of symbols while a formula is worked out.
struct Scope {
  /// By the symbol as it is written in one line: `x`, `σ`, `xₜ`.
  var values: [String: Double]
  /// The names that had no value; with `isSurvey` they count 1, so that all of them are met.
  var unknown: Set<String> = []
  var isSurvey = false
  /// Brackets and functions around the term being read; there is a cap.
  var depth = 0

  init(values: [String: Double]) {
    self.values = values
  }

  mutating func value(of name: String) -> Double? {
    if let value = values[name] { return value }
    unknown.insert(name)
    return isSurvey ? 1 : nil
  }

  static func power(_ x: Double, _ n: Double) -> Double? {
    if n == n.rounded(), abs(n) <= 1024 {
      var result = 1.0
      for _ in 0..<Int(abs(n)) { result *= x }
      return n < 0 ? 1 / result : result
    }
    guard x > 0 else { return x == 0 && n > 0 ? 0 : nil }
    return Elementary.exp(n * Elementary.log(x))
  }

  static func binomial(_ n: Double, _ k: Double) -> Double? {
    guard n == n.rounded(), k == k.rounded(), k >= 0, k <= n, n <= 1000 else { return nil }
    var result = 1.0
    for i in 0..<Int(k) { result = result * (n - Double(i)) / Double(i + 1) }
    return result
  }
}
