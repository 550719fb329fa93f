import Catalog
import Host
import Quiz
import Search

/// Writes the Markdown files below a folder, their index and their cards' rosters as Swift source:
/// `pack-notes FOLDER OUTPUT`.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: pack-notes FOLDER OUTPUT")
  Process.end(64)
}
do throws(SystemError) {
  var source = "// Written by pack-notes; never edited by hand.\nlet packedFiles: [PackedFile] = [\n"
  var files: [Library.File] = []
  for path in try Folder.files(below: arguments[1], suffix: ".md") {
    let text = String(decoding: try File.read("\(arguments[1])/\(path)"), as: UTF8.self).replacing("\r\n", with: "\n")
    source += packed(path, text)
    files.append((path, ContiguousArray(text.utf8)))
  }
  source += "]\n" + packedIndex(Index.encoded(files))
  let library = Library(files: files)
  for language in Language.allCases {
    source += "let packedRoster_\(language.rawValue): StaticString = \"\(Roster(of: library, in: language).packed)\"\n"
  }
  try File.write(Array(source.utf8), to: arguments[2])
} catch {
  print("error: \(error.path): \(error.reason)")
  Process.end(74)
}

/// A raw string literal with more number signs than any run of them in the text, on one line of its own so that no
/// indentation counts.
func packed(_ path: String, _ text: String) -> String {
  let fence = String(repeating: "#", count: text.longestRun(of: UInt8(ascii: "#")) + 1)
  return "PackedFile(path: \"\(path)\", text: \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),\n"
}

/// The index is text: one literal, read where it lies, in which what no literal may hold is escaped.
func packedIndex(_ index: ContiguousArray<UInt8>) -> String {
  var literal = ""
  for scalar in String(decoding: index, as: UTF8.self).unicodeScalars {
    let isPlain = scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\"" && scalar != "\\"
    literal += isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
  }
  return "let packedIndex: StaticString = \"\(literal)\"\n"
}

extension String {
  func longestRun(of byte: UInt8) -> Int {
    var longest = 0
    var run = 0
    for next in utf8 {
      run = next == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
