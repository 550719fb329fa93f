import Notes
import Testing
import Text

@testable import Search

@Suite struct MarkSearchTests {
  /// The marks of a text as reading all of it finds them, with their places.
  private func all(_ marks: Marks, in text: ContiguousArray<UInt8>) -> [[Int]] {
    let lexer = Lexer(text)
    return lexer.tokens.compactMap { token in marks.mark(token, lexer).map { [$0, token.source.lowerBound] } }
  }

  private func found(_ marks: Marks, in text: ContiguousArray<UInt8>) -> [[Int]] {
    var found: [[Int]] = []
    var search = MarkSearch(marks)
    search.forEach(in: text, 0..<text.count) { found.append([$0, $1.source.lowerBound]) }
    return found
  }

  private static let index = Result { try Index(decoding: Bytes(BundledNotes.index)) }

  @Test(arguments: [
    "contrastive", "self-supervised learning", "对比学习", "k-means", "__init__", "MultiheadAttention", "梯度 loss", "e", "树",
    "YOLOv1", "RNN", "pdb.set_trace", "s'est", "alpha", "dying gradients", "造假",
  ]) func `the marks of a note are those that reading all of it finds`(query: String) throws {
    let marks = try MarkSearchTests.index.get().answer(to: Query(query)).marks
    var count = 0
    for file in BundledNotes.files where file.bytes.count % 5 == 0 {
      let expected = all(marks, in: file.bytes)
      count += expected.count
      #expect(found(marks, in: file.bytes) == expected, "\(file.path)")
    }
    #expect(count > 0)
  }

  @Test func `marks are found wherever a word may start or go on`() {
    var marks = Marks()
    for (i, word) in ["means", "kmeans", "km", "v2", "attention", "~die", "对比", "比", "dont", "x", "abc", "造"]
      .enumerated()
    {
      marks.add(Array(word.utf8), worth: 1, node: i)
    }
    let pieces = [
      "k", "-", "means", "_", ".", "'", " ", "\n", "\n\n", "对", "比", "對", "，", "V2", "v2", "Attention", "HTML", "don",
      "t",
      "dying", "x", "ａｂｃ", "Ａ", "\u{2010}", "\u{200B}", "é", "e\u{301}", "ab", "c", "K", "M", "3", "\t", "*", "日", "の",
      "造", "一",
      "𝐱", "\u{AD}",
    ]
    var random = SplitMix64(seed: 3)
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<12 {
        text += pieces[random.below(pieces.count)]
      }
      let bytes = ContiguousArray(text.utf8)
      #expect(found(marks, in: bytes) == all(marks, in: bytes), "\(text.debugDescription)")
    }
  }
}
