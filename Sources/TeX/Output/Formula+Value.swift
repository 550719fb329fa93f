extension Formula {
  /// The names of the symbols that `value(at:)` asks for, in order; empty where the formula is no arithmetic.
  package var symbols: [String] {
    var scope = Scope(values: [:])
    scope.isSurvey = true
    return row.value(&scope) == nil ? [] : scope.unknown.sorted()
  }

  /// The worth of the formula where its symbols have these values, by name (`x`, `σ`, `x_t`); nil where it is no arithmetic.
  package func value(at values: [String: Double]) -> Double? {
    var scope = Scope(values: values)
    guard let value = row.value(&scope), value.isFinite else { return nil }
    return value
  }
}
