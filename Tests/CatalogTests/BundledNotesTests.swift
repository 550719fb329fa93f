import Catalog
import Notes
import Testing
import Text

@Suite struct BundledNotesTests {
  static let library = Library(files: BundledNotes.files.map { ($0.path, $0.bytes) })

  @Test func `the bundled notes have no problem`() {
    let check = Check(Self.library) { _ in [] }
    let problems = check.problems(in: Self.library.notes) + check.problemsAmongNotes()
    #expect(problems.map { "\($0.path):\($0.line):\($0.column): \($0.message)" } == [])
  }
}
