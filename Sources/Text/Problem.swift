/// A mistake with its place and the way out, as a person reads it.
package struct Problem: Error, Sendable, Hashable {
  package enum Severity: Sendable { case error, warning }

  package var severity: Severity
  package var path: String
  /// Counted from 1; 0 where the problem is the whole file's.
  package var line: Int
  /// Counted in Unicode scalars from 1.
  package var column: Int
  package var message: String
  /// What to do about it, where that can be said.
  package var hint: String?

  package init(
    _ severity: Severity = .error, path: String, line: Int = 0, column: Int = 0, message: String, hint: String? = nil
  ) {
    self.severity = severity
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}
