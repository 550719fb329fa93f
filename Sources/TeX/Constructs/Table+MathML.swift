extension Table {
  /// An `mtable`; Chromium ignores `columnalign`, so every cell says its own alignment and padding.
  func write(to xml: inout MathML, _ style: MathStyle) {
    let isFenced = open != nil || close != nil
    if isFenced { xml.open("mrow") }
    if let open { xml.element("mo", #"fence="true" form="prefix" stretchy="true""#, open.value.text) }
    let isDisplay = manner == .aligned || manner == .gathered
    xml.wrapped("mtable", isDisplay ? #"displaystyle="true""# : manner == .small ? #"scriptlevel="1""# : "") { xml in
      for (r, line) in cells.enumerated() {
        xml.wrapped("mtr") { xml in
          for c in 0..<max(columnCount, 1) {
            xml.wrapped("mtd", cellStyle(c, r)) { xml in if c < line.count { line[c].write(to: &xml, self.cellStyle) } }
          }
          if !tags.isEmpty {
            xml.wrapped("mtd", #"style="text-align: right; padding-left: 2em""#) { xml in
              if let tag = tags[r] { tag.write(to: &xml, .text) }
            }
          }
        }
      }
    }
    if let close { xml.element("mo", #"fence="true" form="postfix" stretchy="true""#, close.value.text) }
    if isFenced { xml.close("mrow") }
  }

  private func cellStyle(_ column: Int, _ row: Int) -> String {
    let side =
      switch alignment(column) {
      case .left: "left"
      case .center: "center"
      case .right: "right"
      }
    var style = "text-align: \(side)"
    if manner == .aligned {
      style +=
        column % 2 == 0
        ? (column > 0 && !isJoined ? "; padding: 0.25em 0 0.25em 2em" : "; padding: 0.25em 0") : "; padding: 0.25em 0"
    }
    if open != nil || close != nil, manner != .aligned {
      if column == 0 { style += "; padding-left: 0" }
      if column == columnCount - 1 { style += "; padding-right: 0" }
    }
    if column < rules.count, rules[column] { style += "; border-left: 1px solid" }
    if column == columnCount - 1, column + 1 < rules.count, rules[column + 1] { style += "; border-right: 1px solid" }
    if row < lines.count, lines[row] > 0 { style += "; border-top: 1px solid" }
    if row == cells.count - 1, row + 1 < lines.count, lines[row + 1] > 0 { style += "; border-bottom: 1px solid" }
    return style == "text-align: center" ? "" : "style=\"\(style)\""
  }
}
