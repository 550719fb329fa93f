import Host

/// Writes the Markdown files below a folder as Swift source: `pack-notes FOLDER OUTPUT`.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: pack-notes FOLDER OUTPUT")
  Process.end(64)
}
do throws(SystemError) {
  var source = "// Written by pack-notes; never edited by hand.\nlet packedFiles: [PackedFile] = [\n"
  for path in try Folder.files(below: arguments[1], suffix: ".md") {
    source += packed(path, try File.read("\(arguments[1])/\(path)"))
  }
  try File.write(Array((source + "]\n").utf8), to: arguments[2])
} catch {
  print("error: \(error.path): \(error.reason)")
  Process.end(74)
}

/// A raw string literal with more number signs than any run of them in the text, on one line of its own so that no
/// indentation counts.
func packed(_ path: String, _ bytes: ContiguousArray<UInt8>) -> String {
  var text = String(decoding: bytes, as: UTF8.self)
  text = text.replacing("\r\n", with: "\n")
  let fence = String(repeating: "#", count: text.longestRun(of: "#") + 1)
  return "PackedFile(path: \"\(path)\", text: \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),\n"
}

extension String {
  func longestRun(of character: Character) -> Int {
    var longest = 0
    var run = 0
    for next in self {
      run = next == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
