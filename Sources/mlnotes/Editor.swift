import Host

/// The reader's editor, a command line of the shell.
struct Editor {
  /// Where it opens a file, lines counted from 1.
  struct Place {
    var path: String
    var line: Int?
  }

  let command: String

  /// `$VISUAL`, else `$EDITOR`, else vi.
  static var ofReader: Editor {
    Editor(command: Environment.value("VISUAL") ?? Environment.value("EDITOR") ?? "vi")
  }

  /// Waits for the editor; gives its exit code, or nil where it could not be started.
  ///
  /// Only of the first place the line counts: vi takes it for the first file alone.
  func open(_ places: [Place]) -> Int32? {
    let others = places.dropFirst().map(\.path)
    return Child.run(shell: command, arguments: (places.first.map(arguments) ?? []) + others)
  }

  /// A line is passed over where it is not known how this editor is told.
  private func arguments(for place: Place) -> [String] {
    guard let line = place.line else { return [place.path] }
    let program = command.split(separator: " ").first?.split(separator: "/").last.map(String.init) ?? ""
    switch program {
    case "vi", "vim", "nvim", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak":
      return ["+\(line)", place.path]
    case "hx", "helix", "subl", "zed": return ["\(place.path):\(line)"]
    case "code", "codium", "code-insiders": return ["--goto", "\(place.path):\(line)"]
    default: return [place.path]
    }
  }
}
