import Catalog
import Markdown

/// The text of a note by fields, with the markup taken off.
struct NoteText {
  /// Blocks are separated by a zero byte, soft line breaks stay line ends.
  private(set) var body: ContiguousArray<UInt8> = []
  private(set) var headings: ContiguousArray<UInt8> = []
  private(set) var code: ContiguousArray<UInt8> = []
  private(set) var formulas: [Document.Node] = []
  /// The slugs of wiki links.
  private(set) var links: [String] = []

  init(of document: Document) {
    var isHeading = false
    var node: Document.Node? = document.root
    while let current = node {
      switch document.kind(of: current) {
      case .frontMatter:
        node = document.following(current)
        continue
      case .heading:
        isHeading = true
        headings.append(0)
      case .paragraph, .tableCell, .item, .callout, .footnoteDefinition, .thematicBreak, .list, .blockQuote:
        isHeading = false
        body.append(0)
      case .text:
        if isHeading {
          document.appendLiteral(of: current, to: &headings)
        } else {
          document.appendLiteral(of: current, to: &body)
        }
      case .softBreak, .lineBreak: append(UInt8(ascii: "\n"), isHeading)
      case .codeSpan, .codeBlock:
        document.appendLiteral(of: current, to: &code)
        code.append(0)
        append(0, isHeading)
      case .math:
        formulas.append(current)
        append(0, isHeading)
      case .wikiLink:
        let target = document.destination(of: current)
        links.append(String(Substring(target.utf8.prefix { $0 != UInt8(ascii: "#") })))
        if document.firstChild(of: current) == nil {
          for byte in target.utf8 { append(byte, isHeading) }
        }
      default: break
      }
      node = document.firstChild(of: current) ?? document.following(current)
    }
  }

  private mutating func append(_ byte: UInt8, _ isHeading: Bool) {
    if isHeading { headings.append(byte) } else { body.append(byte) }
  }
}
