import Text

/// Turns tokens into constructs. Any input gives a tree: what is wrong is reported and set as well as it can be.
struct Parser {
  var lexer: Lexer
  var macros: Macros
  private(set) var mistakes: [Formula.Mistake] = []
  /// The alphabet of letters to come.
  var alphabet = Alphabet.normal
  /// Inside `\text`.
  var isText = false
  /// The `\tag` met since the row began.
  var tag: Tag?
  /// `\ce` inside `\ce`.
  var chemistryDepth = 0
  /// Dollars stand around the whole formula.
  var isInDollars = false

  private var peeked: Token?
  /// The command looked up last.
  private var known: (token: Range<Int>, offset: Int, command: Command?) = (0..<0, 0, nil)
  /// Tokens of macros called, the next one last.
  private var pending: [Token] = []
  private(set) var context = Context()
  private(set) var depth = 0

  /// Groups and arguments inside one another, at most; TeX has no such limit, the stack has.
  static let depthLimit = 200
  /// The same for what draws something about its inside, which a long source can do on fewer levels: their work is
  /// the product of both.
  private let drawnDepthLimit: Int
  private static let mistakeLimit = 100

  /// Which tokens end the row being parsed.
  struct Context {
    var group = false
    var fence = false
    var table = false
    var bracket = false
    var dollar = false
  }

  enum Scope { case group, fence, table, substack, bracket, dollar }

  init(_ source: String, macros: GivenMacros) {
    lexer = Lexer(source)
    drawnDepthLimit = max(8, min(Parser.depthLimit, 400_000 / max(source.utf8.count, 1)))
    self.macros = Macros(macros)
  }

  /// Whether no argument, fence or environment may begin here.
  var isTooDeep: Bool { depth >= drawnDepthLimit }
  /// Whether no group in braces may begin here.
  var isDeepest: Bool { depth >= Parser.depthLimit }

  /// Parses what stands in a scope, behind which its alphabet and its macros are forgotten.
  mutating func inside<T>(_ scope: Scope, _ body: (inout Parser) -> T) -> T {
    let (outer, alphabet, changes) = (context, alphabet, macros.changeCount)
    switch scope {
    case .group: context = Context(group: true)
    case .fence:
      context.fence = true
      context.bracket = false
    case .table:
      context.table = true
      context.fence = false
      context.bracket = false
    case .substack: context = Context(group: true, table: true)
    case .bracket: context.bracket = true
    case .dollar: context = Context(group: true, dollar: true)
    }
    defer {
      context = outer
      self.alphabet = alphabet
      macros.undo(to: changes)
    }
    return deeper(body)
  }

  mutating func deeper<T>(_ body: (inout Parser) -> T) -> T {
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  mutating func report(_ message: String, at offset: Int, unknown: String? = nil) {
    guard mistakes.count < Parser.mistakeLimit else { return }
    mistakes.append(Formula.Mistake(offset: offset, message: message, unknown: unknown))
  }

  /// The next token, macros expanded, without taking it.
  mutating func peek() -> Token {
    if let peeked { return peeked }
    while true {
      let token = rawToken()
      if token.kind == .command, !macros.isEmpty, expand(token) { continue }
      peeked = token
      return token
    }
  }

  @discardableResult
  mutating func next() -> Token {
    let token = peek()
    peeked = nil
    return token
  }

  /// The command of a control word; nil where nobody knows it. A row looks whether a command splits it, and then adds
  /// it: that is looked up once.
  mutating func command(_ token: Token) -> Command? {
    // Of a macro's body the same text is read at each call.
    if known.token != token.start..<token.end || known.offset != token.offset {
      known = (token.start..<token.end, token.offset, Command(token, in: lexer.bytes.span))
    }
    return known.command
  }

  /// The next token as it stands, macros not expanded.
  mutating func nextUnexpanded() -> Token {
    if let token = peeked {
      peeked = nil
      return token
    }
    return rawToken()
  }

  mutating func unexpandedAfterSpaces() -> Token {
    var token = nextUnexpanded()
    while token.kind == .space { token = nextUnexpanded() }
    return token
  }

  private mutating func rawToken() -> Token { pending.popLast() ?? lexer.next() }

  mutating func push(_ tokens: some Sequence<Token>) {
    pending.append(contentsOf: tokens)
  }

  /// Drops what is left of macros being called.
  mutating func forgetPending() { pending = [] }

  mutating func skipSpaces() {
    while peek().kind == .space { next() }
  }

  mutating func takeStar() -> Bool {
    skipSpaces()
    guard peek().kind == .character, peek().scalar == 0x2A else { return false }
    next()
    return true
  }

  /// Takes the brace that closes `open`, or reports that it is missing.
  mutating func close(_ open: Token) {
    skipSpaces()
    if peek().kind == .close { next() } else { report("'{' is not closed", at: open.offset) }
  }

  /// The text after `\verb`.
  mutating func verbatim() -> String? {
    guard peeked == nil, pending.isEmpty else { return nil }
    return lexer.verbatim().map { lexer.text($0) }
  }

  /// The text of a group as it is typed, where the next token is its brace in the source: for addresses with `%` and
  /// `#`.
  mutating func rawGroup() -> String? {
    guard let open = peeked, open.kind == .open, pending.isEmpty, let range = lexer.rawGroup(from: open.end) else {
      return nil
    }
    peeked = nil
    return lexer.text(range)
  }
}
