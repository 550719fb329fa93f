extension Table {
  /// An `mtable`; Chromium ignores `columnalign`, so every cell says its own alignment and padding.
  func write(to xml: inout MathML, _ style: MathStyle) {
    let isFenced = open != nil || close != nil
    if isFenced { xml.open("mrow") }
    if let open { xml.element("mo", #"fence="true" form="prefix" stretchy="true""#, open.value.text) }
    let columns = columnCount
    let isDisplay = manner == .aligned || manner == .gathered
    xml.wrapped("mtable", isDisplay ? #"displaystyle="true""# : manner == .small ? #"scriptlevel="1""# : "") { xml in
      for (r, line) in cells.enumerated() {
        xml.wrapped("mtr") { xml in
          for c in 0..<max(columns, 1) {
            xml.wrapped("mtd", cellStyle(c, r, of: columns)) { xml in
              if c < line.count { line[c].write(to: &xml, self.cellStyle) }
            }
          }
          if !tags.isEmpty {
            xml.wrapped("mtd", "style=\"\(Table.right); padding-left: 2em\"") { xml in
              if let tag = tags[r] { tag.write(to: &xml, .text) }
            }
          }
        }
      }
    }
    if let close { xml.element("mo", #"fence="true" form="postfix" stretchy="true""#, close.value.text) }
    if isFenced { xml.close("mrow") }
  }

  /// Chromium moves what is in a cell by words of its own alone; other browsers know the plain ones.
  private static let right = "text-align: right; text-align: -webkit-right"

  private func cellStyle(_ column: Int, _ row: Int, of columns: Int) -> String {
    var styles: [String] = []
    switch alignment(column) {
    case .left: styles.append("text-align: left")
    // A cell of MathML is centred by itself.
    case .center: break
    case .right: styles.append(Table.right)
    }
    if manner == .aligned {
      styles.append(column > 0 && column % 2 == 0 && !isJoined ? "padding: 0.25em 0 0.25em 2em" : "padding: 0.25em 0")
    } else if open != nil || close != nil {
      if column == 0 { styles.append("padding-left: 0") }
      if column == columns - 1 { styles.append("padding-right: 0") }
    }
    let isLast = column == columns - 1
    if column < rules.count, rules[column] { styles.append("border-left: 1px solid") }
    if isLast, column + 1 < rules.count, rules[column + 1] { styles.append("border-right: 1px solid") }
    if row < lines.count, lines[row] > 0 { styles.append("border-top: 1px solid") }
    if row == cells.count - 1, row + 1 < lines.count, lines[row + 1] > 0 { styles.append("border-bottom: 1px solid") }
    return styles.isEmpty ? "" : "style=\"\(styles.joined(separator: "; "))\""
  }
}
