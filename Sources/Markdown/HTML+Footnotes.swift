/// The footnotes that are referred to, numbered in the order of their first references.
struct FootnoteList {
  private(set) var definitions: [Int32] = []
  private var numbers: [Int32: Int] = [:]
  private var references: [Int32: Int] = [:]
  private var written: [Int32: Int] = [:]
  /// The paragraph that the links back stand at the end of.
  var backlinkParagraph: Int32 = -1
  var current: Int32 = -1

  /// Walks the text, then the footnotes that were found, which may refer to more.
  init(_ tree: Tree) {
    guard !tree.footnotes.isEmpty else { return }
    collect(in: tree, below: 0)
    var i = 0
    while i < definitions.count {
      collect(in: tree, below: definitions[i])
      i += 1
    }
  }

  private mutating func collect(in tree: Tree, below top: Int32) {
    var walk = Walk(tree, from: top)
    while let (node, isEntering) = walk.next() {
      guard isEntering else { continue }
      let record = tree.records[Int(node)]
      if record.kind == .footnoteDefinition, node != top { walk.skipChildren(of: node) }
      guard record.kind == .footnoteReference else { continue }
      if numbers[record.payload] == nil {
        definitions.append(record.payload)
        numbers[record.payload] = definitions.count
      }
      references[record.payload, default: 0] += 1
    }
  }

  func number(of definition: Int32) -> Int { numbers[definition] ?? 0 }
  func references(to definition: Int32) -> Int { references[definition] ?? 0 }

  /// Which reference to its footnote the next one is, from 1.
  mutating func nextReference(to definition: Int32) -> Int {
    written[definition, default: 0] += 1
    return written[definition] ?? 1
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
    if count > 1 { out.append("-\(count)") }
    out.append("\" data-footnote-ref>\(footnotes.number(of: definition))</a></sup>")
  }

  mutating func renderFootnotes() {
    guard !footnotes.definitions.isEmpty else { return }
    freshLine()
    out.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for definition in footnotes.definitions {
      let last = tree.records[Int(definition)].last
      let endsWithParagraph = last >= 0 && tree.records[Int(last)].kind == .paragraph
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
      let suffix = i > 1 ? "-\(i)" : ""
      out.append("<a href=\"#fnref-")
      writeLabel(of: definition)
      out.append("\(suffix)\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
      out.append("\(number)\(suffix)\" aria-label=\"Back to reference \(number)\(suffix)\">↩")
      if i > 1 { out.append("<sup class=\"footnote-ref\">\(i)</sup>") }
      out.append("</a>")
    }
  }

  private mutating func writeLabel(of definition: Int32) {
    writeURL(tree.targets[Int(tree.records[Int(definition)].payload)].destination)
  }
}
