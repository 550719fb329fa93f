import Catalog
import Testing

@testable import Search

@Suite struct PhraseTests {
  @Test func `a phrase is found behind hundreds of notes that say one of its words better`() throws {
    let filling = String(repeating: "Other words. ", count: 400)
    var texts = ["one.md": ContiguousArray("# One\n\n\(filling)Gradient clipping.\n".utf8)]
    for i in 0..<700 { texts["n\(i).md"] = ContiguousArray("# Gradient \(i)\n\nGradient, gradient.\n".utf8) }
    let files = texts.map { ($0.key, $0.value) }
    let answer = try Index(of: files).answer(to: Query("\"gradient clipping\"")) { texts[$0] ?? [] }
    #expect(answer.hits.map(\.slug) == ["one"])
  }

  @Test func `a sentence with the phrase is shown before one with its words`() throws {
    let source = ContiguousArray(
      "# One\n\nA walk that is random is random, and a walk.\n\n## Later\n\nThe random walk is slow.\n".utf8)
    let answer = try Index(of: [("a.md", source)]).answer(to: Query("\"random walk\"")) { _ in source }
    #expect(answer.hits.first.map { answer.excerpt(of: $0, from: source).text } == "The random walk is slow.")
  }

  @Test func `a phrase in a comment is found also where another note says it`() throws {
    let texts = [
      "link.md": "# Crossing\n\n<!-- zebra crossing -->\nA crossing.\n", "m.md": "# One\n\nThe zebra crossing.\n",
    ].mapValues { ContiguousArray($0.utf8) }
    let answer = try Index(of: texts.map { ($0.key, $0.value) }).answer(to: Query("\"zebra crossing\"")) {
      texts[$0] ?? []
    }
    #expect(Set(answer.hits.map(\.slug)) == ["link", "m"])
  }

  @Test func `a phrase said again is one`() {
    #expect(Query(String(repeating: "\"the tree\" ", count: 90)).phrases == ["the tree"])
  }
}
