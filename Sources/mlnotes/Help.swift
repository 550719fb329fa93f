import Catalog
import Text

/// Help as text, from the table of commands and flags, for a screen of some width.
struct Help {
  private let language: Language
  private let columns: Int

  init(for console: Console) {
    language = console.language
    columns = min(console.width, 100)
  }

  /// `mlnotes help`.
  var overview: String {
    var page = paragraph(
      Wording(
        "OVERVIEW: Search, read and be quizzed on machine-learning notes.",
        "OVERVIEW: 搜索、阅读机器学习笔记，并用测验记住它们。"))
    page += "\nUSAGE: mlnotes <command> [options]\n\nEXAMPLES:\n"
    page += rows(
      Help.examples.map { ($0.line, $0.meaning[language]) }, column: 32)
    page += "\nCOMMANDS:\n"
    page += rows(
      Commands.all.filter { !$0.isHidden }.map {
        (([$0.name] + $0.operands.map(\.usage)).joined(separator: " "), $0.summary[language])
      })
    page += "\nOPTIONS:\n" + options(Flag.global)
    page +=
      "\n" + paragraph(Wording("See 'mlnotes help <command>' for detailed help.", "详细帮助见 mlnotes help <command>。"))
    return page
  }

  /// `mlnotes help search`.
  func text(of command: Command) -> String {
    var page = wrapped("OVERVIEW: \(command.summary[language])")
    for wording in command.discussion { page += "\n" + paragraph(wording) }
    page += "\n" + wrapped("USAGE: \(command.usage)", indent: 7)
    if !command.examples.isEmpty {
      page += "\nEXAMPLES:\n" + rows(command.examples.map { ($0.line, $0.meaning[language]) }, column: 32)
    }
    if !command.flags.isEmpty { page += "\nOPTIONS:\n" + options(command.flags) }
    return page + "\nGLOBAL OPTIONS:\n" + options(Flag.global)
  }

  private static let examples: [Command.Example] = [
    .init("mlnotes search contrastive", .init("rank the notes on contrastive learning", "按相关度列出讲对比学习的笔记")),
    .init("mlnotes show ddim", .init("read a note, formulas typeset", "阅读一篇笔记，公式已排版")),
    .init("mlnotes quiz", .init("review what is due today", "复习今天到期的卡片")),
  ]

  private func options(_ flags: [Flag]) -> String {
    rows(
      flags.map { flag in
        let letter = flag.letter.map { "-\($0), " } ?? ""
        let value = flag.takesValue ? " \(flag.placeholder)" : ""
        let environment = flag.environment.map { Wording(" (env: \($0))", "（环境变量 \($0)）")[language] } ?? ""
        return ("\(letter)--\(flag.name)\(value)", flag.description(in: language) + environment)
      })
  }

  /// Two columns; a left side too long for its column has its right side on the next line.
  private func rows(_ rows: [(String, String)], column: Int = 26) -> String {
    let column = min(column, columns / 2)
    return rows.map { left, right in
      let head = wrapped(left, from: 2, indent: 4).dropLast()
      let room = column - (head.contains("\n") ? column : head.columns())
      let lines = wrapped(right, from: column, indent: column)
      return room > 0 ? head + lines.dropFirst(column - room) : head + "\n" + lines
    }.joined()
  }

  private func paragraph(_ wording: Wording) -> String { wrapped(wording[language]) }

  /// Lines that fit, the first indented by `start`, the others by `indent`.
  private func wrapped(_ text: String, from start: Int = 0, indent: Int = 0) -> String {
    let lines = LineBreak(limitedTo: columns - max(start, indent)).lines(of: [LineBreak.Piece(Run(text))])
    return lines.enumerated().map { number, line in
      String(repeating: " ", count: number == 0 ? start : indent) + line.map(\.text).joined() + "\n"
    }.joined()
  }
}
