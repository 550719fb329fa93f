import Host
import Text

extension Workforce {
  /// All cores of the processor.
  static let allCores = Workforce(Cores.count, Cores.run)
}
