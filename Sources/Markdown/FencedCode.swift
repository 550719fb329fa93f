/// Fenced code blocks (section 4.5): from a line of three or more backticks or tildes to one of as many, or to the end
/// of the container. Lines lose as much indentation as the opening fence has.
///
///     ```ruby
///     def foo(x)
///     ```
struct Fence {
  var byte: UInt8
  var length: Int
  var indent: Int
}

extension BlockParser {
  mutating func openFence() -> Bool {
    let byte = cursor.byte
    var i = cursor.next
    while i < cursor.end, source[i] == byte { i += 1 }
    let length = i - cursor.next
    guard length >= 3, byte == .tilde || source.first(.backtick, from: i, to: cursor.end) == nil else { return false }
    let indent = cursor.indent
    close(to: depth)
    let node = add(.codeBlock, from: cursor.next)
    let start = source.skipBlanks(from: i, to: cursor.end)
    let info = tree.keepUnescaped(source, start..<max(start, source.trimmedEnd(from: i, to: cursor.end)))
    tree.records[node].first = Int32(tree.lines.count)
    tree.records[node].payload = Int32(tree.targets.count)
    tree.targets.append(Tree.Target(destination: info))
    leafNode = node
    leaf = .fence(Fence(byte: byte, length: length, indent: indent))
    cursor.finish()
    return true
  }

  mutating func continueFence(_ fence: Fence) {
    if cursor.byte == fence.byte, !cursor.isIndented {
      var i = cursor.next
      while i < cursor.end, source[i] == fence.byte { i += 1 }
      if i - cursor.next >= fence.length, source.skipBlanks(from: i, to: cursor.end) == cursor.end {
        closeLeaf()
        tree.records[leafNode].end = Int32(i)
        return
      }
    }
    cursor.advance(columns: fence.indent)
    tree.lines.append(cursor.rest)
  }

  mutating func closeFence() {
    let node = Int(leafNode)
    tree.records[node].last = Int32(tree.lines.count)
    if tree.records[node].first < tree.records[node].last, let line = tree.lines.last {
      tree.records[node].end = line.end
    }
  }
}
