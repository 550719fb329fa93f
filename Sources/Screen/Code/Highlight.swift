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
struct CodeGrammar {
  var keywords: Set<String> = []
  /// Names that the language brings along.
  var builtins: Set<String> = []
  /// Keywords that are followed by the name they define.
  var definers: Set<String> = []
  var lineComment: [UInt8]?
  var blockComment: (open: [UInt8], close: [UInt8])?
  /// Quotes that end on their line.
  var quotes: [[UInt8]] = []
  /// Quotes that may end on a later line.
  var longQuotes: [[UInt8]] = []
  /// Names may start with `#`.
  var hasDirectives = false
  /// `$name`; comments start at white space only.
  var isShell = false
  /// A string before a colon is a key.
  var hasKeys = false
}

/// Colours one line after another; what is open at a line's end goes on in the next.
struct CodeLexer {
  private enum Open {
    case none
    case comment
    case string([UInt8])
  }

  private let grammar: CodeGrammar
  private var open = Open.none
  private var text: [UInt8] = []
  private var index = 0
  private var line = Line()
  private var expectsName = false

  init(_ grammar: CodeGrammar) {
    self.grammar = grammar
  }

  mutating func line(_ row: String) -> Line {
    text = Array(row.utf8)
    index = 0
    line = []
    expectsName = false
    while index < text.count {
      switch open {
      case .comment: takeComment(from: index)
      case .string(let quote): takeString(quote, from: index)
      case .none: takeToken()
      }
    }
    return line
  }

  private mutating func takeToken() {
    let byte = text[index]
    if byte == UInt8(ascii: " ") {
      take(to: end(of: index + 1) { $0 == UInt8(ascii: " ") }, .plain)
    } else if let mark = grammar.lineComment, isMark(mark),
      !grammar.isShell || index == 0 || text[index - 1] == UInt8(ascii: " ")
    {
      take(to: text.count, .comment)
    } else if let block = grammar.blockComment, isMark(block.open) {
      open = .comment
      takeComment(from: index + block.open.count)
    } else if let quote = grammar.longQuotes.first(where: isMark) ?? grammar.quotes.first(where: isMark) {
      takeString(quote, from: index + quote.count)
    } else if byte.isDigit {
      take(to: endOfNumber, .number)
    } else if grammar.isShell, byte == UInt8(ascii: "$") {
      take(to: end(of: index + 1) { $0.isWord || "{}@#?*".utf8.contains($0) }, .variable)
    } else if byte == UInt8(ascii: "@") {
      take(to: end(of: index + 1) { $0.isWord || $0 == UInt8(ascii: ".") }, .keyword)
    } else if byte.isWord || (grammar.hasDirectives && byte == UInt8(ascii: "#")) {
      takeWord()
    } else {
      take(to: index + 1, .plain)
    }
  }

  private mutating func takeWord() {
    let end = self.end(of: index + 1, while: \.isWord)
    let word = String(decoding: text[index..<end], as: UTF8.self)
    if expectsName {
      expectsName = false
      take(to: end, .definition)
    } else if grammar.keywords.contains(word) {
      expectsName = grammar.definers.contains(word)
      take(to: end, .keyword)
    } else {
      take(to: end, grammar.builtins.contains(word) ? .builtin : .plain)
    }
  }

  /// The comment up to its end; `start` is where its content starts.
  private mutating func takeComment(from start: Int) {
    let close = grammar.blockComment?.close ?? []
    var end = start
    while end < text.count, !isMark(close, at: end) { end += 1 }
    if end < text.count {
      end += close.count
      open = .none
    }
    take(to: min(end, text.count), .comment)
  }

  /// The string up to its closing quote; `start` is where its content starts.
  private mutating func takeString(_ quote: [UInt8], from start: Int) {
    var end = start
    open = .none
    while end < text.count, !isMark(quote, at: end) { end += text[end] == UInt8(ascii: "\\") ? 2 : 1 }
    if end >= text.count {
      if grammar.longQuotes.contains(quote) { open = .string(quote) }
      end = text.count
    } else {
      end += quote.count
    }
    let isKey = grammar.hasKeys && text[end...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":")
    take(to: end, isKey ? .builtin : .string)
  }

  private mutating func take(to end: Int, _ style: Style) {
    line.append(String(decoding: text[index..<end], as: UTF8.self), style)
    index = end
  }

  /// After `0x1F`, `1_000`, `2.5`, `1e-4`.
  private var endOfNumber: Int {
    var end = index + 1
    while end < text.count {
      let isSign = text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+")
      let isExponent =
        isSign && text[end - 1] | 0x20 == UInt8(ascii: "e") && text[index + 1] | 0x20 != UInt8(ascii: "x")
      guard text[end].isWord || text[end] == UInt8(ascii: ".") || isExponent else { break }
      end += 1
    }
    return end
  }

  private func isMark(_ mark: [UInt8]) -> Bool { isMark(mark, at: index) }

  private func isMark(_ mark: [UInt8], at place: Int) -> Bool {
    guard place + mark.count <= text.count else { return false }
    for i in mark.indices where text[place + i] != mark[i] { return false }
    return true
  }

  private func end(of start: Int, while belongs: (UInt8) -> Bool) -> Int {
    var end = start
    while end < text.count, belongs(text[end]) { end += 1 }
    return end
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Letters, digits, `_`, and everything beyond ASCII, so that no character is cut.
  fileprivate var isWord: Bool {
    isDigit || self == UInt8(ascii: "_") || self >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
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
