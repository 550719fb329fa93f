import Host

/// The slug of the note shown last; a reader without a writable home has none.
enum LastShown {
  private static var path: String? { UserFolder.cache.map { "\($0)/last-shown" } }

  static var slug: String? {
    guard let path, let bytes = try? File.read(path, from: 0, to: 1001), bytes.count <= 1000 else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func remember(_ slug: String) {
    guard let path, let folder = UserFolder.cache else { return }
    let bytes = Array(slug.utf8)
    if let known = try? File.read(path), known.elementsEqual(bytes) { return }
    do throws(SystemError) {
      try UserFolder.make(folder)
      try File.write(bytes, to: path)
    } catch {
      // It is only a convenience.
    }
  }
}
