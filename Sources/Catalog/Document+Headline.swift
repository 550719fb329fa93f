package import Markdown
import TeX
import Text

extension Document {
  /// A heading's text as one reads it, formulas on the line.
  package func headline(of heading: Node) -> String {
    var title = ""
    var hasFormula = false
    var child = firstChild(of: heading)
    while let current = child {
      switch kind(of: current) {
      case .math:
        hasFormula = true
        title += Formula(parsing: literal(of: current)).line().map(\.text).joined()
      case .text: title += literal(of: current)
      default: title += plainText(of: current)
      }
      child = next(after: current)
    }
    return hasFormula ? title : plainText(of: heading)
  }
}
