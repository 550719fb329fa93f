/// How tightly a term holds together when it is written on one line, which decides where brackets must stand.
enum Binding: UInt8, Comparable {
  case sum, quotient
  /// `log x`, `∏ x`, which take in what follows.
  case operation
  case product, call, power, subscripted, atom

  static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
}

extension Row {
  var binding: Binding {
    var count = 0
    var depth = 0
    var isNumber = true
    var last = Binding.atom
    var isOperation = false
    for (i, item) in items.enumerated() {
      let atomClass = item.atomClass
      if atomClass == .none { continue }
      if atomClass == .closing { depth = max(0, depth - 1) }
      if depth == 0 {
        // A sign in front makes a sum of it, as in `1/(−x)`.
        if atomClass == .relation || atomClass == .punctuation || atomClass == .binary { return .sum }
      }
      if depth == 0, atomClass == .largeOperator, takesWhatFollows(i) { isOperation = true }
      if atomClass == .opening { depth += 1 }
      let atom = item.asAtom
      isNumber = isNumber && atom.map { $0.isDigit || $0.scalar == 0x2E } == true
      last = item.binding
      count += 1
    }
    if count <= 1 { return last }
    if isNumber { return .atom }
    return isOperation ? .operation : isCall ? .call : .product
  }

  /// Whether the operator at `i` would be that of a quotient that began behind it: not `log(x)`, and not `∑` or `∫`,
  /// which may as well be divided inside.
  private func takesWhatFollows(_ i: Int) -> Bool {
    guard let next = items[(i + 1)...].first(where: { $0.atomClass != .none }) else { return false }
    if let sign = ((items[i] as? Scripts)?.base ?? items[i]).asAtom {
      return sign.scalar != 0x2211 && !(0x222B...0x2233).contains(sign.scalar)
    }
    return next.atomClass != .opening && !(next is Fence)
  }

  /// A name and its arguments in brackets, or brackets alone: `f(x)`, `(a + b)`. A letter before a sum is a factor,
  /// `n(n − 1)`, as a number is before any brackets.
  private var isCall: Bool {
    var depth = 0
    var start = 0
    var inner: Row?
    var head: (any Construct)?
    for (i, item) in items.enumerated() where item.atomClass != .none {
      if inner != nil { return false }
      if let fence = item as? Fence, depth == 0 {
        inner = fence.open == "(" ? fence.row : Row()
        continue
      }
      switch item.atomClass {
      case .opening:
        if depth == 0 { start = i }
        depth += 1
      case .closing:
        depth -= 1
        if depth > 0 { continue }
        inner = depth == 0 && items[start].asAtom?.scalar == 0x28 ? Row(Array(items[(start + 1)..<i])) : Row()
      default:
        if depth > 0 { continue }
        if head != nil { return false }
        head = item
      }
    }
    guard let inner else { return false }
    guard let head, !(head is TextRun), head.atomClass != .largeOperator else { return true }
    return head.asAtom?.isDigit != true && !inner.isBareSum
  }

  /// Terms with a sign between them, and nothing that parts arguments.
  private var isBareSum: Bool {
    var depth = 0
    var isFirst = true
    var hasSign = false
    var bars = 0
    for item in items where item.atomClass != .none {
      switch item.atomClass {
      case .opening: depth += 1
      case .closing: depth = max(0, depth - 1)
      case .relation, .punctuation: if depth == 0 { return false }
      case .binary: hasSign = hasSign || (depth == 0 && !isFirst && item.asAtom?.isSign == true)
      // One bar parts, a pair is about an absolute value.
      default: if depth == 0, item.asAtom?.scalar == 0x7C { bars += 1 }
      }
      isFirst = false
    }
    return hasSign && bars % 2 == 0
  }

  /// Needs no brackets as a script on one line: a letter, a number, a word.
  var isOneWord: Bool { binding == .atom }
}
