/// A piece of a text as search compares it.
struct Token: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    /// Letters and digits without a break.
    case word
    /// `multihead` in `MultiheadAttention`, `yolo` in `YOLOv1`.
    case part
    /// The words of a compound as one: `selfsupervised` of `self-supervised`.
    case joined
    /// A name in code with its points and underscores: `pdb.set_trace`.
    case identifier
    /// Two neighbouring characters of a script without spaces, and one.
    case bigram, unigram
  }

  var kind: Kind
  private var place: Place

  // Four short numbers: a text has about as many tokens as bytes, and each is looked at.
  private struct Place: Hashable {
    var sourceStart: Int32
    var sourceEnd: Int32
    var textStart: Int32
    var textEnd: Int32
  }

  init(kind: Kind, source: Range<Int>, text: Range<Int>) {
    self.kind = kind
    // The lexer reads no more than fits.
    place = Place(
      sourceStart: Int32(truncatingIfNeeded: source.lowerBound),
      sourceEnd: Int32(truncatingIfNeeded: source.upperBound),
      textStart: Int32(truncatingIfNeeded: text.lowerBound), textEnd: Int32(truncatingIfNeeded: text.upperBound))
  }

  /// Where the token stands in what was read.
  var source: Range<Int> { Int(place.sourceStart)..<Int(place.sourceEnd) }
  /// Its folded text, in `Lexer.text`.
  var text: Range<Int> { Int(place.textStart)..<Int(place.textEnd) }
}
