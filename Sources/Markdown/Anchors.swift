/// Heading anchors as GitHub makes them: lower case, without punctuation, spaces as `-`, a number after the second of a
/// name; letters of all scripts are kept.
enum Anchors {
  static func all(in source: ContiguousArray<UInt8>, _ tree: Tree) -> [Int32: String] {
    var anchors: [Int32: String] = [:]
    // Bytes as keys: a String's hash normalises it, which took a tenth of the parse.
    var used: [[UInt8]: Int] = [:]
    for i in tree.records.indices where tree.records[i].kind == .heading {
      let name = anchor(of: tree.plainText(of: Int32(i), in: source))
      var unique = name
      var number = used[name] ?? 0
      while used[unique] != nil {
        number += 1
        unique = name + "-\(number)".utf8
      }
      used[unique] = 0
      used[name] = number
      anchors[Int32(i)] = String(decoding: unique, as: UTF8.self)
    }
    return anchors
  }

  private static func anchor(of title: String) -> [UInt8] {
    var name: [UInt8] = []
    name.reserveCapacity(title.utf8.count)
    for scalar in title.unicodeScalars {
      switch scalar.value {
      case 0..<0x80:
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isAlphanumeric || byte == .underscore || byte == .dash { name.append(byte.lowercased) }
        if byte == .space { name.append(.dash) }
      case 0x4E00...0x9FFF: name += String(scalar).utf8
      default: if isWordCharacter(scalar) { name += scalar.properties.lowercaseMapping.utf8 }
      }
    }
    return name
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
      true
    default: false
    }
  }
}
