import Text

/// A line that the reader types on a terminal, with the keys that readline has by default.
///
/// The terminal's own editing takes back one column where a Chinese character has two, and knows no arrows. The line
/// stays on one row: of a longer one the part around the cursor is shown, between `<` and `>`.
package struct LineEditor: Sendable {
  package enum Outcome: Sendable { case edited, entered, left, ended }

  /// What stands before the cursor and behind it.
  private var before = ""
  private var after = ""
  /// What was cut last.
  private var cut = ""

  package init(_ text: String = "") { insert(text) }

  package var text: String { before + after }

  /// Puts in what was typed or pasted, on one line and without what a terminal would obey.
  package mutating func insert(_ text: String) {
    for scalar in text.unicodeScalars {
      if ["\n", "\r", "\t"].contains(scalar) {
        before.append(" ")
      } else if !scalar.isTerminalControl {
        before.unicodeScalars.append(scalar)
      }
    }
  }

  /// Takes the bytes of one key (ECMA-48, and xterm's for those with Ctrl or Alt held down).
  package mutating func take(_ key: [UInt8]) -> Outcome {
    switch key.first {
    case 0x0A?, 0x0D?: return .entered
    case 0x04? where text.isEmpty: return .ended
    case 0x07?: return .left
    case 0x1B?:
      if key.count == 1 { return .left }
      takeSequence(String(decoding: key.dropFirst(), as: UTF8.self))
    case let control? where control < 0x20 || control == 0x7F: takeControl(control)
    default: insert(String(decoding: key, as: UTF8.self))
    }
    return .edited
  }

  private mutating func takeControl(_ control: UInt8) {
    switch control {
    case 0x01: move(before.count)
    case 0x02: moveBack()
    case 0x04: after = String(after.dropFirst())
    case 0x05: move(-after.count)
    case 0x06: moveOn()
    case 0x08, 0x7F: before = String(before.dropLast())
    case 0x0B: (cut, after) = (after, "")
    case 0x15: (cut, before) = (before, "")
    case 0x17: cutBack()
    case 0x19: before += cut
    default: break
    }
  }

  /// A key of several bytes, by those behind its escape.
  private mutating func takeSequence(_ sequence: String) {
    switch sequence {
    case "[D", "OD": moveBack()
    case "[C", "OC": moveOn()
    case "[H", "OH", "[1~", "[7~": move(before.count)
    case "[F", "OF", "[4~", "[8~": move(-after.count)
    case "[3~": after = String(after.dropFirst())
    case "b", "[1;5D", "[1;3D": move(LineEditor.word(before.reversed()))
    case "f", "[1;5C", "[1;3C": move(-LineEditor.word(after))
    case "d":
      let count = LineEditor.word(after)
      (cut, after) = (String(after.prefix(count)), String(after.dropFirst(count)))
    case "\u{8}", "\u{7F}": cutBack()
    default: break
    }
  }

  private mutating func moveBack() { move(min(1, before.count)) }

  private mutating func moveOn() { move(-min(1, after.count)) }

  /// Moves the cursor so many characters back, or on where the number is negative.
  private mutating func move(_ count: Int) {
    if count > 0 {
      after = before.suffix(count) + after
      before = String(before.dropLast(count))
    } else {
      before += after.prefix(-count)
      after = String(after.dropFirst(-count))
    }
  }

  private mutating func cutBack() {
    let count = LineEditor.word(before.reversed())
    (cut, before) = (String(before.suffix(count)), String(before.dropLast(count)))
  }

  /// How many characters there are up to the end of a word.
  private static func word(_ characters: some Collection<Character>) -> Int {
    let isPart = { (character: Character) in character.isLetter || character.isNumber }
    let rest = characters.drop { !isPart($0) }.drop(while: isPart)
    return characters.count - rest.count
  }
}

extension LineEditor {
  /// The row that shows the line, with the cursor in its place: it is written over what stands there.
  package func row(behind prompt: String, width: Int, on surface: Surface) -> [UInt8] {
    let columns = { (text: String) in text.columns(surface.ambiguous) }
    let (before, after) = (surface.sanitized(before), surface.sanitized(after))
    // The terminal's last column is the cursor's: what is written there may wrap.
    let room = max(12, width - 1 - columns(prompt))
    var (start, end) = (before, after)
    if columns(before) + columns(after) > room {
      // By pages, as few as there may be, so that the row stands still below most keys.
      let page = room - 8
      let passed = columns(before) <= room - 2 ? 0 : (columns(before) - 6) / page * page
      if passed > 0 { start = "<" + before.dropFirst(before.count(within: passed, surface)) }
      let rest = room - columns(start)
      if columns(after) > rest { end = after.prefix(after.count(within: rest - 1, surface)) + ">" }
    }
    let place = columns(prompt) + columns(start)
    return Array("\r\u{1B}[K\(surface.sanitized(prompt))\(start)\(end)\r\u{1B}[\(place)C".utf8)
  }

  /// What is left of the row: the whole line, however long it is, or nothing where it was not entered.
  package func closing(behind prompt: String, isEntered: Bool, on surface: Surface) -> [UInt8] {
    Array("\r\u{1B}[K\(isEntered ? surface.sanitized(prompt + text) + "\n" : "")".utf8)
  }
}

extension String {
  /// How many of the first characters stand in so many columns.
  fileprivate func count(within columns: Int, _ surface: Surface) -> Int {
    var used = 0
    return prefix { character in
      used += String(character).columns(surface.ambiguous)
      return used <= columns
    }.count
  }
}
