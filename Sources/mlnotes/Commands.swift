/// Every command, in the order of help.
enum Commands {
  static let all: [Command] = [
    .help
  ]

  static func named(_ name: String) -> Command? {
    all.first { $0.name == name }
  }
}
