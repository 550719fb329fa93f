/// The macros in force, and those that groups will restore.
struct Macros {
  /// What a name stands for.
  struct Macro {
    var parameters = 0
    /// What stands for the first argument where it is left out: `\newcommand{\E}[1][x]{…}`.
    var preset: [Token]?
    /// What a `\def` wants between its arguments: before the first, after the first …
    var delimiters: [[Token]] = []
    var body: [Token] = []
  }

  /// Those from outside, each of which is defined when it is first called.
  let given: GivenMacros
  private var table: [String: Macro] = [:]
  private var changes: [(name: String, old: Macro?)] = []
  /// Calls so far, or `.max` where too many are reported, and tokens they made: both have a cap, so that no macro runs
  /// for ever.
  var calls = 0
  var tokens = 0

  static let callLimit = 2_000
  static let tokenLimit = 200_000

  init(_ given: GivenMacros) { self.given = given }

  var isEmpty: Bool { table.isEmpty && given.isEmpty }

  subscript(name: String) -> Macro? { table[name] }

  mutating func define(_ name: String, as macro: Macro, isGlobal: Bool) {
    if !isGlobal { changes.append((name, table[name])) }
    table[name] = macro
  }

  /// How many definitions can be undone.
  var changeCount: Int { changes.count }

  /// Forgets what was defined since there were so many changes.
  mutating func undo(to count: Int) {
    while changes.count > count {
      let change = changes.removeLast()
      table[change.name] = change.old
    }
  }
}

extension Parser {
  /// Defines a macro from outside of the formula: its parameters are the highest `#n` in its body.
  private mutating func define(_ name: String, body: String) {
    let tokens = lexer.tokens(of: body)
    var macro = Macros.Macro(body: tokens)
    for (i, token) in tokens.enumerated() where token.kind == .parameter && i + 1 < tokens.count {
      let digit = Int(tokens[i + 1].scalar) - 0x30
      if (1...9).contains(digit) { macro.parameters = max(macro.parameters, digit) }
    }
    macros.define(name, as: macro, isGlobal: true)
  }

  /// The macro that a token calls.
  mutating func macro(of token: Token) -> Macros.Macro? {
    guard token.kind == .command, !token.isFrozen, !macros.isEmpty else { return nil }
    let name = lexer.text(token)
    if macros[name] == nil, let body = macros.given[name] { define(name, body: body) }
    return macros[name]
  }

  /// Puts the body of a macro in place of its call; false where the token is no macro.
  mutating func expand(_ token: Token) -> Bool {
    guard let macro = macro(of: token) else { return false }
    guard mayMake(0, token) else { return false }
    macros.calls += 1
    let arguments = arguments(of: macro, token)
    var out: [Token] = []
    var i = 0
    while i < macro.body.count {
      guard mayMake(out.count, token) else { return false }
      let part = macro.body[i]
      if part.kind == .parameter, i + 1 < macro.body.count {
        let digit = Int(macro.body[i + 1].scalar) - 0x30
        if digit >= 1, digit <= arguments.count {
          out += arguments[digit - 1]
        } else if macro.body[i + 1].kind == .parameter {
          out.append(part)
        }
        i += 2
        continue
      }
      var copy = part
      copy.offset = token.offset
      out.append(copy)
      i += 1
    }
    macros.tokens += out.count
    push(out.reversed())
    return true
  }

  /// Whether a macro may still make so many tokens; where not, that is reported and what is left of macros is dropped.
  mutating func mayMake(_ count: Int, _ call: Token) -> Bool {
    if macros.calls < Macros.callLimit, macros.tokens + count < Macros.tokenLimit { return true }
    if macros.calls != .max { report("macros call each other without end", at: call.offset) }
    macros.calls = .max
    forgetPending()
    return false
  }

  private mutating func arguments(of macro: Macros.Macro, _ call: Token) -> [[Token]] {
    var arguments: [[Token]] = []
    if !macro.delimiters.isEmpty { skip(macro.delimiters[0]) }
    for i in 0..<macro.parameters {
      if i == 0, let preset = macro.preset {
        arguments.append(bracketedTokens() ?? preset)
      } else if i + 1 < macro.delimiters.count, !macro.delimiters[i + 1].isEmpty {
        arguments.append(tokens(upTo: macro.delimiters[i + 1], call))
      } else {
        arguments.append(argumentTokens(call))
      }
    }
    return arguments
  }

  /// Takes the tokens that a `\def` wants before its first argument.
  private mutating func skip(_ delimiters: [Token]) {
    for wanted in delimiters {
      let token = nextUnexpanded()
      if token.kind != wanted.kind || token.scalar != wanted.scalar {
        push([token])
        return
      }
    }
  }

  private mutating func tokens(upTo delimiters: [Token], _ call: Token) -> [Token] {
    var out: [Token] = []
    var levels = 0
    while true {
      let token = nextUnexpanded()
      if token.kind == .end {
        report("an argument of '\(spelled(call))' has no end", at: call.offset)
        return out
      }
      if token.kind == .open { levels += 1 }
      if token.kind == .close { levels -= 1 }
      out.append(token)
      guard levels == 0, out.count >= delimiters.count else { continue }
      let isEnd = zip(out.suffix(delimiters.count), delimiters).allSatisfy {
        $0.kind == $1.kind && $0.scalar == $1.scalar && ($0.kind != .command || lexer.text($0) == lexer.text($1))
      }
      if isEnd { return Array(out.dropLast(delimiters.count)) }
    }
  }

  /// `[…]`, or nil.
  mutating func bracketedTokens() -> [Token]? {
    let token = unexpandedAfterSpaces()
    guard token.kind == .character, token.scalar == 0x5B else {
      push([token])
      return nil
    }
    var out: [Token] = []
    var levels = 0
    while true {
      let token = nextUnexpanded()
      if token.kind == .end || (levels == 0 && token.kind == .character && token.scalar == 0x5D) { return out }
      if token.kind == .open { levels += 1 }
      if token.kind == .close { levels -= 1 }
      out.append(token)
    }
  }

  /// A group without its braces, or one token.
  mutating func argumentTokens(_ call: Token) -> [Token] {
    let token = unexpandedAfterSpaces()
    guard token.kind == .open else {
      if token.kind == .end || token.kind == .close {
        report("an argument of '\(spelled(call))' is missing", at: call.offset)
        push([token])
        return []
      }
      return [token]
    }
    var out: [Token] = []
    var levels = 1
    while true {
      let token = nextUnexpanded()
      if token.kind == .end {
        report("'{' is not closed", at: call.offset)
        return out
      }
      if token.kind == .open { levels += 1 }
      if token.kind == .close { levels -= 1 }
      if levels == 0 { return out }
      out.append(token)
    }
  }
}
