package import TeX

/// The grading of typed formulas: by how they are written, then by their worth in several worlds at random.
package enum FormulaAnswer {
  /// So many worlds are tried, and in so many the two must agree.
  private static let worlds: UInt64 = 12
  private static let agreements = 3
  /// What is longer is compared as it is written alone.
  private static let longest = 400

  /// Right where both are written alike up to dress, or have the same worth; wrong only where they provably differ. The
  /// key may be a part of a larger formula, `whole`, which is right as well, and so is its side with the key in it.
  package static func verdict(
    on typed: String, key: String, in whole: [String] = [], macros: GivenMacros = GivenMacros()
  ) -> Verdict {
    let typed = bare(typed)
    guard !typed.isEmpty else { return .wrong }
    let wanted = ([key] + whole).map { Formula(parsing: FormulaMutation.withoutStop(bare($0)), macros: macros) }
    let names = wanted[whole.isEmpty ? 0 : 1]
    // `\det ∂f/∂x` is read both ways.
    let keys = wanted.flatMap { key in
      [Reading(formula: key, isLoose: false)]
        + (key.source.contains("/") ? [Reading(formula: key, isLoose: true)] : [])
    }
    var readings = [Reading(formula: Formula(parsing: typed, macros: macros), isLoose: false)]
    let isShort = typed.utf8.count <= longest
    for isLoose in [false, true] where isShort {
      readings.append(
        Reading(formula: Formula(typed: typed, like: names, isLoose: isLoose, macros: macros), isLoose: isLoose))
    }
    var isWrong = false
    for key in keys {
      var verdicts: [Verdict] = []
      for given in readings where given.formula.mistakes.isEmpty {
        if alike(given.formula, key.formula) { return .right }
        verdicts.append(isShort ? byWorth(given, key) : .undecided)
        if verdicts.last == .right { return .right }
      }
      // What is wrong to the letter may be right as it is meant: the loosest reading comes last.
      isWrong = isWrong || verdicts.last == .wrong
    }
    return isWrong ? .wrong : .undecided
  }

  /// The numbers that an expression without names may be, as it is read to the letter and loosely: `ln 2`, `12*512^2`.
  static func numbers(_ typed: String) -> [Double] {
    let typed = bare(typed)
    guard !typed.isEmpty, typed.utf8.count <= longest else { return [] }
    return [false, true].compactMap { isLoose in
      let formula = Formula(typed: typed, like: Formula(parsing: ""), isLoose: isLoose)
      var model = Model(0, isLoose: isLoose)
      guard formula.mistakes.isEmpty, let worth = model.worth(of: formula), model.names.isEmpty, model.terms.isEmpty
      else { return nil }
      return worth
    }
  }

  /// What was typed, as TeX or as a keyboard has it.
  private struct Reading {
    var formula: Formula
    var isLoose: Bool
  }

  /// Whether two formulas are different at all: what a distractor must be.
  package static func differ(_ a: String, _ b: String, macros: GivenMacros = GivenMacros()) -> Bool {
    verdict(on: a, key: b, macros: macros) != .right
  }

  /// The formula that a cloze asks a part of, with the part in it: all of it, and the side where it stands.
  package static func wholes(of key: String, in stem: String) -> [String] {
    let blank = #"\boxed{\ldots}"#
    guard let range = stem.range(of: blank), let start = stem[..<range.lowerBound].lastIndex(of: "$"),
      let end = stem[range.upperBound...].firstIndex(of: "$")
    else { return [] }
    let whole = String(stem[stem.index(after: start)..<end])
    let side = FormulaMutation.sides(of: whole).last { $0.range(of: blank) != nil }
    return [whole, side].compactMap { $0?.replacing(blank, with: "{\(key)}") }
  }

  private static func alike(_ a: Formula, _ b: Formula) -> Bool {
    let (x, y) = (plain(a.canonical), plain(b.canonical))
    return x == y && !x.isEmpty
  }

  /// One name for what the field writes in two ways.
  private static func plain(_ canonical: String) -> String {
    canonical.replacing("ϵ", with: "ε").replacing("ϕ", with: "φ").replacing("ln", with: "log").replacing(" ", with: "")
  }

  /// By the worth of both. What differs is proof only where both speak of the same symbols and applications: other
  /// names may be other letters for the same.
  private static func byWorth(_ given: Reading, _ wanted: Reading) -> Verdict {
    let joins = wanted.formula.source.contains("\\odot")
    let matrices = wanted.formula.boldCapitals
    var agreed = 0
    for world in 0..<worlds {
      var here = Model(world, isLoose: given.isLoose, joinsElementwise: joins, matrices: matrices)
      var there = Model(world, isLoose: wanted.isLoose, joinsElementwise: joins, matrices: matrices)
      let (x, y) = (here.worth(of: given.formula), there.worth(of: wanted.formula))
      guard !here.names.isEmpty || x != nil, !there.names.isEmpty || y != nil else { return .undecided }
      guard let x, let y else { continue }
      guard !agrees(x, y) else {
        agreed += 1
        continue
      }
      // A root of a square is the number itself only where that is positive.
      if here.hasNegatives, agreed > 1 { return .undecided }
      if here.names == there.names { return here.terms == there.terms ? .wrong : .undecided }
      guard let swap = swap(here.names, there.names) else { return .undecided }
      var renamed = Model(world, isLoose: given.isLoose, joinsElementwise: joins, matrices: matrices, renaming: swap)
      return renamed.worth(of: given.formula).map { agrees($0, y) } == true ? .wrong : .undecided
    }
    return agreed >= agreements ? .right : .undecided
  }

  private static func agrees(_ x: Double, _ y: Double) -> Bool { abs(x - y) <= 1e-9 * max(1, abs(x), abs(y)) }

  /// The one symbol that stands for another with the same letter: its index or its accent is not the key's.
  private static func swap(_ given: Set<String>, _ wanted: Set<String>) -> (from: String, to: String)? {
    let (strange, missing) = (given.subtracting(wanted), wanted.subtracting(given))
    // Indices in brackets may say the same in another order.
    guard strange.count == 1, missing.count <= 1, let from = strange.first, !from.contains("^(") else { return nil }
    // The right name may stand beside the wrong one.
    let candidates = missing.isEmpty ? wanted : missing
    let kin = candidates.filter { letter(of: $0) == letter(of: from) && isIndexed($0) == isIndexed(from) }
    return kin.count == 1 ? kin.first.map { (from, $0) } : nil
  }

  private static func isIndexed(_ name: String) -> Bool { name.contains("_") }

  private static func letter(of name: String) -> Substring {
    let base = name.prefix { $0 != "_" && $0 != "^" }
    return base.last == "}" ? base.dropLast().suffix(while: { $0 != "{" }) : base
  }

  private static func bare(_ text: String) -> String {
    var text = text.trimmed
    // Not by `dropLast`, which goes through all of a text.
    while text.utf8.count > 1, text.hasPrefix("$"), text.hasSuffix("$") {
      text.removeFirst()
      text.removeLast()
    }
    return String(text.trimmed)
  }
}

extension StringProtocol {
  /// The characters at the end that satisfy a condition.
  fileprivate func suffix(while belongs: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !belongs($0) }.map(index(after:)) ?? startIndex)...]
  }
}
