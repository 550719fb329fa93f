import Host
import Markdown
import Testing
import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The public suites, where `MLNOTES_SUITES` names their folder.
enum Suites {
  static var folder: String? {
    guard let value = unsafe getenv("MLNOTES_SUITES") else { return nil }
    return unsafe String(cString: value)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var number: Int
    var markdown: String
    var html: String
    var flavor: String
    var testDescription: String { "example \(number)" }
  }

  static func examples(_ name: String, flavor: String, without skipped: [Int] = []) -> [Example] {
    guard let folder else { return [] }
    guard let bytes = try? File.read("\(folder)/commonmark/\(name).json"), let json = try? JSON(reading: bytes),
      case .array(let values) = json
    else { fatalError("MLNOTES_SUITES names a folder without commonmark/\(name).json") }
    return values.compactMap { value in
      guard let number = value["example"]?.integer, let markdown = value["markdown"]?.text,
        let html = value["html"]?.text, !skipped.contains(number)
      else { return nil }
      return Example(number: number, markdown: markdown, html: html, flavor: value["flavor"]?.text ?? flavor)
    }
  }

  static func html(of example: Example, as options: Document.Options? = nil) -> String {
    let isGFM = example.flavor == "gfm"
    let document = Document(
      parsing: ContiguousArray(example.markdown.utf8), options: options ?? (isGFM ? .gfm : .commonMark))
    return String(decoding: HTML.bytes(of: document, raw: isGFM ? .filtered : .passed), as: UTF8.self)
  }
}
