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
    // How many formulas begin before the end of the block; blocks come in order.
    var passed = 0
    var found: [LabelledFormula] = []
    for section in note.sections {
      for block in section.blocks {
        let range = document.range(of: block)
        while passed < formulas.count, document.range(of: formulas[passed]).lowerBound < range.upperBound {
          passed += 1
        }
        let text = document.text(of: block)
        guard passed > 0, let start = text.range(of: "<!-- eq:"),
          let end = text[start.upperBound...].range(of: "-->")
        else { continue }
        // The formula stands in the same paragraph or in the block before.
        let formula = document.range(of: formulas[passed - 1])
        guard range.lowerBound - formula.upperBound < 8 else { continue }
        found.append(
          LabelledFormula(
            label: String(text[start.upperBound..<end.lowerBound].trimmed),
            tex: document.literal(of: formulas[passed - 1]).trimmingSpaces, offset: formula.lowerBound,
            section: section.anchor))
      }
    }
    return found
  }
}
