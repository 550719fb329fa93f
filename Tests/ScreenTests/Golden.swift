import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A case of a golden file: `@@ name @ columns flags`, the input, `>>>`, the output.
struct Golden: CustomTestStringConvertible, Sendable {
  var name: String
  var columns: Int
  var flags: [String]
  var input: String
  var output: String

  var testDescription: String { ([name, "\(columns) columns"] + flags).joined(separator: ", ") }

  static func all(in file: String) -> [Golden] {
    var cases: [Golden] = []
    var isOutput = false
    for line in text(of: path(file)).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("@@ ") {
        let parts = line.dropFirst(3).split(separator: "@")
        let settings = parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : []
        var name = String(parts[0])
        while name.last == " " { name.removeLast() }
        cases.append(
          Golden(
            name: name, columns: settings.first.flatMap { Int($0) } ?? 80, flags: Array(settings.dropFirst()),
            input: "", output: ""))
        isOutput = false
      } else if line == ">>>" {
        isOutput = true
      } else if !cases.isEmpty {
        if isOutput {
          cases[cases.count - 1].output += line + "\n"
        } else {
          cases[cases.count - 1].input += line + "\n"
        }
      }
    }
    return cases.map { golden in
      var golden = golden
      while golden.output.hasSuffix("\n\n") { golden.output.removeLast() }
      if golden.output == "\n" { golden.output = "" }
      return golden
    }
  }

  /// Compares, or with `MLNOTES_BLESS=1` writes what came out into the file.
  func check(_ actual: String, in file: String) {
    guard Golden.isBlessing else {
      #expect(actual == output)
      return
    }
    var cases = Golden.all(in: file)
    for i in cases.indices where cases[i].testDescription == testDescription { cases[i].output = actual }
    let written = cases.map { golden in
      let flags = golden.flags.map { " " + $0 }.joined()
      return "@@ \(golden.name) @ \(golden.columns)\(flags)\n\(golden.input)>>>\n\(golden.output)\n"
    }
    Golden.write(written.joined(), to: Golden.path(file))
  }

  private static var isBlessing: Bool { unsafe getenv("MLNOTES_BLESS") != nil }

  private static func path(_ file: String, from source: String = #filePath) -> String {
    source.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Goldens/\(file)"
  }

  private static func text(of path: String) -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var byte = unsafe fgetc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = unsafe fgetc(file)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    defer { unsafe fclose(file) }
    unsafe fputs(text, file)
  }
}
