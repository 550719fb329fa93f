import Synchronization

/// What is asked of an index that has only some of its notes' words, beyond those.
final class Asked: Sendable {
  /// What the index should have had.
  struct More: Sendable {
    fileprivate(set) var words: TermStarts
    /// Whether all words were gone through.
    fileprivate(set) var isAll = false
  }

  private let words: TermStarts
  private let found: Mutex<More?> = Mutex(nil)

  init(beyond words: TermStarts) { self.words = words }

  var more: More? { found.withLock { $0 } }

  func look(for term: [UInt8]) { include(Scope.starts(of: term)) }

  func look(forWordsNear word: [UInt8], within limit: Int) {
    include(TermStarts.ofWords(near: word, within: limit))
  }

  func look(forAllStartingWith text: [UInt8]) { include(Scope.starts(ofAllStartingWith: text)) }

  /// What comes from a term on: names, where it is one.
  func look(forAllFrom text: [UInt8]) {
    guard !Scope.starts(of: text).isEmpty else { return }
    add { $0.isAll = true }
  }

  private func include(_ starts: [Range<Int>]) {
    guard !words.contains(starts) else { return }
    add { $0.words.insert(starts) }
  }

  private func add(_ change: (inout More) -> Void) {
    found.withLock { found in
      var more = found ?? More(words: words)
      found = nil
      change(&more)
      found = more
    }
  }
}
