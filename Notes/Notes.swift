/// The notes that come with the program, packed into it when it is built.
package enum BundledNotes {
  /// Paths relative to this folder, in order, and the texts.
  package static var files: [PackedFile] { packedFiles }
  /// The encoded index of the files, made when the program was built.
  package static var index: StaticString { packedIndex }
  /// The cards of the files, likewise, in the order of either language.
  package static func roster(inChinese: Bool) -> StaticString { inChinese ? packedRoster_zh : packedRoster_en }
}

/// A file packed into the program; its bytes are part of the program's image.
package struct PackedFile: Sendable {
  package let path: String
  let text: StaticString

  package var bytes: ContiguousArray<UInt8> {
    unsafe ContiguousArray(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
