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

  /// π and e.
  static func constant(_ atom: Atom) -> Double? {
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
