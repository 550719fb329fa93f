extension Row {
  /// One element. An operator that stands alone in it is a sign.
  func write(to xml: inout MathML, _ style: MathStyle, isAlone: Bool = true) {
    if let single, !(single is Switch) {
      if isAlone { xml.isSign = single.atomClass == .binary }
      single.write(to: &xml, style)
    } else {
      xml.wrapped("mrow") { writeItems(to: &$0, style) }
    }
  }

  /// The children without a row around them; digits side by side are one number.
  func writeItems(to xml: inout MathML, _ style: MathStyle) {
    let classes = effectiveClasses()
    var style = style
    var open = 0
    var i = 0
    var previous: Int?
    while i < items.count {
      if case .change(let change) = items[i].role(in: style) {
        Row.write(change, to: &xml, &style, &open)
        i += 1
      } else if let number = number(at: i) {
        if needsThinSpace(previous, i) { xml.empty("mspace", #"width="0.167em""#) }
        xml.element("mn", items[number].reduce("") { $0 + ($1.asAtom?.scalar.text ?? "") })
        previous = i
        i = number.upperBound
      } else {
        let atomClass = items[i].atomClass
        if needsThinSpace(previous, i) { xml.empty("mspace", #"width="0.167em""#) }
        xml.isSign = atomClass == .binary && classes[i] == .ordinary
        items[i].write(to: &xml, style)
        if atomClass != .none { previous = i }
        i += 1
      }
    }
    for _ in 0..<open { xml.close("mstyle") }
  }

  /// A style or colour holds for what follows, in an element that the end of the row or of the colour closes.
  private static func write(_ change: Switch.Change, to xml: inout MathML, _ style: inout MathStyle, _ open: inout Int)
  {
    switch change {
    case .style(let new):
      style = new
      let level = new == .script ? "1" : new == .scriptScript ? "2" : "0"
      xml.open("mstyle", "displaystyle=\"\(new == .display)\" scriptlevel=\"\(level)\"")
      open += 1
    case .color(_, let name):
      xml.open("mstyle", "style=\"color: \(name)\"")
      open += 1
    case .endColor:
      guard open > 0 else { return }
      xml.close("mstyle")
      open -= 1
    }
  }

  /// Whether a name of a function stands beside a letter: browsers put no space around an `mi`.
  private func needsThinSpace(_ previous: Int?, _ i: Int) -> Bool {
    guard let previous else { return false }
    let (left, right) = (items[previous], items[i])
    let isName = { (item: any Construct) in item.atomClass == .largeOperator && item.asAtom == nil }
    guard isName(left) || isName(right) else { return false }
    if let fence = right as? Fence, fence.open != "|", fence.open != "‖" { return false }
    switch (left.atomClass, right.atomClass) {
    case (.relation, _), (_, .relation), (.binary, _), (_, .binary), (.punctuation, _): return false
    default: return left.atomClass.space(before: right.atomClass) > 0
    }
  }
}
