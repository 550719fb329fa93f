import Catalog

/// A statement to be judged: a question that says so, with an answer that starts with the judgement.
struct Claim {
  var isTrue: Bool
  /// What follows the judgement in the answer, with the mark between them: `. The mean stays.`
  var rest: Substring

  init?(stem: String, answer: String) {
    let stem = stem.lowercased()
    let marks = ["true or false", "判断", "判断题", "判断对错", "判断正误"]
    guard marks.contains(where: { stem.hasPrefix($0) && Claim.endsMark(stem.dropFirst($0.count)) }) else { return nil }
    self.init(answer: answer)
  }

  init?(answer: String) {
    let said = answer.lowercased()
    func judgement(_ words: [String]) -> String? {
      words.first { said.hasPrefix($0) && said.dropFirst($0.count).first?.isLetter != true }
    }
    if let word = judgement(["true", "正确", "正确的", "对", "对的", "是", "是的"]) {
      (isTrue, rest) = (true, answer.dropFirst(word.count))
    } else if let word = judgement(["false", "错误", "错误的", "错", "错的", "不对", "不正确", "否", "不是"]) {
      (isTrue, rest) = (false, answer.dropFirst(word.count))
    } else {
      return nil
    }
  }

  /// Whether a text that goes on like this is a statement to be judged: `判断：` is, `判断分类器好坏` is not.
  private static func endsMark(_ rest: Substring) -> Bool {
    rest.first.map { ":：?？".contains($0) || $0.isWhitespace } ?? false
  }

  /// The answer as a whole sentence, which can stand behind the verdict on a judgement.
  func sentence(in language: Language) -> String {
    let judged =
      language == .english
      ? isTrue ? "It is true" : "It is false" : isTrue ? "这句话是对的" : "这句话是错的"
    return judged + rest
  }
}
