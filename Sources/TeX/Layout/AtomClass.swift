/// What an atom is to its neighbours (TeXbook, chapter 18).
enum AtomClass: UInt8, Sendable {
  case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner
  /// No atom: spaces, switches, marks for breaking.
  case none

  init(_ kind: Command.Kind) {
    switch kind {
    case .binary: self = .binary
    case .relation: self = .relation
    case .opening: self = .opening
    case .closing: self = .closing
    case .punctuation: self = .punctuation
    case .inner: self = .inner
    case .largeOperator, .integral, .functionName, .limitName: self = .largeOperator
    default: self = .ordinary
    }
  }

  /// Closing brackets and commas, which stand close to what is before them.
  var isPunctuation: Bool { self == .closing || self == .punctuation }

  /// Operators between two others and relations.
  var joins: Bool { self == .binary || self == .relation }

  /// The space between neighbours (TeXbook, page 170), in cells: thin, medium and thick spaces are one cell each.
  ///
  /// An operator before an opening bracket has none in TeX either; ordinary atoms touch inner ones here, because
  /// fractions and fences say with their edges what room they need.
  func space(before next: AtomClass) -> Int {
    switch (self, next) {
    case (.none, _), (_, .none): 0
    case (.relation, .relation): 0
    case (.relation, .closing), (.relation, .punctuation): 0
    case (.relation, _): 1
    case (.opening, _): 0
    case (_, .relation): 1
    case (.binary, _): 1
    case (_, .binary): 1
    case (.punctuation, .closing): 0
    case (.punctuation, _): 1
    case (.largeOperator, .ordinary), (.largeOperator, .largeOperator), (.largeOperator, .inner): 1
    case (.ordinary, .largeOperator), (.closing, .largeOperator), (.inner, .largeOperator): 1
    default: 0
    }
  }
}
