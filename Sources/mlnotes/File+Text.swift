import Host
import Markdown

extension File {
  /// A file of Markdown, which has to be small enough to be parsed.
  static func readText(_ path: String) throws(SystemError) -> ContiguousArray<UInt8> {
    try read(path, atMost: Document.mostBytes)
  }
}
