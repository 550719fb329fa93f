import Catalog

/// A flag of the command line; parsing, help, the manual and the completions all follow from its fields.
struct Flag: Sendable {
  enum Value: Sendable {
    case none
    /// Any text; the name is how help calls it.
    case text(String)
    case number(String, ClosedRange<Int>)
    case choice([String])
    /// Some of these, separated by commas; said behind the help. Put together where they are needed, as every run of the
    /// program makes all flags.
    case choices(String, @Sendable () -> [String])
    case folder(String)
    case topic
  }

  /// Without the hyphens.
  let name: String
  let letter: Character?
  let value: Value
  let help: Wording
  /// The environment variable that says the same.
  let environment: String?

  init(_ name: String, _ letter: Character? = nil, _ value: Value = .none, environment: String? = nil, help: Wording) {
    self.name = name
    self.letter = letter
    self.value = value
    self.help = help
    self.environment = environment
  }

  var takesValue: Bool {
    if case .none = value { false } else { true }
  }

  /// The help, with what it says of the choices.
  func description(in language: Language) -> String {
    guard case .choices(_, let choices) = value else { return help[language] }
    let colon = Wording(": ", "：")[language]
    let comma = Wording(", ", "、")[language]
    let stop = Wording(".", "。")[language]
    return help[language] + colon + choices().joined(separator: comma) + stop
  }

  /// What help shows in the value's place: `<directory>`, `<en|zh|both>`.
  var placeholder: String {
    switch value {
    case .none: ""
    case .text(let name), .number(let name, _), .choices(let name, _), .folder(let name): "<\(name)>"
    case .choice(let choices): "<\(choices.joined(separator: "|"))>"
    case .topic: "<topic>"
    }
  }
}

extension Flag {
  static let notes = Flag(
    "notes", nil, .folder("directory"), environment: "MLNOTES_DIR",
    help: Wording("Where the notes are.", "笔记所在的文件夹。"))
  static let language = Flag(
    "lang", nil, .choice(["en", "zh", "both"]), environment: "MLNOTES_LANG",
    help: Wording("Which language to show. (default: your locale's)", "显示哪种语言。（默认随系统语言）"))
  static let color = Flag(
    "color", nil, .choice(["auto", "always", "never"]),
    help: Wording("When to use colour. (default: auto)", "何时使用颜色。（默认 auto）"))
  static let width = Flag(
    "width", nil, .number("columns", 10...100_000), environment: "COLUMNS",
    help: Wording("Lay out for this width. (default: the terminal's)", "按此宽度排版。（默认为终端宽度）"))
  static let ascii = Flag("ascii", help: Wording("Draw with ASCII characters only.", "只用 ASCII 字符绘制。"))
  static let noPager = Flag("no-pager", help: Wording("Never page long output.", "长输出也不分页。"))
  static let plain = Flag(
    "plain", help: Wording("Print tab-separated records for programs.", "输出供程序读取的制表符分隔记录。"))
  static let json = Flag("json", help: Wording("Print JSON for programs.", "输出供程序读取的 JSON。"))
  static let quiet = Flag("quiet", help: Wording("Leave out hints and progress.", "不显示提示与进度。"))
  static let version = Flag("version", help: Wording("Show the version.", "显示版本。"))
  static let help = Flag("help", "h", help: Wording("Show help information.", "显示帮助。"))

  /// Flags of every command, before or after its name.
  static let global: [Flag] = [
    .notes, .language, .color, .width, .ascii, .noPager, .plain, .json, .quiet, .version, .help,
  ]
}
