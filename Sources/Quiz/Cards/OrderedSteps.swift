import Catalog
import Markdown

/// The numbered list of a procedure: the first block under a heading `Steps`, `Algorithm`, `Training`, `步骤`, …, or
/// under a heading below one.
struct OrderedSteps {
  var title: String
  var steps: [String]
  var offset: Int
  var section: String
  /// Counted from 1 over the note's procedures, those that are not asked too: both languages share it.
  var number: Int

  private static let names = [
    "steps", "algorithm", "procedure", "how it works", "training", "sampling", "inference", "步骤", "流程", "算法", "训练",
    "采样",
    "推理",
  ]

  static func all(in note: Note) -> [OrderedSteps] {
    var found: [OrderedSteps] = []
    var isProcedure = false
    var number = 0
    for section in note.sections {
      let isNamed = names.contains { section.title.lowercased().hasPrefix($0) }
      if section.level <= 2 { isProcedure = isNamed }
      guard isProcedure || isNamed, let list = section.blocks.first, note.document.kind(of: list) == .list,
        note.document.listStyle(of: list).isOrdered
      else { continue }
      number += 1
      let steps = note.document.children(of: list).map { note.document.itemText($0) }
      guard 3...7 ~= steps.count, steps.allSatisfy(isAskable), Set(steps).count == steps.count, !hasAlternatives(steps)
      else { continue }
      found.append(
        OrderedSteps(
          title: section.title, steps: steps, offset: note.document.range(of: list).lowerBound,
          section: section.anchor, number: number))
    }
    return found
  }

  /// Whether some of the steps have names, half of them at most, as the parts of a loss: their order means nothing.
  private static func hasAlternatives(_ steps: [String]) -> Bool {
    let named = steps.count { $0.hasPrefix("**") }
    return named >= 2 && named * 2 <= steps.count
  }

  /// A step of one short paragraph that does not name another one by its number.
  private static func isAskable(_ step: String) -> Bool {
    !step.isEmpty && step.utf8.count <= 400 && !step.contains("\n\n") && !step.contains("```")
      && !["step 1", "step 2", "step 3", "steps 1", "第 1 步", "第 2 步", "第一步", "第二步", "(1)", "(2)"].contains {
        step.lowercased().contains($0)
      }
  }
}
