extension String {
  /// As a word of a command line that can be copied into a shell: in single quotes where it needs them.
  package var shellWord: String {
    let isPlain = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_./#%+=:,@".unicodeScalars.contains($0)
    }
    return isPlain && !isEmpty && !hasPrefix("#") ? self : "'\(replacing("'", with: #"'\''"#))'"
  }

  /// A command as a sentence names it: in quotes, unless it has quotes of its own.
  package var quotedCommand: String { contains("'") ? self : "'\(self)'" }
}
