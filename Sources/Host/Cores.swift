#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import Synchronization

/// The processor's cores, for work that can be shared out.
package enum Cores {
  /// How many there are; at most eight are used.
  package static let count = max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Does the pieces of work below a number, each once, on as many threads as there are cores; ends when all are done.
  package static func run(_ pieces: Int, _ work: @Sendable (Int) -> Void) {
    guard count > 1, pieces > 1 else { return (0..<pieces).forEach(work) }
    withoutActuallyEscaping(work) { work in
      let share = Share(pieces, work)
      // Unsafe, because a thread is handed a pointer; the share outlives the threads, which are waited for below.
      let context = unsafe Unmanaged.passUnretained(share).toOpaque()
      var threads: [pthread_t] = []
      var attributes = pthread_attr_t()
      unsafe pthread_attr_init(&attributes)
      // As much as the first thread has; elsewhere than with glibc the others have far less, and formulas nest.
      unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
      defer { unsafe pthread_attr_destroy(&attributes) }
      for _ in 1..<min(count, pieces) {
        #if canImport(Darwin)
        var thread: pthread_t?
        let failure = unsafe pthread_create(&thread, &attributes, { unsafe Share.enter($0) }, context)
        if failure == 0, let thread = unsafe thread { unsafe threads.append(thread) }
        #else
        var thread = pthread_t()
        let failure = unsafe pthread_create(&thread, &attributes, { unsafe Share.enter($0) }, context)
        if failure == 0 { threads.append(thread) }
        #endif
      }
      withExtendedLifetime(share) {
        share.work()
        for thread in threads {
          #if canImport(Darwin)
          unsafe pthread_join(thread, nil)
          #else
          pthread_join(thread, nil)
          #endif
        }
      }
    }
  }
}

/// Pieces of work that several threads take from one heap.
private final class Share: Sendable {
  private let pieces: Int
  private let piece: @Sendable (Int) -> Void
  private let next = Atomic(0)

  init(_ pieces: Int, _ piece: @escaping @Sendable (Int) -> Void) {
    self.pieces = pieces
    self.piece = piece
  }

  func work() {
    while true {
      let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard i < pieces else { return }
      piece(i)
    }
  }

  static func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context = unsafe context {
      unsafe Unmanaged<Share>.fromOpaque(context).takeUnretainedValue().work()
    }
    return nil
  }
}
