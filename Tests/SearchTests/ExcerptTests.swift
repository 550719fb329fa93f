import Catalog
import TeX
import Testing

@testable import Search

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("它问：“是一对吗？”再答。", ["它问：“是一对吗？”", "再答。"]), ("先问“是吗？”，再答。好。", ["先问“是吗？”，再答。", "好。"]),
    ("一。二！三", ["一。二！三"]),
  ]) func `a Chinese sentence ends behind the quotation that ends it`(text: String, sentences: [String]) {
    let passage = Passage(of: ContiguousArray(text.utf8))
    #expect(passage.sentences.map { $0.atoms.map(\.text).joined() } == sentences)
  }

  @Test func `a form of a word is worth no more than the word, however rare it is`() throws {
    let entropy = """
      # Entropy

      ## In one minute

      - Entropy is the average surprise.
      - Cross entropy is a length.

      ## Names

      Crossed wires.
      """
    let others = (0..<8).map { i in (path: "n\(i).md", bytes: ContiguousArray("# N\(i)\n\nA cross.\n".utf8)) }
    let note = (path: "entropy.md", bytes: ContiguousArray("---\naliases: [cross entropy]\n---\n\n\(entropy)".utf8))
    let answer = try Index(of: others + [note]).answer(to: Query("cross entropy"))
    let hit = try #require(answer.hits.first)
    #expect(answer.excerpt(of: hit, from: note.bytes).text == "Cross entropy is a length.")
  }

  private static let note = """
    ---
    slug: forest
    lang: en
    title: "Random forest"
    topic: t
    summary: "Many trees vote."
    aliases: [OOB]
    ---

    ## In one minute

    - A forest is many trees. Each sees other data.

    ## How it works

    Every tree is grown on a bootstrap sample. The split looks at few features, $m \\approx \\sqrt{p}$ of them.

    ### Why divide by $\\sqrt n$?

    The deviation of a mean falls so.

    ## Worked example

    ```python
    oob = error(forest)  # bootstrap
    ```

    ## Training of forests

    See [[tree|a plum]].

    ## Pruning

    A plum is cut back.

    ## Common misconceptions

    - **Wrong:** More trees overfit. They learn noise.
      **Right:** The vote only gets steadier.
    - **误：** 树越多越容易过拟合。
      **正：** 投票只会更稳。

    ## Quiz

    Q: What does pruning change? <!-- id: prune -->

    A: Nothing.

    ## References

    - Breiman, L. Random Forests. Springer 2001.
    """

  private static let index = Result { try Index(of: [("forest.en.md", ContiguousArray(note.utf8))]) }

  private func excerpt(_ words: String, columns: Int = 160) throws -> Excerpt {
    let answer = try ExcerptTests.index.get().answer(to: Query(words))
    let hit = try #require(answer.hits.first)
    return answer.excerpt(of: hit, from: ContiguousArray(ExcerptTests.note.utf8), columns: columns)
  }

  @Test(arguments: ["Springer", "Breiman"])
  func `what only the edges of a note say shows its first sentence`(
    words: String
  ) throws {
    let excerpt = try excerpt(words)
    #expect(excerpt.section == "In one minute")
    #expect(excerpt.text == "A forest is many trees.")
  }

  @Test func `a formula is shown and found with the macros of its note`() throws {
    let source = ContiguousArray(
      """
      ---
      macros:
        abar: "\\\\bar\\\\alpha"
      ---

      # A

      ## One

      Text.

      ## Two

      Let $\\abar_t = 1$ here.

      """.utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("\\bar\\alpha_t"))
    let excerpt = try #require(answer.hits.first.map { answer.excerpt(of: $0, from: source) })
    #expect(excerpt.section == "Two" && excerpt.text.contains("ᾱₜ = 1"))
  }

  @Test func `a quiz is no excerpt, by any of its names`() throws {
    for name in ["Quiz", "自测", "测验"] {
      let quiz = "## \(name)\n\nQ: Which bird swims?\n\nA: A penguin.\n"
      let source = ContiguousArray("## Idea\n\nBirds fly.\n\n\(quiz)".utf8)
      let answer = try Index(of: [("a.md", source)]).answer(to: Query("penguin swims"))
      #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).text } == "Birds fly.")
    }
  }

  @Test func `a list of works is never the excerpt`() throws {
    let excerpt = try excerpt("Springer")
    #expect(excerpt.section == "In one minute")
    #expect(excerpt.text == "A forest is many trees.")
  }

  @Test func `an explanation comes before a program that says the same`() throws {
    #expect(try excerpt("bootstrap").text == "Every tree is grown on a bootstrap sample.")
  }

  @Test func `a sentence with what was asked is shown`() throws {
    #expect(try excerpt("plum").text.contains("plum"))
  }

  @Test(arguments: [("overfit noise", "Right:"), ("过拟合", "正：")])
  func `what is wrong is not shown without what is right`(
    words: String, right: String
  ) throws {
    #expect(try excerpt(words).text.contains(right))
  }

  /// The excerpt from a small note for some words.
  private func shown(_ words: String, in note: String, columns: Int = 160) throws -> Excerpt {
    let source = ContiguousArray("---\nslug: small\nlang: zh\ntitle: 小\naliases: [位置编码]\n---\n\(note)".utf8)
    let answer = try Index(of: [("small.zh.md", source)]).answer(to: Query(words))
    return answer.excerpt(of: try #require(answer.hits.first), from: source, columns: columns)
  }

  @Test func `a long head of a column is left out of its rows`() throws {
    let head = String(repeating: "long ", count: 20)
    #expect(try shown("stumps", in: "## 一\n\n| a | \(head)|\n|---|---|\n| trees | stumps |\n").text == "trees · stumps")
  }

  @Test func `a strong sentence leads to the next`() throws {
    #expect(try shown("大批量", in: "## 一\n\n**为什么要大批量？** 负样本来自同一批。别的。\n").text == "为什么要大批量？ 负样本来自同一批。")
    #expect(
      try shown("batches", in: "## 一\n\n**Why such large batches?** Others are negatives. More.\n").text
        == "Why such large batches? Others are negatives.")
    #expect(
      try shown("batches", in: "## 一\n\n**Take large batches of many images.**\n\nMore.\n").text
        == "Take large batches of many images.")
  }

  @Test func `a row of a table is shown with the heads of its columns`() throws {
    let table = "| | AdaBoost | 随机森林 |\n|---|---|---|\n| trees | stumps | deep |\n| lowers | bias | variance |\n"
    #expect(try shown("stumps", in: "## 一\n\n\(table)").text == "trees · AdaBoost: stumps · 随机森林：deep")
    #expect(try shown("adaboost", in: "## 一\n\n\(table)").text == "AdaBoost · 随机森林")
    #expect(try shown("stumps", in: "## 一\n\n\(table)", columns: 40).text == "trees · AdaBoost: stumps …")
  }

  @Test func `a sentence with all of a word is shown before one that says a part of it again and again`() throws {
    let note = "## 一\n\n位置和位置，还有位置都在位置上说。\n\n## 二\n\n这里讲的才是位置编码的做法。\n"
    #expect(try shown("位置编码", in: note).text == "这里讲的才是位置编码的做法。")
  }

  @Test func `a name that no sentence says shows what the note is about`() throws {
    let note = "## 一\n\n注意力看不到顺序，要另外告诉它。\n\n## 二\n\n每个位置上都有。\n"
    #expect(try shown("位置编码", in: note).section == "一")
  }

  @Test func `neither a label nor a shred of a drawing is shown`() throws {
    let note = "## 一\n\n**队列。**\n\n```\n队列 ──▶ 出\n```\n\n编码器把新的键放进队列；旧的出来。\n"
    #expect(try shown("队列", in: note).text == "编码器把新的键放进队列；旧的出来。")
  }

  @Test func `what only a drawing says shows what the note is about`() throws {
    let source = ContiguousArray(
      "## Start\n\nA note on trees and their fruit.\n\n## Plan\n\n```\n┌────┐\n│ in │\n└────┘\n  80 %  kiwi\n```\n".utf8
    )
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("kiwi"))
    #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).text } == "A note on trees and their fruit.")
  }

  @Test(arguments: [
    "Lazebnik et al. 2006 counted words.", "It needs a plan, e.g. a list of words.", "See Fig. 3 of words.",
  ])
  func `a sentence goes on behind an abbreviation`(sentence: String) throws {
    let source = ContiguousArray("# A\n\nThe first one is here. \(sentence) The last one.\n".utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("words"))
    #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).text } == sentence)
  }

  @Test func `a mistake that is never set right does not make one sentence of a long text`() throws {
    let source = ContiguousArray(
      "# A\n\nWrong: \(String(repeating: "So it is. ", count: 30_000))Here is a kiwi at last.\n".utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("kiwi"))
    #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).text } == "Here is a kiwi at last.")
  }

  @Test func `a word that only a card says shows what the note is about, not the card`() throws {
    let excerpt = try excerpt("pruning change")
    #expect(!excerpt.text.contains("Q:") && excerpt.section != "Quiz")
  }

  @Test func `a formula in a heading is set`() throws {
    let excerpt = try excerpt("why divide deviation")
    #expect(excerpt.section == "Why divide by √n?")
    #expect(excerpt.anchor == "why-divide-by-sqrt-n")
  }

  @Test(arguments: ["$b_t$", "b_t"]) func `the formula that says what a formula is comes before others that have it`(
    words: String
  ) throws {
    let source = ContiguousArray(
      "## Terms\n\n$$ a=b_t c+b_t d+\\sqrt{b_t} $$\n\nHere $c$ is one, $d=\\frac{b_t}{2}$ and $b_t=\\prod_s c_s$ too.\n"
        .utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query(words))
    let excerpt = answer.hits.first.map { answer.excerpt(of: $0, from: source) }
    #expect(excerpt?.text.hasPrefix("Here c is one") == true)
  }

  @Test(arguments: [
    ("b_t", "b_t=c", FormulaGrams.Place.leftSide), ("b", "b_t=c", .leftSide), ("b_t", "x=1,\\quad b_t=c", .leftSide),
    ("b_t", "a+b_t=c", .inside), ("b", "\\frac{a}{b}=c", .inside), ("t", "x_{st}=c", .inside), ("z", "b_t=c", .nowhere),
  ]) func `a formula stands in another as its left side, inside or nowhere`(
    formula: String, whole: String, place: FormulaGrams.Place
  ) {
    let symbols = FormulaGrams(of: Formula(parsing: formula)).symbols
    #expect(FormulaGrams(of: Formula(parsing: whole)).place(of: symbols) == place)
  }

  @Test func `that a formula is used often does not hide what says what it is`() throws {
    let uses = (0..<6).map { "$x_\($0)+b_t+d$" }.joined(separator: ", ")
    let source = ContiguousArray(
      "## Terms\n\nHere $b_t=\\prod_s c_s$ is it.\n\n## Use\n\nWe have \(uses) too.\n".utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("$b_t$"))
    #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).section } == "Terms")
  }

  @Test func `a formula is not cut, however little room there is`() throws {
    var isShown = false
    for columns in 12...60 {
      let text = try excerpt("few features", columns: columns).text
      #expect(!text.contains("√") || text.contains("m ≈ √p"))
      isShown = isShown || text.contains("√")
    }
    #expect(isShown)
  }

  @Test(arguments: ["quokka", "zebra"]) func `text before the first heading is shown too`(word: String) throws {
    let text = "---\ntitle: Animals\n---\nThe quokka is a small animal.\n\n## Later\n\nHere the zebra follows.\n"
    let source = ContiguousArray(text.utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query(word))
    let hit = try #require(answer.hits.first)
    let excerpt = answer.excerpt(of: hit, from: source)
    #expect(excerpt.text.contains(word))
    #expect(excerpt.section == (word == "zebra" ? "Later" : ""))
  }
}
