/// The notes that come with the program.
package enum BundledNotes {
  /// Relative paths and texts, in the order of their paths.
  package static var files: [(path: String, text: StaticString)] { packedNotes }
}
