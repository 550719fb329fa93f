package import Markdown

/// A heading of a note and the blocks up to the next heading.
package struct Section: Sendable, Hashable {
  package var heading: Document.Node
  package var title: String
  package var anchor: String
  /// 2 for `##`.
  package var level: Int
  /// The number a reader sees and may type: counted from 1 over the headings of the note's highest level below its
  /// title.
  package var number: Int?
  /// The blocks between this heading and the next heading of any level.
  package var blocks: [Document.Node]
  /// From the heading to the end of its last block, without its subsections.
  package var range: Range<Int>
  /// Whether it is no explanation: the quiz, links, references, and what is below these.
  package private(set) var isBackMatter = false

  /// Whether it holds the quiz cards.
  package var isQuiz: Bool { ["quiz", "自测", "测验"].contains(title.lowercased()) }

  private var beginsBackMatter: Bool { isQuiz || ["see-also", "references", "延伸阅读", "参考文献"].contains(anchor) }

  /// The sections of a document in order. A first heading that stands alone on its level above all others is the
  /// document's title and has no number.
  static func all(of document: Document) -> [Section] {
    var sections: [Section] = []
    var node = document.firstChild(of: document.root)
    while let block = node {
      if document.kind(of: block) == .heading {
        sections.append(
          Section(
            heading: block, title: document.headline(of: block), anchor: document.anchor(of: block),
            level: document.headingLevel(of: block), number: nil, blocks: [], range: document.range(of: block)))
      } else if let last = sections.indices.last {
        sections[last].blocks.append(block)
        sections[last].range = sections[last].range.lowerBound..<document.range(of: block).upperBound
      }
      node = document.next(after: block)
    }
    number(&sections)
    markBackMatter(&sections)
    return sections
  }

  private static func markBackMatter(_ sections: inout [Section]) {
    var level = Int.max
    for i in sections.indices {
      if sections[i].level <= level { level = sections[i].beginsBackMatter ? sections[i].level : .max }
      sections[i].isBackMatter = level < .max
    }
  }

  private static func number(_ sections: inout [Section]) {
    guard let first = sections.first else { return }
    let hasTitle = sections.count > 1 && sections.dropFirst().allSatisfy { $0.level > first.level }
    guard let top = sections.dropFirst(hasTitle ? 1 : 0).map(\.level).min() else { return }
    var next = 1
    for i in sections.indices where sections[i].level == top {
      sections[i].number = next
      next += 1
    }
  }
}
