/// Reads a row in a model: lists of relations of sums of products.
struct ModelReader {
  let items: [any Construct]
  var i = 0

  init(_ items: [any Construct]) {
    self.items = items.filter {
      if case .space = $0.role(in: .text) { false } else if case .change = $0.role(in: .text) { false } else { true }
    }
  }

  var isAtEnd: Bool { i == items.count }

  var atom: Atom? { i < items.count ? items[i].asAtom : nil }

  /// `x_t, t`, `y \mid x`, `q \| p`: relations between separators.
  mutating func list(_ model: inout Model) -> ModelList? {
    var list = ModelList()
    while true {
      guard let (worth, isSum) = relation(&model) else { return nil }
      list.isSum = isSum && list.worths.isEmpty
      list.worths.append(worth)
      guard let mark = separator else { return list }
      list.isSum = false
      list.separators += mark
      i += 1
    }
  }

  private var separator: String? {
    if let middle = (i < items.count ? items[i] : nil) as? Middle {
      return middle.delimiter.map { String(Character($0)) }
    }
    guard let atom else { return nil }
    switch atom.scalar {
    case 0x7C, 0x2223: return "|"
    case 0x2016, 0x2225: return atom.atomClass == .closing ? nil : "‖"
    default: return atom.atomClass == .punctuation ? atom.scalar.text : nil
    }
  }

  /// `a = b`, where a larger thing stands on the right, and equals in any order.
  private mutating func relation(_ model: inout Model) -> (worth: Double, isSum: Bool)? {
    guard var (worth, isSum) = sum(&model) else { return nil }
    while let atom, atom.atomClass == .relation, separator == nil {
      i += 1
      guard !model.provesDifference, let next = sum(&model)?.worth else { return nil }
      let isSwapped = [0x3E, 0x2265, 0x2A7E].contains(atom.scalar)
      var sides = isSwapped ? [next, worth] : [worth, next]
      var name = isSwapped ? (atom.scalar == 0x3E ? "<" : "≤") : atom.scalar == 0x2A7D ? "≤" : atom.scalar.text
      if atom.isNegated { name = name == "=" ? "≠" : "¬" + name }
      if ["=", "≠", "≈"].contains(name) { sides.sort() }
      worth = model.application(of: name, to: sides)
      isSum = false
    }
    return (worth, isSum)
  }

  mutating func sum(_ model: inout Model) -> (worth: Double, isSum: Bool)? {
    var sign = 1.0
    var isSum = false
    if let atom, atom.scalar == 0x2212 || atom.scalar == 0x2B {
      sign = atom.scalar == 0x2B ? 1 : -1
      i += 1
    }
    guard var total = product(&model) else { return nil }
    total *= sign
    while let atom, atom.scalar == 0x2212 || atom.scalar == 0x2B {
      i += 1
      guard let next = product(&model) else { return nil }
      total += atom.scalar == 0x2B ? next : -next
      isSum = true
    }
    return (total, isSum)
  }

  /// Whether nothing more can belong to a product.
  private var endsProduct: Bool {
    guard i < items.count else { return true }
    if items[i] is Middle { return true }
    if (items[i] as? Scripts)?.base?.atomClass == .closing { return true }
    guard let atom else { return items[i].atomClass == .closing }
    switch atom.scalar {
    case 0x2212, 0x2B, 0x7C, 0x2223, 0x2016, 0x2225: return atom.atomClass != .opening
    default: return [.closing, .punctuation, .relation].contains(atom.atomClass)
    }
  }

  mutating func product(_ model: inout Model) -> Double? {
    var factors = ModelFactors()
    guard let first = weighed(&model, { $0.factor(&$1) }) else { return nil }
    factors.append(first)
    while !endsProduct {
      guard let atom, atom.atomClass == .binary || atom.scalar == 0x2F else {
        guard let next = weighed(&model, { $0.factor(&$1) }) else { return nil }
        factors.append(next)
        continue
      }
      i += 1
      switch atom.scalar {
      case 0x2F, 0xF7:
        let outer = model.weight
        guard let next = model.isLoose ? run(&model) : factor(&model) else { return nil }
        model.weight = outer
        factors.append((1 / next, .scalar))
      case 0x22C5, 0xD7:
        guard let next = weighed(&model, { $0.factor(&$1) }) else { return nil }
        factors.append(next)
      default:
        guard let next = weighed(&model, { $0.factor(&$1) }) else { return nil }
        if atom.scalar == 0x2299, model.joinsElementwise {
          factors.append(next)
        } else {
          var sides = [factors.worth(&model), next.worth]
          // A convolution: the keyboard's asterisk, which multiplies, comes as `⋅`.
          if atom.scalar == 0x2217 { sides.sort() }
          factors = ModelFactors()
          factors.append((model.application(of: atom.scalar.text, to: sides), .matrix))
        }
      }
    }
    return factors.worth(&model)
  }

  /// Factors side by side, up to an operator or the name of another function: what `\log` is applied to.
  mutating func run(_ model: inout Model) -> Double? {
    var factors = ModelFactors()
    guard let first = weighed(&model, { $0.factor(&$1) }) else { return nil }
    factors.append(first)
    while !endsProduct, !startsFunction {
      if let atom, atom.atomClass == .binary || atom.scalar == 0x2F {
        guard model.isLoose, atom.scalar == 0x2F else { break }
        i += 1
        guard let next = weighed(&model, { $0.factor(&$1) }) else { return nil }
        factors.append((1 / next.worth, .scalar))
        continue
      }
      guard let next = weighed(&model, { $0.factor(&$1) }) else { return nil }
      factors.append(next)
    }
    return factors.worth(&model)
  }

  private var startsFunction: Bool {
    let item = (items[i] as? Scripts)?.base ?? items[i]
    return item.atomClass == .largeOperator
  }

  /// What is read, with how much its order counts.
  private mutating func weighed(
    _ model: inout Model, _ read: (inout ModelReader, inout Model) -> Double?
  ) -> (worth: Double, weight: Model.Weight)? {
    let outer = model.weight
    model.weight = .scalar
    guard let worth = read(&self, &model) else { return nil }
    defer { model.weight = max(outer, model.weight) }
    return (worth, model.weight)
  }
}

/// A product being read. Where a matrix is among them, or the inverse of one capital beside another, the order of the
/// factors counts.
private struct ModelFactors {
  private var scalars = 1.0
  private var others: [Double] = []
  private var heaviest = Model.Weight.scalar
  private var capitals = 0

  mutating func append(_ factor: (worth: Double, weight: Model.Weight)) {
    if factor.weight == .scalar { scalars *= factor.worth } else { others.append(factor.worth) }
    heaviest = max(heaviest, factor.weight)
    if factor.weight >= .capital { capitals += 1 }
  }

  func worth(_ model: inout Model) -> Double {
    let hasOrder = heaviest == .matrix || (heaviest == .inverse && capitals > 1)
    guard hasOrder, others.count > 1 else { return others.reduce(scalars, *) }
    return scalars * model.application(of: "⋅", to: others)
  }
}
