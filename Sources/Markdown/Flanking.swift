/// Which way a delimiter run leans (specification 6.2), with the rule for Chinese, Japanese and Korean
/// (markdown-cjk-friendly) where it is asked for.
struct Flanking {
  var left: Bool
  var right: Bool
  var punctuationBefore: Bool
  var punctuationAfter: Bool

  init(before: Unicode.Scalar?, after: Unicode.Scalar?, isCJKFriendly: Bool) {
    let spaceBefore = before.map { $0.properties.isWhitespace } ?? true
    let spaceAfter = after.map { $0.properties.isWhitespace } ?? true
    punctuationBefore = before.map(Flanking.isPunctuation) ?? false
    punctuationAfter = after.map(Flanking.isPunctuation) ?? false
    let cjk = isCJKFriendly && ((before.map(Flanking.isCJK) ?? false) || (after.map(Flanking.isCJK) ?? false))
    left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || cjk)
    right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || cjk)
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFFEF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
