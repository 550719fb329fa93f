import Host
import Search

private let questions = ["gradient boosting", "扩散模型", "xgbost", "随即森林", "x_t", "树", "a", "de", "self-supervised"]

/// An index of any bytes: it is refused, or searched without a trap.
func fuzzIndex(_ bytes: [UInt8]) {
  guard let folder = try? FolderIndex(base: Bytes(ContiguousArray(bytes)), update: nil, isChecked: false) else {
    return
  }
  for words in questions { _ = folder.index.answer(to: Query(words)) }
  _ = folder.stamp(of: "a/b.md")
}

/// Damages the index of a folder again and again: bits turned over, bytes overwritten, the end cut off. What is read as
/// sound must answer as the index that was written does, and nothing may trap, checked or not.
func abuseIndex(of root: String, times: Int) {
  guard let paths = try? Folder.files(below: root, suffix: ".md") else { return print("cannot read '\(root)'") }
  var folder = Manifest.Folder(path: "", stamp: .unknown, files: [])
  folder.files = paths.map { Manifest.File(name: $0, stamp: .unknown) }
  let whole = FolderIndex.encoded([folder]) { try? File.read("\(root)/\($0)") }
  guard let expected = answers(whole, isChecked: true) else { return print("error: the index does not read back") }
  var random = SystemRandomNumberGenerator()
  var (refused, noticed, same) = (0, 0, 0)
  for round in 0..<times {
    var bytes = whole
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      } else {
        bytes[place] = .random(in: 0...255, using: &random)
      }
    }
    if round % 8 == 0 { bytes.removeLast(.random(in: 1...bytes.count, using: &random)) }
    if round % 16 == 1 { fuzzIndex(Array(bytes)) }
    guard let found = answers(bytes, isChecked: true) else {
      refused += 1
      continue
    }
    if found.isDamaged {
      noticed += 1
    } else if found.lines == expected.lines {
      same += 1
    } else {
      print("error: round \(round) answers otherwise and does not say so")
    }
  }
  print("\(times) damages: \(refused) refused, \(noticed) noticed, \(same) without effect")
}

private func answers(_ bytes: ContiguousArray<UInt8>, isChecked: Bool) -> (lines: [String], isDamaged: Bool)? {
  guard let folder = try? FolderIndex(base: Bytes(bytes), update: nil, isChecked: isChecked) else { return nil }
  let lines = questions.map { words in
    let answer = folder.index.answer(to: Query(words))
    return "\(answer.total) \(answer.corrected ?? "") \(answer.hits.map { "\($0.path) \($0.score)" })"
  }
  return (lines, folder.index.isDamaged)
}
