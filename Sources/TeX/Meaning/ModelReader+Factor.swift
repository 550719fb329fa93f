extension ModelReader {
  /// One factor: a number, a symbol, brackets, a function and what it is applied to.
  mutating func factor(_ model: inout Model) -> Double? {
    guard i < items.count, model.depth < Parser.depthLimit else { return nil }
    model.depth += 1
    defer { model.depth -= 1 }
    if let number = number(&model) { return number }
    guard i < items.count else { return nil }
    if let derivative = derivative(&model) { return derivative.worth }
    let scripts = items[i] as? Scripts
    let base = unwrapped(scripts?.base ?? items[i])
    if base.atomClass == .largeOperator || base.asAtom?.isPrefix == true {
      i += 1
      return function(base, scripts, &model)
    }
    if opening(base) != nil { return bracketed(&model) }
    i += 1
    if let name = name(of: base) { return named(name, base, scripts, &model) }
    guard let worth = worth(of: base, &model) else { return nil }
    return raised(worth, scripts, &model)
  }

  private func unwrapped(_ construct: any Construct) -> any Construct {
    var construct = construct
    while let group = construct as? Group, let inner = group.row.single { construct = inner }
    return construct
  }

  /// A decimal number; the last digit of `10^2` carries the script.
  private mutating func number(_ model: inout Model) -> Double? {
    var text = ""
    while let atom, atom.isDigit || (atom.scalar == 0x2E && !text.isEmpty) {
      text += atom.scalar.text
      i += 1
    }
    if i < items.count, let scripts = items[i] as? Scripts, let digit = scripts.base?.asAtom, digit.isDigit,
      scripts.below == nil, let above = scripts.above
    {
      guard let x = Double(text + digit.scalar.text), let n = model.worth(of: above) else { return nil }
      i += 1
      return Elementary.power(x, n)
    }
    return text.isEmpty ? nil : Double(text)
  }

  /// The name of what may be a function or a factor: a letter, a letter under an accent, a word.
  private func name(of base: any Construct) -> String? {
    switch base {
    case let atom as Atom:
      return atom.constant != nil || atom.isDigit || atom.atomClass != .ordinary
        ? nil : Model.folded(atom.scalar.text)
    case is Accent, is TextRun:
      var text = ""
      base.addCanonical(to: &text)
      return Model.folded(text)
    default: return nil
    }
  }

  /// A symbol with its scripts, applied to the brackets after it unless they hold a sum: `p(x)`, but `k(d-1)`.
  private mutating func named(
    _ name: String, _ base: any Construct, _ scripts: Scripts?, _ model: inout Model
  ) -> Double? {
    var full = name + String(repeating: "′", count: scripts?.primes ?? 0)
    if let below = scripts?.below { full += "_" + Model.index(below) }
    let above = scripts?.above
    var power: Double?
    if let above, above.isIndexInBrackets {
      full += "^" + Model.folded(above.plain)
    } else if let above, !above.isTransposition {
      power = model.worth(of: above)
      if power == nil { full += "^" + Model.folded(above.plain) }
    }
    if above?.isTransposition == true {
      let worth = model.symbol(full, .matrix)
      return model.application(of: "⊤", to: [worth])
    }
    var weight = ModelReader.weight(of: base, model)
    if above?.isInverse == true, weight == .capital { weight = .inverse }
    guard i < items.count, let open = opening(items[i]), open == 0x28 || open == 0x5B else {
      return ModelReader.raised(model.symbol(full, weight), power)
    }
    guard let (list, end) = brackets(&model), let inner = list.worth(&model) else { return nil }
    let isInverse = above?.isInverse == true && open == 0x28
    guard base is TextRun || open == 0x5B || !list.isSum || isInverse && weight >= .capital else {
      guard let first = ModelReader.raised(model.symbol(full, weight), power) else { return nil }
      return raised(inner, end, &model).map { first * $0 }
    }
    // σ of something in brackets is the logistic function.
    let isLogistic = full == "σ" && list.worths.count == 1
    if isInverse {
      let worth =
        isLogistic ? Elementary.log(inner / (1 - inner)) : model.application(of: model.met(full + "^−1"), to: [inner])
      return raised(worth, end, &model)
    }
    let worth =
      isLogistic
      ? 1 / (1 + Elementary.exp(-inner))
      : model.application(of: model.met(full), to: [inner], isOpaque: base is TextRun)
    return ModelReader.raised(worth, power).flatMap { raised($0, end, &model) }
  }

  private static func weight(of base: any Construct, _ model: Model) -> Model.Weight {
    guard let letter = base.asAtom?.scalar else { return .letter }
    // The letters of weights, queries, keys and values.
    if [0x57, 0x51, 0x4B, 0x56].contains(letter) || model.matrices.contains(letter) { return .matrix }
    if (0x41...0x5A).contains(letter) || (0x391...0x3A9).contains(letter) { return .capital }
    return letter < 0x80 ? .letter : .scalar
  }

  private static func raised(_ worth: Double, _ power: Double?) -> Double? {
    guard let power else { return worth }
    return Elementary.power(worth, power)
  }

  /// With the scripts that stand at something that is no name.
  func raised(_ worth: Double, _ scripts: Scripts?, _ model: inout Model) -> Double? {
    guard let scripts else { return worth }
    var worth = worth
    if let below = scripts.below { worth = model.application(of: "_" + Model.index(below), to: [worth]) }
    if scripts.primes > 0 { worth = model.application(of: "′\(scripts.primes)", to: [worth]) }
    guard let above = scripts.above else { return worth }
    // `0.9^T` is a power.
    if above.isTransposition, above.plain != "T" || model.weight > .scalar {
      model.weight = .matrix
      return model.application(of: "⊤", to: [worth])
    }
    return model.worth(of: above).flatMap { Elementary.power(worth, $0) }
  }

  /// What stands for itself: fractions, roots, groups; what nobody reads is its own name.
  private func worth(of base: any Construct, _ model: inout Model) -> Double? {
    switch base {
    case let atom as Atom:
      if atom.isDigit { return Double(atom.scalar) - 0x30 }
      return atom.constant ?? (atom.atomClass == .ordinary ? model.symbol(atom.scalar.text) : nil)
    case let fraction as Fraction:
      guard let above = model.worth(of: fraction.numerator) else { return nil }
      let weight = model.weight
      guard let below = model.worth(of: fraction.denominator) else { return nil }
      model.weight = weight
      return fraction.hasBar ? above / below : model.application(of: "binom", to: [above, below])
    case let radical as Radical:
      guard let x = model.worth(of: radical.radicand) else { return nil }
      guard let degree = radical.degree else { return x.squareRoot() }
      return model.worth(of: degree).flatMap { Elementary.power(x, 1 / $0) }
    case let group as Group: return model.worth(of: group.row)
    case let box as Enclosure: return model.worth(of: box.row)
    case is Verbatim: return nil
    default:
      var text = ""
      base.addCanonical(to: &text)
      return text.isEmpty || model.provesDifference ? nil : model.application(of: Model.folded(text), to: [])
    }
  }

  /// The bracket that opens here; upright bars do so only where an operand is due.
  private func opening(_ item: any Construct) -> UInt32? {
    switch (item as? Scripts)?.base ?? item {
    case let atom as Atom:
      return atom.atomClass == .opening || [0x7C, 0x2016, 0x2223, 0x2225].contains(atom.scalar) ? atom.scalar : nil
    case let fence as Fence: return fence.open?.value
    default: return nil
    }
  }

  /// `( … )` of any kind with the scripts at its end; rounds, squares and braces only group, others are functions.
  private mutating func bracketed(_ model: inout Model) -> Double? {
    let open = opening(items[i]) ?? 0
    guard let (list, scripts) = brackets(&model), var worth = list.worth(&model) else { return nil }
    if ![0x28, 0x5B, 0x7B].contains(open) { worth = model.application(of: "\(open)", to: [worth]) }
    return raised(worth, scripts, &model)
  }

  /// What stands in the brackets that open here, and the scripts at their end.
  mutating func brackets(_ model: inout Model) -> (list: ModelList, scripts: Scripts?)? {
    let item = items[i]
    let open = opening(item) ?? 0
    i += 1
    if let fence = ((item as? Scripts)?.base ?? item) as? Fence {
      var inner = ModelReader(fence.row.items)
      guard let list = inner.list(&model), inner.isAtEnd else { return nil }
      return (list, item as? Scripts)
    }
    let isBar = [0x7C, 0x2016, 0x2223, 0x2225].contains(open)
    guard let list = isBar ? bare(&model) : list(&model), i < items.count else { return nil }
    let scripts = items[i] as? Scripts
    guard let close = (scripts?.base ?? items[i]).asAtom, close.scalar != 0x21,
      close.atomClass == .closing || isBar && opening(close) == open
    else { return nil }
    i += 1
    return (list, scripts)
  }

  /// What stands between bars: one sum.
  private mutating func bare(_ model: inout Model) -> ModelList? {
    guard let worth = sum(&model)?.worth else { return nil }
    return ModelList(worths: [worth])
  }
}
