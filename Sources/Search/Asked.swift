import Synchronization

/// What is asked of an index that has only some of its notes' words, beyond those.
final class Asked: Sendable {
  /// What the index should have had.
  struct More: Sendable {
    /// The words that were looked up, and these with all near to some that may be mistyped.
    fileprivate(set) var exact: TermStarts
    fileprivate(set) var near: TermStarts
    /// Whether all words were gone through.
    fileprivate(set) var isAll = false

    fileprivate init(than words: TermStarts) { (exact, near) = (words, words) }
  }

  private let words: TermStarts
  private let found: Mutex<More?> = Mutex(nil)

  init(beyond words: TermStarts) { self.words = words }

  var more: More? { found.withLock { $0 } }

  func look(for term: [UInt8]) { include(Scope.starts(of: term)) }

  func look(forWordsNear word: [UInt8], within limit: Int) {
    include(TermStarts.ofWords(near: word, within: limit), isNear: true)
  }

  func look(forAllStartingWith text: [UInt8]) { include(Scope.starts(ofAllStartingWith: text)) }

  /// What comes from a term on: names, where it is one.
  func look(forAllFrom text: [UInt8]) {
    guard !Scope.starts(of: text).isEmpty else { return }
    add { $0.isAll = true }
  }

  private func include(_ starts: [Range<Int>], isNear: Bool = false) {
    guard !words.contains(starts) else { return }
    add { more in
      if !isNear { more.exact.insert(starts) }
      more.near.insert(starts)
    }
  }

  private func add(_ change: (inout More) -> Void) {
    found.withLock { found in
      var more = found ?? More(than: words)
      found = nil
      change(&more)
      found = more
    }
  }
}
