#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package enum Environment {
  /// The variable's value, which may be empty; nil where it is unset.
  package static func text(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The variable's value; nil where it is unset or empty.
  package static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}

package enum Process {
  /// Ends at once, without running anything at exit: nothing is buffered outside `Console`.
  package static func end(_ code: Int32) -> Never {
    _exit(code)
  }

  /// Makes sure that standard input, output and error are something, so that no file that is opened gets their numbers
  /// and what is meant for a person goes into it. What was closed cannot be read, or written to, as before.
  package static func openStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// A closed pipe, or a full file, ends a write with an error instead of ending the program.
  package static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
    // A file that would grow past its limit: the same.
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Keeps memory that is given back for what is needed next, where the C library would hand it to the system and ask
  /// for it again: that took a fifth of the time of a search.
  ///
  /// In glibc a large piece that is given back raises the sizes from which memory comes from the system by itself and
  /// from which it goes back (mallopt(3), M_MMAP_THRESHOLD); elsewhere it does nothing.
  package static func keepMemory() {
    var piece: UnsafeMutableRawPointer?
    guard unsafe posix_memalign(&piece, 64, 1 << 24) == 0 else { return }
    unsafe free(piece)
  }

  /// The processor time that the process took so far, of all its threads, in nanoseconds.
  package static var processorTime: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// The most memory that the process has had in use so far, in bytes.
  package static var peakMemory: Int {
    var usage = rusage()
    // RUSAGE_SELF, whose type differs from system to system.
    guard unsafe getrusage(0, &usage) == 0 else { return 0 }
    #if canImport(Darwin)
    return usage.ru_maxrss
    #else
    return usage.ru_maxrss * 1024
    #endif
  }
}
