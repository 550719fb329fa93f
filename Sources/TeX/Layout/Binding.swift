/// How tightly a term holds together when it is written on one line, which decides where brackets must stand.
enum Binding: UInt8, Comparable {
  case sum, quotient, product, call, power, subscripted, atom

  static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
}

extension Row {
  var binding: Binding {
    var count = 0
    var depth = 0
    var isNumber = true
    var last = Binding.atom
    for item in items {
      let atomClass = item.atomClass
      if atomClass == .none { continue }
      if atomClass == .closing { depth = max(0, depth - 1) }
      if depth == 0 {
        // A sign in front makes a sum of it, as in `1/(−x)`.
        if atomClass == .relation || atomClass == .punctuation || atomClass == .binary { return .sum }
      }
      if atomClass == .opening { depth += 1 }
      let atom = item.asAtom
      isNumber = isNumber && atom.map { $0.isDigit || $0.scalar == 0x2E } == true
      last = item.binding
      count += 1
    }
    if count <= 1 { return last }
    if isNumber { return .atom }
    return isCall ? .call : .product
  }

  /// A name and its arguments in brackets, or brackets alone: `f(x)`, `(a + b)`.
  private var isCall: Bool {
    var depth = 0
    var closed = false
    var heads = 0
    for item in items where item.atomClass != .none {
      if closed { return false }
      if item is Fence {
        closed = true
        continue
      }
      switch item.atomClass {
      case .opening: depth += 1
      case .closing:
        depth -= 1
        closed = depth <= 0
      // A number before brackets is a factor: `2(a + b)`.
      default: if depth == 0 { heads += item.asAtom?.isDigit == true ? 2 : 1 }
      }
    }
    return closed && heads <= 1
  }

  /// Needs no brackets as a script on one line: a letter, a number, a word.
  var isOneWord: Bool { binding == .atom }
}
