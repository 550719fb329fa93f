extension ModelReader {
  /// `\log x`, `\max(a, b)`, `\sum_{i} …`, `\nabla_x f`: a function and what it is applied to.
  mutating func function(_ base: any Construct, _ scripts: Scripts?, _ model: inout Model) -> Double? {
    var name = ""
    base.addCanonical(to: &name)
    name = Model.folded(name)
    if let known = base as? OperatorName, let worth = elementary(known, scripts, &model) { return worth.value }
    if let below = scripts?.below { name += "_" + Model.index(below) }
    if base is OperatorName {
      var above = scripts?.above
      if let index = above, index.isIndexInBrackets || index.isInverse {
        name += "^" + Model.folded(index.plain)
        above = nil
      }
      guard let (arguments, end) = arguments(&model) else { return nil }
      let worth = model.application(of: name, to: arguments, isOpaque: true)
      return power(of: worth, above, end, &model)
    }
    if let above = scripts?.above { name += "^" + Model.folded(above.plain) }
    // The divergence and the curl, which are no gradient.
    if base.asAtom?.scalar == 0x2207, let mark = atom?.scalar, mark == 0x22C5 || mark == 0xD7 {
      name += mark.text
      i += 1
    }
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
    let isInverse = scripts?.above?.isInverse == true
    // `\sin^{-1}` is the inverse function, which has a name of its own.
    if isInverse, name != "sigmoid" { return nil }
    let function: (Double) -> Double
    switch name {
    case "sigmoid" where isInverse: function = { Elementary.log($0 / (1 - $0)) }
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
    return (power(of: worth, isInverse ? nil : scripts?.above, end, &model), ())
  }

  /// What stands in the brackets after a function, with the scripts at their end; without brackets the factors beside
  /// it.
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

extension Row {
  /// Whether it is `⊤` or a letter that stands for it: `A^T`.
  var isTransposition: Bool { items.count == 1 && ["⊤", "T", "⊺"].contains(plain) }

  var isInverse: Bool { plain == "−1" }

  /// Whether it is an index like that of the layer in `W^{(1)}` and of the step in `x^{(t+1)}`; a quotient is a power.
  var isIndexInBrackets: Bool {
    let inner: ArraySlice<any Construct>
    if let fence = single as? Fence, fence.open == "(" {
      inner = fence.row.items[...]
    } else if items.count > 2, items.first?.asAtom?.scalar == 0x28, items.last?.asAtom?.scalar == 0x29 {
      inner = items.dropFirst().dropLast()
    } else {
      return false
    }
    return inner.first?.asAtom?.isSign != true
      && inner.allSatisfy { item in
        let scalar = item.asAtom?.scalar
        return !(item is Fraction) && item.atomClass != .opening && scalar != 0x2F && scalar != 0x2E
      }
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
