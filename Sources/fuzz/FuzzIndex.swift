import Host
import Search
import Text

private let questions = ["gradient boosting", "扩散模型", "xgbost", "随即森林", "x_t", "树", "a", "de", "self-supervised"]

/// An index of any bytes: it is refused, or searched without a trap.
func fuzzIndex(_ bytes: [UInt8]) {
  guard let folder = try? FolderIndex(base: Bytes(ContiguousArray(bytes)), update: nil, isChecked: false) else {
    return
  }
  for words in questions { _ = folder.index.answer(to: Query(words)) }
  _ = folder.stamp(of: "a/b.md")
}

/// Damages the index of a folder or an update of it again and again: bits turned over, bytes overwritten, the end cut
/// off. What is read as sound must answer as the index that was written does, and nothing may trap, checked or not. The
/// update is of notes that say more than they did, so that to leave it aside is a wrong answer. The damages follow from
/// the seed, which is told.
func abuseIndex(of root: String, times: Int, seed: UInt64) {
  guard let paths = try? Folder.files(below: root, suffix: ".md") else { return print("error: cannot read '\(root)'") }
  var folder = Manifest.Folder(path: "", stamp: .unknown, files: [])
  func files(_ inode: (Int) -> Int) -> [Manifest.File] {
    paths.enumerated().map { Manifest.File(name: $1, stamp: Stamp(size: 1, modified: 1, changed: 0, inode: inode($0))) }
  }
  folder.files = files { _ in 1 }
  let whole = FolderIndex.encoded([folder]) { try? File.read("\(root)/\($0)") }
  folder.files = files { $0 % 10 == 0 ? 2 : 1 }
  let index = try? FolderIndex(base: Bytes(whole), update: nil)
  let more = Array("\n\nGradient boosting, 扩散模型, a tree.\n".utf8)
  guard let update = index?.update(with: [folder], reading: { try? File.read("\(root)/\($0)") + more }),
    let expected = answers(whole, update)
  else { return print("error: the index does not read back") }
  var random = SplitMix64(seed: seed)
  var (refused, noticed, same) = (0, 0, 0)
  for round in 0..<times {
    let isOfUpdate = round % 4 == 3
    var bytes = isOfUpdate ? update : whole
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
    guard let found = isOfUpdate ? answers(whole, bytes) : answers(bytes, update) else {
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
  print("\(times) damages, seed \(seed): \(refused) refused, \(noticed) noticed, \(same) without effect")
}

private func answers(
  _ base: ContiguousArray<UInt8>, _ update: ContiguousArray<UInt8>
) -> (lines: [String], isDamaged: Bool)? {
  guard let folder = try? FolderIndex(base: Bytes(base), update: Bytes(update)) else { return nil }
  let lines = questions.map { words in
    let answer = folder.index.answer(to: Query(words))
    return "\(answer.total) \(answer.corrected ?? "") \(answer.hits.map { "\($0.path) \($0.score)" })"
  }
  return (lines, folder.index.isDamaged)
}
