import Catalog

/// What an index takes from the notes of a slug.
struct EntryReading: Sendable {
  let notes: [NoteReading]
  let topic: String
  /// The slugs that it leads to: its prerequisites, and the others.
  let foundations: [String]
  let links: [String]
  let record: Records

  /// Reads the notes of a slug, one for each language; `entries` has the numbers that the slugs of all notes will have.
  init(of notes: [Note], by reader: inout NoteReader, entries: [String: Int]) {
    var readings: [NoteReading] = []
    for note in notes { readings.append(reader.read(note)) }
    self.notes = readings
    topic = notes.first?.header.topic ?? ""
    var seen = Set(notes.first.map { [$0.header.slug] } ?? [])
    foundations = notes.flatMap(\.header.prerequisites).filter { seen.insert($0).inserted }
    links = zip(notes, readings).flatMap { $1.links + $0.header.related }.filter { seen.insert($0).inserted }
    var record = Records()
    record.append(notes, foundations: foundations, links: links, entries: entries)
    self.record = record
  }
}
