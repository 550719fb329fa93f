#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The functions that formulas name, from the system's own.
enum Elementary {
  static let e = 2.718281828459045

  static func exp(_ x: Double) -> Double {
    #if canImport(Glibc)
    Glibc.exp(x)
    #elseif canImport(Musl)
    Musl.exp(x)
    #else
    Darwin.exp(x)
    #endif
  }

  static func log(_ x: Double) -> Double {
    #if canImport(Glibc)
    Glibc.log(x)
    #elseif canImport(Musl)
    Musl.log(x)
    #else
    Darwin.log(x)
    #endif
  }

  /// `log` is the natural logarithm, as in these notes.
  static func function(named name: String) -> ((Double) -> Double)? {
    switch name {
    case "exp": { exp($0) }
    case "log", "ln": { log($0) }
    case "sin": { sin($0) }
    case "cos": { cos($0) }
    case "tan": { tan($0) }
    case "tanh": { tanh($0) }
    case "sinh": { sinh($0) }
    case "cosh": { cosh($0) }
    default: nil
    }
  }

  /// A negative number has whole powers alone.
  static func power(_ x: Double, _ n: Double) -> Double? {
    if n == n.rounded(), abs(n) <= 1024 {
      var result = 1.0
      for _ in 0..<Int(abs(n)) { result *= x }
      return n < 0 ? 1 / result : result
    }
    guard x > 0 else { return x == 0 && n > 0 ? 0 : nil }
    return exp(n * log(x))
  }
}
