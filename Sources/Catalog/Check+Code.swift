import Markdown
import Text

extension Check {
  /// No line of a `text` block is wider than 72 columns, so that it fits every screen.
  static let diagramProblems: NoteRule = { note, _ in
    note.document.nodes(.codeBlock).filter { note.document.info(of: $0) == "text" }.flatMap { block in
      let lines = note.document.literal(of: block).split(separator: "\n", omittingEmptySubsequences: false)
      let first = note.place(of: note.document.range(of: block).lowerBound).line + 1
      return lines.enumerated().filter { $0.element.columns() > 72 }.map { i, line in
        Problem(
          .warning, path: note.path, line: first + i, column: 73,
          message: "the diagram is \(line.columns()) columns wide; 72 fit every screen")
      }
    }
  }

  /// An `output` block follows the code that printed it.
  static let codeProblems: NoteRule = { note, _ in
    let blocks = note.document.nodes(.codeBlock)
    return blocks.indices.filter { note.document.info(of: blocks[$0]) == "output" }.compactMap { i in
      guard i == 0 || note.document.info(of: blocks[i - 1]) != "python" else { return nil }
      return note.problem(
        .warning, at: note.document.range(of: blocks[i]).lowerBound, "an output block without a python block before it")
    }
  }
}
