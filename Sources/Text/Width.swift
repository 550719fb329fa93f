/// How wide the terminal draws the characters whose East Asian Width is Ambiguous (UAX #11).
package enum AmbiguousWidth: Sendable {
  case narrow, wide
}

extension Unicode.Scalar {
  /// The columns a scalar takes up in a terminal: 0, 1 or 2.
  ///
  /// A C0 control counts 1, since it is shown as its control picture; a C1 control counts 0, since it is dropped.
  package func columns(_ ambiguous: AmbiguousWidth = .narrow) -> Int {
    WidthClass(of: self).columns(ambiguous)
  }
}

extension StringProtocol {
  /// The columns the text takes up in a terminal, counted by extended grapheme cluster.
  package func columns(_ ambiguous: AmbiguousWidth = .narrow) -> Int {
    var count = ColumnCount(ambiguous)
    for scalar in unicodeScalars { count.add(scalar) }
    return count.total
  }
}

extension Sequence<Run> {
  /// The columns of a line.
  package func columns(_ ambiguous: AmbiguousWidth = .narrow) -> Int {
    reduce(0) { $0 + $1.text.columns(ambiguous) }
  }
}

/// What decides a scalar's width; the raw values are those in `widthTable`.
enum WidthClass: UInt32 {
  case narrow, zero, wide, ambiguous
  /// Nothing alone, but it widens the letter before it (general category Mc).
  case spacing
  /// Two columns when VARIATION SELECTOR-16 follows.
  case narrowEmoji, ambiguousEmoji
  /// One column when VARIATION SELECTOR-15 follows.
  case wideEmoji

  init(of scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    // Nearly all text: Latin letters and Han need no search.
    case 0x3A..<0x7F: self = .narrow
    case 0x3400..<0xA000: self = .wide
    default: self = WidthClass.found(value)
    }
  }

  func columns(_ ambiguous: AmbiguousWidth) -> Int {
    switch self {
    case .zero, .spacing: 0
    case .narrow, .narrowEmoji: 1
    case .wide, .wideEmoji: 2
    case .ambiguous, .ambiguousEmoji: ambiguous == .wide ? 2 : 1
    }
  }

  private static func found(_ value: UInt32) -> WidthClass {
    var low = 0
    var high = widthTable.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if widthTable[middle] >> 3 <= value { low = middle } else { high = middle }
    }
    return WidthClass(rawValue: widthTable[low] & 7) ?? .narrow
  }
}

/// The columns of a text that comes scalar by scalar.
///
/// Grapheme clusters need no look-ahead here: what joins a cluster adds what the cluster grows by, mostly nothing.
package struct ColumnCount: Sendable {
  package private(set) var total = 0
  private let ambiguous: AmbiguousWidth
  /// The last scalar that took up columns, while something may still join it.
  private var base = WidthClass.zero
  private var baseColumns = 0
  private var isJoined = false
  private var hasOpenFlag = false

  package init(_ ambiguous: AmbiguousWidth = .narrow) {
    self.ambiguous = ambiguous
  }

  package mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x20: start(.narrow, 1)
    case 0x200D: isJoined = base.isEmoji
    case 0xFE0F: if base == .narrowEmoji || base == .ambiguousEmoji { widen(to: 2) }
    case 0xFE0E: if base == .wideEmoji { widen(to: 1) }
    case 0x1F3FB...0x1F3FF where base.isEmoji: break
    case 0x1F1E6...0x1F1FF where hasOpenFlag: hasOpenFlag = false
    default: add(WidthClass(of: scalar), isFlag: 0x1F1E6...0x1F1FF ~= scalar.value)
    }
  }

  private mutating func add(_ kind: WidthClass, isFlag: Bool) {
    let columns = kind.columns(ambiguous)
    if kind == .spacing {
      if baseColumns == 1 { widen(to: 2) }
    } else if isJoined && kind.isEmoji {
      isJoined = false
    } else if columns > 0 {
      start(kind, columns)
      hasOpenFlag = isFlag
    }
  }

  private mutating func start(_ kind: WidthClass, _ columns: Int) {
    total += columns
    base = kind
    baseColumns = columns
    isJoined = false
    hasOpenFlag = false
  }

  private mutating func widen(to columns: Int) {
    total += columns - baseColumns
    baseColumns = columns
  }
}

extension WidthClass {
  fileprivate var isEmoji: Bool {
    switch self {
    case .wide, .wideEmoji, .narrowEmoji, .ambiguousEmoji: true
    case .narrow, .zero, .ambiguous, .spacing: false
    }
  }
}
