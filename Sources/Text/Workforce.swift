import Synchronization

/// Who does a work that can be shared out: its pieces are numbered, and may be done at the same time.
package struct Workforce: Sendable {
  package let count: Int
  package let run: @Sendable (_ pieces: Int, _ work: @Sendable (Int) -> Void) -> Void

  /// So many at once, by a function that does each piece below a number once.
  package init(_ count: Int, _ run: @escaping @Sendable (_ pieces: Int, _ work: @Sendable (Int) -> Void) -> Void) {
    self.count = count
    self.run = run
  }

  /// One piece after the other.
  package static let alone = Workforce(1) { pieces, work in
    for piece in 0..<pieces { work(piece) }
  }

  /// The same for so many short pieces, as a look at a note is: few are done sooner than threads are started.
  package func forShort(_ pieces: Int) -> Workforce { pieces < 4 ? .alone : self }

  /// What each piece of work gives, in order.
  package func map<Value: Sendable>(_ pieces: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: pieces))
    run(pieces) { i in
      let value = work(i)
      values.withLock { $0[i] = value }
    }
    return values.withLock { $0.compactMap { $0 } }
  }

  /// What two works give that are done at the same time.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let one = Mutex<First?>(nil)
    let two = Mutex<Second?>(nil)
    run(2) { i in
      if i == 0 {
        let value = first()
        one.withLock { $0 = value }
      } else {
        let value = second()
        two.withLock { $0 = value }
      }
    }
    return (one.withLock { $0 } ?? first(), two.withLock { $0 } ?? second())
  }
}
