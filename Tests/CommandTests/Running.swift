import Foundation

/// What a run of the program left behind.
struct Outcome: Sendable {
  var code: Int32
  var output: String
  var errors: String
}

/// Runs the built program in a folder of its own, with a home of its own.
enum Running {
  /// The program lies beside the tests' own executable.
  private static let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "mlnotes")

  static var path: String { program?.path ?? "mlnotes" }

  static func mlnotes(
    _ arguments: String..., input: String = "", bytes: [UInt8]? = nil, environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> Outcome {
    try mlnotes(arguments, input: input, bytes: bytes, environment: environment, in: folder)
  }

  static func mlnotes(
    _ arguments: [String], input: String = "", bytes: [UInt8]? = nil, environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> Outcome {
    let place = folder ?? FileManager.default.temporaryDirectory.appending(path: "mlnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { if folder == nil { try? FileManager.default.removeItem(at: place) } }
    let process = process(arguments, environment: environment, in: place)
    let (input, output, errors) = (pipe(holding: bytes ?? Array(input.utf8)), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaint, as: UTF8.self))
  }

  /// The program before it runs, with its home in the folder where it is started.
  static func process(
    _ arguments: [String], environment: [String: String], in folder: URL
  ) -> Foundation.Process {
    let process = Foundation.Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "dumb",
    ].merging(environment) { $1 }
    return process
  }

  /// A pipe that holds a few bytes and is closed behind it.
  private static func pipe(holding bytes: [UInt8]) -> Pipe {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(bytes))
    try? pipe.fileHandleForWriting.close()
    return pipe
  }
}
