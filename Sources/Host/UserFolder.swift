#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the program keeps what is the user's own (XDG Base Directory Specification 0.8). Nil without a home.
package enum UserFolder {
  /// What cannot be made again.
  package static var data: String? { folder("XDG_DATA_HOME", below: ".local/share") }
  /// What can be made again at any time.
  package static var cache: String? { folder("XDG_CACHE_HOME", below: ".cache") }

  /// Makes a folder and those above it; what is private is its owner's alone, as the specification says.
  package static func make(_ path: String, isPrivate: Bool = true) throws(SystemError) {
    var end = path.startIndex
    while end < path.endIndex {
      let start = path.index(after: end)
      end = path[start...].firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      if unsafe mkdir(part, isPrivate ? 0o700 : 0o777) == 0 { continue }
      let code = errno
      guard code == EEXIST || Folder.exists(part) else { throw SystemError(code: code, path: part) }
    }
  }

  /// Removes from the cache what those left that were killed over an hour ago while they wrote.
  package static func tidyCache() {
    guard let cache else { return }
    let past = FileStatus.now - 3_600_000_000_000
    for entry in Folder.entries(of: cache, suffix: File.temporaryEnding) ?? [] {
      guard let status = entry.status, status.kind == .file, status.modified < past else { continue }
      File.remove("\(cache)/\(entry.name)")
    }
  }

  /// Relative values count as unset, as the specification says.
  private static func folder(_ variable: String, below home: String) -> String? {
    if let path = Environment.value(variable), path.hasPrefix("/") { return "\(path)/mlnotes" }
    guard let user = Environment.value("HOME"), user.hasPrefix("/") else { return nil }
    return "\(user)/\(home)/mlnotes"
  }
}
