import Synchronization

/// What is asked of an index that has only a part of its notes' terms, beyond that part.
final class Asked: Sendable {
  /// The terms that the index should have had.
  struct More: Sendable {
    var scope: Scope
    /// Whether all words were gone through, as is done to find out what a mistyped one was meant for.
    var isAll = false
  }

  private let scope: Scope
  private let found: Mutex<More?> = Mutex(nil)

  init(beyond scope: Scope) { self.scope = scope }

  var more: More? { found.withLock { $0 } }

  func look(for term: [UInt8]) { include(Scope.starts(of: term)) }

  func look(forAllStartingWith text: [UInt8]) { include(Scope.starts(ofAllStartingWith: text)) }

  /// What comes from a term on: names, where it is one.
  func look(forAllFrom text: [UInt8]) {
    guard !Scope.starts(of: text).isEmpty else { return }
    found.withLock { found in
      if found == nil { found = More(scope: scope) }
      found?.isAll = true
    }
  }

  private func include(_ starts: [Range<Int>]) {
    guard !scope.contains(starts) else { return }
    found.withLock { found in
      if found == nil { found = More(scope: scope) }
      found?.scope.include(starts)
    }
  }
}
