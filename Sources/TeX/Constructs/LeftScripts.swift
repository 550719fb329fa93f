/// `\sideset{_a^b}{_c^d}\sum` and `\prescript{a}{b}{X}`: scripts at the left (amsmath, mathtools).
enum LeftScripts {
  static func parse(_ parser: inout Parser, _ command: Command) -> any Construct {
    if parser.lexer.spells(command.token, "prescript") {
      let above = parser.argument()
      let below = parser.argument()
      return Group(Row([Scripts(base: nil, above: above, below: below), Group(parser.argument())]))
    }
    let left = parser.argument()
    let right = parser.argument()
    let base = parser.argument()
    var items = left.items + [Group(base)]
    if var scripts = right.items.first as? Scripts, scripts.base == nil, right.items.count == 1 {
      scripts.base = items.removeLast()
      scripts.limits = false
      items.append(scripts)
    } else {
      items += right.items
    }
    var group = Group(Row(items), .largeOperator)
    group.takesLimits = base.single?.hasLimits(in: .display) == true
    return group
  }
}
