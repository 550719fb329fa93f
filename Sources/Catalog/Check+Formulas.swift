import Markdown
import TeX
import Text

extension Check {
  /// Every formula parses without a mistake.
  static let formulaProblems: NoteRule = { note, _ in
    note.formulas.flatMap { formula in
      Formula(parsing: formula.tex, macros: note.macros).mistakes.map { mistake in
        note.problem(.error, at: formula.start + mistake.offset, "\(mistake.message) in formula", hint: mistake.hint)
      }
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

  /// The length of `$`, `$$`, `` $` ``, `\(` or `\[`.
  private func openingMark(_ bytes: ContiguousArray<UInt8>.SubSequence) -> Int {
    let second = bytes.dropFirst().first
    return bytes.first == UInt8(ascii: "$") && second != UInt8(ascii: "$") && second != UInt8(ascii: "`") ? 1 : 2
  }
}
