import Text

/// Something that happened to the cards: a line of the log, never changed and never taken out.
package struct Event: Sendable, Hashable {
  /// Unique over all machines.
  package struct ID: Sendable, Hashable {
    package var machine: String
    package var sequence: Int

    /// What no number reaches: so there is always a next one.
    private static let end = 1 << 62

    package init(machine: String, sequence: Int) {
      self.machine = machine
      self.sequence = sequence
    }

    /// Reads `machine-sequence`; the machine's name may hold hyphens.
    package init?(_ text: some StringProtocol) {
      guard let hyphen = text.lastIndex(of: "-"), hyphen > text.startIndex,
        let sequence = Int(text[text.index(after: hyphen)...]), 0..<ID.end ~= sequence
      else { return nil }
      self.init(machine: String(text[..<hyphen]), sequence: sequence)
    }

    package var text: String { "\(machine)-\(sequence)" }
  }

  package enum Kind: Sendable, Hashable {
    /// `kind` is how the card was asked; `isOverride` says that the reader counted a rejected answer as right.
    case review(card: String, grade: Grade, duration: Int, kind: String, isOverride: Bool)
    /// An answer outside the schedule: it leaves the memory alone.
    case practice(card: String, grade: Grade, duration: Int, kind: String)
    case undo(of: ID)
    case suspend(card: String, isSuspended: Bool)
    /// The card is as new from here on.
    case forget(card: String)
    /// The card is now known by another name: its question was edited.
    case relink(from: String, to: String)
    case parameters([Double])
    /// A session over so many cards began.
    case begin(scope: String, count: Int)
    /// The session was carried through.
    case end
    /// So many bytes at the file's end were no event and were set aside.
    case torn(bytes: Int)
    /// Of a newer version; kept and left alone.
    case unknown
  }

  /// From 1970 to the end of the year 9999, in milliseconds: what a calendar can name.
  package static let times = 0...253_402_300_799_999

  package var id: ID
  /// Milliseconds since 1970.
  package var time: Int
  package var kind: Kind

  package init(id: ID, time: Int, kind: Kind) {
    self.id = id
    self.time = time
    self.kind = kind
  }

  /// The machine's name in the identities of reviews that came from a CSV: the same review gets the same identity
  /// wherever it is imported.
  package static let importer = "import"

  /// An imported review, with an identity made of what it says.
  package init(importing review: Review) {
    let hash = "\(review.card)\t\(review.time)\t\(review.grade.rawValue)".stableHash
    id = ID(machine: Event.importer, sequence: Int(hash >> 2))
    time = review.time
    kind = .review(card: review.card, grade: review.grade, duration: review.duration, kind: "", isOverride: false)
  }
}
