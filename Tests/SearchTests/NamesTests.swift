import Catalog
import Testing

@testable import Search

@Suite struct NamesTests {
  private static func note(_ slug: String, _ title: String, _ fields: String, _ text: String) -> Library.File {
    let head = "---\nslug: \(slug)\nlang: en\ntitle: \"\(title)\"\ntopic: t\n\(fields)\n---\n"
    return ("\(slug).en.md", ContiguousArray("\(head)\n## In short\n\n\(text)\n".utf8))
  }

  private static let files = [
    note("bert", "BERT", "related: [vit]", "It reads both sides. Masks hide words."),
    note("vit", "ViT", "related: [bert]", "An image is a row of patches. BERT masks words."),
    note(
      "beit", "BEiT", "related: [bert, vit, mae]", "BEiT is to ViT what BERT is to a ViT of words; ViT and BERT both."),
    note("mae", "MAE", "related: [bert, vit, beit]", "MAE hides more than BERT, and ViT is its encoder. BERT, ViT."),
    note(
      "forest", "Random forest", "aliases: [OOB error]",
      "Many trees vote.\n\n## Errors\n\nEach tree was grown without a third. That gives the OOB error.\n"),
  ]

  private func answer(_ words: String) throws -> Answer {
    let texts = Dictionary(uniqueKeysWithValues: NamesTests.files.map { ($0.path, $0.bytes) })
    return try Index(of: NamesTests.files).answer(to: Query(words)) { texts[$0] ?? [] }
  }

  @Test(arguments: [
    "bert vs vit", "vit vs bert", "difference between bert and vit", "bert 和 vit 的区别", "compare bert and vit",
    "bert vit", "bret vs vit",
  ]) func `names that are compared come before what speaks of both`(words: String) throws {
    #expect(try Set(answer(words).hits.prefix(2).map(\.slug)) == ["bert", "vit"])
  }

  @Test(arguments: ["mae cheat sheet", "mae tutorial", "who published mae", "mae 论文", "MAE的优缺点"])
  func `what kind of answer is asked for does not hide the name`(words: String) throws {
    let answer = try answer(words)
    #expect(answer.hits.first?.slug == "mae")
    #expect(answer.hits.first?.naming == .title)
    #expect(answer.corrected == nil)
  }

  @Test(arguments: [
    ("random forest", "Many trees vote."), ("forest", "Many trees vote."), ("OOB error", "That gives the OOB error."),
    ("bert", "It reads both sides."), ("mae vs bert", "MAE hides more than BERT, and ViT is its encoder."),
  ]) func `a name shows what it is`(words: String, sentence: String) throws {
    let answer = try answer(words)
    let hit = try #require(answer.hits.first)
    let source = try #require(NamesTests.files.first { $0.path == hit.path }?.bytes)
    #expect(answer.excerpt(of: hit, from: source).text == sentence)
  }

  @Test(arguments: ["RandomForrestClassifier depth", "RandomForestClassifer gradiant-bosting depth"])
  func `what is corrected leaves what stands beside it`(words: String) throws {
    let text = "RandomForestClassifier and randomforestclassifier, gradient boosting, their depth."
    let answer = try Index(of: [NamesTests.note("rf", "RF", "", text)]).answer(to: Query(words))
    #expect(answer.corrected?.hasSuffix(" depth") == true)
    #expect(answer.corrected?.contains("classifierr") == false)
  }

  @Test(arguments: [
    ("rndom-forest", "random-forest"), ("random-forst error", "random-forest error"),
    ("RandomForrestError", "random forest error"),
  ]) func `a mistake in a part of a compound leaves the other parts`(words: String, corrected: String) throws {
    let answer = try answer(words)
    #expect(answer.corrected == corrected)
    #expect(answer.hits.first?.slug == "forest")
  }
}
