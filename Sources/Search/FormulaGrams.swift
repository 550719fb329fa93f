import TeX
import Text

/// Each symbol, each two neighbours and each part of a formula's tree, so that a fragment is found inside a larger one.
struct FormulaGrams {
  struct Gram {
    enum Kind { case symbol, pair, part }
    /// Its place in `text`.
    var range: Range<Int>
    var kind: Kind
  }

  private(set) var all: [Gram] = []
  /// What is compared, with a space between two; then the names of the parts.
  private(set) var text: ContiguousArray<UInt8> = []
  /// Where what is compared ends.
  private var symbolsEnd = 0
  /// What is read of the formula; the next one uses its room.
  private var sequence = SymbolSequence()
  private var places: ContiguousArray<Symbol> = []

  /// A symbol of the formula: its place in `text`, and its number among what is compared, where the mark of a script is
  /// one with what it raises or lowers: `x` and `_t` of `x_t`.
  private struct Symbol {
    var range: Range<Int>
    var number: Int
  }

  init() {}

  init(of formula: Formula) { read(formula) }

  /// Takes a formula in place of the one before, whose room it uses again.
  mutating func read(_ formula: Formula) {
    all.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    sequence.removeAll()
    formula.addSymbols(to: &sequence)
    FormulaGrams.append(sequence, to: &text, &places)
    symbolsEnd = text.count
    FormulaGrams.append(places, of: text, to: &all)
    guard sequence.count == places.count else { return }
    for part in sequence.parts { addPart(places[part.lowerBound], places[part.upperBound - 1]) }
  }

  subscript(gram: Gram) -> ArraySlice<UInt8> { ArraySlice(text[gram.range]) }

  /// What is compared, one symbol after the other.
  var symbols: ArraySlice<UInt8> { ArraySlice(text[..<symbolsEnd]) }

  /// How another formula stands in this one: not at all, somewhere, or as the left side of an equation, perhaps with
  /// scripts of one symbol.
  func place(of other: ArraySlice<UInt8>) -> Place {
    let space = UInt8(ascii: " ")
    var place = Place.nowhere
    for start in 0..<max(0, symbolsEnd - other.count + 1) where start == 0 || text[start - 1] == space {
      var end = start + other.count
      guard end == symbolsEnd || text[end] == space, text[start..<end].elementsEqual(other) else { continue }
      place = .inside
      // An equation begins the formula or follows a sign that ends another part of it.
      let isStart = start < 2 || "=,;:".utf8.contains(text[start - 2]) && (start == 2 || text[start - 3] == space)
      guard isStart else { continue }
      while end + 1 < symbolsEnd, FormulaGrams.isMark(text[end + 1]) {
        end = text[(end + 1)..<symbolsEnd].firstIndex(of: space) ?? symbolsEnd
      }
      if text[end..<symbolsEnd].starts(with: " =".utf8) { return .leftSide }
    }
    return place
  }

  enum Place: Int, Comparable {
    case nowhere, inside, leftSide

    static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
  }

  /// A part of the tree; one of few symbols is said by its pairs already, and a long one is no fragment.
  private mutating func addPart(_ first: Symbol, _ last: Symbol) {
    guard (2..<40).contains(last.number - first.number) else { return }
    var hash = StableHash()
    hash.combine(text.span.extracting(first.range.lowerBound..<last.range.upperBound))
    all.append(Gram(range: append(hash.value), kind: .part))
  }

  /// Forty-eight bits of a hash as eight letters: parts are too long to be kept as they are, and two of a
  /// million notes' parts are as good as never the same.
  private mutating func append(_ hash: UInt64) -> Range<Int> {
    let start = text.count
    text.append(addingCapacity: FormulaGrams.partWidth) { room in
      room.append(UInt8(ascii: "#"))
      for i in 0..<8 { room.append(UInt8(0x30 + (hash >> UInt64(6 * i) & 63))) }
    }
    return start..<text.count
  }

  /// Appends the first symbols of a formula, without regard to which form of a Greek letter was chosen.
  private static func append(
    _ sequence: SymbolSequence, to text: inout ContiguousArray<UInt8>, _ places: inout ContiguousArray<Symbol>
  ) {
    let (source, ends) = (sequence.text.span, sequence.ends.span)
    let count = min(ends.count, longest)
    places.removeAll(keepingCapacity: true)
    text.append(addingCapacity: source.count + count) { room in
      var start = 0
      var isScript = false
      var number = -1
      for i in 0..<count {
        let symbol = source.extracting(start..<ends[i])
        start = ends[i]
        if i > 0 && !isScript { room.append(UInt8(ascii: " ")) }
        let place = room.count
        append(symbol, to: &room)
        number += isScript ? 0 : 1
        places.append(Symbol(range: place..<room.count, number: number))
        isScript = !isScript && symbol.count == 1 && isMark(symbol[0])
      }
    }
  }

  private static func append(_ symbol: Span<UInt8>, to room: inout OutputSpan<UInt8>) {
    var i = 0
    while i < symbol.count {
      if symbol[i] == 0xCF, i + 1 < symbol.count, let (first, second) = usualForm(of: symbol[i + 1]) {
        room.append(first)
        room.append(second)
        i += 2
      } else {
        room.append(symbol[i])
        i += 1
      }
    }
  }

  /// The usual form of a Greek letter whose first byte is CF₁₆, in bytes: `ε` for `ϵ`.
  private static func usualForm(of second: UInt8) -> (UInt8, UInt8)? {
    switch second {
    case 0xB5: (0xCE, 0xB5)  // ϵ ε
    case 0x91: (0xCE, 0xB8)  // ϑ θ
    case 0x95: (0xCF, 0x86)  // ϕ φ
    case 0xB1: (0xCF, 0x81)  // ϱ ρ
    case 0x96: (0xCF, 0x80)  // ϖ π
    case 0xB0: (0xCE, 0xBA)  // ϰ κ
    case 0x82: (0xCF, 0x83)  // ς σ
    default: nil
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "^") }

  /// Adds the symbols that say something by themselves, and the pairs.
  private static func append(
    _ places: ContiguousArray<Symbol>, of text: ContiguousArray<UInt8>, to all: inout [Gram]
  ) {
    all.append(addingCapacity: 2 * places.count) { room in
      var last: Range<Int>?
      for i in places.indices where i == 0 || places[i].number > places[i - 1].number {
        let isScript = i + 1 < places.count && places[i + 1].number == places[i].number
        let range = places[i].range.lowerBound..<places[isScript ? i + 1 : i].range.upperBound
        if let last { room.append(Gram(range: last.lowerBound..<range.upperBound, kind: .pair)) }
        // A sign, or a script without its base, says nothing by itself.
        if isLetter(text.span.extracting(range)) { room.append(Gram(range: range, kind: .symbol)) }
        last = range
      }
    }
  }

  /// Whether a symbol has a letter and is no script.
  private static func isLetter(_ symbol: Span<UInt8>) -> Bool {
    guard !symbol.isEmpty, !isMark(symbol[0]) else { return false }
    var i = 0
    while i < symbol.count {
      if symbol[i] < 0x80 {
        if isLower(symbol[i] | 0x20) { return true }
        i += 1
      } else {
        let (scalar, length) = symbol.extracting(droppingFirst: i).firstScalar
        if isAlphabetic(scalar) { return true }
        i += length
      }
    }
    return false
  }

  private static func isAlphabetic(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Of most characters it is known without a look at the database.
    case 0x391...0x3C9: true
    case 0x2190...0x22FF: false
    default: Unicode.Scalar(scalar)?.properties.isAlphabetic == true
    }
  }

  /// The bytes of a part's name.
  private static let partWidth = 9
  /// What of a formula is looked at.
  private static let longest = 600
}
