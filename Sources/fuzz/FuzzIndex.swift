import Search

/// An index of any bytes: it is refused, or searched without a trap.
func fuzzIndex(_ bytes: [UInt8]) {
  guard let folder = try? FolderIndex(base: Bytes(ContiguousArray(bytes)), update: nil, isChecked: false) else {
    return
  }
  for words in ["gradient", "扩散模型", "xgbost", "随即森林", "x_t", "a"] { _ = folder.index.answer(to: Query(words)) }
  _ = folder.stamp(of: "a/b.md")
}
