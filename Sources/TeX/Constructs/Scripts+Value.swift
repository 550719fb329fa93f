extension Scripts {
  /// A letter with a subscript is a symbol of its own; a superscript is a power.
  func value(_ scope: inout Scope) -> Double? {
    guard primes == 0, let base, let x = worth(of: base, &scope) else { return nil }
    guard let above else { return x }
    guard let n = above.value(&scope) else { return nil }
    return Scope.power(x, n)
  }

  private func worth(of base: any Construct, _ scope: inout Scope) -> Double? {
    guard let atom = base as? Atom else { return base.value(&scope) }
    if let below { return scope.value(of: atom.scalar.text + "_" + below.plain) }
    if atom.isDigit { return Double(atom.scalar - 0x30) }
    return Evaluation.constant(atom) ?? scope.value(of: atom.scalar.text)
  }
}
