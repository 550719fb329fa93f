#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An axis's range with ticks at round numbers: one, two or five times a power of ten apart.
struct Scale {
  let low: Double
  let high: Double
  let ticks: [Double]
  private let decimals: Int

  /// About `count` ticks; with `widening` the ends move outwards to ticks.
  init(_ range: ClosedRange<Double>, ticks count: Int, widening: Bool) {
    let span = range.upperBound > range.lowerBound ? range.upperBound - range.lowerBound : 1
    let rough = span / Double(max(1, count - 1))
    let magnitude = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * magnitude }.first { $0 >= rough * 0.999 } ?? rough
    let first = (range.lowerBound / step + (widening ? 1e-9 : -1e-9)).rounded(widening ? .down : .up)
    let last = ((range.lowerBound + span) / step + (widening ? -1e-9 : 1e-9)).rounded(widening ? .up : .down)
    ticks = (0...Int(Scale.bounded(last - first, 0...100))).map { (first + Double($0)) * step }
    low = widening ? first * step : range.lowerBound
    high = widening ? last * step : range.lowerBound + span
    decimals = Int(Scale.bounded((-log10(step) - 1e-9).rounded(.up), 0...9))
  }

  /// Where a value lies between the ends: 0 to 1, outside of them down to −1 and up to 2.
  func fraction(_ value: Double) -> Double { Scale.bounded((value - low) / (high - low), -1...2) }

  /// The nearest number of a range; its lower end for what is none.
  private static func bounded(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    value >= range.lowerBound ? min(value, range.upperBound) : range.lowerBound
  }

  /// A tick's number with as many decimals as its neighbours need.
  func label(_ value: Double) -> String {
    let factor = pow(10, Double(decimals))
    let scaled = (value * factor).rounded()
    guard abs(scaled) < 1e15 else { return String(value) }
    let digits = String(Int(abs(scaled)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "−" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
