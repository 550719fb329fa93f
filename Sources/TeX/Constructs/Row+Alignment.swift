extension Row {
  /// The row as a cell of an alignment: after an `&` amsmath puts an empty atom, so that `&=` and `&\quad -` are spaced
  /// as between two atoms; before one another stands here, so that `a =& b` is no tighter.
  func aligned(isAfter: Bool, isBefore: Bool) -> Row {
    let needsFirst = isAfter && items.first { $0.atomClass != .none }?.atomClass.joins == true
    let needsLast = isBefore && items.last { $0.atomClass != .none }?.atomClass.joins == true
    if !needsFirst, !needsLast { return self }
    let empty = [Group(Row())]
    return Row((needsFirst ? empty : []) + items + (needsLast ? empty : []))
  }
}
