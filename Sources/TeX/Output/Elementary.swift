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
}
