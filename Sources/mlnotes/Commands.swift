/// Every command, in the order of help.
enum Commands {
  static let all: [Command] = [
    .search,
    .index,
    .show,
    .list,
    .topics,
    .path,
    .new,
    .edit,
    .math,
    .render,
    .check,
    .memory,
    .quiz,
    .stats,
    .export,
    .importing,
    .completions,
    .help,
    .complete,
  ]

  static func named(_ name: String) -> Command? {
    all.first { $0.name == name }
  }
}
