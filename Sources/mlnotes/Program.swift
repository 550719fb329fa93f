import Host

/// Reads the arguments, runs one command and ends with its exit code.
@main
enum Program {
  static let version = "0.1.0"

  static func main() {
    Process.openStandardDescriptors()
    Process.ignoreClosedPipes()
    Process.keepMemory()
    let arguments = Array(CommandLine.arguments.dropFirst())
    Process.end(run(arguments).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitCode {
    var console = Console()
    do throws(Failure) {
      let invocation = try Invocation(parsing: arguments)
      console = Console(for: invocation)
      let code = try perform(invocation, &console)
      console.flush()
      if let loss = console.loss { throw Failure(.cannotWrite, "cannot write \(loss.path): \(loss.reason)") }
      return code
    } catch {
      console.report(error)
      return error.code
    }
  }

  private static func perform(_ invocation: Invocation, _ console: inout Console) throws(Failure) -> ExitCode {
    if invocation.has(.version) {
      console.write("mlnotes \(version)\n")
      return .done
    }
    guard let command = invocation.command else {
      return try Command.dashboardOrHelp(invocation, &console)
    }
    if invocation.has(.help) {
      console.write(Help(for: console).text(of: command))
      return .done
    }
    try invocation.checkOperands(of: command)
    console.progress = Progress(of: invocation, for: console)
    return try command.run(invocation, &console)
  }
}
