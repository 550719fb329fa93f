import Host
import Markdown

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file of examples for one construct: after `<<<` the Markdown, after `>>>` the HTML of the notes' flavour.
///
/// `␍` and `␀` stand for the bytes that an editor would lose, `⏎none` for a last line without an end.
/// `MLNOTES_BLESS=1` writes what comes out into the file.
struct Golden {
  struct Example: Sendable {
    var markdown: String
    var html: String
  }

  let examples: [Example]
  private let path: String

  /// Every construct that has a file.
  static let names = [
    "Paragraph", "BlankLine", "Heading", "SetextHeading", "Anchors", "BlockQuote", "Callout", "List", "ListItem",
    "TaskBox", "IndentedCode", "FencedCode", "HTMLBlock", "ThematicBreak", "Table", "ReferenceDefinition", "Footnote",
    "FrontMatter", "DisplayLookout", "Emphasis", "Flanking", "Strikethrough", "Highlight", "Link", "Image", "WikiLink",
    "FootnoteReference", "CodeSpan", "Escape", "LineBreak", "CharacterReference", "HTMLInline", "Autolink",
    "BareAutolink", "MathSpan", "LineEnding", "InvalidText",
  ]

  init(_ name: String) throws {
    path =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/Goldens/\(name).txt"
    let text = String(decoding: try File.read(path), as: UTF8.self)
    examples = text.split(separator: "<<<\n").map { part in
      let halves = part.split(separator: ">>>\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Example(markdown: String(halves[0]), html: halves.count > 1 ? String(halves[1]) : "")
    }
  }

  /// What the notes' flavour makes of an example.
  static func html(_ markdown: String) -> String {
    let text = markdown.replacing("⏎none\n", with: "").replacing("␍", with: "\r").replacing("␀", with: "\0")
    let document = Document(parsing: ContiguousArray(text.utf8))
    return String(decoding: HTML.bytes(of: document, raw: .escaped), as: UTF8.self)
  }

  static var isBlessing: Bool { unsafe getenv("MLNOTES_BLESS") != nil }

  func bless() throws {
    let text = examples.map { "<<<\n\($0.markdown)>>>\n\(Golden.html($0.markdown))" }.joined()
    try File.write(Array(text.utf8), to: path)
  }

  /// The file of the construct of a name.
  static func source(of name: String) throws -> String {
    let top = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return String(decoding: try File.read("\(top)/Sources/Markdown/\(name).swift"), as: UTF8.self)
  }

  /// The Markdown of all files.
  static func allTexts() throws -> [ContiguousArray<UInt8>] {
    try names.flatMap { try Golden($0).examples.map { ContiguousArray($0.markdown.utf8) } }
  }
}
