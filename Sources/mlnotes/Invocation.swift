import Screen
import Text

/// One call of the program: the command, its flags and what they are applied to.
struct Invocation: Sendable {
  /// Nil for a bare `mlnotes`.
  var command: Command?
  var operands: [String] = []
  private var given: [(name: String, value: String)] = []

  init() {}

  /// Parses arguments without the program's own name. Flags stand behind the command and between operands, global ones
  /// before it too; `--name=value` and `--name value`; short ones cluster; `--` ends them; of repeated flags the last
  /// counts.
  init(parsing arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        for operand in rest { try take(operand) }
        return
      } else if argument.hasPrefix("--") {
        try takeLong(argument.dropFirst(2), &rest)
      } else if argument.hasPrefix("-"), argument != "-" {
        try takeShort(argument, &rest)
      } else {
        try take(argument)
      }
    }
  }

  func has(_ flag: Flag) -> Bool { given.contains { $0.name == flag.name } }

  func text(_ flag: Flag) -> String? { given.last { $0.name == flag.name }?.value }

  func number(_ flag: Flag) -> Int? { text(flag).flatMap { Int($0) } }

  /// Refuses operands that the command does not take, and asks for those it needs.
  func checkOperands(of command: Command) throws(Failure) {
    let needed = command.operands.filter { !$0.isOptional }
    if operands.count < needed.count {
      throw Failure(
        .usage, "'\(command.name)' wants <\(needed[operands.count].name)>", hint: "usage: \(command.usage)")
    }
    if operands.count > command.operands.count, command.operands.last?.repeats != true {
      throw Failure(
        .usage, "'\(command.name)' does not take '\(operands[command.operands.count])'", hint: "usage: \(command.usage)"
      )
    }
  }

  private var flags: [Flag] { (command?.flags ?? []) + Flag.global }

  private mutating func take(_ operand: String) throws(Failure) {
    if command != nil {
      operands.append(operand)
    } else if let named = Commands.named(operand) {
      command = named
    } else {
      let near = nearest(to: operand, among: Commands.all.filter { !$0.isHidden }.map(\.name))
      throw Failure(
        .usage, "unknown command '\(operand)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        hint:
          "'mlnotes help' lists the commands; \("mlnotes search \(operand.shellWord)".quotedCommand) looks for the word in the notes"
      )
    }
  }

  private mutating func takeLong(_ argument: Substring, _ rest: inout ArraySlice<String>) throws(Failure) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if name == "generate-completion-script" {
      command = Commands.named("completions")
      if parts.count == 2 { operands.append(String(parts[1])) }
      return
    }
    guard let flag = flags.first(where: { $0.name == name }) else { throw unknown("--\(name)", in: "--\(argument)") }
    if !flag.takesValue {
      guard parts.count == 1 else { throw Failure(.usage, "option '--\(name)' takes no value") }
      given.append((name, ""))
    } else if parts.count == 2 {
      try set(flag, to: String(parts[1]))
    } else {
      try set(flag, to: rest.popFirst())
    }
  }

  private mutating func takeShort(_ argument: String, _ rest: inout ArraySlice<String>) throws(Failure) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let flag = flags.first(where: { $0.letter == letter }) else { throw unknown("-\(letter)", in: argument) }
      if !flag.takesValue {
        given.append((flag.name, ""))
      } else {
        try set(
          flag, to: letters.isEmpty ? rest.popFirst() : String(letters.first == "=" ? letters.dropFirst() : letters))
        return
      }
    }
  }

  private mutating func set(_ flag: Flag, to value: String?) throws(Failure) {
    guard let value else {
      throw Failure(.usage, "option '--\(flag.name)' wants a value: --\(flag.name) \(flag.placeholder)")
    }
    switch flag.value {
    case .number(_, let range):
      guard let number = Int(value), range.contains(number) else {
        throw Failure(
          .usage,
          "option '--\(flag.name)' wants a number from \(range.lowerBound) to \(range.upperBound), not '\(value)'")
      }
    case .choice(let choices):
      guard choices.contains(value) else {
        throw Failure(.usage, "option '--\(flag.name)' is one of \(choices.joined(separator: ", ")), not '\(value)'")
      }
    case .none, .text, .choices, .folder, .topic: break
    }
    given.append((flag.name, value))
  }

  private func unknown(_ option: String, in argument: String) -> Failure {
    let near = nearest(to: option, among: flags.map { "--\($0.name)" })
    let name = command.map { " \($0.name)" } ?? ""
    let takesWords = command?.operands.contains { if case .words = $0.kind { true } else { false } } ?? false
    let given = given.map { " --\($0.name)" + ($0.value.isEmpty ? "" : " \($0.value.shellWord)") }.joined()
    return Failure(
      .usage, "unknown option '\(option)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      hint: takesWords && near == nil
        ? "mlnotes\(name)\(given) -- \(argument.shellWord)".quotedCommand + " takes it as a word"
        : "'mlnotes help\(name)' lists the options")
  }

  private func nearest(to word: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, distance: editDistance(word, $0)) }.filter {
      $0.distance <= max(1, $0.name.count / 3)
    }
    return ranked.min { $0.distance < $1.distance }?.name
  }
}
