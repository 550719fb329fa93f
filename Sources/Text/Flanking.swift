extension Unicode.Scalar {
  /// A Unicode white-space character as CommonMark defines it (section 2.1): a space separator, tab or line end.
  package var isMarkdownSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A Unicode punctuation character as CommonMark 0.31 defines it (section 2.1): general category P or S.
  package var isMarkdownPunctuation: Bool {
    switch value {
    // Han and Hangul first: the letters of Chinese and Korean text need no look-up.
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return false
    // Then the marks of Chinese text.
    case 0x3001...0x3003, 0x3008...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0x2010...0x2027: return true
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    case 0..<0x80: return false
    default: break
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  /// A character of a script that writes no spaces, as the Chinese emphasis rule defines it: East Asian wide,
  /// full-width or half-width and not an emoji by default, or of the script Hangul (tats-u/markdown-cjk-friendly).
  package var isEastAsianWide: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3001...0x303E, 0x3041...0x3096, 0xFF01...0xFFBE: true
    case 0..<0x1100: false
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF, 0x302E...0x302F: true
    default: isInWideTable && !properties.isEmojiPresentation
    }
  }

  private var isInWideTable: Bool {
    var low = 0
    var high = eastAsianWideTable.count / 2
    while low < high {
      let middle = (low + high) / 2
      if eastAsianWideTable[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < eastAsianWideTable.count / 2 && eastAsianWideTable[2 * low] <= value
  }
}
