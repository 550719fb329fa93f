#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Synchronization

/// Calls again and again from a thread of its own while work goes on.
///
/// A class, because stopping it is part of its end.
package final class Ticker {
  private let body: Body
  private var thread: pthread_t?
  private let stopping: Int32

  /// Waits `delay` milliseconds, then calls `tick` every `interval` milliseconds. Nil where the system gives no thread.
  package init?(after delay: Int32, every interval: Int32, _ tick: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopping = ends[1]
    body = Body(stop: ends[0], delay: delay, interval: interval, tick: tick)
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let argument = unsafe Unmanaged.passUnretained(body).toOpaque()
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        // The ticker keeps its body until this thread has been joined.
        if let argument = unsafe argument { unsafe Unmanaged<Body>.fromOpaque(argument).takeUnretainedValue().run() }
        return nil
      }, argument)
    guard code == 0 else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    self.thread = thread
  }

  /// No call is made after this. Says how many were made.
  @discardableResult package func stop() -> Int {
    if let thread {
      self.thread = nil
      close(stopping)
      pthread_join(thread, nil)
      close(body.stop)
    }
    return body.count.load(ordering: .relaxed)
  }

  deinit { stop() }

  private final class Body: Sendable {
    let stop: Int32
    let delay: Int32
    let interval: Int32
    let tick: @Sendable () -> Void
    let count = Atomic(0)

    init(stop: Int32, delay: Int32, interval: Int32, tick: @escaping @Sendable () -> Void) {
      self.stop = stop
      self.delay = delay
      self.interval = interval
      self.tick = tick
    }

    func run() {
      var wait = delay
      var end = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
      while true {
        let code = unsafe poll(&end, 1, wait)
        if code > 0 || (code < 0 && errno != EINTR) { return }
        if code == 0 {
          tick()
          count.add(1, ordering: .relaxed)
        }
        wait = interval
      }
    }
  }
}
