#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A formula in `x` as a stack program: `cos((x+0.008)/1.008*pi/2)^2`.
///
/// Read by operator precedence with a stack of operators (Dijkstra's shunting yard), so that no depth of brackets
/// recurses.
struct PlotExpression {
  private enum Step {
    case number(Double)
    case x
    case negate
    case binary(Character)
    case call(String, Int)
  }

  private enum Pending {
    case open(function: String?, arguments: Int)
    case negate
    case binary(Character)

    var precedence: Int {
      switch self {
      case .open: 0
      case .binary("+"), .binary("-"): 1
      case .binary("*"), .binary("/"): 2
      case .negate: 3
      case .binary: 4
      }
    }
  }

  private var steps: [Step] = []
  private var pending: [Pending] = []

  /// Nil for what is no formula.
  init?(parsing source: String) {
    var rest = source[...].drop { $0 == " " }
    var wantsValue = true
    while let first = rest.first {
      if first.isASCII, first.isNumber || first == "." {
        guard wantsValue, let value = PlotExpression.number(&rest) else { return nil }
        steps.append(.number(value))
        wantsValue = false
      } else if first.isLetter {
        guard wantsValue else { return nil }
        wantsValue = takeName(&rest)
      } else {
        rest.removeFirst()
        guard let next = take(first, wantsValue: wantsValue) else { return nil }
        wantsValue = next
      }
      rest = rest.drop { $0 == " " }
    }
    guard !wantsValue else { return nil }
    while let last = pending.popLast() {
      if case .open = last { return nil }
      emit(last)
    }
    guard isWhole else { return nil }
  }

  /// The value at a place; not a number where there is none.
  func value(at x: Double) -> Double {
    var stack: [Double] = []
    for step in steps {
      switch step {
      case .number(let number): stack.append(number)
      case .x: stack.append(x)
      case .negate: stack.append(-(stack.popLast() ?? .nan))
      case .binary(let sign):
        let (b, a) = (stack.popLast() ?? .nan, stack.popLast() ?? .nan)
        stack.append(PlotExpression.binary(sign, a, b))
      case .call(let name, let count):
        let arguments = Array(stack.suffix(count))
        stack.removeLast(arguments.count)
        stack.append(PlotExpression.call(name, arguments) ?? .nan)
      }
    }
    return stack.last ?? .nan
  }

  private static func number(_ rest: inout Substring) -> Double? {
    var text = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest[text.endIndex...]
    if rest.first == "e" || rest.first == "E" {
      let exponent = rest.dropFirst().first == "-" ? rest.prefix(2) : rest.prefix(1)
      let digits = rest[exponent.endIndex...].prefix { $0.isNumber }
      if !digits.isEmpty {
        text = rest.base[text.startIndex..<digits.endIndex]
        rest = rest[digits.endIndex...]
      }
    }
    return Double(text)
  }

  /// Takes a variable, constant or function's name; says whether a value must follow.
  private mutating func takeName(_ rest: inout Substring) -> Bool {
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    rest = rest.dropFirst(name.count)
    if rest.first == "(" {
      rest.removeFirst()
      pending.append(.open(function: name, arguments: 1))
      return true
    }
    switch name {
    case "x", "t": steps.append(.x)
    case "pi": steps.append(.number(.pi))
    case "e": steps.append(.number(2.718281828459045))
    default: steps.append(.number(.nan))
    }
    return false
  }

  /// Takes a sign; says whether a value must follow, nil where the sign may not stand.
  private mutating func take(_ sign: Character, wantsValue: Bool) -> Bool? {
    switch sign {
    case "(" where wantsValue:
      pending.append(.open(function: nil, arguments: 1))
      return true
    case "-" where wantsValue, "−" where wantsValue:
      pending.append(.negate)
      return true
    case "+", "-", "−", "*", "/", "^":
      guard !wantsValue else { return nil }
      let new = Pending.binary(sign == "−" ? "-" : sign)
      while let last = pending.last,
        last.precedence > new.precedence || (last.precedence == new.precedence && sign != "^")
      {
        if let last = pending.popLast() { emit(last) }
      }
      pending.append(new)
      return true
    case ",", ")":
      guard !wantsValue else { return nil }
      return close(sign)
    default: return nil
    }
  }

  /// Ends an argument or a bracket.
  private mutating func close(_ sign: Character) -> Bool? {
    while let last = pending.popLast() {
      guard case .open(let function, let count) = last else {
        emit(last)
        continue
      }
      if sign == "," {
        guard function != nil else { return nil }
        pending.append(.open(function: function, arguments: count + 1))
        return true
      }
      if let function {
        guard PlotExpression.call(function, Array(repeating: 1, count: count)) != nil else { return nil }
        steps.append(.call(function, count))
      }
      return false
    }
    return nil
  }

  private mutating func emit(_ operation: Pending) {
    switch operation {
    case .negate: steps.append(.negate)
    case .binary(let sign): steps.append(.binary(sign))
    case .open: break
    }
  }

  /// Whether every name is known: an unknown one is not a number whatever the place.
  private var isWhole: Bool {
    !steps.contains { if case .number(let value) = $0 { value.isNaN } else { false } }
  }

  private static func binary(_ sign: Character, _ a: Double, _ b: Double) -> Double {
    switch sign {
    case "+": a + b
    case "-": a - b
    case "*": a * b
    case "/": a / b
    default: pow(a, b)
    }
  }

  private static func call(_ name: String, _ arguments: [Double]) -> Double? {
    if arguments.count == 2 {
      switch name {
      case "min": return min(arguments[0], arguments[1])
      case "max": return max(arguments[0], arguments[1])
      case "pow": return pow(arguments[0], arguments[1])
      default: return nil
      }
    }
    guard arguments.count == 1 else { return nil }
    let x = arguments[0]
    switch name {
    case "exp": return exp(x)
    case "log", "ln": return log(x)
    case "log2": return log2(x)
    case "log10": return log10(x)
    case "sqrt": return x.squareRoot()
    case "sin": return sin(x)
    case "cos": return cos(x)
    case "tan": return tan(x)
    case "tanh": return tanh(x)
    case "erf": return erf(x)
    case "abs": return abs(x)
    case "floor": return x.rounded(.down)
    case "sigmoid": return 1 / (1 + exp(-x))
    case "relu": return max(0, x)
    default: return nil
    }
  }
}
