import Catalog
import Markdown
import Screen
import TeX
import Text

extension Command {
  static let render = Command(
    name: "render",
    summary: .init("Turn Markdown into another form.", "把 Markdown 转成其他形式。"),
    discussion: [
      .init(
        "Reads files, or standard input for '-' or nothing. 'html' of 'commonmark' is byte for byte what the CommonMark specification prints; 'json' is the tree with the place of every node in bytes; 'text' is without markup, the cells of a table apart by tabs. Raw HTML passes in 'commonmark' and in 'gfm' but for the tags that GitHub filters; in 'notes' it is escaped.",
        "读取文件；'-' 或省略时读标准输入。'commonmark' 的 'html' 与 CommonMark 规范逐字节一致；'json' 是语法树，每个节点带字节位置；'text' 不带标记，表格单元格以制表符分隔。原始 HTML 在 'commonmark' 中保留，在 'gfm' 中除 GitHub 过滤的标签外保留，在 'notes' 中转义。"
      )
    ],
    operands: [Operand("file", .file, isOptional: true, repeats: true)],
    flags: [.renderForm, .flavor, .mathML],
    examples: [
      .init("mlnotes render --to html README.md", .init("a file as HTML", "把文件转成 HTML")),
      .init("mlnotes render --to json - <README.md", .init("its tree with byte ranges", "输出带字节位置的语法树")),
    ],
    task: .init("rendering", "正在转换"),
    readsInput: true,
    run: { invocation, console throws(Failure) in
      let form =
        RenderForm(rawValue: invocation.text(.renderForm) ?? "")
        ?? (console.isJSON ? .json : console.isPlain ? .text : .terminal)
      let flavor = Flavor(rawValue: invocation.text(.flavor) ?? "") ?? .notes
      for path in invocation.operands.isEmpty ? ["-"] : invocation.operands {
        let bytes = try NoteOperand.bytes(of: path)
        switch form {
        case .terminal:
          let note = Note(alone: bytes, path: path, options: flavor.options)
          console.print(NotePage(note, home: .none, on: console.sheet).lines)
        case .text:
          let text = Document(parsing: bytes, options: flavor.options).plainText
          if !text.isEmpty { console.writeSource(Array(text.utf8)[...]) }
        case .html:
          console.writeText(flavor.html(of: bytes, hasMathML: invocation.has(.mathML)))
        case .json: console.write(Document(parsing: bytes, options: flavor.options).json)
        }
      }
      return .done
    })
}

extension Flag {
  static let renderForm = Flag(
    "to", nil, .choice(RenderForm.allCases.map(\.rawValue)), help: .init("The form to render to.", "输出形式。"))
  static let flavor = Flag(
    "flavor", nil, .choice(Flavor.allCases.map(\.rawValue)),
    help: .init("What counts as Markdown; 'notes' unless said.", "Markdown 方言，默认 'notes'。"))
  static let mathML = Flag(
    "mathml", help: .init("In HTML, write formulas as MathML.", "HTML 中的公式写成 MathML。"))
}

private enum Flavor: String, CaseIterable {
  case commonmark, gfm, notes

  var options: Document.Options {
    switch self {
    case .commonmark: .commonMark
    case .gfm: .gfm
    case .notes: .notes
    }
  }

  func html(of bytes: ContiguousArray<UInt8>, hasMathML: Bool) -> [UInt8] {
    let formula: HTML.FormulaForm? =
      hasMathML ? { tex, isDisplay in Formula(parsing: tex).mathML(isDisplay: isDisplay) } : nil
    return HTML.bytes(of: Document(parsing: bytes, options: options), raw: rawHTML, formula: formula)
  }

  private var rawHTML: HTML.RawHTML {
    switch self {
    case .commonmark: .passed
    case .gfm: .filtered
    case .notes: .escaped
    }
  }
}

private enum RenderForm: String, CaseIterable {
  case terminal, text, html, json
}
