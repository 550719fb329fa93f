package import Text

/// A TeX formula as a tree; any text is a formula, and its mistakes stand beside the tree.
package struct Formula: Sendable {
  /// A mistake in the TeX, where it stands.
  package struct Mistake: Sendable, Hashable {
    /// UTF-8 bytes from the start of the source.
    package var offset: Int
    package var message: String
    /// The name of a command that nobody knows, without its backslash.
    private let unknown: String?

    package init(offset: Int, message: String, unknown: String? = nil) {
      self.offset = offset
      self.message = message
      self.unknown = unknown
    }

    /// What may have been meant. Found when it is asked for, as all commands are looked through: most formulas are
    /// parsed to be shown or indexed.
    package var hint: String? {
      let names = unknown.map(Command.names) ?? []
      return names.isEmpty ? nil : "did you mean " + names.map { "'\\\($0)'" }.joined(separator: " or ") + "?"
    }
  }

  package let source: String
  package private(set) var mistakes: [Mistake] = []
  let row: Row

  /// Parses TeX in KaTeX's language.
  package init(parsing source: String, macros: GivenMacros = GivenMacros()) {
    self.source = source
    var parser = Parser(source, macros: macros)
    row = parser.formula()
    mistakes = parser.mistakes.sorted { $0.offset < $1.offset }
  }

  /// The formula in two dimensions, displays broken so that no row is wider than `columns` where there is a legal
  /// break; what has none is set on one line and wrapped.
  package func picture(limitedTo columns: Int = .max, as setting: Setting = Setting()) -> Picture {
    var layout = Layout(setting)
    layout.limit = columns
    let box = row.box(in: &layout, .display)
    if box.width > columns { return wrapped(to: columns, as: setting) }
    return Picture(box, of: layout)
  }

  /// The formula on one line, with brackets where leaving them out would change the meaning.
  package func line(as setting: Setting = Setting()) -> [Run] {
    var layout = Layout(setting, isLine: true)
    let box = row.box(in: &layout, .text)
    return Picture.runs(of: Array(layout.glyphs[box.start..<box.end]), width: box.width)
  }

  /// MathML Core with the TeX as its annotation.
  package func mathML(isDisplay: Bool) -> String {
    var xml = MathML()
    let alternative = MathML.escaped(source)
    let display = isDisplay ? #"display="block""# : #"display="inline""#
    xml.wrapped("math", #"xmlns="http://www.w3.org/1998/Math/MathML" \#(display) alttext="\#(alternative)""#) {
      $0.wrapped("semantics") {
        $0.wrapped("mrow") { row.writeItems(to: &$0, isDisplay ? .display : .text) }
        $0.element("annotation", #"encoding="application/x-tex""#, source)
      }
    }
    return xml.text
  }

  /// What search compares: symbols in reading order, `\bar\alpha_t` as the same as `ᾱₜ`, and the parts they make.
  package var sequence: SymbolSequence {
    var sequence = SymbolSequence()
    addSymbols(to: &sequence)
    return sequence
  }

  /// The same behind what a sequence holds, for those who read many formulas into one.
  package func addSymbols(to sequence: inout SymbolSequence) { row.addSymbols(to: &sequence) }

  /// The structure without its dress: equal for formulas that say the same in the same order.
  ///
  /// `\frac a b` is `(a)/(b)`, spacing, fonts, sizes and `\left … \right` are dropped, `\cdot` is juxtaposition.
  package var canonical: String {
    var text = ""
    row.addCanonical(to: &text)
    return text
  }
}
