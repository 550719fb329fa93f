import Synchronization

/// Numbers in a row that two workers take from both ends until they meet, so that neither waits long for the other.
final class Run: Sendable {
  private let numbers: Range<Int>
  private let left: Atomic<Int>
  private let takenForwards = Atomic(0)
  private let takenBackwards = Atomic(0)

  init(_ numbers: Range<Int>) {
    self.numbers = numbers
    left = Atomic(numbers.count)
  }

  /// The next number from one end; nil where all are taken. Each end is one worker's.
  func next(isBackwards: Bool) -> Int? {
    guard left.wrappingSubtract(1, ordering: .relaxed).oldValue > 0 else { return nil }
    return isBackwards
      ? numbers.upperBound - takenBackwards.wrappingAdd(1, ordering: .relaxed).newValue
      : numbers.lowerBound + takenForwards.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}
