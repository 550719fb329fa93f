import Catalog
import TeX
import Testing

@testable import Search

@Suite struct QueryTests {
  private static let files: [Library.File] = [
    note(
      "python-mutability", "Mutable objects", "",
      "A default is made once.\n\n```python\ndef add(item, box=[]):\n    return item is box\n```"),
    note("python-list", "Lists", "aliases: [列表]", "```python\nt[0] += [1]\nx = t[1:3]\n```"),
    note("python-gc", "Garbage collection", "", "```python\nprint(gc.collect())\nx = [1]\n```"),
    note("mae", "Masked autoencoder", "aliases: [掩码自编码器]", "The decoder reconstructs masked patches of an image."),
    note("transformer", "Transformer", "aliases: [注意力模型]", "A model of sequences with attention. 处理序列的模型。"),
    note("lstm", "RNN and LSTM", "aliases: [RNN]", "A model of sequences. 循环模型。"),
    note("random-forest", "Random forest", "aliases: [OOB]", "Many trees."),
    note("bagging", "Bagging", "", "A random forest is bagging with random splits."),
    note("ddpm", "DDPM", "", "$\\sqrt{1-\\bar\\alpha_t}\\,\\epsilon$ and $x_0$"),
    note("ddim", "DDIM", "", "$\\sqrt{1-\\bar\\alpha_t-\\sigma_t^2}$ and $\\bar\\alpha_t+\\epsilon_\\theta$"),
  ]

  private static let index = Result { try Index(of: files) }

  private static func note(_ slug: String, _ title: String, _ fields: String, _ body: String) -> Library.File {
    let text = "---\nslug: \(slug)\nlang: en\ntitle: \"\(title)\"\ntopic: t\n\(fields)\n---\n\n# \(title)\n\n\(body)\n"
    return ("\(slug).md", ContiguousArray(text.utf8))
  }

  private func slugs(_ words: String) throws -> [String] {
    try QueryTests.index.get().answer(to: Query(words)).hits.map(\.slug)
  }

  @Test(arguments: [
    ("def f(x=[])", "python-mutability"), ("a is b", "python-mutability"), ("n[2] += [7]", "python-list"),
    ("gc.collect()", "python-gc"), ("s[0:9]", "python-list"),
  ]) func `a piece of a program is found by its shape`(words: String, slug: String) throws {
    #expect(try slugs(words).first == slug)
  }

  @Test(arguments: ["fill in hidden pieces of a picture", "把图片遮住再还原"]) func `everyday words find the term`(
    words: String
  ) throws {
    #expect(try slugs(words).first == "mae")
  }

  @Test func `the name of what is not wanted counts less`() throws {
    #expect(try slugs("RNN model of sequences").first == "lstm")
    #expect(try slugs("model of sequences without RNN").first == "transformer")
    #expect(try slugs("不用RNN处理序列的模型").first == "transformer")
    // What counts as a place is a byte of what was typed, before its letters are made small; and a space is a space.
    #expect(try slugs("İİİİ model of sequences without RNN").first == "transformer")
    #expect(try slugs("model　of　sequences　without　RNN").first == "transformer")
  }

  @Test func `the name of a note also finds what its title finds`() throws {
    #expect(try slugs("OOB") == ["random-forest", "bagging"])
  }

  @Test func `letters are found where nothing else is asked for`() throws {
    #expect(try slugs("x t").contains("python-list"))
  }

  @Test func `the start of a word finds it, but an abbreviation is a whole word`() throws {
    #expect(try slugs("split") == ["bagging"] && slugs("rand").first == "random-forest")
    #expect(try slugs("SPLI").isEmpty && slugs("spli") == ["bagging"])
  }

  @Test(arguments: ["alpha bar", "bar alpha"]) func `a letter said with its accent is the formula`(words: String) throws
  {
    let files: [Library.File] = [
      ("levels.md", "# Levels\n\nThe product $\\bar\\alpha_t$."),
      ("letters.md", "# Letters\n\nAlpha, alpha, a bar, bars."),
      ("iron.md", "# Iron\n\nA bar rusts."),
    ].map { ($0, ContiguousArray($1.utf8)) }
    #expect(try Index(of: files).answer(to: Query(words)).hits.first?.slug == "levels")
  }

  @Test func `a name in code is found by its parts`() throws {
    #expect(try slugs("RandomForestClassifier").first == "random-forest")
  }

  @Test func `a part of a formula finds the formula that has it whole`() throws {
    #expect(try slugs("\\sqrt{1-\\bar\\alpha_t}").first == "ddpm")
    #expect(try slugs("ϵ_θ").first == "ddim")
  }

  @Test func `a dollar sign that is not closed opens no formula`() {
    #expect(Query("$x_t$ for $5").formulas.count == 1)
    #expect(Query("$$x_t$$ and $$y_t$$").formulas.count == 2)
  }

  @Test func `every stop word is what is read of it`() {
    for word in StopWords.english.split(separator: " ") where word != "" {
      let lexer = Lexer(String(word))
      #expect(lexer.tokens.map { Array(lexer[$0]) } == [Array(word.utf8)], "\(word)")
    }
  }

  @Test func `a word said twice counts once`() {
    #expect(Query("forest forests Forest").nodes.count == 1)
  }

  @Test(arguments: [
    "ddim\u{1B}[0m", "\u{1B}[31mddim", "\u{9B}31mddim", "\u{1B}]0;title\u{7}ddim", "ddim\u{0}", "\u{7}ddim",
    "dd\u{200B}im",
    "\u{FEFF}ddim", "d\u{AD}dim", "\tddim\n", "ｄｄｉｍ", "DDIM", "\u{202E}ddim", "\u{1B}", "ddim\u{1B}",
  ]) func `what is glued to a word does not hide it`(words: String) throws {
    let query = Query(words)
    #expect(words == "\u{1B}" ? query.isEmpty : try slugs(words).first == "ddim")
  }

  @Test(arguments: [
    ".*ddim.*", "^ddim$", "(ddim", "ddim)", "[ddim]", "ddim|", "ddim?", "ddim+", "{ddim}", "\"ddim",
    "ddim\"",
    "“ddim", "'ddim'", "`ddim`", "ddim*", "%ddim%", "ddim;", "-ddim", "--ddim", "<ddim>", "ddim & ddim",
  ]) func `signs of other search languages are only signs`(words: String) throws {
    #expect(try slugs(words).first == "ddim")
  }

  @Test(arguments: ["", " ", "\n\t", "?!", "。，", "\"\"", "\u{1B}[0m", "\u{200B}"])
  func `nothing is asked by signs alone`(words: String) {
    #expect(Query(words).isEmpty)
  }

  @Test func `ten thousand words are as many as fit`() throws {
    let words = (0..<10_000).map { "word\($0)" }.joined(separator: " ")
    #expect(Query(words).nodes.count < 400)
    #expect(try slugs("ddim " + words).first == "ddim")
    #expect(try slugs(String(repeating: "ddim ", count: 10_000)).first == "ddim")
    #expect(try slugs(String(repeating: "(", count: 10_000) + "ddim").isEmpty)
  }

  @Test(arguments: [("森", "随机森林"), ("随机", "随机森林"), ("林", "随机森林"), ("隨機森林", "随机森林")])
  func `one and two characters are a query`(words: String, title: String) throws {
    let files =
      QueryTests.files + [QueryTests.note("forest", "随机森林", "", "很多树。"), QueryTests.note("flow", "流", "", "可逆。")]
    #expect(try Index(of: files).answer(to: Query(words)).hits.first?.title == title)
  }

  @Test func `capital letters of a script are a name, also where they are set as a product`() throws {
    let note = QueryTests.note("kl", "Divergence", "", "$D_{\\mathrm{KL}}(p\\|q)=0$")
    let grams = FormulaGrams(of: Formula(parsing: "D_{KL}(p\\,\\|\\,q)"))
    #expect(String(decoding: grams.symbols, as: UTF8.self) == "D _KL ( p ‖ q )")
    #expect(try Index(of: [note]).answer(to: Query("D_{KL}", isMath: true)).hits.count == 1)
  }

  @Test(arguments: [
    "\\bar\\alpha_t", "ᾱ_t", "ᾱₜ", "alpha bar", "$\\bar{\\alpha}_t$", "$$\\bar\\alpha_t$$", "ᾱ_t　公式",
    "sqrt(1-ᾱ_t)",
  ])
  func `a formula is found however it is typed`(words: String) throws {
    let found = try slugs(words)
    #expect(Set(found.prefix(2)) == ["ddim", "ddpm"])
  }
}
