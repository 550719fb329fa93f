import Catalog

extension Command {
  static let help = Command(
    name: "help",
    summary: .init("Show help; 'help --man' prints the manual page.", "显示帮助；help --man 输出手册页。"),
    operands: [Operand("command", .command, isOptional: true)],
    flags: [.manual],
    run: { invocation, console throws(Failure) in
      if invocation.has(.manual) {
        console.write(Manual.page())
      } else if let name = invocation.operands.first {
        guard let command = Commands.named(name) else {
          throw Failure(.usage, "no command named '\(name)'", hint: "'mlnotes help' lists the commands")
        }
        console.write(Help(for: console).text(of: command))
      } else {
        console.write(Help(for: console).overview)
      }
      return .done
    })
}

extension Flag {
  static let manual = Flag("man", help: .init("Print the manual page (mdoc).", "输出手册页（mdoc 格式）。"))
}
