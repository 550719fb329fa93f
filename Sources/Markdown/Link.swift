/// Links (section 6.3), inline and by reference.
///
///     [link](/uri "title") [text][foo]
struct Bracket: BitwiseCopyable {
  var mark: Int32
  /// The place after `[`.
  var textStart: Int32
  /// The top of the delimiter stack when the bracket opened.
  var delimiter: Int32
  var isImage: Bool
  /// Whether another bracket opened inside: then the text is no label.
  var hasBracket = false
}

extension InlineParser {
  mutating func scanOpenBracket(at i: Int) -> Int {
    if options.contains(.wikiLinks), let link = WikiLink(text, at: i, before: end) {
      mark(link, at: i)
      return link.next
    }
    let isImage = opensImage(at: i)
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracket = true }
    brackets.append(
      Bracket(
        mark: Int32(marks.count), textStart: Int32(i + 1), delimiter: Int32(topDelimiter), isImage: isImage))
    marks.append(Mark(start: Int32(isImage ? i - 1 : i), end: Int32(i + 1), kind: .bracket))
    return i + 1
  }

  mutating func scanCloseBracket(at i: Int) -> Int {
    guard let bracket = brackets.popLast() else { return i + 1 }
    let isActive = bracket.isImage || brackets.count >= inactiveBrackets
    inactiveBrackets = min(inactiveBrackets, brackets.count)
    if isActive, let (payload, next) = target(of: bracket, closedAt: i) {
      closeLink(bracket, payload: payload, at: i, next: next)
      return next
    }
    return footnoteReference(bracket, closedAt: i) ?? i + 1
  }

  private mutating func closeLink(_ bracket: Bracket, payload: Int32, at i: Int, next: Int) {
    let open = Int(bracket.mark)
    marks[open].kind = .openLink
    marks[open].node = bracket.isImage ? .image : .link
    marks[open].payload = payload
    marks.append(Mark(start: Int32(i), end: Int32(next), kind: .closeLink))
    if topDelimiter > Int(bracket.delimiter) { matchDelimiters(above: Int(bracket.delimiter)) }
    if !bracket.isImage { inactiveBrackets = brackets.count }
  }

  /// Where a link leads whose text ends at `]`, and the place after all of it.
  private mutating func target(of bracket: Bracket, closedAt i: Int) -> (payload: Int32, next: Int)? {
    if i + 1 < end, text[i + 1] == .openParenthesis, let found = inlineTarget(from: i + 2) { return found }
    guard !tree.references.isEmpty else { return nil }
    var label = Int(bracket.textStart)..<i
    var next = i + 1
    if next < end, text[next] == .openBracket, let labelEnd = LinkParts.labelEnd(text, at: next, before: end) {
      if labelEnd > next + 2 {
        return reference(next + 1..<labelEnd - 1).map { ($0, labelEnd) }
      }
      next = labelEnd
    }
    if bracket.hasBracket { return nil }
    label = Int(bracket.textStart)..<i
    return reference(label).map { ($0, next) }
  }

  private mutating func reference(_ range: Range<Int>) -> Int32? {
    guard range.count <= 999, let known = tree.references.find(label: range, of: text) else { return nil }
    let target = tree.references[known]
    expanded += tree.targets[target].destination.range.count + tree.targets[target].title.range.count
    return expanded <= expansionLimit ? target : nil
  }

  /// The target in parentheses that starts here.
  private mutating func inlineTarget(from start: Int) -> (payload: Int32, next: Int)? {
    var i = text.skipSpace(from: start, to: end)
    var destination = i..<i
    var title = i..<i
    if let found = LinkParts.destination(text, at: i, before: end) {
      destination = found.text
      i = text.skipSpace(from: found.next, to: end)
      if i > found.next, let foundTitle = LinkParts.title(text, at: i, before: end, unclosed: &unclosedTitles) {
        title = foundTitle.text
        i = text.skipSpace(from: foundTitle.next, to: end)
      }
    }
    guard i < end, text[i] == .closeParenthesis else { return nil }
    let target = Tree.Target(
      destination: tree.keepUnescaped(text, destination), title: tree.keepUnescaped(text, title))
    tree.targets.append(target)
    return (Int32(tree.targets.count - 1), i + 1)
  }

  private mutating func mark(_ link: WikiLink, at i: Int) {
    let target = tree.keep(text, link.target)
    tree.targets.append(Tree.Target(destination: target))
    // `![[…]]` embeds a picture; another note that is embedded is linked to.
    let isEmbedded = opensImage(at: i)
    let isPicture = isEmbedded && link.namesPicture(text)
    let shown = isPicture && link.textIsSize(text) ? link.target : link.text
    marks.append(
      Mark(
        start: Int32(isEmbedded ? i - 1 : i), end: Int32(link.next), kind: .autolink,
        node: isPicture ? .image : .wikiLink, first: Int32(shown.lowerBound), last: Int32(shown.upperBound),
        payload: Int32(tree.targets.count - 1)))
  }
}
