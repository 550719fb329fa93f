import Testing
import Text

@Suite struct LineBreakTests {
  private func lines(_ text: String, _ columns: Int) -> [String] {
    LineBreak(limitedTo: columns).lines(of: [.init(Run(text))]).map { $0.map(\.text).joined() }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("  two   spaces  ", 20, ["two   spaces"]),
    ("对比学习，拉近正样本。", 8, ["对比学", "习，拉近", "正样本。"]),
    ("他说：“对比学习”。", 8, ["他说：", "“对比学", "习”。"]),
    ("见（附录）", 6, ["见（附", "录）"]),
    ("准确率为0.5，共1,000张", 10, ["准确率为", "0.5，共", "1,000张"]),
    ("提高5％的结果", 6, ["提高", "5％的", "结果"]),
    ("真的……是吗", 5, ["真", "的……", "是吗"]),
    ("模型——损失", 5, ["模", "型——", "损失"]),
    ("20–100 steps", 8, ["20–100", "steps"]),
    ("self-supervised learning", 16, ["self-supervised", "learning"]),
    ("don’t f(x) a.b", 5, ["don’t", "f(x)", "a.b"]),
    ("用CLIP模型", 6, ["用CLIP", "模型"]),
    ("词 ，逗", 5, ["词 ，", "逗"]),
    ("a\u{A0}b c", 3, ["a\u{A0}b", "c"]),
    ("中👩‍👩‍👧文", 4, ["中👩‍👩‍👧", "文"]),
  ]) func `a line ends where Chinese and English let it end`(text: String, columns: Int, expected: [String]) {
    #expect(lines(text, columns) == expected)
  }

  @Test(arguments: [
    ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
    ("https://arxiv.org/abs/2010.02502", 20, ["https://arxiv.org/", "abs/2010.02502"]),
    ("！！！！", 4, ["！！", "！！"]),
    ("（（中", 4, ["（（", "中"]),
  ]) func `only what is longer than a line is cut`(text: String, columns: Int, expected: [String]) {
    #expect(lines(text, columns) == expected)
  }

  @Test func `a formula stays whole while it fits and else is cut at a space`() {
    func lines(_ columns: Int) -> [String] {
      LineBreak(limitedTo: columns).lines(of: [.init(Run("设 ")), .init(Run("x = a + b"), .rigid), .init(Run("，则"))])
        .map { $0.map(\.text).joined() }
    }
    #expect(lines(12) == ["设", "x = a + b，", "则"])
    #expect(lines(7) == ["设", "x = a +", "b，则"])
  }

  @Test func `a footnote mark stays with its word, and styles do not break`() {
    let pieces: [LineBreak.Piece] = [
      .init(Run("see ")), .init(Run("foot", .bold)), .init(Run("note")), .init(Run("¹²"), .attached), .init(Run(" on")),
    ]
    let lines = LineBreak(limitedTo: 10).lines(of: pieces)
    #expect(lines.map { $0.map(\.text).joined() } == ["see", "footnote¹²", "on"])
    #expect(lines[1][0] == Run("foot", .bold))
  }

  @Test func `a line end of the text ends the line`() {
    let lines = LineBreak(limitedTo: 80).lines(of: [.init(Run("a")), .lineEnd, .lineEnd, .init(Run("b"))])
    #expect(lines.map { $0.map(\.text).joined() } == ["a", "", "b"])
  }

  @Test func `narrowest is the widest word, widest the whole text`() {
    let pieces = [LineBreak.Piece(Run("损失 loss，InfoNCE"))]
    #expect(LineBreak.narrowest(pieces) == 7)
    #expect(LineBreak.widest(pieces) == 18)
  }

  @Test(arguments: 2...40)
  func `no line is too wide, starts with a comma or ends with a bracket`(columns: Int) {
    let text =
      "自监督学习（self-supervised learning）用“代理任务”学表示：给图像加扰动，再让网络认出同一张图——不需要标签。SimCLR（2020）的温度为0.5、批量为4,096；见《综述》【附】。"
    let result = lines(text, columns)
    for line in result {
      #expect(line.columns() <= columns)
      if columns >= 8 {
        #expect(line.first.map { "，。、；：？！）」』】》—".contains($0) } == false)
        #expect(line.last.map { "（「『【《“‘".contains($0) } == false)
      }
    }
    #expect(result.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
