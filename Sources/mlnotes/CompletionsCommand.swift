import Catalog
import Screen
import Search

extension Command {
  static let completions = Command(
    name: "completions",
    summary: .init("Print a completion script (bash, zsh, fish).", "输出补全脚本（bash、zsh、fish）。"),
    discussion: [
      .init(
        "bash: add 'source <(mlnotes completions bash)' to ~/.bashrc. zsh: write it to _mlnotes in a folder of $fpath. fish: write it to ~/.config/fish/completions/mlnotes.fish.",
        "bash：在 ~/.bashrc 中加入 source <(mlnotes completions bash)；zsh：写入 $fpath 中某个文件夹的 _mlnotes；fish：写入 ~/.config/fish/completions/mlnotes.fish。"
      )
    ],
    operands: [Operand("shell", .shell)],
    run: { invocation, console throws(Failure) in
      guard let shell = Completions.Shell(rawValue: invocation.operands[0]) else {
        let shells = Completions.Shell.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "no completions for '\(invocation.operands[0])'; the shells are \(shells)")
      }
      console.write(Completions.script(for: shell))
      return .done
    })

  /// What the completion scripts call: the candidates for a word, one a line.
  static let complete = Command(
    name: "complete", summary: .init("Print completions of a word.", "输出一个词的补全。"),
    operands: [
      Operand("kind", .other(["notes", "topics", "both"])), Operand("prefix", .words, isOptional: true),
    ],
    flags: [.quoted],
    isHidden: true,
    run: { invocation, console throws(Failure) in
      let prefix = invocation.operands.count > 1 ? invocation.operands[1] : ""
      let source = try NoteSource(for: invocation)
      let index = try SearchSource(source).index()
      for candidate in candidates(invocation.operands[0], prefix, index, source, console.language) {
        // What a shell inserts as it stands it also obeys, and anybody's folder may have any names.
        console.record([invocation.has(.quoted) ? candidate.shellWord : candidate])
      }
      return .done
    })

  private static func candidates(
    _ kind: String, _ prefix: String, _ index: Index, _ source: NoteSource, _ language: Language
  ) -> [String] {
    let topics = kind == "notes" ? [] : index.topics.filter { $0.hasPrefix(prefix) }
    if kind == "topics" { return topics }
    if let mark = prefix.firstIndex(of: "#") {
      let slug = String(prefix[..<mark])
      guard let path = index.path(of: slug, in: language), let text = source.text(of: path) else { return [] }
      return Note(parsing: text, path: path).sections.map { "\(slug)#\($0.anchor)" }.filter { $0.hasPrefix(prefix) }
    }
    return (kind == "both" ? topics : []) + index.slugs(startingWith: prefix)
  }
}

extension Flag {
  fileprivate static let quoted = Flag(
    "quoted", help: .init("Quote what a shell would take for more than a word.", "为 shell 加引号。"))
}
