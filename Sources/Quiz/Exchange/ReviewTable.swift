package import Text

/// Reviews as CSV: the community's schema, or Anki's `revlog` as `sqlite3 -csv -header` prints it.
package enum ReviewTable {
  package static let header = "card_id,review_time,review_rating,review_state,review_duration"

  /// The community's CSV, card ids as text (RFC 4180).
  package static func text(of reviews: [Review]) -> String {
    var text = header + "\n"
    for review in reviews {
      text += "\(quoted(review.card)),\(review.time),\(review.grade.rawValue),\(review.state),\(review.duration)\n"
    }
    return text
  }

  /// Reads either form; `path` names the file in the problem.
  package static func reviews(in bytes: some Collection<UInt8>, path: String) throws(Problem) -> [Review] {
    var rows = CSVRows(bytes)
    guard let names = rows.next()?.map({ $0.lowercased() }) else {
      throw Problem(path: path, message: "the file is empty; its first line should be '\(header)'")
    }
    let columns = try Columns(names, path)
    var events: [TableEvent] = []
    while let row = rows.next() {
      if row == [""] { continue }
      guard let event = columns.event(in: row) else {
        // Behind a quote that is not closed all of the file is one row.
        let text = row.joined(separator: ",")
        let shown = text.prefix(80) + (text.dropFirst(80).isEmpty ? "" : "…")
        throw Problem(path: path, line: rows.line, column: 1, message: "not a review: '\(shown)'")
      }
      events.append(event)
    }
    return columns.isAnki ? sinceLastLearning(events) : events.compactMap(\.review)
  }

  private static func quoted(_ field: String) -> String {
    // By bytes: a comma with an accent and CR LF are other characters.
    guard field.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// A card's history starts where it was last reset or learned anew (Anki's `reviews_for_fsrs`): what lies before was
  /// forgotten by hand, and versions that marked no reset began to learn again.
  private static func sinceLastLearning(_ events: [TableEvent]) -> [Review] {
    var starts: [String: Int] = [:]
    var learning: Set<String> = []
    let ordered = events.sorted { $0.time < $1.time }
    for event in ordered where event.kind != .other {
      if event.review?.state != 1 {
        learning.remove(event.card)
        if event.kind == .reset { starts[event.card] = event.time }
      } else if learning.insert(event.card).inserted {
        starts[event.card] = event.time
      }
    }
    return ordered.compactMap { event in starts[event.card] ?? .min <= event.time ? event.review : nil }
  }
}

/// What a row says.
private struct TableEvent {
  /// A change is one by hand, of when the card is due; a reset makes it as new; what else is there leaves the schedule.
  enum Kind: Equatable { case review(Review), reset, change, other }

  var card: String
  var time: Int
  var kind: Kind

  var review: Review? { if case .review(let review) = kind { review } else { nil } }
}

/// Which columns hold what.
private struct Columns {
  let isAnki: Bool
  private let card: Int
  private let time: Int
  private let grade: Int
  private let state: Int?
  private let duration: Int?
  private let factor: Int?

  init(_ names: [String], _ path: String) throws(Problem) {
    func find(_ candidates: [String]) -> Int? {
      names.firstIndex { name in candidates.contains { name == $0 || name.hasSuffix(".\($0)") } }
    }
    isAnki = find(["ease"]) != nil
    guard let card = find(isAnki ? ["guid", "cid"] : ["card_id"]), let time = find(isAnki ? ["id"] : ["review_time"]),
      let grade = find(isAnki ? ["ease"] : ["review_rating"])
    else {
      throw Problem(
        path: path, line: 1, column: 1,
        message: "the first line names neither the columns '\(ReviewTable.header)' nor those of Anki's revlog")
    }
    (self.card, self.time, self.grade) = (card, time, grade)
    state = find(isAnki ? ["type"] : ["review_state"])
    duration = find(isAnki ? ["time"] : ["review_duration"])
    factor = isAnki ? find(["factor"]) : nil
  }

  /// What a row says; nil where it is not well formed.
  func event(in row: [String]) -> TableEvent? {
    func number(_ column: Int?) -> Int? { column.flatMap { $0 < row.count ? Int(row[$0]) : nil } }
    guard card < row.count, !row[card].isEmpty, let time = number(time), let rating = number(grade),
      Event.times.contains(time)
    else {
      return nil
    }
    let kind = number(state) ?? 0
    let id = isAnki && row[card].hasPrefix("mln:") ? String(row[card].dropFirst(4)) : row[card]
    if isAnki, rating == 0 || kind >= 3, let change = change(kind, rating, factor: number(factor)) {
      return TableEvent(card: id, time: time, kind: change)
    }
    guard let grade = Grade(rawValue: rating) else { return nil }
    // Anki counts learning from 0, the community from 1.
    let review = Review(
      card: id, time: time, grade: grade, state: isAnki ? kind + 1 : kind, duration: max(0, number(duration) ?? 0))
    return TableEvent(card: id, time: time, kind: .review(review))
  }

  /// What a row of Anki's is that is no review: cramming is of type 3 and without a factor, a reset of type 4.
  private func change(_ kind: Int, _ rating: Int, factor: Int?) -> TableEvent.Kind? {
    switch (kind, factor) {
    case (3, 0): .other
    case (4, 0): .reset
    case (4..., _): .change
    default: rating == 0 ? .change : nil
    }
  }
}

/// The records of a CSV text (RFC 4180): quotes around fields, doubled inside.
private struct CSVRows {
  private let bytes: [UInt8]
  private var i = 0
  /// Of the record read last, from 1.
  private(set) var line = 0
  private var nextLine = 1

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)
    if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
  }

  mutating func next() -> [String]? {
    guard i < bytes.count else { return nil }
    line = nextLine
    var row: [String] = []
    while true {
      row.append(field())
      guard i < bytes.count, bytes[i] == UInt8(ascii: ",") else { break }
      i += 1
    }
    if i < bytes.count, bytes[i] == UInt8(ascii: "\r") { i += 1 }
    if i < bytes.count, bytes[i] == UInt8(ascii: "\n") { i += 1 }
    nextLine += 1
    return row
  }

  private mutating func field() -> String {
    var text: [UInt8] = []
    var isQuoted = false
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        if isQuoted, i + 1 < bytes.count, bytes[i + 1] == byte {
          text.append(byte)
          i += 1
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, [UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte) {
        break
      } else {
        if byte == UInt8(ascii: "\n") { nextLine += 1 }
        text.append(byte)
      }
      i += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
