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

/// Reads a row as arithmetic: sums of products of powers, juxtaposition a product, names of functions applied.
struct Evaluation {
  private let items: [any Construct]
  private var i = 0

  init(items: [any Construct]) {
    self.items = items.filter {
      if case .space = $0.role(in: .text) { false } else if case .change = $0.role(in: .text) { false } else { true }
    }
  }

  var isAtEnd: Bool { i == items.count }

  mutating func sum(_ scope: inout Scope) -> Double? {
    var sign = 1.0
    if let atom = atom, atom.scalar == 0x2212 || atom.scalar == 0x2B {
      sign = atom.scalar == 0x2B ? 1 : -1
      i += 1
    }
    guard var total = product(&scope) else { return nil }
    total *= sign
    while let atom, atom.scalar == 0x2212 || atom.scalar == 0x2B {
      i += 1
      guard let next = product(&scope) else { return nil }
      total += atom.scalar == 0x2B ? next : -next
    }
    return total
  }

  private var atom: Atom? { i < items.count ? items[i] as? Atom : nil }

  private mutating func product(_ scope: inout Scope) -> Double? {
    guard var total = factor(&scope) else { return nil }
    while i < items.count {
      var divides = false
      if let atom {
        switch atom.scalar {
        case 0x22C5, 0xD7, 0x2217: i += 1
        case 0x2F, 0xF7:
          divides = true
          i += 1
        case 0x2212, 0x2B, 0x29, 0x5D, 0x7D, 0x2C, 0x7C: return total
        default: if atom.atomClass == .relation { return nil }
        }
      }
      guard let next = factor(&scope) else { return nil }
      total = divides ? total / next : total * next
    }
    return total
  }

  private mutating func factor(_ scope: inout Scope) -> Double? {
    guard i < items.count, scope.depth < Parser.depthLimit else { return nil }
    scope.depth += 1
    defer { scope.depth -= 1 }
    if let name = items[i] as? OperatorName {
      i += 1
      return applied(name.name, power: nil, &scope)
    }
    if let scripts = items[i] as? Scripts, let name = scripts.base as? OperatorName, scripts.primes == 0 {
      i += 1
      if let below = scripts.below {
        guard name.name == "log", let base = below.value(&scope), let x = applied("log", power: scripts.above, &scope)
        else { return nil }
        return x / Elementary.log(base)
      }
      return applied(name.name, power: scripts.above, &scope)
    }
    if let number = number() { return number }
    guard i < items.count else { return nil }
    if let atom, atom.atomClass == .opening { return bracketed(&scope) }
    defer { i += 1 }
    return items[i] is Atom
      ? atom.flatMap { Evaluation.constant($0) ?? scope.value(of: $0.scalar.text) } : items[i].value(&scope)
  }

  private static func constant(_ atom: Atom) -> Double? {
    switch atom.scalar {
    case 0x3C0: .pi
    case 0x65: Elementary.e
    default: nil
    }
  }

  private mutating func number() -> Double? {
    var text = ""
    while let atom, atom.isDigit || (atom.scalar == 0x2E && !text.isEmpty) {
      text += atom.scalar.text
      i += 1
    }
    // The last digit of `10^2` carries the script.
    if i < items.count, let scripts = items[i] as? Scripts, let digit = scripts.base as? Atom, digit.isDigit,
      !text.isEmpty,
      let above = scripts.above, scripts.below == nil
    {
      var scope = Scope(values: [:])
      guard let x = Double(text + digit.scalar.text), let n = above.value(&scope) else { return nil }
      i += 1
      return Scope.power(x, n)
    }
    return text.isEmpty ? nil : Double(text)
  }

  /// `( … )` and a script on the closing bracket.
  private mutating func bracketed(_ scope: inout Scope) -> Double? {
    i += 1
    guard let inner = sum(&scope), i < items.count else { return nil }
    defer { i += 1 }
    if let atom, atom.atomClass == .closing { return atom.scalar == 0x21 ? nil : inner }
    if let scripts = items[i] as? Scripts, scripts.atomClass == .closing, scripts.below == nil, scripts.primes == 0,
      let above = scripts.above
    {
      guard let n = above.value(&scope) else { return nil }
      return Scope.power(inner, n)
    }
    return nil
  }

  private mutating func applied(_ name: String, power: Row?, _ scope: inout Scope) -> Double? {
    guard let function = Elementary.function(named: name), let x = factor(&scope) else { return nil }
    guard let power else { return function(x) }
    guard let n = power.value(&scope) else { return nil }
    return Scope.power(function(x), n)
  }
}

extension Scripts {
  func value(_ scope: inout Scope) -> Double? {
    guard primes == 0, let base else { return nil }
    var x = base.value(&scope)
    if let atom = base as? Atom {
      if let below {
        x = scope.value(of: atom.scalar.text + "_" + below.plain)
      } else if atom.isDigit {
        x = Double(atom.scalar - 0x30)
      } else {
        x = atom.scalar == 0x65 ? Elementary.e : atom.scalar == 0x3C0 ? .pi : scope.value(of: atom.scalar.text)
      }
    }
    guard let x else { return nil }
    guard let above else { return x }
    guard let n = above.value(&scope) else { return nil }
    return Scope.power(x, n)
  }
}

extension Row {
  /// The canonical text, as a name of a subscripted symbol.
  var plain: String {
    var text = ""
    addCanonical(to: &text)
    return text
  }
}

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
