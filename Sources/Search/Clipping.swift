import TeX
import Text

/// The sentence of a passage that holds the most of what was asked, cut to a width but never inside a word, a formula
/// or code.
struct Clipping {
  private(set) var pieces: [Excerpt.Piece] = []
  /// What the sentence's different hits are worth.
  private(set) var worth: Float = 0
  var isHit: Bool { pieces.contains(where: \.isHit) }
  /// Whether it is no sentence but a shred of a drawing or a label.
  private(set) var isShred = false

  private struct Unit {
    var text: String
    var columns: Int
    var worth: Float
    /// Whether nothing may end with it: a space, what stands between cells, the label of a cell.
    var isOpen = false
    var isHit: Bool { worth > 0 }
  }

  init(of passage: Passage, _ marks: Marks, columns: Int, as setting: Setting) {
    var best: (sentence: [Passage.Atom], worth: Float, isShred: Bool)?
    var lexer = Lexer()
    for sentence in passage.sentences {
      let share: Float =
        switch sentence.manner {
        case .prose: 1
        case .row: 0.6
        case .mistake, .label: 0.3
        case .code: marks.hasCode ? 0.9 : 0.4
        case .drawing: 0.05
        }
      var worth = Clipping.worth(of: sentence.atoms, marks, &lexer) * share
      worth += marks.whole * Float(Clipping.countOfPhrases(in: sentence.atoms, marks))
      let isShred = sentence.manner == .drawing || sentence.manner == .label
      if worth > (best?.worth ?? -1) { best = (sentence.atoms, worth, isShred) }
    }
    guard let best else { return }
    isShred = best.isShred
    worth = Clipping.worth(of: best.sentence, marks, &lexer)
    cut(Clipping.units(of: best.sentence, marks, setting), to: columns)
  }

  /// The first sentence of a passage that explains something.
  init(opening passage: Passage, _ marks: Marks, columns: Int, as setting: Setting) {
    guard let first = passage.sentences.first(where: { $0.manner == .prose }) else { return }
    cut(Clipping.units(of: first.atoms, marks, setting), to: columns)
  }

  /// The first sentence that explains something and says such a share of what was asked, where there is one.
  init(saying passage: Passage, _ marks: Marks, share: Float, columns: Int, as setting: Setting) {
    var lexer = Lexer()
    let least = marks.whole * share
    let first = passage.sentences.first { sentence in
      sentence.manner == .prose && Clipping.worth(of: sentence.atoms, marks, &lexer) >= least
    }
    if let first { cut(Clipping.units(of: first.atoms, marks, setting), to: columns) }
  }

  /// What the different hits of a sentence are worth.
  private static func worth(of sentence: [Passage.Atom], _ marks: Marks, _ lexer: inout Lexer) -> Float {
    var count = MarkCount(marks)
    for atom in sentence where atom.kind != .label {
      guard atom.kind != .formula else {
        _ = worthOfFormula(atom, marks, &count)
        continue
      }
      lexer.read(ContiguousArray(atom.text.utf8), in: 0..<atom.text.utf8.count)
      for token in lexer.tokens {
        if let mark = marks.mark(token, lexer) { count.add(mark, marks) }
      }
    }
    return count.worth
  }

  /// How many of the phrases a sentence says.
  private static func countOfPhrases(in sentence: [Passage.Atom], _ marks: Marks) -> Int {
    guard !marks.phrases.isEmpty else { return 0 }
    let text = ContiguousArray(sentence.filter { $0.kind == .text || $0.kind == .code }.map(\.text).joined().utf8)
    return Phrase.all(of: marks.phrases, in: text).count
  }

  /// A sentence as words, characters and whole formulas.
  private static func units(of sentence: [Passage.Atom], _ marks: Marks, _ setting: Setting) -> [Unit] {
    var units: [Unit] = []
    var count = MarkCount(marks)
    for atom in sentence {
      switch atom.kind {
      case .text: units += words(of: atom.text, marks)
      case .label: units.append(Unit(text: atom.text, columns: atom.text.columns(), worth: 0, isOpen: true))
      case .code:
        let worth = words(of: atom.text, marks).reduce(0) { $0 + $1.worth }
        units.append(Unit(text: atom.text, columns: atom.text.columns(), worth: worth))
      case .formula:
        let text = atom.shown(as: setting)
        units.append(Unit(text: text, columns: text.columns(), worth: worthOfFormula(atom, marks, &count)))
      }
    }
    return units
  }

  private static func worthOfFormula(_ atom: Passage.Atom, _ marks: Marks, _ count: inout MarkCount) -> Float {
    guard marks.hasFormulas else { return 0 }
    let marked = marks.marks(of: atom.formula)
    count.add(marked, marks)
    return marked.found.reduce(0) { $0 + marks.worths[$1] }
  }

  /// Text in units that may be parted: at spaces, and between Chinese characters.
  private static func words(of text: String, _ marks: Marks) -> [Unit] {
    let lexer = Lexer(text)
    let bytes = Array(text.utf8)
    var worths = [Float](repeating: 0, count: bytes.count)
    for token in lexer.tokens {
      guard let mark = marks.mark(token, lexer) else { continue }
      for i in token.source where i < worths.count { worths[i] = max(worths[i], marks.worths[mark]) }
    }
    var units: [Unit] = []
    var start = 0
    func end(at i: Int) {
      guard i > start else { return }
      let part = String(decoding: bytes[start..<i], as: UTF8.self)
      let isOpen = part.allSatisfy { $0 == " " || $0 == "·" }
      units.append(Unit(text: part, columns: part.columns(), worth: worths[start], isOpen: isOpen))
      start = i
    }
    for i in bytes.indices {
      let isStart = bytes[i] & 0xC0 != 0x80
      let afterSpace = i > 0 && bytes[i - 1] == UInt8(ascii: " ")
      let isWide = bytes[i] >= 0xE3 || (i > 2 && bytes[i - 3] >= 0xE3)
      if isStart
        && (afterSpace || isWide || bytes[i] == UInt8(ascii: " ") || (i > 0 && (worths[i] > 0) != (worths[i - 1] > 0)))
      {
        end(at: i)
      }
    }
    end(at: bytes.count)
    return units
  }

  /// Keeps the window of at most `columns` with the most worth, and says where something is left out.
  private mutating func cut(_ units: [Unit], to columns: Int) {
    var (start, end) = (0, units.count)
    if units.reduce(0, { $0 + $1.columns }) > columns {
      (start, end) = Clipping.window(units, columns - 4)
    }
    while start < end && units[start].text == " " { start += 1 }
    while end > start && units[end - 1].isOpen { end -= 1 }
    if start > 0 { append("… ", false) }
    for unit in units[start..<end] { append(unit.text, unit.isHit) }
    if end < units.count { append(" …", false) }
  }

  private static func window(_ units: [Unit], _ columns: Int) -> (Int, Int) {
    var best = (0, 1)
    var most: Float = -1
    var (start, width) = (0, 0)
    var worth: Float = 0
    for end in units.indices {
      width += units[end].columns
      worth += units[end].worth
      while width > columns && start < end {
        width -= units[start].columns
        worth -= units[start].worth
        start += 1
      }
      if worth > most + 0.001 || (best.0 == start && worth >= most - 0.001) {
        most = worth
        best = (start, end + 1)
      }
    }
    // A little of what stands before the first hit, as far as it fits, is worth more than what stands after the last.
    return best
  }

  private mutating func append(_ text: String, _ isHit: Bool) {
    if pieces.last?.isHit == isHit {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Excerpt.Piece(text: text, isHit: isHit))
    }
  }
}
