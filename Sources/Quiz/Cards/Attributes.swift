/// What a card's comment says of it: `<!-- id: ddim-eta0; also: SDE, 随机; tol: 0.1 -->`.
struct Attributes: Sendable, Hashable {
  var id: String?
  var also: [String] = []
  /// What `also.2: …` says of the second blank of a cloze, by the blanks' numbers.
  var alsoOfBlank: [Int: [String]] = [:]
  var kind: String?
  var tolerance: Tolerance?
  /// What stands behind `tol:` where that is none.
  var unreadTolerance: String?
  var hint: String?
  /// The section of the note that the card is about.
  var of: String?
  /// Names that mean nothing here.
  var unknown: [String] = []

  init() {}

  /// Reads the inside of a comment; nil where it is no list of attributes.
  init?(_ comment: some StringProtocol) {
    for part in comment.split(separator: ";") {
      guard let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
      let name = part[..<colon].trimmed
      let value = String(part[part.index(after: colon)...].trimmed)
      switch name {
      case "id": id = value.isEmpty ? nil : value
      case "also":
        also += Attributes.list(value)
      case "kind": kind = value
      case "tol":
        tolerance = Tolerance(value)
        if tolerance == nil { unreadTolerance = value }
      case "hint": hint = value
      case "of": of = value
      case "lang": break
      default:
        if let blank = Attributes.blank(of: name) {
          alsoOfBlank[blank, default: []] += Attributes.list(value)
        } else {
          unknown.append(String(name))
        }
      }
    }
  }

  /// The blank that `also.2` is about.
  private static func blank(of name: some StringProtocol) -> Int? {
    guard name.hasPrefix("also."), let blank = Int(name.dropFirst(5)), blank > 0 else { return nil }
    return blank
  }

  /// The parts of a list between its commas; in code, as ``a `,` ``, a comma is one to be typed.
  private static func list(_ text: String) -> [String] {
    var parts = [""]
    for (i, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      guard i % 2 == 0 else {
        parts[parts.count - 1] += piece
        continue
      }
      let more = piece.split(omittingEmptySubsequences: false) { ",，、".contains($0) }
      parts[parts.count - 1] += more[0]
      parts += more.dropFirst().map(String.init)
    }
    return parts.map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// Takes the comments out of a text and their attributes in; a comment that is none of ours stays away too.
  mutating func take(from text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let start = rest.range(of: "<!--"), let end = rest[start.upperBound...].range(of: "-->") {
      kept += rest[..<start.lowerBound]
      if let more = Attributes(rest[start.upperBound..<end.lowerBound]) { merge(more) }
      rest = rest[end.upperBound...]
    }
    return String((kept + rest).trimmed)
  }

  private mutating func merge(_ more: Attributes) {
    id = more.id ?? id
    also += more.also
    alsoOfBlank.merge(more.alsoOfBlank, uniquingKeysWith: +)
    kind = more.kind ?? kind
    tolerance = more.tolerance ?? tolerance
    unreadTolerance = more.unreadTolerance ?? unreadTolerance
    hint = more.hint ?? hint
    of = more.of ?? of
    unknown += more.unknown
  }
}

/// How far a number may be off: by `0.01`, or by `5%` of itself.
struct Tolerance: Sendable, Hashable {
  private let amount: Double
  private let isShare: Bool

  init?(_ text: String) {
    isShare = text.last.map { "%％".contains($0) } == true
    guard let amount = Double(String((isShare ? text.dropLast() : text[...]).trimmed)), amount.isFinite, amount >= 0
    else { return nil }
    self.amount = isShare ? amount / 100 : amount
  }

  func amount(for key: Card.Key) -> Double? {
    guard isShare else { return amount }
    guard case .number(let value) = key else { return nil }
    return abs(value) * amount
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }

  /// Where `text` stands first.
  func range(of text: String) -> Range<Index>? {
    guard let first = text.utf8.first else { return nil }
    var i = startIndex
    while let start = utf8[i...].firstIndex(of: first) {
      if utf8[start...].starts(with: text.utf8) {
        return start..<utf8.index(start, offsetBy: text.utf8.count)
      }
      i = utf8.index(after: start)
    }
    return nil
  }
}
