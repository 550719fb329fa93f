import Catalog
import Host
import Quiz
import Screen
import Text

extension Command {
  static let memory = Command(
    name: "memory",
    summary: .init("Fit the memory model to your reviews, or replay a history.", "用你的复习记录拟合记忆模型，或重放一段历史。"),
    discussion: [
      .init(
        "'memory fit' fits the 21 parameters of FSRS-6 to the earlier four fifths of your reviews and keeps them only if they predict the later fifth better; of a CSV of the FSRS community's schema it only says whether they do. 'memory replay' reads histories as JSON Lines and writes what FSRS-6 makes of each step.",
        "memory fit 用较早的五分之四复习记录拟合 FSRS-6 的 21 个参数，只有当它们能更好地预测较晚的五分之一时才保留；对 FSRS 社区格式的 CSV 只报告结果，不保留参数。memory replay 读取 JSON Lines 格式的历史，输出 FSRS-6 每一步的结果。"
      )
    ],
    operands: [Operand("action", .other(["fit", "replay"])), Operand("file", .file, isOptional: true)],
    examples: [
      .init("mlnotes memory fit", .init("fit to your own reviews", "用自己的复习记录拟合")),
      .init("mlnotes memory fit reviews.csv --json", .init("fit to a CSV", "用 CSV 拟合")),
    ],
    task: .init("fitting the memory model", "正在拟合记忆模型"),
    readsInput: true,
    run: { invocation, console throws(Failure) in
      let file = invocation.operands.count > 1 ? invocation.operands[1] : nil
      switch invocation.operands[0] {
      case "fit": return try fit(file, invocation, &console)
      case "replay": return try replay(file ?? "-", &console)
      default:
        throw Failure(.usage, "'memory' knows 'fit' and 'replay', not '\(invocation.operands[0])'")
      }
    })

  private static func fit(_ file: String?, _ invocation: Invocation, _ console: inout Console) throws(Failure)
    -> ExitCode
  {
    let fit: Fit
    if let file {
      fit = Fit(of: ReviewHistory(try reviews(in: try NoteOperand.bytes(of: file), path: file)))
    } else {
      fit = try fitOwn(invocation, &console)
    }
    // Of a file only the figures are wanted: its reviews are not the reader's.
    let isKept = fit.isBetter && file == nil
    if console.isJSON {
      console.write(fit.json(isKept: isKept).encoded + "\n")
    } else {
      console.print(fit.rows(isKept: isKept).flatMap { console.sheet.prose([Run($0[console.language])]) })
    }
    return .done
  }

  /// Fits to the reader's own log and keeps the parameters there if they are better.
  private static func fitOwn(_ invocation: Invocation, _ console: inout Console) throws(Failure) -> Fit {
    let store = ReviewStore()
    let zone = try QuizTime(invocation).zone
    let reviews = try store.log().reviews(zone: zone)
    guard reviews.count >= 400 else {
      throw Failure(.no, "\(reviews.count) reviews are too few to fit to; 400 are needed")
    }
    let fit = Fit(of: ReviewHistory(reviews) { zone.day(of: $1) - zone.day(of: $0) })
    if fit.isBetter {
      var writer = try ReviewWriter.open(store, at: Clock.now, telling: &console)
      _ = try writer.append(.parameters(fit.fitted.weights), at: Clock.now)
    }
    return fit
  }

  private static func replay(_ file: String, _ console: inout Console) throws(Failure) -> ExitCode {
    let bytes = try NoteOperand.bytes(of: file)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (i, line) in lines.enumerated() where !line.isEmpty {
      do {
        let history = try History(reading: try JSON(reading: line))
        console.write(history.replayed.encoded + "\n")
      } catch let error as HistoryError {
        throw Failure(.unusableData, "\(file):\(i + 1): \(error.message)")
      } catch {
        throw Failure(.unusableData, "\(file):\(i + 1): not a JSON object")
      }
    }
    return .done
  }

  /// The reviews of a CSV; `path` is what a complaint names.
  static func reviews(in bytes: ContiguousArray<UInt8>, path: String) throws(Failure) -> [Review] {
    do throws(Problem) {
      return try ReviewTable.reviews(in: bytes, path: path)
    } catch {
      throw Failure(.unusableData, "\(error.path)\(error.line > 0 ? ":\(error.line)" : ""): \(error.message)")
    }
  }
}

extension Fit {
  fileprivate func json(isKept: Bool) -> JSON {
    func figures(_ figure: (Calibration) -> Double) -> JSON {
      .object([("default", .number(figure(standardLater))), ("fitted", .number(figure(fittedLater)))])
    }
    return .object([
      ("schema", .string("mlnotes.fit/1")), ("reviews", .integer(reviews)),
      ("items", .object([("earlier", .integer(earlierItems)), ("later", .integer(laterItems))])),
      ("later", .object([("log_loss", figures(\.logLoss)), ("rmse_bins", figures(\.error))])),
      ("parameters", .array(fitted.weights.map(JSON.number))), ("kept", .bool(isKept)),
    ])
  }

  fileprivate func rows(isKept: Bool) -> [Wording] {
    [
      Wording(
        "\(reviews) reviews · \(earlierItems) items fitted on, \(laterItems) judged by",
        "\(reviews) 次复习 · 拟合 \(earlierItems) 项，检验 \(laterItems) 项"),
      Wording(
        "log loss  \(standardLater.logLoss.rounded(to: 4)) → \(fittedLater.logLoss.rounded(to: 4))",
        "对数损失   \(standardLater.logLoss.rounded(to: 4)) → \(fittedLater.logLoss.rounded(to: 4))"),
      Wording(
        "RMSE      \(standardLater.error.rounded(to: 4)) → \(fittedLater.error.rounded(to: 4))",
        "均方根误差 \(standardLater.error.rounded(to: 4)) → \(fittedLater.error.rounded(to: 4))"),
      isKept
        ? Wording("The fitted parameters predict the later reviews better; they are kept.", "拟合后的参数对较晚的复习预测得更好，已保留。")
        : isBetter
          ? Wording("The fitted parameters predict the later reviews better.", "拟合后的参数对较晚的复习预测得更好。")
          : Wording("The fitted parameters predict no better; they are not kept.", "拟合后的参数并不更好，不予保留。"),
    ]
  }
}
