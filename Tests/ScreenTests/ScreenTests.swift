import Catalog
import Screen
import Testing
import Text

/// Every screen at 60, 80 and 120 columns in both languages.
@Suite(.serialized) struct ScreenTests {
  @Test func `the source of an answer is never wider than the screen`() {
    let screen = QuizScreen(on: Sheet(width: 36))
    let lines = screen.answer(isRight: nil, text: "A.", source: "mlnotes show representation-learning#2")
    #expect(lines.count > 2 && lines.allSatisfy { $0.reduce(0) { $0 + $1.text.columns() } <= 36 })
  }

  @Test(arguments: Golden.all(in: "screens.txt"))
  func `a screen looks as drawn`(golden: Golden) {
    let sheet = Sheet(
      width: golden.columns, language: golden.flags.contains("zh") ? .chinese : .english,
      isASCII: golden.flags.contains("ascii"))
    let surface = Surface(hasColor: false, hasLinks: false, isASCII: sheet.isASCII, ambiguous: .narrow)
    let lines = Drawing(sheet).lines(of: golden.name)
    let text = lines.map { String(decoding: surface.encoded($0), as: UTF8.self) }.joined()
    golden.check(text, in: "screens.txt")
    #expect(lines.allSatisfy { $0.columns() <= golden.columns })
  }

  @Test func `what is no number is drawn as none`() {
    let screen = StatsScreen(
      cards: 1, learned: 1, due: 0, streak: 0, retention: .infinity, target: 0.9, past: [], coming: [],
      calibration: [.init(predicted: .nan, observed: .nan, reviews: 1)])
    let text = screen.lines(on: Sheet(width: 80)).map { $0.map(\.text).joined() }.joined(separator: "\n")
    #expect(text.contains("retention – (target 90 %)") && text.contains("░░░░░░░░░░░░░░░░░░░░     –  1"))
  }
}

/// The screens with the same values everywhere.
private struct Drawing {
  let sheet: Sheet

  init(_ sheet: Sheet) {
    self.sheet = sheet
  }

  private var isChinese: Bool { sheet.language == .chinese }

  func lines(of name: String) -> [[Run]] {
    switch name {
    case "dashboard": dashboard(standing: nil)
    case "dashboard with reviews":
      dashboard(standing: .init(due: 14, new: 6, streak: 9, retention: 0.91, target: 0.9, minutes: 5))
    case "search": search(corrected: nil)
    case "search corrected": search(corrected: "contrastive")
    case "search distant": search(corrected: nil, isDistant: true)
    case "search without a word": search(corrected: nil, missing: ["qwertyuiop", "朱元璋"])
    case "list": list
    case "topics": topics
    case "path": path
    case "stats": stats
    case "question": question
    case "options":
      quiz.options(
        ["每一步仍然是随机的", "the same noise gives the same image, whatever the number of steps is", "$x_T$"],
        names: ["a", "b", "c"])
    case "answer right":
      quiz.answer(isRight: true, text: "σₜ = 0 去掉了噪声项，$x_T$ 单独决定 $x_0$。", source: "mlnotes show ddim#3")
    case "answer wrong": quiz.answer(isRight: false, text: "- one\n- two", source: "")
    case "grades": grades
    case "closing": closing
    case "cards":
      quiz.listed(number: 9, of: 10, "ddim-eta", kind: "cloze", due: .new, stem: "With $\\eta=$ **[ … ]** it is one.")
        + quiz.listed(
          number: 10, of: 10, "ddim-joint", kind: "truth", due: .in(days: 3),
          stem: "True or false: DDIM with $\\eta=0$ and DDPM define the same joint distribution over $x_0,\\dots,x_T$.")
    default: []
    }
  }

  private var quiz: QuizScreen { QuizScreen(on: sheet) }

  private func dashboard(standing: DashboardScreen.Standing?) -> [[Run]] {
    DashboardScreen(
      notes: 41, topics: 6, cards: 318, place: "~/ml/Notes",
      notable: [
        .init(slug: "ddim", title: "DDIM: deterministic sampling", otherTitle: "DDIM 采样", topic: "generative"),
        .init(slug: "rectified-flow", title: "Rectified flow", otherTitle: "Rectified flow", topic: "generative"),
        .init(
          slug: "siglip", title: "SigLIP: a sigmoid loss for language–image pre-training",
          otherTitle: "SigLIP：图文预训练的 sigmoid 损失", topic: "vision-language"),
      ], because: Wording("Latest", "最近更新"), standing: standing, on: sheet
    ).lines
  }

  private func search(corrected: String?, missing: [String] = [], isDistant: Bool = false) -> [[Run]] {
    let rows = (1...4).map { i in
      SearchScreen.Row(
        slug: "contrastive-loss-\(i)", language: sheet.language,
        title: i == 4 ? "A title that is too long for one line of the list of results" : "Contrastive loss",
        otherTitle: "对比损失", topic: "self-supervised", section: "Definition",
        snippet: [
          ("… the ", false), ("contrastive", true), (" loss pulls one positive pair together and pushes", false),
          (" 负样本 …", false),
        ])
    }
    return SearchScreen(
      query: corrected == nil ? "contrastive" : "contrastve", corrected: corrected, missing: missing,
      isDistant: isDistant, total: 6, rows: rows
    )
    .lines(on: sheet)
  }

  private var list: [[Run]] {
    ListScreen(
      title: isChinese ? "generative · 生成模型" : "generative · Generative models", total: 15,
      rows: [
        .init(
          slug: "ddpm", title: "DDPM: denoising diffusion", otherTitle: "去噪扩散概率模型",
          summary: "A fixed chain adds Gaussian noise; a network that predicts the noise is run backwards to generate.",
          cards: 12, standing: .due(3)),
        .init(
          slug: "diffusion-sde", title: "Diffusion as SDE and probability-flow ODE",
          otherTitle: "扩散模型的 SDE 与概率流 ODE 视角",
          summary: "", cards: 1, standing: .learned),
        .init(slug: "guidance", title: "引导", otherTitle: "引导", summary: "摘要。", cards: 0, standing: .new),
      ], page: (1, 2), on: sheet
    ).lines
  }

  private var topics: [[Run]] {
    TopicsScreen(
      [
        .init(
          slug: "generative", title: isChinese ? "生成模型" : "Generative models", notes: 10, cards: 81, mastery: 0.78,
          level: Wording("proficient", "熟练")),
        .init(
          slug: "python", title: isChinese ? "Python 内部机制" : "Python internals", notes: 1, cards: 1, mastery: nil,
          level: Wording("new", "新")),
      ], on: sheet
    ).lines
  }

  private var path: [[Run]] {
    PathScreen(
      [
        .init(slug: "elbo-vae", title: "The ELBO and the variational autoencoder", standing: .learned),
        .init(slug: "ddpm", title: "DDPM：去噪扩散概率模型", standing: .due(2)),
        .init(slug: "ddim", title: "DDIM: deterministic sampling", standing: .new),
      ], on: sheet
    ).lines
  }

  private var stats: [[Run]] {
    func days(_ counts: [Int]) -> [StatsScreen.Day] {
      counts.enumerated().map { .init(weekday: $0 % 7 + 1, count: $1) }
    }
    return StatsScreen(
      cards: 318, learned: 241, due: 14, streak: 9, retention: 0.912, target: 0.9,
      past: days([2, 9, 20, 33, 12, 0, 20]),
      coming: days([30, 10, 8, 2, 0, 1, 1]), calibration: [.init(predicted: 0.85, observed: 0.9, reviews: 120)],
      year: (0..<371).map { $0 % 9 == 0 ? 0 : $0 * $0 % 34 },
      weakest: [.init(slug: "gbdt", strength: 0.41), .init(slug: "contrastive-loss", strength: 0.5)],
      suspended: [("gbdt", 2), ("ddim", 1), ("bert", 1), ("vit", 1)]
    ).lines(on: sheet)
  }

  private var question: [[Run]] {
    quiz.question(
      number: 3, of: 14, place: isChinese ? "ddim § 更新公式" : "ddim § The update",
      due: .since(days: 4),
      stem: isChinese ? "DDIM 的更新公式中，$\\sigma_t = 0$ 时采样过程有什么性质？" : "What is `sampling` like for $\\sigma_t = 0$?")
      + [[]]
      + quiz.keys(
        [
          ("Enter", Wording("answer", "答案")), ("Space", Wording("options", "选项")), ("t", Wording("type", "键入")),
          ("h", Wording("hint", "提示")), ("s", Wording("source", "出处")), ("u", Wording("undo", "撤销")),
          ("x", Wording("suspend", "搁置")), ("q", Wording("quit", "退出")),
        ], lead: Wording("recall it, then:", "先回忆，再按："))
  }

  private var grades: [[Run]] {
    quiz.grades(
      [
        ("1", Wording("again", "重来"), "<1 m"), ("2", Wording("hard", "困难"), "3 d"), ("3", Wording("good", "良好"), "8 d"),
        ("4", Wording("easy", "简单"), "19 d"),
      ], suggested: "3")
  }

  private var closing: [[Run]] {
    quiz.closing(
      .init(
        cards: 14, answers: 15, right: 12, time: "5 min 08 s",
        notes: [("ddim", 5, 5), ("nce-infonce", 4, 5), ("gbdt", 3, 4)],
        again: [
          (Wording("again tomorrow", "明天再来"), 2), (Wording("within a week", "一周之内"), 7), (Wording("later", "更晚"), 5),
        ], weakest: ("gbdt", isChinese ? "收缩" : "Shrinkage")))
  }
}
