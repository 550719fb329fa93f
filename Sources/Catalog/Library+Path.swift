extension Library {
  /// What to learn before a note and the note itself, each after its prerequisites; nil for an unknown slug.
  /// A cycle among prerequisites is cut where it closes. Linear in notes and prerequisites.
  package func path(to slug: String) -> [String]? {
    guard header(slug, in: .english) != nil else { return nil }
    var order: [String] = []
    var seen: Set<String> = [slug]
    var stack = [(slug: slug, rest: prerequisites(of: slug)[...])]
    while let top = stack.indices.last {
      if let next = stack[top].rest.popFirst() {
        if seen.insert(next).inserted { stack.append((next, prerequisites(of: next)[...])) }
      } else {
        order.append(stack[top].slug)
        stack.removeLast()
      }
    }
    return order
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
