import Catalog
import Text

/// Help as text, from the table of commands and flags.
enum Help {
  /// `mlnotes help`.
  static func overview(in language: Language) -> String {
    var page = Wording(
      "OVERVIEW: Search, read and be quizzed on machine-learning notes.",
      "OVERVIEW: 搜索、阅读机器学习笔记，并用测验记住它们。")[language]
    page += "\n\nUSAGE: mlnotes <command> [options]\n\nEXAMPLES:\n"
    page += rows(
      examples.map { ($0.line, $0.meaning[language]) }, column: 32)
    page += "\nCOMMANDS:\n"
    page += rows(
      Commands.all.filter { !$0.isHidden }.map {
        (([$0.name] + $0.operands.map(\.usage)).joined(separator: " "), $0.summary[language])
      })
    page += "\nOPTIONS:\n" + options(Flag.global, in: language)
    page +=
      "\n" + Wording("See 'mlnotes help <command>' for detailed help.", "详细帮助见 mlnotes help <command>。")[language]
      + "\n"
    return page
  }

  /// `mlnotes help search`.
  static func text(of command: Command, in language: Language) -> String {
    var page = "OVERVIEW: \(command.summary[language])\n"
    for paragraph in command.discussion { page += "\n\(paragraph[language])\n" }
    page += "\nUSAGE: \(command.usage)\n"
    if !command.examples.isEmpty {
      page += "\nEXAMPLES:\n" + rows(command.examples.map { ($0.line, $0.meaning[language]) }, column: 32)
    }
    if !command.flags.isEmpty { page += "\nOPTIONS:\n" + options(command.flags, in: language) }
    page += "\n" + Wording("GLOBAL OPTIONS:", "GLOBAL OPTIONS:")[language] + "\n" + options(Flag.global, in: language)
    return page
  }

  private static let examples: [Command.Example] = [
    .init("mlnotes search contrastive", .init("rank the notes on contrastive learning", "按相关度列出讲对比学习的笔记")),
    .init("mlnotes show ddim", .init("read a note, formulas typeset", "阅读一篇笔记，公式已排版")),
    .init("mlnotes quiz", .init("review what is due today", "复习今天到期的卡片")),
  ]

  private static func options(_ flags: [Flag], in language: Language) -> String {
    rows(
      flags.map { flag in
        let letter = flag.letter.map { "-\($0), " } ?? ""
        let value = flag.takesValue ? " \(flag.placeholder)" : ""
        let environment = flag.environment.map { " (env: \($0))" } ?? ""
        return ("\(letter)--\(flag.name)\(value)", flag.help[language] + environment)
      })
  }

  /// Two columns; a left side too long for its column has its right side on the next line.
  private static func rows(_ rows: [(String, String)], column: Int = 26) -> String {
    rows.map { left, right in
      let indented = "  " + left
      let gap = column - indented.columns()
      return gap > 0
        ? indented + String(repeating: " ", count: gap) + right + "\n"
        : indented + "\n" + String(repeating: " ", count: column) + right + "\n"
    }.joined()
  }
}
