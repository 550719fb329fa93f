import Catalog

/// A verb of the command line: what it takes, what it says of itself, what it does.
struct Command: Sendable {
  struct Operand: Sendable {
    /// What completions offer for it.
    enum Kind: Sendable { case words, note, topic, topicOrNote, file, folder, command, shell, other([String]) }

    let name: String
    let kind: Kind
    let isOptional: Bool
    let repeats: Bool

    init(_ name: String, _ kind: Kind, isOptional: Bool = false, repeats: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
      self.repeats = repeats
    }

    /// As a usage line shows it: `<note>`, `[<topic>...]`.
    var usage: String {
      let inner = "<\(name)>" + (repeats ? "..." : "")
      return isOptional ? "[\(inner)]" : inner
    }
  }

  struct Example: Sendable {
    let line: String
    let meaning: Wording
    init(_ line: String, _ meaning: Wording) {
      self.line = line
      self.meaning = meaning
    }
  }

  let name: String
  /// One sentence.
  let summary: Wording
  /// What the summary leaves out, a paragraph an element.
  var discussion: [Wording] = []
  var operands: [Operand] = []
  var flags: [Flag] = []
  var examples: [Example] = []
  /// What is said to be going on where it takes long.
  var task = Wording("reading the notes", "正在读取笔记")
  /// Whether standard input is read where no operand is given.
  var readsInput = false
  /// Left out of help; for completion scripts.
  var isHidden = false
  let run: @Sendable (Invocation, inout Console) throws(Failure) -> ExitCode

  /// `mlnotes search <words>... [options]`.
  var usage: String {
    (["mlnotes", name] + operands.map(\.usage) + ["[options]"]).joined(separator: " ")
  }
}
