/// Breaks a paragraph of Chinese and Latin text into lines.
///
/// Words, numbers and formulas stay whole, no line starts with closing punctuation or ends with opening punctuation,
/// and what does not fit takes the sign before it along to the next line (追出). Only what is longer than a line is cut.
package struct LineBreak: Sendable {
  /// A run of a paragraph.
  package struct Piece: Sendable {
    package enum Kind: Sendable {
      case flowing
      /// A formula: no line ends inside while it fits on one.
      case rigid
      /// Rigid, and on the line of what stands before it: a footnote's mark.
      case attached
      /// The line ends here; the run's text is not looked at.
      case lineEnd
    }

    package var run: Run
    package var kind: Kind

    package init(_ run: Run, _ kind: Kind = .flowing) {
      self.run = run
      self.kind = kind
    }

    package static let lineEnd = Piece(Run(""), .lineEnd)
  }

  /// The columns of a line, at least 2.
  package let limit: Int
  private let ambiguous: AmbiguousWidth

  package init(limitedTo columns: Int, ambiguous: AmbiguousWidth = .narrow) {
    limit = max(2, columns)
    self.ambiguous = ambiguous
  }

  /// The lines, none with white space at an end, and none empty but between two line ends.
  package func lines(of pieces: [Piece]) -> [[Run]] {
    var lines: [[Run]] = []
    var first: Atom?
    var last: Atom?
    var columns = 0
    func close() {
      guard let start = first, let end = last else { return }
      lines.append(start.start == end.end ? [] : runs(from: start.start, to: end.end, of: pieces))
    }
    for atom in split(Atom.all(in: pieces, ambiguous), of: pieces) {
      if first == nil || atom.startsLine || columns + atom.gap + atom.columns > limit {
        close()
        first = atom
        columns = atom.columns
      } else {
        columns += atom.gap + atom.columns
      }
      last = atom
    }
    close()
    return lines
  }

  /// The columns of the widest part that only a cut could break.
  package static func narrowest(_ pieces: [Piece], ambiguous: AmbiguousWidth = .narrow) -> Int {
    Atom.all(in: pieces, ambiguous).reduce(0) { max($0, $1.columns) }
  }

  /// The columns of the text on lines that only its own line ends break.
  package static func widest(_ pieces: [Piece], ambiguous: AmbiguousWidth = .narrow) -> Int {
    var widest = 0
    var columns = 0
    for atom in Atom.all(in: pieces, ambiguous) {
      columns = atom.startsLine ? atom.columns : columns + (columns == 0 ? 0 : atom.gap) + atom.columns
      widest = max(widest, columns)
    }
    return widest
  }

  /// Cuts the atoms that are longer than a line.
  private func split(_ atoms: [Atom], of pieces: [Piece]) -> [Atom] {
    guard atoms.contains(where: { $0.columns > limit }) else { return atoms }
    return atoms.flatMap {
      $0.columns > limit ? Cut(limit: limit, ambiguous: ambiguous).parts(of: $0, in: pieces) : [$0]
    }
  }

  private func runs(from start: Atom.Place, to end: Atom.Place, of pieces: [Piece]) -> [Run] {
    var runs: [Run] = []
    for i in start.piece...end.piece where pieces[i].kind != .lineEnd {
      let text = pieces[i].run.text
      let from = i == start.piece ? start.index : text.startIndex
      let to = i == end.piece ? end.index : text.endIndex
      guard from < to else { continue }
      let whole = from == text.startIndex && to == text.endIndex
      runs.append(whole ? pieces[i].run : Run(String(text[from..<to]), pieces[i].run.style))
    }
    return runs
  }
}

/// A part of a paragraph that a line never ends in.
struct Atom {
  struct Place: Equatable {
    var piece: Int
    var index: String.Index
  }

  var start: Place
  var end: Place
  var columns = 0
  /// The columns of the white space before it, which is not shown where it starts a line.
  var gap = 0
  /// Whether a line end stands before it.
  var startsLine = false

  /// The atoms of a paragraph in order, in one pass.
  static func all(in pieces: [LineBreak.Piece], _ ambiguous: AmbiguousWidth) -> [Atom] {
    var scan = AtomScan(ambiguous)
    for (i, piece) in pieces.enumerated() {
      switch piece.kind {
      case .lineEnd: scan.endLine(at: Place(piece: i, index: piece.run.text.startIndex))
      case .flowing, .rigid, .attached: scan.add(piece.run.text, piece: i, piece.kind)
      }
    }
    return scan.finished()
  }
}

private struct AtomScan {
  private var atoms: [Atom] = []
  private var current: Atom?
  private var count: ColumnCount
  private let ambiguous: AmbiguousWidth
  private var before = BreakClass.space
  private var isJoined = false
  /// White space since the last sign.
  private var gap = 0
  private var startsLine = false

  init(_ ambiguous: AmbiguousWidth) {
    self.ambiguous = ambiguous
    count = ColumnCount(ambiguous)
  }

  mutating func add(_ text: String, piece: Int, _ pieceKind: LineBreak.Piece.Kind) {
    let scalars = text.unicodeScalars
    if pieceKind == .attached { isJoined = current != nil }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      var kind = BreakClass(of: scalar)
      if pieceKind != .flowing && kind != .mark { kind = .letter }
      if kind == .space {
        gap += scalar.columns(ambiguous)
      } else {
        let place = Atom.Place(piece: piece, index: index)
        if current != nil, isJoined || !mayStart(kind) { extend(at: place) } else { start(at: place) }
        count.add(scalar)
        current?.end = Atom.Place(piece: piece, index: next)
        if kind != .mark { before = kind }
        isJoined = scalar.value == 0x200D
      }
      index = next
    }
  }

  mutating func endLine(at place: Atom.Place) {
    close()
    if startsLine || atoms.isEmpty {
      atoms.append(Atom(start: place, end: place, startsLine: startsLine))
    }
    startsLine = true
    isJoined = false
    gap = 0
  }

  mutating func finished() -> [Atom] {
    close()
    return atoms
  }

  private func mayStart(_ kind: BreakClass) -> Bool {
    current == nil || BreakClass.mayBreak(after: before, before: kind, spaced: gap > 0)
  }

  private mutating func start(at place: Atom.Place) {
    close()
    current = Atom(start: place, end: place, gap: atoms.isEmpty ? 0 : gap, startsLine: startsLine)
    startsLine = false
    gap = 0
  }

  private mutating func extend(at place: Atom.Place) {
    for _ in 0..<gap { count.add(" ") }
    gap = 0
  }

  private mutating func close() {
    guard var atom = current else { return }
    atom.columns = count.total
    atoms.append(atom)
    current = nil
    count = ColumnCount(ambiguous)
  }
}
