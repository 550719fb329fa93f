import Catalog
import Markdown

/// A display formula with a name: `$$ … $$` followed by `<!-- eq: name -->`.
struct LabelledFormula {
  var label: String
  var tex: String
  var offset: Int
  var section: String

  /// The label in words; nil where it is a code rather than a name.
  var spokenName: String? {
    let words = label.split(separator: "-")
    return label.count >= 4 && words.allSatisfy { $0.count > 1 && $0.allSatisfy(\.isLetter) }
      ? words.joined(separator: " ") : nil
  }

  static func all(in note: Note) -> [LabelledFormula] {
    let document = note.document
    let formulas = document.nodes(.math).filter(document.isDisplay)
    return note.sections.flatMap { section in
      section.blocks.compactMap { block -> LabelledFormula? in
        let text = document.text(of: block)
        guard let start = text.range(of: "<!-- eq:"), let end = text.range(of: "-->") else { return nil }
        let range = document.range(of: block)
        // The formula stands in the same paragraph or in the block before.
        guard
          let formula = formulas.last(where: { document.range(of: $0).lowerBound < range.upperBound }),
          range.lowerBound - document.range(of: formula).upperBound < 8
        else { return nil }
        return LabelledFormula(
          label: String(text[start.upperBound..<end.lowerBound].trimmed),
          tex: document.literal(of: formula).trimmingSpaces,
          offset: document.range(of: formula).lowerBound, section: section.anchor)
      }
    }
  }
}
