import Markdown
import TeX
import Text

extension Check {
  /// Every formula parses without a mistake, and no dollar sign before TeX is left as text.
  static let formulaProblems: NoteRule = { note, _ in
    note.formulas.flatMap { formula in
      let mistakes = Formula(parsing: formula.tex, macros: note.macros).mistakes
      let lines = mistakes.isEmpty ? [] : note.lines(of: formula)
      return mistakes.map { mistake in
        let line = lines.last { $0.tex <= mistake.offset } ?? (tex: 0, source: formula.source.lowerBound)
        let place = min(line.source + mistake.offset - line.tex, formula.source.upperBound)
        return note.problem(.error, at: place, "\(mistake.message) in formula", hint: mistake.hint)
      }
    }
      + note.looseDollars.map { offset in
        note.problem(
          .warning, at: offset, "'$' opens no formula",
          hint: "close its braces and its '$', or write '\\$' for the sign")
      }
  }
}

extension Note {
  /// A formula, and the bytes from where its TeX starts to where it ends, which in a container may hold other marks.
  typealias FoundFormula = (tex: String, source: Range<Int>, isDisplay: Bool)

  /// The formulas in order.
  var formulas: [FoundFormula] {
    (document.nodes(.math) + document.nodes(.codeBlock)).compactMap { node in
      let isFence = document.kind(of: node) == .codeBlock
      guard !isFence || document.info(of: node) == "math" else { return nil }
      let tex = document.literal(of: node)
      let range = document.range(of: node)
      let mark = isFence ? 0 : openingMark(document.source[range])
      let start = isFence ? startOfSecondLine(in: range) : range.lowerBound + mark
      return (tex, start..<range.upperBound - mark, isFence || document.isDisplay(node))
    }
  }

  private func startOfSecondLine(in range: Range<Int>) -> Int {
    range.first { Note.isLineEnd(source[$0]) }.map { $0 + 1 } ?? range.upperBound
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Where each line of a formula's TeX starts, in it and in the source. What containers put into the source stands
  /// before the lines: a line ends with its TeX.
  fileprivate func lines(of formula: FoundFormula) -> [(tex: Int, source: Int)] {
    let source = document.source
    let ends = formula.source.filter { i in
      Note.isLineEnd(source[i])
        && !(source[i] == UInt8(ascii: "\n") && i > 0 && source[i - 1] == UInt8(ascii: "\r"))
    }
    var start = 0
    let lines = formula.tex.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return zip(lines, ends + [formula.source.upperBound]).map { line, end in
      defer { start += line.count + 1 }
      return (start, end - line.count)
    }
  }

  /// The dollar signs in text behind which, before the next, stands what only TeX has: `\alpha`, `^{`.
  fileprivate var looseDollars: [Int] {
    let source = document.source
    return document.nodes(.text).flatMap { node in
      document.range(of: node).filter { i in
        guard source[i] == UInt8(ascii: "$"), i == 0 || source[i - 1] != UInt8(ascii: "\\") else { return false }
        // Emphasis and escapes may have parted what follows.
        let behind = source[(i + 1)...].prefix { $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "\n") }
        return zip(behind, behind.dropFirst()).contains(where: Note.isTeX)
      }
    }
  }

  private static func isTeX(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"): UInt8(ascii: "a")...UInt8(ascii: "z") ~= next | 0x20
    case UInt8(ascii: "^"), UInt8(ascii: "_"): next == UInt8(ascii: "{")
    default: false
    }
  }

  /// The length of `$`, `$$`, `` $` ``, `\(` or `\[`.
  private func openingMark(_ bytes: ContiguousArray<UInt8>.SubSequence) -> Int {
    let second = bytes.dropFirst().first
    return bytes.first == UInt8(ascii: "$") && second != UInt8(ascii: "$") && second != UInt8(ascii: "`") ? 1 : 2
  }
}
