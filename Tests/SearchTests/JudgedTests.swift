import Foundation
import Notes
import Testing

@testable import Search

@Suite struct JudgedTests {
  private static let queries: [JudgedQuery] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/queries.jsonl")
    return (try? Data(contentsOf: file)).map { JudgedQuery.all(in: $0) } ?? []
  }()

  /// Every third query, for the sake of time; `.ci/checks/answers` asks them all.
  @Test func `the bundled notes answer what learners ask`() throws {
    let index = try Index(decoding: Bytes(BundledNotes.index))
    var quality = Quality()
    for query in JudgedTests.queries.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      quality.add(index.answer(to: Query(query.text)).hits.map(\.slug), for: query)
    }
    #expect(quality.count > 60)
    #expect(quality.ndcg5 > 0.94)
    #expect(quality.mrr10 > 0.95)
    #expect(quality.success1 > 0.92)
    #expect(quality.empty == 0)
  }

  @Test func `a ranking is worth what its first notes are`() {
    let json = #"{"q":"x","kind":"term","lang":"en","rel":{"a":3,"b":1}}"#
    let query = JudgedQuery.all(in: Array(json.utf8))[0]
    func quality(_ slugs: [String]) -> Quality {
      var quality = Quality()
      quality.add(slugs, for: query, judged: ["a", "b", "c"])
      return quality
    }
    #expect(quality(["a", "b"]).ndcg5 == 1)
    #expect(quality(["not judged", "a", "b"]).ndcg5 == 1)
    #expect(quality(["c", "a"]).mrr10 == 0.5)
    #expect(quality(["c", "a"]).success1 == 0)
    #expect(quality([]).empty == 1)
  }
}
