/// How the program ends; the numbers are those of `sysexits.h` where it has one.
enum ExitCode: Int32, Sendable {
  case done = 0
  /// The answer is no: nothing found, nothing due where that is asked, mistakes in the notes.
  case no = 1
  case usage = 64
  case unusableData = 65
  case noInput = 66
  case bug = 70
  case cannotWrite = 73
  case cannotRead = 74
  case interrupted = 130
}

/// Why a command could not do what was asked: one line that names the thing and the way out, and at most one hint.
struct Failure: Error, Sendable {
  var code: ExitCode
  var message: String
  var hint: String?

  init(_ code: ExitCode, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}
