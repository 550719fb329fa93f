/// A piece of TeX as the lexer cuts it (TeXbook, chapter 7): a trivial value, its text stays in the lexer's bytes.
struct Token {
  enum Kind: UInt8 {
    case end, character, command, open, close, alignment, superscript, `subscript`, prime, space, parameter, tie, dollar
  }

  var kind: Kind
  /// The character; of a command, the first one of its name.
  var scalar: UInt32 = 0
  /// Where its text stands in the lexer's bytes; of a command, its name without the backslash.
  var start = 0
  var end = 0
  /// Where the reader finds it in the source: of a token out of a macro, the macro's call.
  var offset = 0
  /// Means the command itself, whatever macro its name becomes: what `\let` gave a name to.
  var isFrozen = false
}
