import Catalog
import Host
import Markdown
import Screen
import TeX
import Text

extension Command {
  static let math = Command(
    name: "math",
    summary: .init("Typeset a formula.", "排版一个公式。"),
    discussion: [
      .init(
        "TeX in KaTeX's language, without dollars; '-' or nothing reads it from standard input. What is wrong in it is set as well as it can be, and reported.",
        "KaTeX 语言的 TeX 公式，不带美元号；'-' 或省略时从标准输入读取。有错的地方尽量排出，并报告错误。"),
      .init(
        #"With --batch, standard input holds JSON Lines of {"id","tex","display"}, and each answer is a line {"id","output","problems":[{"offset","message"}]}: plain text, bold letters as 𝐱."#,
        #"使用 --batch 时，标准输入每行一个 JSON 对象 {"id","tex","display"}，每个回答一行 {"id","output","problems":[{"offset","message"}]}：纯文本，粗体写作 𝐱。"#
      ),
    ],
    operands: [Operand("tex", .words, isOptional: true)],
    flags: [.mathForm, .batch],
    examples: [
      .init(#"mlnotes math '\frac{\partial L}{\partial x}'"#, .init("a fraction in two dimensions", "二维排出一个分式")),
      .init(#"mlnotes math --to line '\sum_{i=1}^n x_i^2'"#, .init("on one line", "排成一行")),
    ],
    task: .init("typesetting", "正在排版"),
    readsInput: true,
    run: { invocation, console throws(Failure) in
      let form = FormulaForm(rawValue: invocation.text(.mathForm) ?? "") ?? .picture
      if invocation.has(.batch) {
        try printBatch(form, &console)
        return .done
      }
      var tex = invocation.operands.first ?? "-"
      if tex == "-" { tex = String(decoding: try standardInput(), as: UTF8.self) }
      while tex.last == "\n" { tex.removeLast() }
      let formula = Formula(parsing: tex)
      var setting = Setting()
      setting.isASCII = console.surface.isASCII
      setting.hasBoldLetters = !console.surface.hasColor
      setting.ambiguous = console.surface.ambiguous
      form.print(formula, setting, &console)
      guard let first = formula.mistakes.first else { return .done }
      let column = tex.utf8.prefix(first.offset).reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      let more = formula.mistakes.count - 1
      let rest = more > 0 ? "; and \(more) more" : ""
      throw Failure(.no, "\(first.message), column \(column)" + rest, hint: first.hint)
    })

  /// One formula a line in, one answer a line out.
  private static func printBatch(_ form: FormulaForm, _ console: inout Console) throws(Failure) {
    var setting = Setting()
    setting.hasBoldLetters = true
    setting.isASCII = console.surface.isASCII || form == .ascii
    setting.ambiguous = console.surface.ambiguous
    let width = console.width
    var input = LineReader()
    var number = 0
    while let line = input.next() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      let request: JSON
      do throws(JSONError) { request = try JSON(reading: line) } catch {
        throw Failure(.unusableData, "line \(number) of standard input is no JSON")
      }
      guard let tex = request["tex"]?.text else {
        throw Failure(.unusableData, "line \(number) of standard input has no string 'tex'")
      }
      let formula = Formula(parsing: tex)
      let isDisplay = request["display"]?.isTrue ?? true
      let problems = formula.mistakes.map { mistake in
        JSON.object([("offset", .integer(mistake.offset)), ("message", .string(mistake.message))])
      }
      let output = form.text(of: formula, setting, isDisplay: isDisplay, width: width)
      console.write(
        JSON.object([("id", request["id"] ?? .null), ("output", .string(output)), ("problems", .array(problems))])
          .encoded
          + "\n")
      // Who asked may wait for this answer before the next question.
      console.flush()
    }
    if let failure = input.failure { throw Failure(.cannotRead, "cannot read standard input: \(failure.reason)") }
  }

  private static func standardInput() throws(Failure) -> ContiguousArray<UInt8> {
    do throws(SystemError) { return try File.readStandardInput(atMost: Document.mostBytes) } catch {
      throw Failure(.cannotRead, "cannot read standard input: \(error.reason)")
    }
  }
}

extension Flag {
  static let mathForm = Flag(
    "to", nil, .choice(FormulaForm.allCases.map(\.rawValue)),
    help: .init("Which form to print. (default: picture)", "输出哪种形式。（默认 picture）"))
  static let batch = Flag("batch", help: .init("Read JSON Lines and answer in JSON Lines.", "逐行读取 JSON 并逐行回答。"))
}

/// The forms `math` prints a formula in.
enum FormulaForm: String, CaseIterable {
  case picture, line, ascii, mathml

  fileprivate func print(_ formula: Formula, _ setting: Setting, _ console: inout Console) {
    var setting = setting
    switch self {
    case .picture: console.print(formula.picture(limitedTo: console.width, as: setting).trimmed)
    case .line: console.print([formula.line(as: setting)])
    case .ascii:
      setting.isASCII = true
      console.print(formula.picture(limitedTo: console.width, as: setting).trimmed)
    case .mathml:
      console.writeText(Array((formula.mathML(isDisplay: true) + "\n").utf8))
    }
  }

  fileprivate func text(of formula: Formula, _ setting: Setting, isDisplay: Bool, width: Int) -> String {
    switch self {
    case .picture, .ascii: formula.picture(limitedTo: width, as: setting).text
    case .line: formula.line(as: setting).map(\.text).joined()
    case .mathml: formula.mathML(isDisplay: isDisplay)
    }
  }
}

extension Picture {
  /// The rows without the spaces at their ends.
  fileprivate var trimmed: [[Run]] {
    rows.map { row in
      var row = row
      while var last = row.popLast() {
        while last.text.last == " " { last.text.removeLast() }
        if !last.text.isEmpty {
          row.append(last)
          break
        }
      }
      return row
    }
  }
}
