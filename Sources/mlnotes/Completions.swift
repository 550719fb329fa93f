import Catalog

/// Completion scripts from the table of commands and flags.
enum Completions {
  enum Shell: String, CaseIterable { case bash, zsh, fish }

  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static var visible: [Command] { Commands.all.filter { !$0.isHidden } }

  /// The kind that `mlnotes complete` knows, for operands that are notes or topics.
  private static func dynamicKind(_ kind: Command.Operand.Kind) -> String? {
    switch kind {
    case .note: "notes"
    case .topic: "topics"
    case .topicOrNote: "both"
    case .words, .file, .folder, .command, .shell, .other: nil
    }
  }

  private static func fixedChoices(_ kind: Command.Operand.Kind) -> [String] {
    switch kind {
    case .command: visible.map(\.name)
    case .shell: Shell.allCases.map(\.rawValue)
    case .other(let choices): choices
    case .words, .note, .topic, .topicOrNote, .file, .folder: []
    }
  }

  private static var bash: String {
    let taking = allFlags.filter(\.takesValue)
    let takingValues = taking.map { "--\($0.name)" } + taking.compactMap(\.letter).map { "-\($0)" }
    var script = """
      # bash completion of mlnotes; source it from ~/.bashrc.
      _mlnotes() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= operands=0 i flag notes=()
        # bash splits at '=' and ':', which are no part of our words; '#' starts a section and is.
        [[ $before == --* && $word == = ]] && word=
        [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            \(Set(takingValues).sorted().joined(separator: "|")))
              flag=${COMP_WORDS[i]}; ((i++)); [[ ${COMP_WORDS[i]} == = ]] && ((i++))
              [[ $flag == --notes && i -lt COMP_CWORD ]] && notes=(--notes "${COMP_WORDS[i]/#\\~/$HOME}") ;;
            -?*) ;;
            *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else ((operands++)); fi ;;
          esac
        done
        COMPREPLY=()
        case $before in

      """
    for flag in allFlags {
      switch flag.value {
      case .choice(let choices):
        script +=
          "    --\(flag.name)) COMPREPLY=($(compgen -W '\(choices.joined(separator: " "))' -- \"$word\")); return ;;\n"
      case .choices(_, let choices):
        script += "    --\(flag.name)) COMPREPLY=($(compgen -P \"${word%\"${word##*,}\"}\" "
        script += "-W '\(words(choices()))' -- \"${word##*,}\")); return ;;\n"
      case .folder: script += "    --\(flag.name)) \(bashPaths("-d")); return ;;\n"
      case .topic:
        script +=
          "    --\(flag.name)) \(bashCandidates("topics")); return ;;\n"
      case .text, .number: script += "    --\(flag.name)) return ;;\n"
      case .none: break
      }
    }
    script += """
        esac
        if [[ -z $command ]]; then
          COMPREPLY=($(compgen -W '\(words(visible.map(\.name)) + " " + flagWords(Flag.global))' -- "$word"))
          return
        fi
        case $command in

      """
    for command in visible {
      script += "    \(command.name))\n      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '"
      script += flagWords(command.flags + Flag.global) + "' -- \"$word\")); return; fi\n"
      script += "      case $operands in\n"
      for (i, operand) in command.operands.enumerated() {
        let isLast = i == command.operands.count - 1
        script += "      \(isLast ? "*" : "\(i)"))\n" + bashOperand(operand.kind) + "      ;;\n"
      }
      script += "      esac ;;\n"
    }
    return script + "  esac\n}\ncomplete -F _mlnotes mlnotes\n"
  }

  private static func bashCandidates(_ kind: String) -> String {
    "mapfile -t COMPREPLY < <(mlnotes complete \"${notes[@]}\" --quoted \(kind) \"$word\" 2>/dev/null)"
  }

  /// Names of files with spaces are one word each, which bash then quotes.
  private static func bashPaths(_ action: String) -> String {
    "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen \(action) -- \"$word\")"
  }

  private static func bashOperand(_ kind: Command.Operand.Kind) -> String {
    if let dynamic = dynamicKind(kind) {
      return "      \(bashCandidates(dynamic))\n"
        + (dynamic == "notes" ? "      [[ ${#COMPREPLY[@]} == 0 ]] && { \(bashPaths("-f -X '!*.md'")); }\n" : "")
    }
    switch kind {
    case .file: return "      \(bashPaths("-f"))\n"
    case .folder: return "      \(bashPaths("-d"))\n"
    default:
      let choices = fixedChoices(kind)
      return choices.isEmpty ? "" : "      COMPREPLY=($(compgen -W '\(words(choices))' -- \"$word\"))\n"
    }
  }

  private static var zsh: String {
    var script = """
      #compdef mlnotes
      # zsh completion of mlnotes; source it behind compinit, or put it into a folder of $fpath as _mlnotes.
      # The last argument says of what kind; those before it are _arguments' own for compadd.
      _mlnotes_candidates() {
        local -a found notes
        local i
        for ((i = 2; i < $#line_words; i++)); do
          [[ $line_words[i] == --notes && i+1 -lt $#line_words ]] && notes=(--notes "${(Q)line_words[i+1]/#\\~/$HOME}")
          [[ $line_words[i] == --notes=* ]] && notes=("${(Q)line_words[i]/=\\~/=$HOME}")
        done
        found=("${(@f)$(mlnotes complete $notes --quoted ${@[-1]} "$PREFIX" 2>/dev/null)}")
        compadd "${@[1,-2]}" -Q -- $found
      }
      _mlnotes() {
        local curcontext=$curcontext state line
        # _arguments leaves only the command and what follows it.
        local -a commands line_words=("${words[@]}")
        commands=(

      """
    for command in visible { script += "    '\(command.name):\(quoted(command.summary[.english]))'\n" }
    script += "  )\n  _arguments -C \\\n"
    for flag in Flag.global { script += "    " + zshFlag(flag) + " \\\n" }
    script += "    '1:command:->command' '*::operand:->operand'\n  case $state in\n"
    script += "    command) _describe command commands ;;\n    operand)\n      case $line[1] in\n"
    for command in visible {
      let specs = (command.flags + Flag.global).map(zshFlag) + command.operands.map(\.kind).compactMap(zshOperand)
      script += "        \(command.name)) _arguments \(specs.isEmpty ? ":" : specs.joined(separator: " ")) ;;\n"
    }
    // From a folder of $fpath it is run to complete; sourced it is registered.
    return script
      + "      esac ;;\n  esac\n}\nif [[ $funcstack[1] == _mlnotes ]]; then _mlnotes \"$@\"; else\n"
      // A shell without a setup of its own has no completions yet.
      + "  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\n  compdef _mlnotes mlnotes\nfi\n"
  }

  private static func zshFlag(_ flag: Flag) -> String {
    let help = quoted(flag.description(in: .english)).replacing("[", with: "(").replacing("]", with: ")")
    let action: String =
      switch flag.value {
      case .none: ""
      case .choice(let choices): ":value:(\(words(choices)))"
      case .choices(let name, let choices): ":\(name):_values -s , \(name) \(words(choices()))"
      case .folder: ":folder:_directories"
      case .topic: ":topic:_mlnotes_candidates topics"
      case .text, .number: ":value:"
      }
    return "'--\(flag.name)[\(help)]\(action)'"
  }

  /// A file, a folder or a note may stand in all places that no other operand has.
  private static func zshOperand(_ kind: Command.Operand.Kind) -> String? {
    if let dynamic = dynamicKind(kind) { return "'*:note:_mlnotes_candidates \(dynamic)'" }
    switch kind {
    case .file: return "'*:file:_files'"
    case .folder: return "'*:folder:_directories'"
    default:
      let choices = fixedChoices(kind)
      return choices.isEmpty ? nil : "'1:value:(\(words(choices)))'"
    }
  }

  private static var fish: String {
    var script = """
      # fish completion of mlnotes; put it into ~/.config/fish/completions/mlnotes.fish.
      function __mlnotes_notes
        set -l words (commandline -opc)
        set -l place (contains -i -- --notes $words)
        and test $place -lt (count $words)
        and printf '%s\\n' --notes (string replace -r -- '^~' $HOME $words[(math $place + 1)])
        string replace -r -- '^--notes=~' --notes=$HOME (string match -- '--notes=*' $words)
      end
      complete -c mlnotes -f

      """
    for command in visible {
      script +=
        "complete -c mlnotes -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary[.english]))'\n"
    }
    for flag in Flag.global { script += fishFlag(flag, in: nil) }
    for command in visible {
      var condition = "__fish_seen_subcommand_from \(command.name)"
      for flag in command.flags { script += fishFlag(flag, in: "'\(condition)'") }
      for operand in command.operands {
        script += fishOperand(operand.kind, in: "'\(condition)'")
        let choices = words(fixedChoices(operand.kind))
        if !choices.isEmpty { condition += "; and __fish_seen_subcommand_from \(choices)" }
      }
    }
    return script
  }

  private static func fishCandidates(_ kind: String) -> String {
    "(mlnotes complete (__mlnotes_notes) \(kind) (commandline -ct) 2>/dev/null)"
  }

  private static func fishOperand(_ kind: Command.Operand.Kind, in condition: String) -> String {
    let start = "complete -c mlnotes -n \(condition)"
    let choices = fixedChoices(kind)
    if !choices.isEmpty { return "\(start) -a '\(words(choices))'\n" }
    let notes = dynamicKind(kind).map { "\(start) -a '\(fishCandidates($0))'\n" }
    return switch kind {
    case .file, .folder, .note: (notes ?? "") + "\(start) -F\n"
    default: notes ?? ""
    }
  }

  private static func fishFlag(_ flag: Flag, in condition: String?) -> String {
    var line = "complete -c mlnotes"
    if let condition { line += " -n \(condition)" }
    line += " -l \(flag.name)"
    if let letter = flag.letter { line += " -s \(letter)" }
    switch flag.value {
    case .none: break
    case .choice(let choices): line += " -x -a '\(words(choices))'"
    case .choices(_, let choices):
      line += " -x -a '(__fish_complete_list , \"printf %s\\\\n \(words(choices()))\")'"
    case .folder: line += " -r -a '(__fish_complete_directories)'"
    case .topic: line += " -x -a '\(fishCandidates("topics"))'"
    case .text, .number: line += " -x"
    }
    return line + " -d '\(quoted(flag.description(in: .english)))'\n"
  }

  private static var allFlags: [Flag] {
    var seen: Set<String> = []
    return (Flag.global + visible.flatMap(\.flags)).filter { seen.insert($0.name).inserted }
  }

  private static func flagWords(_ flags: [Flag]) -> String { words(flags.map { "--\($0.name)" }) }

  private static func words(_ list: [String]) -> String { list.joined(separator: " ") }

  /// For inside single quotes of any of the three shells.
  private static func quoted(_ text: String) -> String {
    text.replacing("'", with: "").replacing(":", with: " -")
  }
}
