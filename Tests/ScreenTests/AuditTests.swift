import Catalog
import Foundation
import Notes
import Screen
import Testing
import Text

/// The bundled notes at many widths: what no line may be, and what no line break may change. A sample of them; with
/// `MLNOTES_AUDIT=all` every note at every width.
@Suite struct AuditTests {
  private static let isWhole = ProcessInfo.processInfo.environment["MLNOTES_AUDIT"] == "all"
  private static let notes = BundledNotes.files.map { Note(parsing: $0.bytes, path: $0.path) }

  @Test(arguments: isWhole ? [40, 60, 80, 120] : [60])
  func `no line of any note is too wide or breaks at the wrong place`(columns: Int) {
    for note in AuditTests.notes {
      let faults = Audit(of: note, columns: columns).faults
      #expect(faults.isEmpty, "\(note.path) at \(columns): \(faults.prefix(3))")
    }
  }

  @Test func `no width from 20 to 200 makes a bad line`() {
    for columns in stride(from: 20, through: 200, by: AuditTests.isWhole ? 1 : 3) where !AuditTests.notes.isEmpty {
      let note = AuditTests.notes[columns % AuditTests.notes.count]
      let faults = Audit(of: note, columns: columns).faults
      #expect(faults.isEmpty, "\(note.path) at \(columns): \(faults.prefix(3))")
    }
  }

  @Test func `the words are the same at every width`() {
    let isWhole = AuditTests.isWhole
    for columns in stride(from: 20, through: 200, by: isWhole ? 1 : 3) where !AuditTests.notes.isEmpty {
      let sample = AuditTests.notes[columns * 7 % AuditTests.notes.count]
      for note in isWhole ? AuditTests.notes : [sample] {
        let changes = WordAudit(of: note, columns: columns).changes
        #expect(changes.isEmpty, "\(note.path) at \(columns): \(changes.prefix(3))")
      }
    }
  }

  @Test func `the output is at most two and a half times the input`() {
    let surface = Surface(hasColor: true, hasLinks: true, isASCII: false, ambiguous: .narrow)
    for note in AuditTests.isWhole ? AuditTests.notes : AuditTests.notes.filter({ $0.source.count % 3 == 0 }) {
      let bytes = NotePage(note, on: Sheet(width: 80)).lines.reduce(0) { $0 + surface.encoded($1).count }
      #expect(Double(bytes) <= 2.5 * Double(note.source.count), "\(note.path)")
    }
  }
}
