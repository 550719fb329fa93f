import Host
import TeX
import Text

/// Any bytes as a formula, in every form; traps where a picture breaks its promises.
func fuzzFormula(_ bytes: [UInt8]) {
  let formula = Formula(parsing: String(decoding: bytes, as: UTF8.self))
  for columns in [Int.max, 60, 10] { check(formula.picture(limitedTo: columns), columns, formula) }
  var ascii = Setting()
  ascii.isASCII = true
  let plain = formula.picture(limitedTo: 60, as: ascii)
  check(plain, 60, formula)
  for scalar in plain.text.unicodeScalars where !scalar.isASCII {
    // What ASCII has no word for is shown as it is.
    let alone = Formula(parsing: String(Character(scalar))).line(as: ascii).map(\.text).joined()
    if alone.unicodeScalars.allSatisfy(\.isASCII) { fatalError("\(scalar) in ASCII: \(formula.source)\n\(plain.text)") }
  }
  _ = formula.line()
  _ = formula.line(as: ascii)
  _ = formula.mathML(isDisplay: true)
  _ = formula.sequence
  _ = formula.canonical
  var model = Model(0)
  _ = model.worth(of: formula)
}

/// Traps where a picture is not what it promises to be, and says of which formula.
private func check(_ picture: Picture, _ columns: Int, _ formula: Formula) {
  guard let fault = fault(of: picture, columns) else { return }
  fatalError("\(fault) at \(columns) columns: \(formula.source)\n\(picture.text)")
}

private func fault(of picture: Picture, _ columns: Int) -> String? {
  guard picture.rows.indices.contains(picture.baseline) else { return "the baseline is no row" }
  for row in picture.rows {
    var width = 0
    for scalar in row.lazy.flatMap(\.text.unicodeScalars) {
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return "the control character \(scalar.value)" }
      width += scalar.columns()
    }
    if width != picture.width { return "a row of \(width) columns in a picture of \(picture.width)" }
    if width > max(columns, 4) { return "a row of \(width) columns" }
  }
  return nil
}

/// Every prefix of every formula in a file, and 100,000 mutations: says how many, and the slowest.
func abuseFormulas(in path: String) {
  let formulas = contents(of: path).split(separator: UInt8(ascii: "\n")).compactMap { line -> [UInt8]? in
    do throws(JSONError) { return (try JSON(reading: line)["tex"]?.text).map { Array($0.utf8) } } catch { return nil }
  }
  guard !formulas.isEmpty else { return }
  var trial = Trial()
  for formula in formulas { for end in 0...formula.count { trial.run(Array(formula[..<end])) } }
  print("\(trial.count) prefixes, slowest \(trial.slowestInMilliseconds) ms: \(trial.slowest.prefix(100))")
  trial = Trial()
  var random = SplitMix64(seed: 42)
  for _ in 0..<100_000 {
    var bytes = formulas[random.below(formulas.count)]
    for _ in 0...random.below(4) { random.mutate(&bytes, formulas) }
    trial.run(bytes)
  }
  print("\(trial.count) mutations, slowest \(trial.slowestInMilliseconds) ms: \(trial.slowest.prefix(100))")
}

/// Runs inputs and remembers the slowest, by the processor's time: other work beside it does not count.
private struct Trial {
  private(set) var count = 0
  private(set) var slowestInMilliseconds = 0.0
  private(set) var slowest = ""

  mutating func run(_ bytes: [UInt8]) {
    count += 1
    let start = Process.processorTime
    fuzzFormula(bytes)
    let milliseconds = Double(Process.processorTime - start) / 1e6
    guard milliseconds > slowestInMilliseconds else { return }
    slowestInMilliseconds = milliseconds
    slowest = String(decoding: bytes, as: UTF8.self)
  }
}

extension SplitMix64 {
  /// Deletes, doubles, swaps or flips bytes, or puts a piece of another formula in.
  fileprivate mutating func mutate(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    guard !bytes.isEmpty else { return }
    let at = below(bytes.count)
    switch below(6) {
    case 0: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(4)))
    case 1: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 1 + below(8))], at: at)
    case 2: bytes.swapAt(at, below(bytes.count))
    case 3: bytes[at] = UInt8(below(256))
    case 4: bytes.insert(Array("{}\\&_^$[]%'".utf8)[below(11)], at: at)
    default:
      let other = others[below(others.count)]
      let from = below(other.count)
      bytes.insert(contentsOf: other[from..<min(other.count, from + below(24))], at: at)
    }
  }
}
