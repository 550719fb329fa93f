import TeX
import Text

/// A formula `left = right`, and right sides that look like the true one and are not: each is a slip that learners
/// make, and is kept only if its worth provably differs from the true one's, in each of four worlds at random.
struct FormulaMutation {
  let left: String
  let right: String
  private let macros: GivenMacros

  /// Each slip is made and parsed at each place where it can happen; a longer formula would not be read on a screen.
  private static let mostBytes = 400

  /// Nil unless the formula is one equation with something to mistake.
  init?(_ tex: String, macros: GivenMacros) {
    guard tex.utf8.count <= FormulaMutation.mostBytes else { return nil }
    let sides = FormulaMutation.sides(of: tex)
    guard sides.count == 2, !sides[0].isEmpty, sides[0].utf8.count <= 60, !tex.utf8.contains(UInt8(ascii: "&")) else {
      return nil
    }
    left = sides[0]
    right = FormulaMutation.withoutStop(sides[1])
    self.macros = macros
  }

  /// Two wrong right sides, each of another worth; nil where there are no two.
  ///
  /// If each had one slip, the true side would be the one that has at every place what most have. So where two slips
  /// can be made at once, chance says which two of the three are shown, and with that which side most are like.
  func wrong(by random: inout SplitMix64) -> [String]? {
    guard let truth = worths(of: right) else { return nil }
    var seen = [truth]
    func isOther(_ side: String) -> Bool {
      guard let own = worths(of: side), seen.allSatisfy({ FormulaMutation.differ($0, own) }) else { return false }
      seen.append(own)
      return true
    }
    var found: [Slip] = []
    // The likeliest come first.
    for slip in slips where found.count < FormulaMutation.mostSlips && isOther(made([slip])) { found.append(slip) }
    found = random.shuffled(found)
    guard found.count >= 2 else { return nil }
    if let second = found.first(where: { !$0.range.overlaps(found[0].range) }) {
      let both = made([found[0], second].sorted { $0.range.lowerBound < $1.range.lowerBound })
      if isOther(both) { return Array(random.shuffled([made([found[0]]), made([second]), both]).prefix(2)) }
    }
    return found.prefix(2).map { made([$0]) }
  }

  private static let mostSlips = 4

  /// What is written at a place instead of what should be.
  private struct Slip {
    var range: Range<String.Index>
    var text: String
  }

  /// The right side with some slips, which stand in order.
  private func made(_ slips: [Slip]) -> String {
    var text = ""
    var end = right.startIndex
    for slip in slips {
      text += right[end..<slip.range.lowerBound] + slip.text
      end = slip.range.upperBound
    }
    return text + right[end...]
  }

  /// The worth in four worlds, of those in which `1-x` is positive; nil where the formula has none in one of them.
  private func worths(of tex: String) -> [Double]? {
    let formula = Formula(parsing: tex, macros: macros)
    guard formula.mistakes.isEmpty else { return nil }
    var worths: [Double] = []
    for world in stride(from: 1, to: 8, by: 2) as StrideTo<UInt64> {
      var model = Model(world, provesDifference: true)
      guard let worth = model.worth(of: formula) else { return nil }
      worths.append(worth)
    }
    return worths
  }

  private static func differ(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) > 1e-6 * max(1, abs($0), abs($1)) }
  }

  /// One slip at a time, at each place where it can happen.
  private var slips: [Slip] {
    var found: [Slip] = []
    for (from, to) in [
      (#"\bar\alpha"#, #"\alpha"#), (#"\bar{\alpha}"#, #"\alpha"#), ("{t-1}", "t"), (#"\arg\min"#, #"\arg\max"#),
      (#"\arg\max"#, #"\arg\min"#), (#"\log"#, ""), (#"\sin"#, #"\cos"#), (#"\cos"#, #"\sin"#), ("^2", ""),
      ("^{2}", ""),
    ] {
      found += replaced(from, by: to)
    }
    found += unwrapped(#"\sqrt"#) { "(\($0[0]))" }
    // A half turned round is no slip that anyone makes.
    found += unwrapped(#"\frac"#, arguments: 2) { parts in
      parts.contains { $0.count < 2 } ? nil : "\\frac{\(parts[1])}{\(parts[0])}"
    }
    return found + flippedSigns
  }

  private func replaced(_ from: String, by to: String) -> [Slip] {
    var found: [Slip] = []
    var rest = right[...]
    while let range = rest.range(of: from) {
      let next = right[range.upperBound...].first
      // `\log` is not the beginning of `\logit`, and the base of `\log_2` does not stay alone.
      let isCommand = from.first == "\\"
      let isPart = isCommand && from.last?.isLetter == true && next?.isLetter == true
      let leavesScript = isCommand && to.isEmpty && (next == "_" || next == "^")
      if !isPart, !leavesScript {
        found.append(Slip(range: range, text: to + (to.last?.isLetter == true ? " " : "")))
      }
      rest = right[range.upperBound...]
    }
    return found
  }

  /// A command and its braced arguments written in another way, where there is one.
  private func unwrapped(_ command: String, arguments count: Int = 1, _ other: ([Substring]) -> String?) -> [Slip] {
    var found: [Slip] = []
    var rest = right[...]
    while let range = rest.range(of: command) {
      rest = right[range.upperBound...]
      var arguments: [Substring] = []
      var end = range.upperBound
      while arguments.count < count, let argument = FormulaMutation.group(right[end...]) {
        arguments.append(argument.inner)
        end = argument.end
      }
      if arguments.count == count, let other = other(arguments) {
        found.append(Slip(range: range.lowerBound..<end, text: other))
      }
    }
    return found
  }

  /// A plus for a minus and the other way round, outside of scripts.
  private var flippedSigns: [Slip] {
    var found: [Slip] = []
    // Where all is added up, nobody takes one part away.
    let hasMinus = right.contains("-")
    var depths: [Bool] = []
    var previous: Character = "="
    for i in right.indices {
      let character = right[i]
      switch character {
      case "{": depths.append("_^".contains(previous) || depths.last == true)
      case "}": _ = depths.popLast()
      case "+", "-":
        let isBinary = previous.isLetter || previous.isNumber || ")}]".contains(previous)
        if isBinary, depths.last != true, hasMinus {
          found.append(Slip(range: i..<right.index(after: i), text: character == "+" ? "-" : "+"))
        }
      default: break
      }
      if !character.isWhitespace { previous = character }
    }
    return found
  }

  /// What the braces at the front of a text hold, and where they end.
  private static func group(_ text: Substring) -> (inner: Substring, end: String.Index)? {
    guard text.first == "{" else { return nil }
    var depth = 0
    for i in text.indices {
      if text[i] == "{" { depth += 1 }
      if text[i] == "}" { depth -= 1 }
      if depth == 0 { return (text[text.index(after: text.startIndex)..<i], text.index(after: i)) }
    }
    return nil
  }

  /// The formula cut at the equals signs that stand in no braces.
  static func sides(of tex: String) -> [String] {
    var sides = [""]
    var depth = 0
    for character in tex {
      switch character {
      case "{", "(", "[": depth += 1
      case "}", ")", "]": depth -= 1
      default: break
      }
      if character == "=" && depth == 0 { sides.append("") } else { sides[sides.count - 1].append(character) }
    }
    return sides.map(\.trimmingSpaces)
  }

  static func withoutStop(_ tex: String) -> String {
    var tex = tex[...]
    while let last = tex.last, ".,;。".contains(last) || last.isWhitespace { tex.removeLast() }
    return String(tex)
  }
}
