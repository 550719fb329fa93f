package import Text

/// A TeX formula as a tree; any text is a formula, and its mistakes stand beside the tree.
package struct Formula: Sendable {
  /// A mistake in the TeX, where it stands.
  package struct Mistake: Sendable, Hashable {
    /// UTF-8 bytes from the start of the source.
    package var offset: Int
    package var message: String
  }

  package let source: String
  package private(set) var mistakes: [Mistake] = []

  /// Parses TeX in KaTeX's language; `macros` are name (with its backslash) and body.
  package init(parsing source: String, macros: [(name: String, body: String)] = []) {
    self.source = source
  }

  /// The formula in two dimensions, displays broken so that no row is wider than `columns` where there is a legal break.
  package func picture(limitedTo columns: Int = .max, as setting: Setting = Setting()) -> Picture {
    Picture(rows: [[Run(source)]], baseline: 0)
  }

  /// The formula on one line, with brackets where leaving them out would change the meaning.
  package func line(as setting: Setting = Setting()) -> [Run] { [Run(source)] }

  /// MathML Core with the TeX as its annotation.
  package func mathML(isDisplay: Bool) -> String { "" }

  /// What search compares: symbols in reading order, `\bar\alpha_t` as the same words as `ᾱₜ`.
  package var tokens: [String] { [] }
}

/// How a formula is drawn.
package struct Setting: Sendable {
  /// Only ASCII characters, Greek by name.
  package var isASCII = false
  /// Bold by mathematical letters (𝐱), for output without styles; else by the run's style.
  package var hasBoldLetters = false
  package var ambiguous = AmbiguousWidth.narrow
  package init() {}
}

/// A formula in terminal cells: rows of equal width.
package struct Picture: Sendable, Hashable {
  package var rows: [[Run]]
  /// The row that stands on the line of the surrounding text.
  package var baseline: Int

  package init(rows: [[Run]], baseline: Int) {
    self.rows = rows
    self.baseline = baseline
  }
}
