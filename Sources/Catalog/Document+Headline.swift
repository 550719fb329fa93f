package import Markdown
import TeX
import Text

extension Document {
  /// A heading's text as one reads it, formulas on the line.
  package func headline(of heading: Node) -> String {
    guard hasFormula(heading) else { return plainText(of: heading) }
    var title = ""
    var child = firstChild(of: heading)
    while let current = child {
      switch kind(of: current) {
      case .math: title += Formula(parsing: literal(of: current)).line().map(\.text).joined()
      case .text: title += literal(of: current)
      default: title += plainText(of: current)
      }
      child = next(after: current)
    }
    return title
  }

  private func hasFormula(_ heading: Node) -> Bool {
    var child = firstChild(of: heading)
    while let current = child {
      if kind(of: current) == .math { return true }
      child = next(after: current)
    }
    return false
  }
}
