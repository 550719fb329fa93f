/// The second phase: a leaf's text to inlines (CommonMark's appendix, "Phase 2: inline structure").
///
/// One scan makes marks in the order of the text, brackets and delimiters are matched on stacks of marks, and a walk
/// over the marks makes the nodes, so that they stand in the arena in the order of the text too.
struct InlineParser: ~Copyable {
  let options: Document.Options
  let special: SpecialBytes
  var tree: Tree
  /// The leaf's text: a slice of the source, or its lines joined.
  var text: Bytes
  var start = 0
  var end = 0
  var marks = Arena<Mark>(capacity: 64)
  var matches = Arena<Match>()
  var delimiters = Arena<Delimiter>()
  /// The last delimiter on the stack, -1 for none.
  var topDelimiter = -1
  var brackets = Arena<Bracket>()
  /// Brackets below this place open no link any more, as links hold no links.
  var inactiveBrackets = 0
  var codeSpans = CodeSpanSearch()
  var formulas: MathSearch
  var unclosed = UnclosedHTML()
  var unclosedTitles = UnclosedTitles()
  /// What references have added to the text so far, capped as in cmark.
  var expanded = 0
  let expansionLimit: Int
  var openNodes = Arena<Int32>()

  init(_ tree: consuming Tree, source: Bytes, options: Document.Options) {
    self.tree = tree
    self.options = options
    text = source
    special = SpecialBytes(options)
    expansionLimit = max(source.count, 100_000)
    formulas = MathSearch(source, 0..<0)
  }

  /// Parses a leaf's text and adds the nodes below it.
  mutating func parse(_ text: Bytes, _ range: Range<Int>, below node: Int32) {
    self.text = text
    start = range.lowerBound
    end = range.upperBound
    marks.removeAll()
    matches.removeAll()
    delimiters.removeAll()
    brackets.removeAll()
    topDelimiter = -1
    inactiveBrackets = 0
    codeSpans = CodeSpanSearch()
    unclosed = UnclosedHTML()
    unclosedTitles = UnclosedTitles()
    if options.contains(.math) { formulas = MathSearch(text, range) }
    scan()
    if topDelimiter >= 0 { matchDelimiters(above: -1) }
    emit(below: node)
  }

  private mutating func scan() {
    var i = start
    while true {
      i = special.first(in: text, from: i, to: end)
      guard i < end else { return }
      i = scanSpecial(text[i], at: i)
    }
  }

  /// Reads what starts at a special byte and gives the place after it.
  private mutating func scanSpecial(_ byte: UInt8, at i: Int) -> Int {
    switch byte {
    case .newline: return scanLineEnd(at: i)
    case .backslash: return scanBackslash(at: i)
    case .backtick: return scanCodeSpan(at: i)
    case .star, .underscore: return scanEmphasis(byte, at: i)
    case .tilde: return scanStrikethrough(at: i)
    case .equals: return scanHighlight(at: i)
    case .openBracket: return scanOpenBracket(at: i)
    case .closeBracket: return scanCloseBracket(at: i)
    case .less: return scanAngle(at: i)
    case .ampersand: return scanReference(at: i)
    case .dollar: return scanFormula(at: i) ?? skipDollars(at: i)
    case .dot: return i > start && text[i - 1] == UInt8(ascii: "w") ? scanWebAddress(at: i) : i + 1
    case .colon: return mayEndScheme(i) ? scanSchemeAddress(at: i) : i + 1
    case .at: return scanMailAddress(at: i)
    default: return i + 1
    }
  }

  /// Where the last mark ends: what stands before it is not plain text any more.
  var markedEnd: Int { marks.last.map { Int($0.end) } ?? start }

  /// Adds a node without children whose literal is a slice of the text.
  @inline(__always) mutating func mark(
    _ node: Document.Kind, _ range: Range<Int>, literal: Range<Int>, flags: Tree.Flags = []
  ) {
    marks.append(
      Mark(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: .leaf, node: node, flags: flags,
        first: Int32(literal.lowerBound), last: Int32(literal.upperBound)))
  }

  /// Adds a node without children whose literal lies in the pool.
  mutating func mark(_ node: Document.Kind, _ range: Range<Int>, pooled: Tree.Slice, flags: Tree.Flags = []) {
    marks.append(
      Mark(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: .leaf, node: node,
        flags: flags.union(.isPooled), first: pooled.start, last: pooled.end))
  }
}

/// Something in the text that is not plain text; most are nodes, some turn out to be text after all.
struct Mark: BitwiseCopyable {
  enum Kind: UInt8 {
    /// A node without children.
    case leaf
    /// A link around its own text: an autolink or a wiki link.
    case autolink
    /// A run of delimiters; `first` and `last` are its first and last closing match, `payload` its outermost opening
    /// one.
    case delimiters
    /// `[` or `![`, text unless it becomes `openLink`.
    case bracket
    case openLink
    case closeLink
  }

  var start: Int32
  var end: Int32
  var kind: Kind
  var node = Document.Kind.text
  var flags: Tree.Flags = []
  var first: Int32 = -1
  var last: Int32 = -1
  var payload: Int32 = -1
}

/// The bytes that the scan for inlines stops at, for a set of options.
struct SpecialBytes: ~Copyable {
  /// 1 at every special byte.
  private var table = Arena<UInt8>(repeating: 0, count: 256)

  init(_ options: Document.Options) {
    var bytes: [UInt8] = [
      .newline, .backslash, .backtick, .star, .underscore, .openBracket, .closeBracket, .less, .ampersand,
    ]
    if options.contains(.strikethrough) { bytes.append(.tilde) }
    if options.contains(.highlights) { bytes.append(.equals) }
    if options.contains(.math) { bytes.append(.dollar) }
    if options.contains(.autolinks) { bytes += [.dot, .colon, .at] }
    for byte in bytes { table[Int(byte)] = 1 }
  }

  /// The first special byte of a range; four are looked up at a time, which is a third faster than one by one.
  @inline(__always) func first(in text: Bytes, from start: Int, to end: Int) -> Int {
    let table = table.view
    var i = start
    while i + 4 <= end {
      let first = table[Int(text[i])] | table[Int(text[i + 1])]
      let second = table[Int(text[i + 2])] | table[Int(text[i + 3])]
      if first | second != 0 { break }
      i += 4
    }
    while i < end, table[Int(text[i])] == 0 { i += 1 }
    return i
  }
}
