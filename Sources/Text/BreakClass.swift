/// What a scalar does to the places where a line may end: the part of UAX #14 that Chinese and Latin text need.
enum BreakClass {
  case space
  /// Han, kana and other wide signs: a line may end on either side.
  case ideograph
  /// Anything that words, numbers and formulas are made of: a line never ends between two of them.
  case letter
  /// Full-width closing punctuation, and all else that never starts a line: `，。）…—ー％`.
  case closing
  /// Full-width opening punctuation, which never ends a line: `（「《`.
  case opening
  /// Latin closing punctuation, which also stays with a letter after it: `a.b`, `don’t`.
  case narrowClosing
  /// Latin opening punctuation, which also stays with a letter before it: `f(x)`.
  case narrowOpening
  case quote
  /// Belongs to what stands before: combining marks, joiners, selectors, skin tones.
  case mark
  /// No-break space and word joiner.
  case glue
  case zeroWidthSpace

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0x3000: self = .space
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: self = .letter
    case 0x21...0x7E: self = BreakClass(ofASCII: scalar)
    case 0xA0, 0x202F, 0x2007, 0x2060, 0xFEFF: self = .glue
    case 0x200B: self = .zeroWidthSpace
    case 0x1F3FB...0x1F3FF: self = .mark
    // A range stays whole, as a number does: `20–100`.
    case 0x2013, 0xFF10...0xFF19, 0x1F1E6...0x1F1FF: self = .letter
    case 0x2018, 0x201C: self = .opening
    case 0x2019, 0x201D, 0xBB, 0x203A: self = .narrowClosing
    case 0xAB, 0x2039: self = .narrowOpening
    case 0x2014, 0x2015, 0x2025, 0x2026, 0x22EF, 0x2030, 0x2103, 0xB0, 0xB7, 0x2022: self = .closing
    case 0x3001...0xFFEE: self = BreakClass(ofWide: scalar)
    default: self = BreakClass(byWidthOf: scalar)
    }
  }

  private init(ofASCII scalar: Unicode.Scalar) {
    switch scalar {
    case "(", "[", "{": self = .narrowOpening
    case ")", "]", "}", "!", "?", ",", ".", ":", ";": self = .narrowClosing
    case "\"", "'": self = .quote
    default: self = .letter
    }
  }

  private init(ofWide scalar: Unicode.Scalar) {
    switch scalar {
    case "〈", "《", "「", "『", "【", "〔", "〖", "〘", "〚", "〝", "（", "［", "｛", "｟", "｢", "﹙", "﹛", "﹝", "＄", "￥":
      self = .opening
    case "、", "。", "〉", "》", "」", "』", "】", "〕", "〗", "〙", "〛", "〞", "〟", "）", "，", "．", "：", "；", "？", "！", "］", "｝",
      "｠",
      "｡", "｣", "､", "･", "・", "ー", "々", "〻", "ゝ", "ゞ", "ヽ", "ヾ", "〜", "～", "％", "﹐", "﹑", "﹒", "﹔", "﹕", "﹖", "﹗", "﹚",
      "﹜", "﹞", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ":
      self = .closing
    default: self = BreakClass(byWidthOf: scalar)
    }
  }

  private init(byWidthOf scalar: Unicode.Scalar) {
    switch scalar.columns() {
    case 0: self = scalar.value < 0xA0 ? .letter : .mark
    case 2: self = .ideograph
    default: self = .letter
    }
  }

  /// Whether a line may end between two signs, with or without white space between them.
  static func mayBreak(after before: BreakClass, before after: BreakClass, spaced: Bool) -> Bool {
    if spaced {
      // Even a careless space does not put a comma or a bracket at the wrong end of a line.
      return after != .closing && before != .opening && after != .mark && after != .glue && before != .glue
    }
    switch (before, after) {
    case (.zeroWidthSpace, _), (_, .zeroWidthSpace): return true
    case (.glue, _), (_, .glue), (_, .mark): return false
    case (_, .closing), (_, .narrowClosing), (.opening, _), (.narrowOpening, _): return false
    case (.quote, _), (_, .quote): return false
    case (.letter, .letter), (.letter, .narrowOpening): return false
    case (.narrowClosing, .letter), (.narrowClosing, .narrowOpening): return false
    default: return true
    }
  }
}
