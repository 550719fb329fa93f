package import Catalog

extension Index {
  /// The encoded index of some files.
  package static func encoded(_ files: [Library.File]) -> ContiguousArray<UInt8> {
    let files = files.sorted { $0.path < $1.path }
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    return Portion.encoded(Grouping(of: files.map(\.path)) { bytes[$0] }.portions(), nil)
  }
}
