import Catalog

/// The manual page in mdoc(7), from the table of commands and flags.
enum Manual {
  static func page() -> String {
    var page = """
      .Dd $Mdocdate$
      .Dt MLNOTES 1
      .Os
      .Sh NAME
      .Nm mlnotes
      .Nd search, read and be quizzed on machine-learning notes
      .Sh SYNOPSIS
      .Nm
      .Ar command
      .Op Ar options
      .Sh DESCRIPTION
      .Nm
      searches, typesets and quizzes notes on machine learning, written in English and in Chinese.
      .Pp
      A note is named by its slug, its title or an alias in either language;
      .Ar note Ns # Ns Ar section
      names a section by its anchor or its number.
      An operand with a slash in it or ending in
      .Pa .md
      is a file, and
      .Sq -
      is standard input.
      .Pp
      The commands are:
      .Bl -tag -width Ds

      """
    for command in Commands.all where !command.isHidden {
      page += ".It Ic \(command.name)" + command.operands.map { operand($0) }.joined() + "\n"
      page += escaped(command.summary[.english]) + "\n"
      for paragraph in command.discussion { page += ".Pp\n\(escaped(paragraph[.english]))\n" }
      if !command.flags.isEmpty { page += ".Bl -tag -width Ds\n" + command.flags.map(item).joined() + ".El\n" }
    }
    page += ".El\n.Pp\nOptions of every command, before or after its name:\n.Bl -tag -width Ds\n"
    page += Flag.global.map(item).joined() + ".El\n"
    page += """
      .Sh ENVIRONMENT
      .Bl -tag -width MLNOTES_AMBIGUOUS
      .It Ev MLNOTES_DIR
      The folder of notes.
      .It Ev MLNOTES_LANG
      The language of the interface and of the notes shown: en, zh or both.
      .It Ev MLNOTES_PAGER , PAGER
      The pager for output longer than the screen.
      .It Ev MLNOTES_AMBIGUOUS
      .Sq wide
      where the terminal draws East Asian ambiguous characters two columns wide.
      .It Ev NO_COLOR , FORCE_COLOR
      No colour, or colour also where the output is no terminal.
      .El
      .Sh FILES
      .Bl -tag -width Ds
      .It Pa ${XDG_DATA_HOME:-~/.local/share}/mlnotes/reviews/
      The answers, one file a machine, to which lines are only added.
      .It Pa ${XDG_CACHE_HOME:-~/.cache}/mlnotes/
      Indexes of folders of notes, and what is kept of their cards and of the log; may be deleted, but a card without an
      id whose question is edited right then begins anew.
      .El
      .Sh EXIT STATUS
      0 done; 1 the answer is no (nothing found, nothing due with --count, mistakes in notes); 64 wrong usage;
      65 unusable data; 66 no such note or file; 70 a bug; 73 cannot write; 74 cannot read; 130 interrupted.
      .Sh EXAMPLES
      .Bd -literal -offset indent

      """
    for command in Commands.all { for example in command.examples { page += escaped(example.line) + "\n" } }
    return page + ".Ed\n"
  }

  private static func operand(_ operand: Command.Operand) -> String {
    let name = "Ar \(operand.name)" + (operand.repeats ? " ..." : "")
    return operand.isOptional ? " Op \(name)" : " \(name)"
  }

  private static func item(_ flag: Flag) -> String {
    let letter = flag.letter.map { " Fl \($0) ," } ?? ""
    let value: String =
      switch flag.value {
      case .none: ""
      case .choice(let choices): " Ar " + choices.joined(separator: " | ")
      case .text(let name), .number(let name, _), .choices(let name, _), .folder(let name): " Ar \(name)"
      case .topic: " Ar topic"
      }
    return ".It\(letter) Fl -\(flag.name)\(value)\n\(escaped(flag.description(in: .english)))\n"
  }

  /// Sentences as roff takes them: each on a line of its own, no control character at its start, no escape inside.
  private static func escaped(_ text: String) -> String {
    let sentences = text.replacing(". ", with: ".\n").replacing("? ", with: "?\n").split(separator: "\n")
    return sentences.map { escapedLine(String($0)) }.joined(separator: "\n")
  }

  private static func escapedLine(_ text: String) -> String {
    let plain = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
    let line = plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    return String(line.flatMap { $0.isASCII ? String($0) : $0.unicodeScalars.map { "\\[u\(hex($0.value))]" }.joined() })
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
