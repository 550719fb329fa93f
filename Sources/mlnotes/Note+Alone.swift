import Catalog
import Markdown

extension Note {
  /// A text that belongs to no library: the folder that it lies in is no topic, and standard input (`-`) has no name.
  init(alone bytes: ContiguousArray<UInt8>, path: String, options: Document.Options = .notes) {
    self.init(parsing: bytes, path: path, options: options)
    let matter = document.frontMatter == nil ? nil : FrontMatter(parsing: bytes, only: ["topic"])
    header.topic = matter?.line("topic") ?? ""
    if header.title == "-" { header.title = "" }
  }
}
