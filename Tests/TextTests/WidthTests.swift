import Foundation
import Testing
import Text

@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("中文", 4), ("，。", 4), ("한글", 4), ("ｱ", 1), ("é", 1), ("e\u{301}", 1), ("ᾱₜ", 2), ("—", 1),
    ("①", 1),
    ("👩‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("🇨🇳🇯🇵", 4), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("☑️", 2), ("1️⃣", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("⌚︎", 1),
    ("\u{200B}\u{200D}", 0), ("क्ष", 2), ("का", 2), ("\u{1B}", 1), ("\u{9B}", 0), ("─│█", 3), ("⣿", 1), ("𝐱ℝ", 2),
  ]) func `a text is as wide as its grapheme clusters`(text: String, columns: Int) {
    #expect(text.columns() == columns)
  }

  @Test(arguments: [("—“”…", 8), ("αβ", 4), ("①", 2), ("─", 2), ("abc", 3), ("中", 2), ("ₜ⎛ℝ", 3)])
  func `ambiguous signs are wide where the terminal draws them so`(text: String, columns: Int) {
    #expect(text.columns(.wide) == columns)
  }

  /// An FNV-1a digest over the widths that wcwidth 0.9.4 gives every scalar, narrow and then wide, with C0 controls as
  /// 1 and C1 controls as 0.
  @Test func `every scalar is as wide as wcwidth says`() {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for ambiguous in [AmbiguousWidth.narrow, .wide] {
      for value in UInt32(0)..<0x110000 {
        guard let scalar = Unicode.Scalar(value) else { continue }
        digest = (digest ^ UInt64(scalar.columns(ambiguous))) &* 0x100_0000_01b3
      }
    }
    #expect(digest == 0x9584_89c3_5448_38de)
  }

  /// Debian's unicode-data; `.ci/run` installs it.
  private static let emoji = "/usr/share/unicode/emoji/emoji-test.txt"

  /// As in wcwidth 0.9.4, a modifier of skin colour takes no column, but does not widen a narrow sign (`☝🏻`).
  @Test(.enabled(if: FileManager.default.fileExists(atPath: emoji), "the package unicode-data is not installed"))
  func `every emoji sequence is as wide as wcwidth says`() throws {
    let lines = try String(contentsOfFile: WidthTests.emoji, encoding: .utf8).split(separator: "\n")
    let sequences = lines.filter { $0.contains("; fully-qualified") || $0.contains("; component") }.map { line in
      let scalars = line.prefix { $0 != ";" }.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
    #expect(sequences.count > 3000)
    for sequence in sequences {
      let scalars = Array(sequence.unicodeScalars)
      let isModified = scalars.count == 2 && scalars[1].properties.isEmojiModifier
      #expect(
        sequence.columns() == (isModified ? scalars[0].columns(.narrow) : 2),
        "\(sequence.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}
