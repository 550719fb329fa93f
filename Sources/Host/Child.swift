#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Another program that this one starts and waits for.
package enum Child {
  /// Runs a command line of the shell and hands it bytes as its standard input; gives its exit code, or nil where it
  /// could not be started. That it stops reading early is no error. An interrupt is the child's to answer meanwhile.
  ///
  /// `defaults` are environment variables that the child gets where they are not set.
  package static func run(
    shell command: String, input: [UInt8], defaults: [(name: String, value: String)] = []
  ) -> Int32? {
    for (name, value) in defaults { unsafe setenv(name, value, 0) }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    for end in [reading, writing] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(["/bin/sh", "-c", command], standardInput: reading)
    close(reading)
    guard let child else {
      close(writing)
      return nil
    }
    let before = signal(SIGINT, SIG_IGN)
    do throws(SystemError) { try File.write(input, writing, named: "pager") } catch {}
    close(writing)
    defer { signal(SIGINT, before) }
    return wait(for: child)
  }

  /// Runs a command line of the shell on this program's own terminal, with arguments as `"$@"`.
  package static func run(shell command: String, arguments: [String]) -> Int32? {
    guard let child = spawn(["/bin/sh", "-c", command + " \"$@\"", command] + arguments, standardInput: nil) else {
      return nil
    }
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    return wait(for: child)
  }

  private static func spawn(_ arguments: [String], standardInput: Int32?) -> pid_t? {
    // Whoever started this program may have it ignore that a child ends; then nobody could wait for one.
    signal(SIGCHLD, SIG_DFL)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What this program ignores its children must not.
    var standard = sigset_t()
    unsafe sigemptyset(&standard)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT] { unsafe sigaddset(&standard, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &standard)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let standardInput { unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO) }

    var pointers = unsafe arguments.map { unsafe strdup($0) }
    defer { unsafe pointers.forEach { unsafe free($0) } }
    unsafe pointers.append(nil)
    var child = pid_t()
    let failure = unsafe posix_spawn(&child, arguments[0], &actions, &attributes, pointers, environ)
    return failure == 0 ? child : nil
  }

  /// The exit code of a child; nil where it cannot be known.
  private static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
