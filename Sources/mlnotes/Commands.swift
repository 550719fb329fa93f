/// Every command, in the order of help.
enum Commands {
  static let all: [Command] = [
    .search,
    .show,
    .quiz,
    .list,
    .topics,
    .path,
    .stats,
    .new,
    .edit,
    .render,
    .math,
    .check,
    .export,
    .importing,
    .memory,
    .index,
    .completions,
    .help,
    .complete,
  ]

  static func named(_ name: String) -> Command? {
    all.first { $0.name == name }
  }
}
