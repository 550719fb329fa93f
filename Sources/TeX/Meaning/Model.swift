import Text

/// A world at random in which a formula has a worth: symbols are numbers, and functions that no one defined take
/// numbers to numbers (an interpretation of terms with uninterpreted functions).
///
/// Two formulas that agree in several such worlds say the same; `p(x)`, `\mathbb E[…]` and `\sum_j …` are functions of
/// their arguments here, so that what stands in them is compared by its worth as well.
package struct Model {
  /// How much the order of a factor counts: scalars commute, letters only where no matrix stands beside them. A capital
  /// is one beside the inverse of a capital.
  enum Weight: Int, Comparable {
    case scalar, letter, capital, inverse, matrix

    static func < (a: Weight, b: Weight) -> Bool { a.rawValue < b.rawValue }
  }

  private let number: UInt64
  private var seed: UInt64 { (number + 1) &* 0x9E37_79B9_7F4A_7C15 }
  /// Whether `1/2x` is `1/(2x)` and `ln a/b` is `ln(a/b)`, as many type them.
  let isLoose: Bool
  /// Whether `⊙` is a product like any other.
  let joinsElementwise: Bool
  /// The capitals that are matrices, because the key has them in bold.
  let matrices: Set<UInt32>
  /// Whether worths that differ prove that the formulas do: only a quantity that is read whole has a worth then, and
  /// what stands in an opaque function does not count.
  let provesDifference: Bool
  /// A symbol that counts as another.
  private let renaming: (from: String, to: String)?
  /// The symbols and the names of functions met.
  package private(set) var names: Set<String> = []
  /// The applications met of functions that no one defined, each with its arguments' worth.
  package private(set) var terms: Set<UInt64> = []
  var weight = Weight.scalar
  /// Brackets and functions around the term being read; there is a cap.
  var depth = 0

  package init(
    _ number: UInt64, isLoose: Bool = false, joinsElementwise: Bool = false, matrices: Set<UInt32> = [],
    provesDifference: Bool = false, renaming: (from: String, to: String)? = nil
  ) {
    self.number = number
    self.isLoose = isLoose
    self.joinsElementwise = joinsElementwise
    self.matrices = matrices
    self.provesDifference = provesDifference
    self.renaming = renaming
  }

  /// Whether symbols may be negative here.
  package var hasNegatives: Bool { number % 4 == 2 }

  /// The worth of a formula here; nil where it cannot be read or has none.
  package mutating func worth(of formula: Formula) -> Double? {
    let worth = worth(of: formula.row)
    return worth?.isFinite == true ? worth : nil
  }

  mutating func worth(of row: Row) -> Double? {
    guard depth < Parser.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    var reader = ModelReader(row.items)
    guard let list = reader.list(&self), reader.isAtEnd, !provesDifference || list.worths.count == 1 else { return nil }
    return list.worth(&self)
  }

  /// The worth of a symbol. One world in four has numbers of both signs; two of the others have small ones, in which
  /// `1-x` is positive.
  mutating func symbol(_ name: String, _ weight: Weight = .scalar) -> Double {
    let name = met(name)
    self.weight = max(self.weight, weight)
    return draw(hash(name, []))
  }

  /// The worth of a function that no one defined. An opaque one has a meaning of its own that is not read here: of
  /// arguments that differ, `\arg\min`, `\nabla` and `\operatorname{Var}` may be the same.
  mutating func application(of name: String, to arguments: [Double], isOpaque: Bool = false) -> Double {
    let hash = hash(name, isOpaque && provesDifference ? [] : arguments)
    terms.insert(hash)
    return draw(hash)
  }

  /// The symbol's name in this world.
  mutating func met(_ name: String) -> String {
    let name = renaming?.from == name ? renaming?.to ?? name : name
    names.insert(name)
    return name
  }

  private func draw(_ hash: UInt64) -> Double {
    let unit = Double(hash >> 11) / 0x1p53
    if hasNegatives { return 4 * unit - 2 }
    return number & 1 == 0 ? 0.5 + 1.5 * unit : 0.05 + 0.9 * unit
  }

  /// FNV-1a, then mixed; arguments count to seven digits, so that rounding tells nothing apart.
  private func hash(_ name: String, _ arguments: [Double]) -> UInt64 {
    var named = StableHash()
    named.value ^= seed
    for byte in name.utf8 { named.combine(byte) }
    var hash = named.value
    for argument in arguments {
      hash = (hash ^ UInt64(Float(argument == 0 ? 0 : argument).bitPattern)) &* 0x9E37_79B9_7F4A_7C15
    }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 29
  }
}

/// The parts of a list in brackets, and what stands between them.
struct ModelList {
  var worths: [Double] = []
  var separators = ""
  /// Whether it is one sum, as in the product `k(d-1)`; else it is what a function is applied to.
  var isSum = false

  func worth(_ model: inout Model) -> Double? {
    worths.count == 1 ? worths[0] : worths.isEmpty ? nil : model.application(of: separators, to: worths)
  }
}
