extension Library {
  /// What to learn before a note and the note itself, each after its prerequisites; nil for an unknown slug.
  /// A cycle among prerequisites is cut where it closes. Linear in notes and prerequisites.
  package func path(to slug: String) -> [String]? {
    header(slug, in: .english) == nil ? nil : path(throughAll: [slug])
  }

  /// The notes in their order, but each after its prerequisites, and each once. Linear in notes and prerequisites.
  package func path(throughAll slugs: [String]) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    for start in slugs where seen.insert(start).inserted {
      var stack = [(slug: start, rest: prerequisites(of: start)[...])]
      while let top = stack.indices.last {
        if let next = stack[top].rest.popFirst() {
          if seen.insert(next).inserted { stack.append((next, prerequisites(of: next)[...])) }
        } else {
          order.append(stack[top].slug)
          stack.removeLast()
        }
      }
    }
    return order
  }

  /// All notes that are learned after one, however far. Linear in notes and prerequisites.
  package func notes(buildingOn slug: String) -> Set<String> {
    var next: [String: [String]] = [:]
    for note in Set(headers.map(\.slug)) {
      for prerequisite in prerequisites(of: note) { next[prerequisite, default: []].append(note) }
    }
    var found: Set<String> = []
    var rest = [slug]
    while let note = rest.popLast() {
      for other in next[note] ?? [] where found.insert(other).inserted { rest.append(other) }
    }
    return found
  }

  /// A chain of prerequisites that leads back to its start, if there is one. Linear in notes and prerequisites.
  package func prerequisiteCycle() -> [String]? {
    var done: Set<String> = []
    for start in Set(headers.map(\.slug)).sorted() where !done.contains(start) {
      var stack = [(slug: start, rest: prerequisites(of: start)[...])]
      var depth = [start: 0]
      while let top = stack.indices.last {
        if let next = stack[top].rest.popFirst() {
          if let first = depth[next] { return stack[first...].map(\.slug) + [next] }
          if !done.contains(next) {
            depth[next] = stack.count
            stack.append((next, prerequisites(of: next)[...]))
          }
        } else {
          let finished = stack.removeLast().slug
          depth[finished] = nil
          done.insert(finished)
        }
      }
    }
    return nil
  }

  /// The prerequisites of a concept that are notes here.
  package func prerequisites(of slug: String) -> [String] {
    (header(slug, in: .english)?.prerequisites ?? []).filter { header($0, in: .english) != nil }
  }
}
