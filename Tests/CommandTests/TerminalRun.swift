import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The built program at a terminal of its own, by its keys.
final class TerminalRun {
  private struct Silence: Error {
    var wanted: String
    var output: String
  }

  private let process: Foundation.Process
  private let terminal: Int32

  init(_ arguments: [String], term: String = "xterm", in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard terminal >= 0, let name = TerminalRun.otherEnd(of: terminal), let end = FileHandle(forUpdatingAtPath: name)
    else { throw POSIXError(.ENOTTY) }
    process = Running.process(arguments, environment: ["TERM": term], in: folder)
    process.standardInput = end
    process.standardOutput = end
    process.standardError = end
    try process.run()
    try end.close()
  }

  /// Unlocks the other end of a terminal and gives where it is.
  private static func otherEnd(of terminal: Int32) -> String? {
    #if canImport(Darwin)
    guard grantpt(terminal) == 0, unlockpt(terminal) == 0 else { return nil }
    return unsafe ptsname(terminal).map { unsafe String(cString: $0) }
    #else
    // What unlockpt and ptsname do, which Swift's Glibc lacks: TIOCSPTLCK and TIOCGPTN.
    var isLocked: CInt = 0
    var number: CUnsignedInt = 0
    guard unsafe ioctl(terminal, UInt(0x4004_5431), &isLocked) == 0,
      unsafe ioctl(terminal, UInt(0x8004_5430), &number) == 0
    else { return nil }
    return "/dev/pts/\(number)"
    #endif
  }

  /// What comes up to a text, or where that is empty up to the end.
  @discardableResult
  func read(until wanted: String) throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var input = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let isOpen = unsafe poll(&input, 1, 120_000) > 0
      #if canImport(Glibc)
      let count = isOpen ? unsafe Glibc.read(terminal, &buffer, buffer.count) : 0
      #elseif canImport(Musl)
      let count = isOpen ? unsafe Musl.read(terminal, &buffer, buffer.count) : 0
      #else
      let count = isOpen ? unsafe Darwin.read(terminal, &buffer, buffer.count) : 0
      #endif
      bytes += buffer.prefix(max(count, 0))
      let text = String(decoding: bytes, as: UTF8.self)
      if !wanted.isEmpty && text.contains(wanted) || wanted.isEmpty && count <= 0 { return text }
      guard count > 0 else { throw Silence(wanted: wanted, output: text) }
    }
  }

  @discardableResult
  func press(_ keys: String, until wanted: String) throws -> String {
    let bytes = Array(keys.utf8)
    guard unsafe write(terminal, bytes, bytes.count) == bytes.count else { throw POSIXError(.EIO) }
    return try read(until: wanted)
  }

  func end() {
    process.terminate()
    process.waitUntilExit()
    close(terminal)
  }
}
