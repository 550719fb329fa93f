import Text

/// Colours the lines of code by a small lexer: comments, strings, numbers, keywords and what a definition names.
struct Highlight {
  private let grammar: CodeGrammar?

  /// Languages without a grammar stay plain.
  init(_ language: String) {
    grammar = CodeGrammar.named(language)
  }

  func lines(_ rows: [String]) -> [Line] {
    guard let grammar else { return rows.map { [Run($0)] } }
    var lexer = CodeLexer(grammar)
    return rows.map { lexer.line($0) }
  }
}

/// What the lexer must know of a language.
struct CodeGrammar: Sendable {
  var keywords: Set<String> = []
  /// Names that the language brings along.
  var builtins: Set<String> = []
  /// Keywords that are followed by the name they define.
  var definers: Set<String> = []
  var lineComment: String?
  var blockComment: (open: String, close: String)?
  /// Quotes that end on their line, and those that may end later; the longest first.
  var quotes: [String] = []
  var longQuotes: [String] = []
  /// `$name` and `-flag` in a shell.
  var isShell = false
  /// A string before a colon is a key.
  var hasKeys = false
}

/// Colours one line after another; what is open at a line's end goes on in the next.
struct CodeLexer {
  private enum Open {
    case none
    case comment
    case string(String)
  }

  private let grammar: CodeGrammar
  private var open = Open.none
  private var text: [Character] = []
  private var index = 0
  private var line = Line()
  private var expectsName = false

  init(_ grammar: CodeGrammar) {
    self.grammar = grammar
  }

  mutating func line(_ row: String) -> Line {
    text = Array(row)
    index = 0
    line = []
    expectsName = false
    while index < text.count {
      switch open {
      case .comment: takeComment()
      case .string(let quote): takeString(quote, from: index)
      case .none: takeToken()
      }
    }
    return line
  }

  private mutating func takeToken() {
    let character = text[index]
    if let mark = grammar.lineComment, starts(with: mark),
      !grammar.isShell || index == 0 || text[index - 1].isWhitespace
    {
      take(to: text.count, .comment)
    } else if let block = grammar.blockComment, starts(with: block.open) {
      open = .comment
      takeComment(after: block.open.count)
    } else if let quote = (grammar.longQuotes + grammar.quotes).first(where: starts) {
      takeString(quote, from: index + quote.count)
    } else if character.isNumber, character.isASCII {
      take(to: end(of: index) { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }, .number)
    } else if grammar.isShell, character == "$" {
      take(to: end(of: index + 1) { $0.isLetter || $0.isNumber || "_{}@#?*".contains($0) }, .variable)
    } else if character.isLetter || character == "_" || character == "#" && grammar.keywords.contains("#include") {
      takeWord()
    } else if character == "@" {
      take(to: end(of: index + 1) { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }, .keyword)
    } else {
      take(to: index + 1, .plain)
    }
  }

  private mutating func takeWord() {
    let end = self.end(of: index + 1) { $0.isLetter || $0.isNumber || $0 == "_" }
    let word = String(text[index..<end])
    if expectsName {
      expectsName = false
      take(to: end, .definition)
    } else if grammar.keywords.contains(word) {
      expectsName = grammar.definers.contains(word)
      take(to: end, .keyword)
    } else if grammar.builtins.contains(word) {
      take(to: end, .builtin)
    } else {
      take(to: end, .plain)
    }
  }

  private mutating func takeComment(after skipped: Int = 0) {
    let close = Array(grammar.blockComment?.close ?? "")
    var end = index + skipped
    while end < text.count, !text[end...].starts(with: close) { end += 1 }
    if end < text.count {
      end += close.count
      open = .none
    }
    take(to: min(end, text.count), .comment)
  }

  /// The string up to its closing quote; `from` is where its content starts.
  private mutating func takeString(_ quote: String, from start: Int) {
    let close = Array(quote)
    var end = start
    open = .none
    while end < text.count, !text[end...].starts(with: close) { end += text[end] == "\\" ? 2 : 1 }
    if end >= text.count {
      if grammar.longQuotes.contains(quote) { open = .string(quote) }
      end = text.count
    } else {
      end += close.count
    }
    let isKey = grammar.hasKeys && text[end...].first { !$0.isWhitespace } == ":"
    take(to: end, isKey ? .builtin : .string)
  }

  private mutating func take(to end: Int, _ style: Style) {
    let piece = String(text[index..<end])
    index = end
    if let last = line.indices.last, line[last].style == style {
      line[last].text += piece
    } else {
      line.append(Run(piece, style))
    }
  }

  private func starts(with mark: String) -> Bool { text[index...].starts(with: Array(mark)) }

  private func end(of start: Int, while belongs: (Character) -> Bool) -> Int {
    var end = start
    while end < text.count, belongs(text[end]) { end += 1 }
    return end
  }
}

extension Style {
  fileprivate static let comment = Style().with { $0.color = .gray }
  fileprivate static let string = Style().with { $0.color = .green }
  fileprivate static let number = Style().with { $0.color = .yellow }
  fileprivate static let keyword = Style().with { $0.color = .magenta }
  fileprivate static let builtin = Style().with { $0.color = .cyan }
  fileprivate static let variable = Style().with { $0.color = .cyan }
  fileprivate static let definition = Style().with { $0.color = .blue }
}
