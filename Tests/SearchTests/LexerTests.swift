import Testing

@testable import Search

@Suite struct LexerTests {
  @Test(arguments: [
    ("Self-Supervised learning", "self supervised selfsupervised learning"),
    ("pdb.set_trace()", "pdb set trace pdbsettrace `pdb.set_trace"),
    ("super().__init__()", "super init `__init__"),
    ("MultiheadAttention", "multiheadattention multihead attention"),
    ("InfoNCE GANs", "infonce info nce gans"),
    ("YOLOv1 resnet50", "yolov1 yolo v1 resnet50 resnet 50"),
    ("the model's end. Next", "the model end next"),
    ("自監督學習", "自 自监 监 监督 督 督学 学 学习 习"),
    ("概率流ODE是", "概 概率 率 率流 流 ode 是"),
    ("深度\n学习", "深 深度 度 度学 学 学习 习"),
    ("深度\n\n学习", "深 深度 度 学 学习 习"),
    ("", ""), ("--- ... ___", ""), ("\u{0}\u{1B}[31m", "31m 31"),
  ]) func `a text is words, their parts, and pairs of characters`(text: String, tokens: String) {
    let lexer = Lexer(text)
    #expect(
      lexer.tokens.map { String(decoding: lexer[$0], as: UTF8.self) }.sorted()
        == tokens.split(separator: " ").map(String.init).sorted())
  }

  @Test func `a token stands where its text is`() {
    let text = "Über 擴散 models"
    let lexer = Lexer(text)
    let bytes = Array(text.utf8)
    let places = lexer.tokens.map { String(decoding: bytes[$0.source], as: UTF8.self) }
    #expect(places == ["Über", "擴", "擴散", "散", "models"])
  }

  @Test func `a term is found with its prefix apart and within`() {
    var table = TermTable()
    let stem = ContiguousArray("~contrast".utf8)
    let number = table.number(of: stem, in: 0..<stem.count)
    #expect(table.find(stem, in: 1..<stem.count, prefix: UInt8(ascii: "~")) == number)
    #expect(table.find(stem, in: 1..<stem.count) == nil)
  }

  @Test func `a character in more bytes than it needs is no letter`() {
    #expect(Lexer(ContiguousArray([0x61, 0xC1, 0x82, 0x63])).tokens.count == 2)
  }

  @Test(arguments: ["學的", "学\n的\n"]) func `pairs of characters that do not stand side by side are made in one pass`(
    piece: String
  ) {
    let lexer = Lexer(ContiguousArray(String(repeating: piece, count: 100_000).utf8))
    #expect(lexer.tokens.count { $0.kind == .bigram } == 199_999)
  }
}
