package import Text

extension Event {
  /// The version of the format. A machine's file of a later one is read but not added to; those of other machines say
  /// nothing about one's own.
  package static let formatVersion = 1

  /// The first line of a machine's file.
  package static func header(of machine: String) -> [UInt8] {
    line([("v", .integer(formatVersion)), ("format", .string("mlnotes-reviews")), ("machine", .string(machine))])
  }

  /// The event as a line of the log, with its line end.
  package var line: [UInt8] {
    var members: [(key: String, value: JSON)] = [
      ("v", .integer(Event.formatVersion)), ("i", .string(id.text)), ("t", .integer(time)), ("k", .string(letter)),
    ]
    switch kind {
    case .review(let card, let grade, let duration, let kind, let isOverride):
      members += [
        ("c", .string(card)), ("g", .integer(grade.rawValue)), ("ms", .integer(duration)), ("q", .string(kind)),
        ("o", .integer(isOverride ? 1 : 0)),
      ]
    case .practice(let card, let grade, let duration, let kind):
      members += [
        ("c", .string(card)), ("g", .integer(grade.rawValue)), ("ms", .integer(duration)), ("q", .string(kind)),
      ]
    case .undo(let of): members.append(("of", .string(of.text)))
    case .suspend(let card, let isSuspended):
      members += [("c", .string(card)), ("on", .integer(isSuspended ? 1 : 0))]
    case .forget(let card): members.append(("c", .string(card)))
    case .relink(let from, let to): members += [("c", .string(from)), ("to", .string(to))]
    case .parameters(let weights): members.append(("w", .array(weights.map(JSON.number))))
    case .begin(let scope, let count): members += [("s", .string(scope)), ("n", .integer(count))]
    case .torn(let bytes): members.append(("n", .integer(bytes)))
    case .end, .unknown: break
    }
    return Event.line(members)
  }

  private var letter: String {
    switch kind {
    case .review: "r"
    case .practice: "c"
    case .undo: "u"
    case .suspend: "s"
    case .forget: "m"
    case .relink: "l"
    case .parameters: "p"
    case .begin: "b"
    case .end: "e"
    case .torn: "t"
    case .unknown: "?"
    }
  }

  private static func line(_ members: [(key: String, value: JSON)]) -> [UInt8] {
    Array(JSON.object(members).encoded.utf8) + [UInt8(ascii: "\n")]
  }

  /// Reads a line's object; nil where it is no event. A kind that is not ours is `unknown`.
  package init?(_ object: JSON) {
    guard let id = object["i"]?.text.flatMap({ ID($0) }), let time = object["t"]?.integer, Event.times.contains(time),
      let letter = object["k"]?.text, let kind = Event.kind(letter, object)
    else { return nil }
    self.init(id: id, time: time, kind: kind)
  }

  private static func kind(_ letter: String, _ object: JSON) -> Kind? {
    let card = object["c"]?.text
    let grade = object["g"]?.integer.flatMap(Grade.init)
    let duration = max(0, object["ms"]?.integer ?? 0)
    let question = object["q"]?.text ?? ""
    switch letter {
    case "r":
      guard let card, let grade else { return nil }
      return .review(
        card: card, grade: grade, duration: duration, kind: question, isOverride: object["o"]?.integer == 1)
    case "c":
      guard let card, let grade else { return nil }
      return .practice(card: card, grade: grade, duration: duration, kind: question)
    case "u": return object["of"]?.text.flatMap { ID($0) }.map { .undo(of: $0) }
    case "s": return card.map { .suspend(card: $0, isSuspended: object["on"]?.integer != 0) }
    case "m": return card.map { .forget(card: $0) }
    case "l":
      guard let card, let to = object["to"]?.text else { return nil }
      return .relink(from: card, to: to)
    case "p":
      guard let weights = object["w"]?.elements?.compactMap(\.number), weights.count == Parameters.count else {
        return nil
      }
      return .parameters(weights)
    case "b": return .begin(scope: object["s"]?.text ?? "", count: object["n"]?.integer ?? 0)
    case "e": return .end
    case "t": return .torn(bytes: object["n"]?.integer ?? 0)
    default: return .unknown
    }
  }
}
