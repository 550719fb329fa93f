import Text

/// The events of a log's text, each with the line that says it: what is taken over goes on as it was written, with the
/// fields that are not ours.
package struct EventLines: Sendable {
  package private(set) var events: [(event: Event, line: ArraySlice<UInt8>)] = []
  package private(set) var damage: [Log.Damage] = []
  /// The highest format among the lines.
  package private(set) var version = 0

  /// Linear; `file` names the text where it is damaged.
  package init(_ bytes: ContiguousArray<UInt8>, named file: String) {
    let lines = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (i, line) in lines.enumerated() where !line.isEmpty {
      let object = try? JSON(reading: line)
      version = max(version, object?["v"]?.integer ?? 0)
      if let event = object.flatMap({ Event($0) }) {
        events.append((event, line))
      } else if object?["format"]?.text != "mlnotes-reviews" {
        damage.append(Log.Damage(file: file, line: i + 1, bytes: line.indices))
      }
    }
  }
}
