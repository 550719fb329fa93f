/// Callouts of GitHub and Obsidian: a block quote whose first line is `[!kind]`, with a title if wanted.
///
///     > [!NOTE] Why this works
///     > The noise cancels.
extension BlockParser {
  /// Turns a block quote that holds nothing yet into a callout where its first line says so.
  mutating func openCalloutTitle() -> Bool {
    guard options.contains(.callouts), cursor.byte == .openBracket, let quote = containers.last, quote.kind == .quote,
      tree.records[quote.node].first < 0, source.has("[!", at: cursor.next, before: cursor.end)
    else { return false }
    let start = cursor.next + 2
    var i = start
    while i < cursor.end, source[i].isAlphanumeric || source[i] == .dash { i += 1 }
    guard i > start, i < cursor.end, source[i] == .closeBracket else { return false }
    let name = tree.keep((start..<i).map { source[$0].lowercased })
    i += 1
    // Obsidian's sign for a callout that can be folded.
    if i < cursor.end, source[i] == .plus || source[i] == .dash { i += 1 }
    guard i == cursor.end || source[i].isBlank else { return false }
    let titleStart = source.skipBlanks(from: i, to: cursor.end)
    let title = tree.keep(source, titleStart..<max(titleStart, source.trimmedEnd(from: i, to: cursor.end)))
    let node = Int(quote.node)
    tree.records[node].kind = .callout
    tree.records[node].payload = Int32(tree.targets.count)
    tree.records[node].end = Int32(cursor.end)
    tree.targets.append(Tree.Target(destination: name, title: title))
    return true
  }
}
