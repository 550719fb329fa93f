import Catalog

/// A statement to be judged: a question that says so, with an answer that starts with the judgement.
struct Claim {
  var isTrue: Bool
  /// What follows the judgement in the answer, with the mark between them: `. The mean stays.`
  var rest: Substring

  init?(stem: String, answer: String) {
    guard ["true or false", "判断"].contains(where: stem.lowercased().hasPrefix) else { return nil }
    self.init(answer: answer)
  }

  init?(answer: String) {
    let said = answer.lowercased()
    func judgement(_ words: [String]) -> String? { words.first(where: said.hasPrefix) }
    if let word = judgement(["true", "正确", "对的", "对", "是"]) {
      (isTrue, rest) = (true, answer.dropFirst(word.count))
    } else if let word = judgement(["false", "错误", "错的", "错", "不对", "不正确", "否", "不是"]) {
      (isTrue, rest) = (false, answer.dropFirst(word.count))
    } else {
      return nil
    }
  }

  /// The answer as a whole sentence, which can stand behind the verdict on a judgement.
  func sentence(in language: Language) -> String {
    let judged =
      language == .english
      ? isTrue ? "It is true" : "It is false" : isTrue ? "这句话是对的" : "这句话是错的"
    return judged + rest
  }
}
