#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much a term says about a note: the weighted, length-normalised frequency of BM25F (Robertson et al., "Simple
/// BM25 Extension to Multiple Weighted Fields", CIKM 2004) as one of 94 steps, nine to a doubling.
///
/// The lengths are normalised by fixed ones, not by the collection's averages: so a note's impacts do not change when
/// other notes do, and an index that was updated ranks exactly like one that was rebuilt.
struct Impact: Hashable, Comparable {
  let step: UInt8

  static let mostStep: UInt8 = 93

  init(step: UInt8) { self.step = min(step, Impact.mostStep) }

  init(frequency: Float) {
    let position = (log2(max(frequency, 0.03125)) + 4.5) * 9
    step = UInt8(max(0, min(93, position.rounded())))
  }

  static func < (a: Impact, b: Impact) -> Bool { a.step < b.step }

  /// The frequency each step stands for, saturated: f / (k₁ + f) with k₁ = 1.2.
  static let saturated: [Float] = (0..<94).map { step in
    let frequency = exp2(Float(step) / 9 - 4.5)
    return frequency * 2.2 / (1.2 + frequency)
  }
}
