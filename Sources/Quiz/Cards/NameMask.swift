import Text

/// Blanks for what gives a concept's name away: each of its names, and each word that has a longer word of a name at
/// its start, or is the start of one. Han text has no spaces: there pairs of characters stand for words.
struct NameMask {
  private static let blank = "＿＿"
  /// Shorter words give little away, and start many others.
  private static let leastLength = 5

  /// Words of many names, which give none of them away.
  private static let commonWords: Set<String> = [
    "model", "models", "learn", "learning", "network", "networks", "neural", "train", "training", "image", "images",
    "method", "methods", "loss", "python", "deep", "based", "with", "from", "into", "probabilistic", "understanding",
    "problem", "object", "objects", "detect", "detection", "detector", "detectors",
  ]
  private static let commonPairs = pairs(
    of: ["模型", "学习", "网络", "神经", "训练", "图像", "方法", "损失", "深度", "概率", "理解", "问题", "目标", "检测", "视觉", "编码器"])

  /// The names as lists of pieces, by their first.
  private let names: [String: [[String]]]
  private let longWords: Set<String>
  /// What the longer words begin with.
  private let beginnings: Set<String>
  private let pairs: Set<String>

  init(_ names: [String]) {
    let parts = Set(names + names.flatMap { $0.split(whereSeparator: { ":：(（".contains($0) }).map(String.init) })
    let pieces = parts.map { NameMask.pieces(of: $0).map(\.text) }.filter { $0.joined().count > 1 }
    self.names = Dictionary(grouping: pieces) { $0.first ?? "" }
    longWords = Set(pieces.joined().filter { $0.count >= NameMask.leastLength && !NameMask.commonWords.contains($0) })
    beginnings = Set(longWords.flatMap(NameMask.beginnings))
    pairs = NameMask.pairs(of: names)
  }

  /// Linear in the text, for names of a few words.
  func masked(_ text: String) -> String {
    let pieces = NameMask.pieces(of: text)
    var isHidden = pieces.map { isTelling($0.text) }
    for i in pieces.indices {
      for name in startingNames(pieces[i].text) where stands(name, at: i, of: pieces) {
        for j in i..<i + name.count { isHidden[j] = true }
      }
    }
    hidePairs(of: pieces, &isHidden)
    return NameMask.text(text, pieces, isHidden)
  }

  private func isTelling(_ word: String) -> Bool {
    guard !NameMask.commonWords.contains(word) else { return false }
    let singular = word.last == "s" ? String(word.dropLast()) : word
    return beginnings.contains(singular) || NameMask.beginnings(of: word).contains(where: longWords.contains)
  }

  private func startingNames(_ word: String) -> [[String]] {
    (names[word] ?? []) + (word.last == "s" ? names[String(word.dropLast())] ?? [] : [])
  }

  /// Whether a name, or its plural, stands from a piece on.
  private func stands(_ name: [String], at start: Int, of pieces: [Piece]) -> Bool {
    guard start + name.count <= pieces.count else { return false }
    return zip(name, pieces[start...]).enumerated().allSatisfy { i, pair in
      pair.0 == pair.1.text || i == name.count - 1 && pair.0 + "s" == pair.1.text
    }
  }

  /// Hides each run of pairs that are a name's, unless all of them are of common words.
  private func hidePairs(of pieces: [Piece], _ isHidden: inout [Bool]) {
    var start = 0
    while start < pieces.count {
      var end = start
      var isTelling = false
      while end + 1 < pieces.count, pieces[end].isHan, pieces[end + 1].isHan {
        let pair = pieces[end].text + pieces[end + 1].text
        guard pairs.contains(pair) else { break }
        isTelling = isTelling || !NameMask.commonPairs.contains(pair)
        end += 1
      }
      if isTelling { for i in start...end { isHidden[i] = true } }
      start = end + 1
    }
  }

  /// The text with one blank for all hidden pieces that stand side by side.
  private static func text(_ text: String, _ pieces: [Piece], _ isHidden: [Bool]) -> String {
    var result = ""
    var kept = text.startIndex
    var isAfterBlank = false
    for (piece, isHidden) in zip(pieces, isHidden) where isHidden {
      let between = text[kept..<piece.range.lowerBound]
      if !isAfterBlank || !["", " ", "-", "."].contains(between) { result += between + blank }
      isAfterBlank = true
      kept = piece.range.upperBound
    }
    return result + text[kept...]
  }

  /// A word of letters and digits, in small letters, or a Han character.
  private struct Piece {
    var text: String
    var range: Range<String.Index>
    var isHan: Bool
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var start: String.Index?
    func end(at i: String.Index) {
      if let word = start { pieces.append(Piece(text: text[word..<i].lowercased(), range: word..<i, isHan: false)) }
      start = nil
    }
    for i in text.indices {
      let character = text[i]
      let isHan = character.unicodeScalars.first?.isHan ?? false
      if !isHan, character.isLetter || character.isNumber {
        start = start ?? i
        continue
      }
      end(at: i)
      if isHan { pieces.append(Piece(text: String(character), range: i..<text.index(after: i), isHan: true)) }
    }
    end(at: text.endIndex)
    return pieces
  }

  private static func pairs(of texts: [String]) -> Set<String> {
    Set(
      texts.flatMap { text in
        let pieces = pieces(of: text)
        return zip(pieces, pieces.dropFirst()).filter { $0.isHan && $1.isHan }.map { $0.text + $1.text }
      })
  }

  /// No word that is said is longer; each of its beginnings is made.
  private static let mostLength = 40

  private static func beginnings(of word: String) -> [String] {
    let word = word.prefix(mostLength)
    return word.count < leastLength ? [] : (leastLength...word.count).map { String(word.prefix($0)) }
  }
}
