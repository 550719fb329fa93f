import Markdown
import TeX
import Text

extension Check {
  /// Every formula parses without a mistake, and no dollar sign before TeX is left as text.
  static let formulaProblems: NoteRule = { note, _ in
    note.formulas.flatMap { formula in
      Formula(parsing: formula.tex, macros: note.macros).mistakes.map { mistake in
        note.problem(.error, at: formula.start + mistake.offset, "\(mistake.message) in formula", hint: mistake.hint)
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
  /// The formulas in order, with the byte where the TeX starts.
  var formulas: [(tex: String, start: Int, isDisplay: Bool)] {
    (document.nodes(.math) + document.nodes(.codeBlock)).compactMap { node in
      let isFence = document.kind(of: node) == .codeBlock
      guard !isFence || document.info(of: node) == "math" else { return nil }
      let tex = document.literal(of: node)
      let range = document.range(of: node)
      let start = range.lowerBound + (isFence ? 0 : openingMark(document.source[range]))
      return (tex, start, isFence || document.isDisplay(node))
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
