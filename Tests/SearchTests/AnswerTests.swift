import Catalog
import Testing

@testable import Search

@Suite struct AnswerTests {
  private static func note(_ slug: String, _ title: String, _ fields: String = "", _ language: String = "en")
    -> Library.File
  {
    let text = "---\nslug: \(slug)\nlang: \(language)\ntitle: \"\(title)\"\ntopic: t\n\(fields)\n---\n"
    return ("\(slug).\(language).md", ContiguousArray(text.utf8))
  }

  private static let files = [
    note(
      "ddim", "DDIM: deterministic sampling",
      "aliases: [denoising diffusion implicit models, 去噪扩散隐式模型]\nprerequisites: [ddpm]"),
    note("ddim", "DDIM：确定性采样", "aliases: [去噪扩散隐式模型]", "zh"),
    note("ddpm", "DDPM: denoising diffusion", "aliases: [diffusion model, 扩散模型]"),
    note("random-forest", "Random forest", "aliases: [随机森林, bagged trees]"),
    note("xgboost", "XGBoost", "aliases: [extreme gradient boosting]"),
    note("ssl-overview", "Self-supervised learning", "aliases: [自监督学习, SSL]"),
    note("python-pdb", "Debugging with pdb", "keywords: [set a breakpoint]"),
  ]

  private func slugs(_ words: String) throws -> [String] {
    try Index(of: AnswerTests.files).answer(to: Query(words)).hits.map(\.slug)
  }

  @Test(arguments: [
    ("ddim", "ddim"), ("DDIM", "ddim"), ("扩散模型", "ddpm"), ("擴散模型", "ddpm"), ("ｄｄｉｍ", "ddim"),
    ("random forests", "random-forest"),
    ("随即森林", "random-forest"), ("xgbost", "xgboost"), ("selfsupervised", "ssl-overview"),
    ("self supervised", "ssl-overview"), ("自監督學習", "ssl-overview"), ("breakpoints", "python-pdb"),
    ("how do I set a break point", "python-pdb"), ("determinstic", "ddim"), ("boost", "xgboost"),
    ("debugg", "python-pdb"),
    ("随机", "random-forest"), ("森", "random-forest"),
  ]) func `a query finds its note first`(words: String, slug: String) throws {
    #expect(try slugs(words).first == slug)
  }

  @Test(arguments: [
    "zzqx", "?!", "qqqqqqqqqq", "C++", "装饰器怎么写", "为什么要用zzqx", "how does zzqx work",
    "what is zzqx", "what is a decorator", "won't",
  ])
  func `nonsense finds nothing`(words: String) throws {
    #expect(try slugs(words).isEmpty)
  }

  @Test func `an apostrophe is one, however it was typed`() throws {
    let text = "# Notes\n\nThe model’s kernel isn't small.\n"
    let index = try Index(of: [AnswerTests.note("other", "Models"), (path: "a.md", bytes: ContiguousArray(text.utf8))])
    for words in ["\"model's kernel\"", "\"model’s kernel\"", "\"isn’t small\"", "\"kernel isn't\""] {
      let answer = index.answer(to: Query(words)) { _ in ContiguousArray(text.utf8) }
      #expect(answer.hits.contains { $0.slug == "a" }, "\(words)")
    }
  }

  @Test func `a wrong form of a word finds all that the right one finds`() throws {
    let index = try Index(of: [
      AnswerTests.note("a", "Random forests"), AnswerTests.note("b", "A forest"), AnswerTests.note("c", "Trees"),
    ])
    let corrected = index.answer(to: Query("forsets"))
    #expect(corrected.corrected == "forests")
    #expect(corrected.hits.map(\.slug) == index.answer(to: Query("forests")).hits.map(\.slug))
  }

  @Test func `a path is the file's own, whatever the slug's code points`() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let bytes = ContiguousArray("---\nslug: \(composed)\n---\n\n# Coffee\n".utf8)
    let hit = try #require(
      Index(of: [("\(decomposed).md", bytes)]).answer(to: Query("coffee")).hits.first)
    #expect(hit.path.utf8.elementsEqual("\(decomposed).md".utf8))
  }

  @Test func `a word one mistake away is not two words, and a word of the notes is no mistake`() throws {
    let index = try Index(of: [
      AnswerTests.note("contrastive-loss", "Contrastive loss"), AnswerTests.note("sde", "VE: a contrast"),
      AnswerTests.note("flow-matching", "流匹配", "", "zh"), AnswerTests.note("clip", "图文检索", "", "zh"),
    ])
    #expect(index.answer(to: Query("contrastve")).corrected == "contrastive")
    #expect(index.answer(to: Query("留匹配")).corrected == "流匹配")
    #expect(index.answer(to: Query("图文匹配")).corrected == nil)
  }

  @Test(arguments: ["umap", "ridge", "wavelet", "yolov15", "regnet", "turing"])
  func `a word of the field, another number or another first letter of a short word is no mistake`(word: String) throws
  {
    let index = try Index(of: [
      AnswerTests.note("map", "Map", "A bridge, a wavenet and a tuning."), AnswerTests.note("yolov1", "YOLOv1"),
      AnswerTests.note("resnet", "ResNet"),
    ])
    #expect(index.answer(to: Query(word)).corrected == nil)
    #expect(index.answer(to: Query("resnte")).corrected == "resnet")
  }

  @Test(arguments: [("物件偵測", "目标检测"), ("特徵圖", "特征图"), ("常態分佈", "高斯分布"), ("訓練資料", "训练数据")])
  func `the characters and terms of Taiwan find what the notes call otherwise`(typed: String, term: String) throws {
    let index = try Index(of: [
      AnswerTests.note("a", term, "", "zh"), AnswerTests.note("b", "梯度下降", "参考资料。", "zh"),
    ])
    #expect(index.answer(to: Query(typed)).hits.map(\.slug) == ["a"])
  }

  @Test(arguments: ["Qwen", "LoRA"]) func `an unknown name is neither a short word of a text nor its own shreds`(
    name: String
  ) throws {
    let text = "\n\nBy Wen and others.\n\n```python\nlo, ra = 1, 2\n```\n"
    let index = try Index(of: [(path: "a.md", bytes: ContiguousArray("# Attention\(text)".utf8))])
    let answer = index.answer(to: Query(name))
    #expect(answer.hits.isEmpty && answer.corrected == nil)
    #expect(index.answer(to: Query("Attentoin")).corrected == "attention")
  }

  @Test(arguments: ["contrastive", "contrastve"]) func `a mistyped start of a name finds what the start finds`(
    words: String
  ) throws {
    let texts = [
      "contrastive-loss.md": "# Contrastive loss of pairs\n\nPulls and pushes.",
      "nce.md": "# A contrastive guess\n\nContrastive, contrastive.\n\n## Contrastive\n\nA `contrastive` estimate.",
    ]
    let index = try Index(of: texts.map { ($0.key, ContiguousArray($0.value.utf8)) })
    #expect(index.answer(to: Query(words)).hits.first?.slug == "contrastive-loss")
  }

  /// Notes of which some say a term, some only its words, here and there.
  private static let spoken: [String: String] = [
    "iron.md":
      "# Iron links\n\nA chain has links. Chains rust.\n\n## History\n\nMarkov wrote.\n",
    "walks.md": "# Walks\n\nA random walk is a **Markov\nchain** whose steps are alike.\n",
    "rust.md": "# Rust\n\nIron rusts.\n", "wood.md": "# Wood\n\nWood rots.\n",
    "回归.zh.md": "# 拟合\n\n线性\u{56DE}归拟合一条直线。\n", "直線.zh.md": "# 直线\n\n性能线与回路归一，线性的性回归不是。\n",
  ]

  private func answer(_ words: String) throws -> Answer {
    let texts = AnswerTests.spoken.mapValues { ContiguousArray($0.utf8) }
    return try Index(of: texts.map { ($0.key, $0.value) }).answer(to: Query(words)) { texts[$0] ?? [] }
  }

  @Test(arguments: [("markov chain", "walks"), ("线性回归", "回归"), ("線性迴歸", "回归")])
  func `a note that says the words side by side comes before one that says them apart`(words: String, slug: String)
    throws
  {
    let answer = try answer(words)
    #expect(answer.hits.first?.slug == slug)
    #expect(!answer.isDistant)
  }

  @Test(arguments: ["chain rule", "alike chain", "线性规划", "支持线性机"])
  func `a term that no note says is told from one that a note says`(words: String) throws {
    let answer = try answer(words)
    #expect(!answer.hits.isEmpty)
    let isDistant = answer.isDistant
    #expect(isDistant)
  }

  @Test(arguments: [
    "chains", "rust", "walks", "why do chains and wood and iron rust and rot", "\"random walk\"", "x_t chain",
    "markov 回归",
  ])
  func `a name, a word and a long question are not called distant`(words: String) throws {
    #expect(try !answer(words).isDistant)
  }

  @Test(arguments: [
    ("markov qwertyuiop", ["qwertyuiop"]), ("Qwertyuiop walks Zorkmid", ["Qwertyuiop", "Zorkmid"]),
    ("markov wlaks", []),
    ("walks with t-SNE", ["t-SNE"]), ("chain.einsum", ["chain.einsum"]), ("markov-chain", []), ("ChainRust", []),
    ("朱元璋 线性", ["朱元璋"]), ("什么是朱元璋 线性", ["朱元璋"]), ("线性朱元璋", []), ("walks please", []), ("qwertyuiop", []),
  ])
  func `the words that no note has are told where the others find something`(words: String, missing: [String]) throws {
    #expect(try answer(words).missing == missing)
  }

  @Test func `a question's frame does not hide the name in it, and a whole keyword is a name`() throws {
    #expect(try slugs("什么是扩散模型").first == "ddpm")
    #expect(try slugs("什么是随机").first == "random-forest")
    #expect(Query("扩散公式").frames.count == 1)
    #expect(try slugs("set a breakpoint").first == "python-pdb")
  }

  @Test(arguments: [("E=mc^2", true), ("a + b", false), ("b + c_t", false), ("b + c_s", true), ("\\frac{a}{b}", true)])
  func `a formula that no note has is told from one that stands inside another`(formula: String, isMissing: Bool)
    throws
  {
    let index = try Index(of: [AnswerTests.note("Sums", "The mass $m$, the energy $E = a + b + c_t$ and $c^2$.")])
    for query in [Query(formula, isMath: true), Query("$\(formula)$")] {
      let answer = index.answer(to: query)
      #expect(answer.isDistant == isMissing && answer.missing.isEmpty != isMissing)
    }
  }

  @Test func `a formula is first where the others build on it`() throws {
    let formula = "---\n\n$q(x_t|x_0)$\n"
    let index = try Index(
      of: [("ddpm", ""), ("ddim", "prerequisites: [ddpm]"), ("adm", "prerequisites: [ddpm]")].map {
        ("\($0.0).en.md", ContiguousArray("---\nslug: \($0.0)\n\($0.1)\ntitle: \($0.0)\n\(formula)".utf8))
      })
    #expect(index.answer(to: Query("q(x_t|x_0)")).hits.first?.slug == "ddpm")
  }

  private static func note(_ name: String, _ text: String) -> Library.File {
    (name + ".md", ContiguousArray("# \(name)\n\n\(text)\n".utf8))
  }

  @Test func `a word of everyday language is no mistake, and only stands for a term`() throws {
    let files: [Library.File] = [
      AnswerTests.note("Faces", "The face of an image."), AnswerTests.note("Names", "Mutable name, mutable names."),
      AnswerTests.note("Flows", "The change of variables in a density."), AnswerTests.note("Other", "A cat."),
    ]
    let index = try Index(of: files)
    #expect(index.answer(to: Query("fake images")).corrected == nil)
    #expect(index.answer(to: Query("fake imagse")).corrected == "fake image")
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let answer = index.answer(to: Query("change of variables")) { texts[$0] ?? [] }
    #expect(answer.hits.first?.title == "Flows")
  }

  @Test(arguments: [("metaclass", true), ("darkhorse", false)])
  func `two words written as one are the term only where a note has them side by side`(
    word: String, isDistant: Bool
  ) throws {
    let files: [Library.File] = [
      AnswerTests.note("One", "A meta model of every class. A dark horse."), AnswerTests.note("Two", "A cat."),
    ]
    let answer = try Index(of: files).answer(to: Query(word)) { path in files.first { $0.path == path }?.bytes ?? [] }
    #expect(answer.isDistant == isDistant)
  }

  @Test(arguments: [
    ("drop-out", false), ("skip-ahead", false), ("SkipAhead", false), ("skip-out", true), ("train_forest", true),
  ])
  func `a compound is a term where a note has it as one word or its parts side by side`(
    word: String, isDistant: Bool
  ) throws {
    let files: [Library.File] = [
      AnswerTests.note("One", "Dropout. We skip ahead. Drop it and go out."),
      AnswerTests.note("Two", "The train is late. A forest."),
    ]
    let answer = try Index(of: files).answer(to: Query(word)) { path in files.first { $0.path == path }?.bytes ?? [] }
    #expect(answer.isDistant == isDistant)
  }

  @Test func `a letter says nothing of a compound that no note has`() throws {
    let index = try Index(of: [
      AnswerTests.note("Time", "At time t, with k of n."), AnswerTests.note("Fold", "A fold."),
    ])
    #expect(index.answer(to: Query("t-SNE")).hits.isEmpty)
    #expect(index.answer(to: Query("t")).hits.map(\.slug) == ["Time"])
    #expect(Set(index.answer(to: Query("k-fold")).hits.map(\.slug)) == ["Time", "Fold"])
  }

  @Test func `a mistake is meant for the word that makes a name with its neighbour, and begins as that does`() throws {
    let index = try Index(of: [
      AnswerTests.note("Random forest", "Trees. The first first first."), AnswerTests.note("Firsts", "First, packing."),
      AnswerTests.note("First", "First."),
    ])
    #expect(index.answer(to: Query("random forst")).corrected == "random forest")
    #expect(index.answer(to: Query("forst")).corrected == "first")
    #expect(index.answer(to: Query("hacking")).hits.isEmpty)
  }

  @Test func `a word of every note is found in all, though its translation is rarer`() throws {
    let losses = (1...5).map { AnswerTests.note("Losses \($0)", "The contrastive loss \($0) of a pair.") }
    let chinese = AnswerTests.note("关于对比学习", "对比学习（contrastive learning）。")
    let answer = try Index(of: losses + [chinese]).answer(to: Query("contrastive"))
    #expect(answer.total == 6)
  }

  @Test func `of a phrase the notes that hold it are counted`() throws {
    let files = [
      AnswerTests.note("One", "A random walk."), AnswerTests.note("Two", "A walk, random."),
      AnswerTests.note("Three", "Random walks and a random walk."),
    ]
    let answer = try Index(of: files).answer(to: Query("\"random walk\"")) { path in
      files.first { $0.path == path }?.bytes ?? []
    }
    #expect(answer.total == 2 && Set(answer.hits.map(\.title)) == ["One", "Three"])
  }

  @Test(arguments: [("1/N", true), ("2/3", true), ("I/O", false), ("24/7/365", false), ("and/or", false)])
  func `a fraction of a number is a formula`(words: String, isFormula: Bool) {
    #expect(Query(words).hasFormula == isFormula)
  }

  @Test(arguments: [
    ("p(x | z)", true), ("I(X; Y)", true), ("O(n log n)", true), ("𝒩(0, I)", true), ("log p(x | z)", true),
    ("f(x, t) dt", true), ("‖x − y‖²", true), ("argmax", true), ("print(a, b)", false), ("ŷ", true), ("x\u{302}", true),
    ("é", false),
    ("attention (self) layers", false),
    ("trees (many of them", false),
  ])
  func `what stands in brackets is a formula with what is before them`(words: String, isFormula: Bool) {
    #expect(Query(words).hasFormula == isFormula)
  }

  @Test(arguments: [
    ("p(x | z)", "$p(x\\mid z)$"), ("𝒩(0, I)", "$\\mathcal N(0,I)$"), ("ℒ(x)", "$\\mathcal L(x)$"),
    ("argmax", "$\\arg\\max_x f$"), ("epsilon theta", "$\\epsilon_\\theta$"), ("O(n log n)", "$O(n\\log n)$"),
    ("x\u{302}₀", "$\\hat x_0$"), ("x\u{302}_0", "$\\hat x_0$"), ("ŷ", "$\\hat y$"), ("ẋ", "$\\dot x$"),
    ("μ\u{303}", "$\\tilde\\mu$"),
  ])
  func `a formula is found as a page shows it and as it is said`(words: String, formula: String) throws {
    let files = [AnswerTests.note("One", "Here \(formula)."), AnswerTests.note("Two", "Here $a+b$.")]
    #expect(try Index(of: files).answer(to: Query(words)).hits.map(\.title) == ["One"])
  }

  @Test func `a formula is no piece of a program`() throws {
    let files = [AnswerTests.note("One", "Here $\\hat x_0$."), AnswerTests.note("Two", "```python\nf\"{x}_0\"\n```")]
    #expect(try Index(of: files).answer(to: Query("\\hat{x}_0")).hits.map(\.title).first == "One")
  }

  @Test func `two words written as one leave the other words of a compound`() throws {
    let files = [
      AnswerTests.note("One", "A dark horse."), AnswerTests.note("Two", "A random forest."),
      AnswerTests.note("Three", "A cat."),
    ]
    #expect(try Set(Index(of: files).answer(to: Query("darkhorse-forest")).hits.map(\.title)) == ["One", "Two"])
  }

  @Test func `of notes that say the same the one that others lead to is first`() throws {
    let files: [Library.File] = [
      ("alike.md", "# One\n\nEntropy.\n"), ("same.md", "# One\n\nEntropy.\n"),
      ("far.md", "# Walks\n\nSee [[same]].\n"),
    ].map { ($0, ContiguousArray($1.utf8)) }
    #expect(try Index(of: files).answer(to: Query("entropy")).hits.map(\.slug) == ["same", "alike"])
  }

  @Test func `a note is found wherever it stands among a thousand`() throws {
    let others = (0..<1100).map { ("\($0).md", ContiguousArray("tree \($0 % 7)\n".utf8)) }
    let index = try Index(of: others + [("zz.md", ContiguousArray("# A rare forest\n\ntree\n".utf8))])
    #expect(index.answer(to: Query("rare forest")).hits.map(\.slug) == ["zz"])
    #expect(index.answer(to: Query("tree")).total == 1101)
    #expect(index.answer(to: Query("tree forest"), limit: 2).hits.map(\.slug).first == "zz")
  }

  @Test func `what was searched instead is said`() throws {
    let index = try Index(of: AnswerTests.files)
    #expect(index.answer(to: Query("xgbost trees")).corrected == "xgboost trees")
    #expect(index.answer(to: Query("随即森林的优点")).corrected == "随机森林的优点")
    #expect(index.answer(to: Query("随即森林和自监督学习的区别")).corrected == "随机森林和自监督学习的区别")
    #expect(index.answer(to: Query("xgboost")).corrected == nil)
  }

  @Test func `a Chinese name with one wrong character is searched as the name`() throws {
    let index = try Index(of: AnswerTests.files)
    let (typed, meant) = (index.answer(to: Query("随即森林")), index.answer(to: Query("随机森林")))
    #expect(typed.hits.map(\.slug) == meant.hits.map(\.slug) && typed.hits.map(\.score) == meant.hits.map(\.score))
    #expect(typed.total == meant.total)
  }

  @Test func `a note is one row in the language of the query`() throws {
    let index = try Index(of: AnswerTests.files)
    #expect(index.answer(to: Query("去噪扩散隐式模型")).hits.first?.title == "DDIM：确定性采样")
    #expect(index.answer(to: Query("ddim")).hits.first?.title == "DDIM: deterministic sampling")
    #expect(index.answer(to: Query("ddim"), in: .chinese).hits.first?.path == "ddim.zh.md")
  }

  @Test func `an index is text and reads back as it was made`() throws {
    let bytes = Index.encoded(AnswerTests.files)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    let index = try Index(decoding: Bytes(bytes), isChecked: true)
    #expect(index.count == 6)
    #expect(index.answer(to: Query("ddim")).hits.map(\.slug) == ["ddim"])
    #expect(!index.isDamaged)
  }
}
