import Quiz
import Testing
import Text

@Suite struct ScheduleTests {
  @Test func `a fuzzed interval stays in its range and every day of it is as likely`() {
    for interval in [3, 10, 47] {
      let range = Fuzz.range(of: interval, longest: 36_500)
      var counts: [Int: Int] = [:]
      for review in 0..<40_000 {
        var random = SplitMix64(card: "card".stableHash, review: review)
        counts[Fuzz.interval(interval, at: random.unit(), longest: 36_500), default: 0] += 1
      }
      #expect(Set(counts.keys) == Set(range))
      let mean = 40_000 / Double(range.count)
      #expect(counts.values.allSatisfy { abs(Double($0) - mean) < 5 * mean.squareRoot() })
    }
  }

  @Test func `a better grade rests longer, and a grown interval is longer than the one before`() {
    let schedule = Schedule()
    for card in 0..<200 {
      var progress: Progress?
      for review in 0..<12 {
        let before = progress.map { schedule.scheduler.interval(for: $0.memory) } ?? 0
        let choices = schedule.choices(
          for: progress, after: review == 0 ? 0 : before, card: UInt64(card), reviews: review)
        let waits = choices.dropFirst().map(\.wait.seconds)
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 })
        if progress?.phase == .review, case .days(let days) = choices[2].wait { #expect(days > before) }
        progress = choices[review % 5 == 3 ? 1 : 2].progress
      }
    }
  }

  @Test func `the same card and review draw the same day`() {
    let progress = Progress(memory: Memory(stability: 30, difficulty: 5), phase: .review)
    let draws = (0..<2).map { _ in
      Schedule().choices(for: progress, after: 30, card: 7, reviews: 4).map(\.wait)
    }
    #expect(draws[0] == draws[1])
  }

  @Test func `no interval is longer than the longest`() {
    var schedule = Schedule()
    schedule.scheduler.longestInterval = 50
    let progress = Progress(memory: Memory(stability: 900, difficulty: 2), phase: .review)
    for review in 0..<50 {
      for choice in schedule.choices(for: progress, after: 60, card: 3, reviews: review) {
        #expect(choice.wait.seconds <= 50 * 86_400)
      }
    }
  }

  @Test func `memory is flat on the day of review and falls to nine tenths at its stability`() {
    let memory = Memory(stability: 12, difficulty: 4)
    #expect(memory.recall(after: 0) == 1)
    #expect(abs(memory.recall(after: 12) - 0.9) < 1e-12)
    #expect(memory.recall(after: -3) == 1)
  }

  @Test func `few reviews leave the parameters alone`() {
    let reviews = (0..<5).map { Review(card: "a", time: $0 * 172_800_000, grade: .good) }
    #expect(Fit(of: ReviewHistory(reviews)).fitted == .standard)
  }

  @Test func `no stability grows until recall is no number`() throws {
    var weights = Parameters.standard.weights
    weights.replaceSubrange(17...19, with: [2, 2, 1e-5])
    let parameters = try #require(Parameters(weights))
    var memory = Memory(first: .easy, under: parameters)
    for _ in 0..<200 { memory = memory.reviewed(.easy, after: 0, under: parameters) }
    memory = memory.reviewed(.again, after: 0, under: parameters)
    #expect(memory.stability.isFinite && 0...1 ~= memory.recall(after: 3, under: parameters))
  }

  @Test func `an interval below all numbers is a day`() throws {
    var scheduler = Scheduler()
    scheduler.parameters = try #require(Parameters(Parameters.standard.weights.dropLast() + [-1e16]))
    scheduler.retention = 1e-10
    #expect(scheduler.interval(for: Memory(stability: 1, difficulty: 5)) == 1)
  }
}
