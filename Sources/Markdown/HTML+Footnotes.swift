/// The footnotes that are referred to, numbered in the order of their first references.
struct FootnoteList: ~Copyable {
  private(set) var definitions = Arena<Int32>()
  /// By node: the number, how many references there are, how many of them are written.
  private var counts = Arena<(number: Int32, references: Int32, written: Int32)>()
  /// The paragraph that the links back stand at the end of.
  var backlinkParagraph: Int32 = -1
  var current: Int32 = -1

  /// Walks the text, then the footnotes that were found, which may refer to more.
  mutating func collect(in tree: TreeView) {
    counts = Arena(repeating: (0, 0, 0), count: tree.records.count)
    collect(in: tree, below: 0)
    var i = 0
    while i < definitions.count {
      collect(in: tree, below: definitions[i])
      i += 1
    }
  }

  private mutating func collect(in tree: TreeView, below top: Int32) {
    var walk = Walk(tree, from: top)
    while let (node, isEntering) = walk.next() {
      guard isEntering else { continue }
      let record = tree.records[node]
      if record.kind == .footnoteDefinition, node != top { walk.skipChildren(of: node) }
      guard record.kind == .footnoteReference else { continue }
      let definition = Int(record.payload)
      if counts[definition].number == 0 {
        definitions.append(record.payload)
        counts[definition].number = Int32(definitions.count)
      }
      counts[definition].references += 1
    }
  }

  func number(of definition: Int32) -> Int { Int(counts[definition].number) }
  func references(to definition: Int32) -> Int { Int(counts[definition].references) }

  /// Which reference to its footnote the next one is, from 1.
  mutating func nextReference(to definition: Int32) -> Int {
    counts[definition].written += 1
    return Int(counts[definition].written)
  }
}

extension HTML {
  mutating func writeReference(_ record: Tree.Record) {
    let definition = record.payload
    let count = footnotes.nextReference(to: definition)
    out.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    writeLabel(of: definition)
    out.append("\" id=\"fnref-")
    writeLabel(of: definition)
    writeSuffix(count)
    out.append("\" data-footnote-ref>")
    out.append(footnotes.number(of: definition))
    out.append("</a></sup>")
  }

  mutating func renderFootnotes() {
    guard !footnotes.definitions.isEmpty else { return }
    freshLine()
    out.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for i in footnotes.definitions.indices {
      let definition = footnotes.definitions[i]
      let last = tree.records[definition].last
      let endsWithParagraph = last >= 0 && tree.records[last].kind == .paragraph
      footnotes.current = definition
      footnotes.backlinkParagraph = endsWithParagraph ? last : -1
      out.append("<li id=\"fn-")
      writeLabel(of: definition)
      out.append("\">\n")
      render(below: definition)
      if !endsWithParagraph {
        writeBacklinks()
        out.append(.newline)
      }
      out.append("</li>\n")
    }
    out.append("</ol>\n</section>\n")
  }

  /// The links from a footnote back to each of its references.
  mutating func writeBacklinks() {
    let definition = footnotes.current
    let number = footnotes.number(of: definition)
    let isInParagraph = footnotes.backlinkParagraph >= 0
    for i in 1...max(1, footnotes.references(to: definition)) {
      if isInParagraph || i > 1 { out.append(.space) }
      out.append("<a href=\"#fnref-")
      writeLabel(of: definition)
      writeSuffix(i)
      out.append("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
      out.append(number)
      writeSuffix(i)
      out.append("\" aria-label=\"Back to reference ")
      out.append(number)
      writeSuffix(i)
      out.append("\">↩")
      if i > 1 {
        out.append("<sup class=\"footnote-ref\">")
        out.append(i)
        out.append("</sup>")
      }
      out.append("</a>")
    }
  }

  /// What tells the second and later references to a footnote apart.
  private mutating func writeSuffix(_ reference: Int) {
    guard reference > 1 else { return }
    out.append("-")
    out.append(reference)
  }

  private mutating func writeLabel(of definition: Int32) {
    writeURL(tree.targets[Int(tree.records[definition].payload)].destination)
  }
}
