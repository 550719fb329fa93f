import Foundation
import Quiz
import Text

/// The public test data, where `MLNOTES_SUITES` names its folder.
enum Suites {
  static let folder = ProcessInfo.processInfo.environment["MLNOTES_SUITES"]

  /// What a test that needs the data says where it is skipped.
  static let reason = "MLNOTES_SUITES does not name the folder of the public suites"

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder ?? "")/\(path)", encoding: .utf8)
  }

  static func json(_ path: String) throws -> JSON { try JSON(reading: text(path)) }

  static func lines(_ path: String) throws -> [JSON] {
    try text(path).split(separator: "\n").map { try JSON(reading: String($0)) }
  }
}
