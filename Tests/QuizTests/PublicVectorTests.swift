import Quiz
import Testing
import Text

@Suite(.enabled(if: Suites.folder != nil, Comment(rawValue: Suites.reason)))
struct PublicVectorTests {
  @Test(arguments: ["vectors", "vectors-parameters", "vectors-edge"])
  func `every step equals py-fsrs`(name: String) throws {
    var worst = 0.0
    func compare(_ mine: JSON?, _ theirs: JSON?, _ name: String) {
      // There is no recall before the first answer: both say so.
      let isNone = if case (.null?, .null?) = (mine, theirs) { true } else { false }
      #expect(isNone || mine?.number != nil && theirs?.number != nil, "\(name)")
      guard let a = theirs?.number, let b = mine?.number else { return }
      worst = max(worst, abs(a - b) / max(1e-12, abs(a)))
    }
    for line in try Suites.lines("fsrs/\(name).jsonl") {
      let replayed = try History(reading: line).replayed["steps"]?.elements ?? []
      let wanted = line["steps"]?.elements ?? []
      #expect(replayed.count == wanted.count)
      for (mine, theirs) in zip(replayed, wanted) {
        for key in ["stability", "difficulty", "r_before"] { compare(mine[key], theirs[key], key) }
        for key in ["state", "step", "interval_s"] { #expect(mine[key]?.number == theirs[key]?.number) }
        for grade in ["1", "2", "3", "4"] {
          let (a, b) = (theirs["next"]?[grade]?.elements ?? [], mine["next"]?[grade]?.elements ?? [])
          try #require(a.count == 5 && b.count == 5)
          #expect([0, 1, 4].allSatisfy { a[$0].number == b[$0].number })
          for i in [2, 3] { compare(b[i], a[i], "next \(grade) \(i)") }
        }
      }
    }
    #expect(worst <= 1e-9)
  }

  @Test func `gradients equal the public ones`() throws {
    for batch in try Suites.json("fsrs/grad_vectors.json").elements ?? [] {
      let parameters = try #require(Parameters((batch["w"]?.elements ?? []).compactMap(\.number)))
      var slope = Slope(at: parameters)
      for item in batch["items"]?.elements ?? [] {
        var reviews: [ReviewSequence.Review] = []
        for pair in item.elements ?? [] {
          let numbers = (pair.elements ?? []).compactMap(\.integer)
          reviews.append(.init(try #require(Grade(rawValue: numbers[0])), after: numbers[1]))
        }
        reviews[reviews.count - 1].weight = 1
        slope.add(ReviewSequence(reviews))
      }
      let loss = try #require(batch["loss_sum"]?.number)
      #expect(abs(slope.loss - loss) <= 1e-6 * abs(loss))
      let smooth = (batch["smooth"]?.elements ?? []).map(\.isTrue)
      for (i, wanted) in (batch["grad_sum"]?.elements ?? []).compactMap(\.number).enumerated() where smooth[i] {
        #expect(abs(slope.gradient[i] - wanted) <= 1e-6 * max(1, abs(wanted)), "w\(i)")
      }
    }
  }

  @Test func `the range of each fuzzed interval is the public one`() throws {
    guard case .object(let ranges) = try Suites.json("fsrs/fuzz_ranges.json") else { return }
    for (interval, bounds) in ranges {
      let range = Fuzz.range(of: try #require(Int(interval)), longest: 36_500)
      #expect([range.lowerBound, range.upperBound] == bounds.elements?.compactMap(\.integer), "\(interval)")
    }
  }
}
