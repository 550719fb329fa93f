/// Heading anchors as GitHub makes them: lower case, without punctuation, spaces as `-`, a number after the second of a
/// name; letters of all scripts are kept.
enum Anchors {
  static func all(in source: ContiguousArray<UInt8>, _ tree: Tree) -> [Int32: String] {
    var anchors: [Int32: String] = [:]
    var used: [String: Int] = [:]
    for i in tree.records.indices where tree.records[i].kind == .heading {
      let name = anchor(of: tree.plainText(of: Int32(i), in: source))
      var unique = name
      var number = used[name] ?? 0
      while used[unique] != nil {
        number += 1
        unique = "\(name)-\(number)"
      }
      used[name] = number
      used[unique] = 0
      anchors[Int32(i)] = unique
    }
    return anchors
  }

  private static func anchor(of title: String) -> String {
    var name = ""
    for scalar in title.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: name += scalar.properties.lowercaseMapping
      case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
        .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
        name.unicodeScalars.append(scalar)
      default:
        if scalar == " " || scalar == "-" { name.unicodeScalars.append("-") }
      }
    }
    return name
  }
}
