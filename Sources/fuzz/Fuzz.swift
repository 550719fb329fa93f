import Host
import Text

#if FUZZING
/// libFuzzer's entry (https://llvm.org/docs/LibFuzzer.html); the first byte chooses the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  if bytes.first == UInt8(ascii: "m") {
    MarkdownTarget.check(ContiguousArray(bytes.dropFirst()))
  } else if bytes.first == UInt8(ascii: "i") {
    fuzzIndex(Array(bytes.dropFirst()))
  } else if bytes.first == UInt8(ascii: "s") {
    ScreenTarget.check(ContiguousArray(bytes.dropFirst()), width: 80)
  } else if bytes.first == UInt8(ascii: "q") {
    fuzzQuiz(ContiguousArray(bytes.dropFirst()))
  } else {
    fuzzFormula(bytes)
  }
  return 0
}
#else
/// Without libFuzzer: `fuzz markdown [--minutes N] FILE…` tries mutations of texts; `fuzz math FILE.jsonl` tries every
/// prefix and many mutations of the formulas in a file; `fuzz index FOLDER [TIMES [SEED]]` damages a folder's index;
/// `fuzz quiz FILE…` reads each file as a log, a table and cards; `fuzz screen FILE…` sets mutations of notes;
/// `fuzz FILE…` runs the inputs that a fuzzer kept.
@main
enum Fuzz {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "markdown" {
      let minutes = arguments.count > 2 && arguments[1] == "--minutes" ? Int(arguments[2]) : nil
      return abuseMarkdown(in: Array(arguments.dropFirst(minutes == nil ? 1 : 3)), minutes: minutes ?? 1)
    }
    if arguments.first == "math" { return abuseFormulas(in: arguments.dropFirst().first ?? "") }
    if arguments.first == "screen" { return abuseScreens(of: Array(arguments.dropFirst())) }
    if arguments.first == "index", let root = arguments.dropFirst().first {
      let numbers = arguments.dropFirst(2).compactMap { UInt64($0) }
      return abuseIndex(
        of: root, times: Int(clamping: numbers.first ?? 100_000),
        seed: numbers.dropFirst().first ?? .random(in: 0..<1 << 32))
    }
    if arguments.first == "quiz" { return arguments.dropFirst().forEach { fuzzQuiz(contents(of: $0)) } }
    for path in arguments { fuzzFormula(Array(contents(of: path))) }
  }
}
#endif

/// The bytes of a file; none where it cannot be read.
func contents(of path: String) -> ContiguousArray<UInt8> {
  do throws(SystemError) { return try File.read(path) } catch {
    print("cannot read '\(path)': \(error.reason)")
    return []
  }
}
