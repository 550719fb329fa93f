/// `\begin{name} … \end{name}`: which table an environment is, and its cells (amsmath; KaTeX's `environments/array`).
enum Environment {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    let name = parser.textArgument()
    return parser.inside(.table) { body(named: name, &$0, command) }
  }

  private static func body(named name: String, _ parser: inout Parser, _ command: Command) -> any Construct {
    let stem = name.hasSuffix("*") ? String(name.dropLast()) : name
    if stem == "CD" { return closed(&parser, name, command) { Diagram.parse(&$0) } }
    var table = Table()
    guard table.prepare(for: stem, isStarred: name.count > stem.count, &parser) else {
      parser.report("unknown environment '\(name)'", at: command.token.offset)
      table.manner = .gathered
      return closed(&parser, name, command) { table.parsed(&$0) }
    }
    if stem == "equation" || stem == "math" || stem == "displaymath" {
      return closed(&parser, name, command) { parser in
        let table = table.parsed(&parser)
        guard let table = table as? Table, table.cells.count == 1, table.cells[0].count == 1,
          table.tags.allSatisfy({ $0 == nil })
        else { return table }
        return Group(table.cells[0][0])
      }
    }
    return closed(&parser, name, command) { table.parsed(&$0) }
  }

  /// Parses the body and its `\end`.
  private static func closed(
    _ parser: inout Parser, _ name: String, _ command: Command, _ body: (inout Parser) -> any Construct
  ) -> any Construct {
    let construct = body(&parser)
    let end = parser.peek()
    guard end.kind == .command, parser.lexer.spells(end, "end") else {
      parser.report("'\\begin{\(name)}' has no '\\end{\(name)}'", at: command.token.offset)
      return construct
    }
    _ = parser.next()
    let other = parser.textArgument()
    if other != name { parser.report("'\\begin{\(name)}' is closed by '\\end{\(other)}'", at: end.offset) }
    return construct
  }

  /// `\end` without `\begin`.
  static func parseEnd(_ parser: inout Parser, _ command: Command) -> any Construct {
    let name = parser.textArgument()
    parser.report("'\\end{\(name)}' has no '\\begin{\(name)}'", at: command.token.offset)
    return Group(Row())
  }

  /// `\substack{a \\ b}`.
  static func parseSubstack(_ parser: inout Parser, _ command: Command) -> any Construct {
    var table = Table()
    table.manner = .small
    parser.skipSpaces()
    guard parser.peek().kind == .open else {
      table.cells = [[parser.argument()]]
      return table
    }
    let open = parser.next()
    let parsed = parser.inside(.substack) { table.parsed(&$0) }
    parser.close(open)
    return parsed
  }
}

extension Table {
  /// Takes up what the environment's name and arguments say; false where nobody knows the name.
  fileprivate mutating func prepare(for name: String, isStarred: Bool, _ parser: inout Parser) -> Bool {
    switch name {
    case "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix":
      (open, close) = Table.delimiters(of: name)
      if isStarred, let letters = parser.optionalText() { takeColumns(letters, &parser) }
    case "smallmatrix": manner = .small
    case "array", "darray", "tabular", "subarray":
      _ = parser.optionalText()
      takeColumns(parser.textArgument(), &parser)
      if name == "subarray" { manner = .small }
    case "cases", "dcases", "rcases", "drcases":
      manner = .cases
      if name.hasSuffix("rcases") { close = "}" } else { open = "{" }
    case "aligned", "align", "split", "alignat", "alignedat", "eqnarray", "flalign", "xalignat", "xxalignat":
      manner = .aligned
      if name == "aligned" || name == "alignedat" { _ = parser.optionalText() }
      if name.hasSuffix("at") {
        _ = parser.textArgument()
        isJoined = !name.hasPrefix("x")
      }
      if name == "eqnarray" {
        manner = .matrix
        alignments = [.right, .center, .left]
      }
    case "gathered", "gather", "multline", "equation", "math", "displaymath":
      manner = .gathered
      if name == "gathered" { _ = parser.optionalText() }
    default: return false
    }
    return true
  }

  private static func delimiters(of name: String) -> (Unicode.Scalar?, Unicode.Scalar?) {
    switch name {
    case "pmatrix": ("(", ")")
    case "bmatrix": ("[", "]")
    case "Bmatrix": ("{", "}")
    case "vmatrix": ("|", "|")
    case "Vmatrix": ("‖", "‖")
    default: (nil, nil)
    }
  }

  /// `array`'s column letters: `l`, `c`, `r`, `|`, and `p{…}`, `m{…}`, `b{…}`, and what `@{…}`
  /// puts between columns.
  private mutating func takeColumns(_ letters: String, _ parser: inout Parser) {
    rules = [false]
    var rest = letters.utf8[...]
    while let letter = rest.popFirst() {
      switch letter {
      case UInt8(ascii: "l"): alignments.append(.left)
      case UInt8(ascii: "c"): alignments.append(.center)
      case UInt8(ascii: "r"): alignments.append(.right)
      case UInt8(ascii: "p"), UInt8(ascii: "m"), UInt8(ascii: "b"):
        alignments.append(.left)
        _ = Table.takeGroup(from: &rest)
      case UInt8(ascii: "@"), UInt8(ascii: "!"):
        let group = Table.takeGroup(from: &rest)
        let made = parser.macros.tokens
        parser.push(parser.lexer.tokens(of: group).reversed())
        let row = parser.argument()
        if group.utf8.count + parser.macros.tokens - made <= Table.longestBetween { between[alignments.count] = row }
      case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "*"): _ = Table.takeGroup(from: &rest)
      case UInt8(ascii: "|"), UInt8(ascii: ":"): rules[rules.count - 1] = true
      default: break
      }
      if alignments.count == rules.count { rules.append(false) }
    }
    if !rules.contains(true) { rules = [] }
  }

  /// Takes the group behind a column letter: `@{=}`, `p{3cm}`; an empty one where there is none.
  private static func takeGroup(from letters: inout Substring.UTF8View) -> String {
    let all = letters
    var depth = 0
    while let letter = letters.popFirst() {
      if letter == UInt8(ascii: "\\") { letters = letters.dropFirst() }
      if letter == UInt8(ascii: "{") { depth += 1 }
      if letter == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, letter != UInt8(ascii: " ") { break }
    }
    let group = Substring(all[..<letters.startIndex])
    return depth == 0 && group.contains("{") ? String(group) : "{}"
  }

  /// The cells up to what ends the table.
  func parsed(_ parser: inout Parser) -> any Construct {
    var table = self
    var line: [Row] = []
    var tag: Tag?
    let outer = parser.tag
    parser.tag = nil
    defer { parser.tag = outer }
    table.lines = [parser.tableLines()]
    while true {
      var (row, end) = parser.cell()
      let isLast = end == .end
      let isBlank = line.isEmpty && row.items.isEmpty && parser.tag == nil
      if isLast && isBlank && !table.cells.isEmpty { break }
      if let before = between[line.count] { row.items = before.items + row.items }
      line.append(
        table.manner == .aligned ? row.aligned(isAfter: line.count % 2 == 1, isBefore: end == .column) : row)
      if let found = parser.tag {
        tag = found
        parser.tag = nil
      }
      if end == .column { continue }
      table.cells.append(line)
      table.tags.append(tag)
      line = []
      tag = nil
      if isLast { break }
      table.lines.append(parser.tableLines())
    }
    if table.lines.allSatisfy({ $0 == 0 }) { table.lines = [] }
    if table.tags.allSatisfy({ $0 == nil }) { table.tags = [] }
    return table
  }
}
