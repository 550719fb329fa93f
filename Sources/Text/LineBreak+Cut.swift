/// Cuts what is longer than a line where it hurts least.
struct Cut {
  let limit: Int
  let ambiguous: AmbiguousWidth

  /// How good a place for a cut is.
  private enum Grade: Int, Comparable {
    case forbidden, insideWord, betweenWords, afterPunctuation, atSpace
    static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Candidate {
    var end: Atom.Place
    var next: Atom.Place
    /// Columns from the part's start to the cut, and to where the next part starts.
    var columns: Int
    var nextColumns: Int
    var grade: Grade
  }

  /// The atom as parts that fit on a line: cut before a relation or sign of a formula, after a slash or hyphen of an
  /// address, else before or after a word, else inside one, else anywhere.
  func parts(of atom: Atom, in pieces: [LineBreak.Piece]) -> [Atom] {
    var parts: [Atom] = []
    var part = Atom(start: atom.start, end: atom.start, gap: atom.gap, startsLine: atom.startsLine)
    var candidates: [Candidate] = []
    var columns = 0
    var before: Unicode.Scalar?
    for (character, place, next) in characters(of: atom, in: pieces) {
      let width = String(character).columns(ambiguous)
      guard let scalar = character.unicodeScalars.first else { continue }
      let kind = BreakClass(of: scalar)
      if columns > 0, let before {
        note(place, before, kind, columns, width, next, in: &candidates)
      }
      while columns + width > limit, kind != .space, let cut = best(of: candidates) ?? fallback(part, place, columns) {
        part.end = cut.end
        part.columns = cut.columns
        parts.append(part)
        part = Atom(start: cut.next, end: cut.next, gap: cut.nextColumns - cut.columns)
        columns -= cut.nextColumns
        candidates = candidates.compactMap { later in
          guard later.columns > cut.nextColumns else { return nil }
          var moved = later
          moved.columns -= cut.nextColumns
          moved.nextColumns -= cut.nextColumns
          return moved
        }
      }
      columns += width
      part.end = next
      before = scalar
    }
    part.columns = columns
    parts.append(part)
    return parts
  }

  private func fallback(_ part: Atom, _ place: Atom.Place, _ columns: Int) -> Candidate? {
    columns > 0 ? Candidate(end: place, next: place, columns: columns, nextColumns: columns, grade: .forbidden) : nil
  }

  /// The best place after the first third of the line, the last among equals; else the last that is possible.
  private func best(of candidates: [Candidate]) -> Candidate? {
    let late = candidates.filter { $0.columns * 3 >= limit && $0.columns <= limit }
    return late.max { $0.grade < $1.grade || ($0.grade == $1.grade && $0.columns < $1.columns) }
      ?? candidates.last { $0.columns <= limit }
  }

  private func note(
    _ place: Atom.Place, _ before: Unicode.Scalar, _ kind: BreakClass, _ columns: Int, _ width: Int,
    _ next: Atom.Place, in candidates: inout [Candidate]
  ) {
    if kind == .space {
      candidates.append(
        Candidate(end: place, next: next, columns: columns, nextColumns: columns + width, grade: .atSpace))
      return
    }
    let grade: Grade =
      switch (BreakClass(of: before), kind) {
      case (.opening, _), (.narrowOpening, _), (_, .closing), (_, .narrowClosing), (.glue, _), (_, .glue), (.space, _):
        .forbidden
      case (.narrowClosing, _): .afterPunctuation
      case (.letter, _) where "-–/_=&#".unicodeScalars.contains(before): .afterPunctuation
      // A function stays with its argument.
      case (.letter, .letter), (.letter, .narrowOpening): .insideWord
      default: .betweenWords
      }
    guard grade > .forbidden else { return }
    candidates.append(Candidate(end: place, next: place, columns: columns, nextColumns: columns, grade: grade))
  }

  private func characters(of atom: Atom, in pieces: [LineBreak.Piece]) -> [(Character, Atom.Place, Atom.Place)] {
    var all: [(Character, Atom.Place, Atom.Place)] = []
    for i in atom.start.piece...atom.end.piece where pieces[i].kind != .lineEnd {
      let text = pieces[i].run.text
      var index = i == atom.start.piece ? atom.start.index : text.startIndex
      let end = i == atom.end.piece ? atom.end.index : text.endIndex
      while index < end {
        let next = text.index(after: index)
        all.append((text[index], Atom.Place(piece: i, index: index), Atom.Place(piece: i, index: next)))
        index = next
      }
    }
    return all
  }
}
