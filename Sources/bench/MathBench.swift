import Host
import TeX
import Text

/// `bench math FILE.jsonl [UTFTEX]`: formulas a second, parsed and set as pictures, lines and MathML, on one thread;
/// beside them utftex (libtexprintf), where it is named or found.
enum MathBench {
  private static let forms: [(name: String, run: @Sendable (String) -> Int)] = [
    ("parse", { Formula(parsing: $0).mistakes.count }),
    ("picture", { Formula(parsing: $0).picture().rows.count }),
    ("picture at 80 columns", { Formula(parsing: $0).picture(limitedTo: 80).rows.count }),
    ("line", { Formula(parsing: $0).line().count }),
    ("mathml", { Formula(parsing: $0).mathML(isDisplay: true).utf8.count }),
    ("symbols", { Formula(parsing: $0).sequence.count }),
  ]

  static func run(_ arguments: [String], isJSON: Bool) throws(SystemError) {
    guard let path = arguments.first else { return print("usage: bench math FILE.jsonl [UTFTEX]") }
    let formulas = try formulas(in: path)
    guard !formulas.isEmpty else { return print("error: \(path): no formulas") }
    var figures: [(key: String, value: JSON)] = [("formulas", .integer(formulas.count))]
    for form in forms {
      var sum = 0
      let seconds = median(of: 5) { for tex in formulas { sum &+= form.run(tex) } }
      let rate = Int((Double(formulas.count) / seconds).rounded())
      figures.append((form.name, .integer(rate)))
      // The sum is printed so that no run can be optimised away.
      if !isJSON { print("\(form.name): \(rate) formulas/s, \(1_000_000_000 / rate) ns each (\(sum))") }
    }
    if let rate = rate(ofUtftex: arguments.dropFirst().first ?? "utftex", formulas) {
      figures.append(("utftex", .integer(rate)))
      if !isJSON { print("utftex: \(rate) formulas/s") }
    }
    if isJSON { print(JSON.object(figures).encoded) }
  }

  /// Formulas a second by utftex, 250 to a process so that its start hardly counts; nil where there is no such program.
  ///
  /// Where it crashes, the formulas left to that process count as set.
  private static func rate(ofUtftex program: String, _ formulas: [String]) -> Int? {
    let quoted = "'" + program.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    guard Child.run(shell: "command -v \(quoted) >/dev/null", input: []) == 0 else { return nil }
    let input = Array(formulas.joined(separator: "\0").utf8)
    let each = #"sh -c '"$0" -- "$@" || :'"#
    let seconds = median(of: 3) {
      _ = Child.run(shell: "xargs -0 -n 250 \(each) \(quoted) >/dev/null 2>&1", input: input)
    }
    return Int((Double(formulas.count) / seconds).rounded())
  }

  /// The `tex` of every line.
  private static func formulas(in path: String) throws(SystemError) -> [String] {
    var formulas: [String] = []
    for line in try File.read(path).split(separator: UInt8(ascii: "\n")) {
      do throws(JSONError) {
        if let tex = try JSON(reading: line)["tex"]?.text { formulas.append(tex) }
      } catch {
        print("skipped a line that is no JSON")
      }
    }
    return formulas
  }

  /// The median of several runs of `body`, in seconds.
  private static func median(of runs: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
      let elapsed = clock.measure(body).components
      times.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
    }
    return times.sorted()[runs / 2]
  }
}
