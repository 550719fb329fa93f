import Catalog
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

  private static func note(_ slug: String, _ title: String, _ fields: String, _ body: String) -> Library.File {
    let text = "---\nslug: \(slug)\nlang: en\ntitle: \"\(title)\"\ntopic: t\n\(fields)\n---\n\n# \(title)\n\n\(body)\n"
    return ("\(slug).md", ContiguousArray(text.utf8))
  }

  private func slugs(_ words: String) throws -> [String] {
    try Index(of: QueryTests.files).answer(to: Query(words)).hits.map(\.slug)
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
  }

  @Test func `the name of a note also finds what its title finds`() throws {
    #expect(try slugs("OOB") == ["random-forest", "bagging"])
  }

  @Test func `a name in code is found by its parts`() throws {
    #expect(try slugs("RandomForestClassifier").first == "random-forest")
  }

  @Test func `a part of a formula finds the formula that has it whole`() throws {
    #expect(try slugs("\\sqrt{1-\\bar\\alpha_t}").first == "ddpm")
    #expect(try slugs("ϵ_θ").first == "ddim")
  }

  @Test func `a word said twice counts once`() {
    #expect(Query("forest forests Forest").nodes.count == 1)
  }
}
