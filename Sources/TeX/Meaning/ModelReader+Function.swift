extension ModelReader {
  /// `\log x`, `\max(a, b)`, `\sum_{i} …`, `\nabla_x f`: a function and what it is applied to.
  mutating func function(_ base: any Construct, _ scripts: Scripts?, _ model: inout Model) -> Double? {
    var name = ""
    base.addCanonical(to: &name)
    name = Model.folded(name)
    if let known = base as? OperatorName, let worth = elementary(known, scripts, &model) { return worth.value }
    if let below = scripts?.below { name += "_" + Model.index(below) }
    if base is OperatorName {
      guard let (arguments, end) = arguments(&model) else { return nil }
      let worth = model.application(of: name, to: arguments, isOpaque: true)
      return power(of: worth, scripts?.above, end, &model)
    }
    if let above = scripts?.above { name += "^" + Model.folded(above.plain) }
    let isPartial = base.asAtom?.scalar == 0x2202
    guard let body = base.atomClass == .largeOperator ? product(&model) : isPartial ? factor(&model) : run(&model)
    else { return nil }
    // `∑`, `∏` and `∫` differ where what they add up does.
    let isOpaque = base.asAtom == nil || base.atomClass != .largeOperator
    return model.application(of: name, to: [body], isOpaque: isOpaque)
  }

  /// The worth of a function that everybody knows; nil where it is not one.
  private mutating func elementary(
    _ base: OperatorName, _ scripts: Scripts?, _ model: inout Model
  ) -> (value: Double?, Void)? {
    let name = base.name.lowercased()
    let isExtremum = name == "max" || name == "min"
    let function: (Double) -> Double
    switch name {
    case "sigmoid": function = { 1 / (1 + Elementary.exp(-$0)) }
    case "relu": function = { max(0, $0) }
    default:
      guard let known = Elementary.function(named: name) ?? (isExtremum ? { $0 } : nil) else { return nil }
      function = known
    }
    if scripts?.below != nil, name != "log" { return nil }
    guard let (arguments, end) = arguments(&model), let first = arguments.first else { return (nil, ()) }
    var worth = isExtremum ? arguments.reduce(first, name == "max" ? max : min) : function(first)
    if let below = scripts?.below {
      guard let base = model.worth(of: below) else { return (nil, ()) }
      worth /= Elementary.log(base)
    }
    return (power(of: worth, scripts?.above, end, &model), ())
  }

  /// What stands in the brackets after a function, with the scripts at their end; without brackets the factors beside it.
  private mutating func arguments(_ model: inout Model) -> (arguments: [Double], end: Scripts?)? {
    guard i < items.count else { return nil }
    if let open = items[i].asAtom?.scalar ?? (items[i] as? Fence)?.open?.value, open == 0x28 || open == 0x5B {
      return brackets(&model).map { ($0.list.worths, $0.scripts) }
    }
    return run(&model).map { ([$0], nil) }
  }

  /// `\log^2 x` and `\log(x)^2`.
  private func power(of worth: Double, _ above: Row?, _ end: Scripts?, _ model: inout Model) -> Double? {
    guard let above else { return raised(worth, end, &model) }
    guard let n = model.worth(of: above), let power = Elementary.power(worth, n) else { return nil }
    return raised(power, end, &model)
  }
}

extension Atom {
  /// `∂` and `∇`, which stand before what they are applied to.
  var isPrefix: Bool { scalar == 0x2202 || scalar == 0x2207 }

  /// The worth of `π` and `e`, which are no symbols.
  var constant: Double? {
    switch scalar {
    case 0x3C0: .pi
    case 0x65: Elementary.e
    default: nil
    }
  }
}

extension Model {
  /// A subscript by its letters alone: `x_{i,j}` is `x_{ij}`, `W_{x_0z}` is `W_{x0z}`.
  static func index(_ row: Row) -> String { folded(row.plain).filter { !"{}_,∗".contains($0) } }

  /// One letter for what is written in two ways.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "ϵ": folded.append("ε")
      case "ϕ": folded.append("φ")
      case "ϑ": folded.append("θ")
      case "ℓ": folded.append("l")
      case " ": break
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}
