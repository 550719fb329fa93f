package import Text

/// Where styled text becomes bytes for a terminal, and the one place that keeps control characters from it.
///
/// What it writes beside the text is SGR (`ESC [ … m`) and OSC 8 (hyperlinks), nothing else; `LineEditor` moves the
/// cursor besides.
package struct Surface: Sendable {
  package var hasColor: Bool
  package var hasLinks: Bool
  package var isASCII: Bool
  package var ambiguous: AmbiguousWidth

  package init(hasColor: Bool, hasLinks: Bool, isASCII: Bool, ambiguous: AmbiguousWidth) {
    self.hasColor = hasColor
    self.hasLinks = hasLinks
    self.isASCII = isASCII
    self.ambiguous = ambiguous
  }

  /// A line with its line end, without white space before it.
  package func encoded(_ line: [Run]) -> [UInt8] {
    var bytes: [UInt8] = []
    var style = Style.plain
    for run in line.withoutTrailingSpace {
      change(from: style, to: run.style, &bytes)
      style = run.style
      append(run.text, &bytes)
    }
    change(from: style, to: .plain, &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The text with nothing in it that a terminal would obey, and in ASCII where that was asked for and can be done.
  package func sanitized(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ text: String, _ bytes: inout [UInt8]) {
    if !isASCII && text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      bytes += text.utf8
      return
    }
    var inFlag = false
    for scalar in text.unicodeScalars {
      inFlag = scalar.value == 0x1F3F4 || (inFlag && scalar.isTag)
      guard let shown = scalar.harmless(inFlag: inFlag) else { continue }
      bytes += UTF8.encode(isASCII ? shown.asciiOrSelf : shown) ?? UTF8.encodedReplacementCharacter
    }
  }

  private func change(from old: Style, to new: Style, _ bytes: inout [UInt8]) {
    guard old != new else { return }
    if hasLinks, old.link != new.link {
      if old.link.flatMap(LinkTarget.init) != nil { bytes += "\u{1B}]8;;\u{1B}\\".utf8 }
      if let target = new.link.flatMap(LinkTarget.init) { bytes += "\u{1B}]8;;\(target.text)\u{1B}\\".utf8 }
    }
    guard hasColor else { return }
    let (before, after) = (old.codes, new.codes)
    guard before != after else { return }
    bytes += "\u{1B}[".utf8
    // From nothing there is nothing to take back; otherwise everything is taken back and set anew.
    if !before.isEmpty { bytes += (after.isEmpty ? "0" : "0;").utf8 }
    bytes += after.map(String.init).joined(separator: ";").utf8
    bytes.append(UInt8(ascii: "m"))
  }
}

extension Style {
  /// Select Graphic Rendition parameters, of the sixteen colours that the terminal's theme defines (ECMA-48, 8.3.117).
  fileprivate var codes: [Int] {
    var codes: [Int] = []
    if isBold { codes.append(1) }
    if isDim { codes.append(2) }
    if isItalic { codes.append(3) }
    if isUnderlined { codes.append(4) }
    if isReversed { codes.append(7) }
    if isStruck { codes.append(9) }
    switch color {
    case .standard: break
    case .red: codes.append(31)
    case .green: codes.append(32)
    case .yellow: codes.append(33)
    case .blue: codes.append(34)
    case .magenta: codes.append(35)
    case .cyan: codes.append(36)
    case .gray: codes.append(90)
    }
    return codes
  }
}
