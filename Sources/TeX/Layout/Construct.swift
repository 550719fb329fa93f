/// A part of a formula: what one command or environment makes.
///
/// One file holds how a construct is parsed, how it is set in cells, on one line and in MathML, and which words it
/// gives to search. A new one is such a file and its line in `Parser+Commands.swift`.
protocol Construct: Sendable {
  var atomClass: AtomClass { get }
  /// What it is to the row it stands in.
  func role(in style: MathStyle) -> Role
  /// Whether scripts stand above and below it rather than at its side.
  func hasLimits(in style: MathStyle) -> Bool
  /// Whether it takes more rows in a display than its scripts would, so that they stand at its corners.
  var standsTall: Bool { get }
  /// Upright letters, which stand close behind scripts of others: `H₂O`, but `x₂ y`.
  var isUpright: Bool { get }
  /// In cells, on as many rows as it needs.
  func box(in layout: inout Layout, _ style: MathStyle) -> Box
  /// On one row, with brackets where the meaning needs them.
  func line(in layout: inout Layout, _ style: MathStyle) -> Box
  /// On one line, how tightly it holds together.
  var binding: Binding { get }
  func write(to xml: inout MathML, _ style: MathStyle)
  /// The symbols search compares, in reading order.
  func addSymbols(to sequence: inout SymbolSequence)
  /// The structure without its dress; see `Formula.canonical`.
  func addCanonical(to text: inout String)
  /// The rows inside it, in reading order.
  var rows: [Row] { get }
  /// The atom that it is, if it is one; asked of each item of a row, and ten times as fast as a cast.
  var asAtom: Atom? { get }
  /// The delimiter that it is, perhaps with scripts, if its size was asked for; asked as often.
  var sized: SizedDelimiter? { get }
}

extension Construct {
  func role(in style: MathStyle) -> Role { .atom }
  var atomClass: AtomClass { .ordinary }
  var binding: Binding { .atom }
  func hasLimits(in style: MathStyle) -> Bool { false }
  var standsTall: Bool { false }
  var isUpright: Bool { false }
  func line(in layout: inout Layout, _ style: MathStyle) -> Box { box(in: &layout, style) }
  var rows: [Row] { [] }
  var asAtom: Atom? { nil }
  var sized: SizedDelimiter? { nil }
  func addSymbols(to sequence: inout SymbolSequence) { for row in rows { row.addSymbols(to: &sequence) } }
  func addCanonical(to text: inout String) { for row in rows { row.addCanonical(to: &text) } }
}

/// How a row treats a child.
enum Role {
  case atom
  /// An atom with scripts at its side, and which of them Unicode can say in one row.
  case scripts(Scripts.Shape)
  /// Words, with the spaces they begin and end with.
  case text(spaceBefore: Bool, spaceAfter: Bool)
  case space(columns: Int, isThin: Bool)
  case change(Switch.Change)
}
