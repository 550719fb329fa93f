import Host
import Markdown
import Text

/// `bench markdown FILE…`: parse alone and parse with HTML of all files, as CommonMark and as notes (GFM, math and the
/// notes' own marks); the Chinese rule is on in both. Processor time, so that other work on the machine counts little.
enum MarkdownBench {
  private struct Figure {
    var name: String
    var options: Document.Options
    var hasHTML: Bool
    /// Seconds for all files once, the best of the rounds.
    var best = Double.infinity
  }

  static func run(_ paths: [String], isJSON: Bool) throws(SystemError) {
    var files: [ContiguousArray<UInt8>] = []
    for path in paths { files.append(try File.read(path)) }
    let bytes = files.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return print("usage: bench markdown FILE... [--json]") }
    var figures = [
      Figure(name: "commonmark_parse", options: .commonMark, hasHTML: false),
      Figure(name: "commonmark_html", options: .commonMark, hasHTML: true),
      Figure(name: "notes_parse", options: .notes, hasHTML: false),
      Figure(name: "notes_html", options: .notes, hasHTML: true),
    ]
    for _ in 0..<7 {
      for i in figures.indices { figures[i].best = min(figures[i].best, seconds(figures[i], files, bytes)) }
    }
    if isJSON {
      var members: [(key: String, value: JSON)] = [("files", .integer(files.count)), ("bytes", .integer(bytes))]
      members += figures.map { ("\($0.name)_s", .number($0.best)) }
      return print(JSON.object(members).encoded)
    }
    print("\(files.count) files, \(bytes) bytes; processor time, best of 7")
    for figure in figures {
      let rate = Int(Double(bytes) / 1e6 / figure.best)
      print("\(figure.name): \(rate) MB/s, \(Int(figure.best * 1e6) / files.count) µs a file")
    }
  }

  /// Small inputs are read many times over.
  private static func seconds(_ figure: Figure, _ files: [ContiguousArray<UInt8>], _ bytes: Int) -> Double {
    let times = max(1, 4_000_000 / bytes)
    let start = Process.processorTime
    for _ in 0..<times {
      for file in files {
        let document = Document(parsing: file, options: figure.options)
        if figure.hasHTML { _ = HTML.bytes(of: document, raw: .passed).count }
      }
    }
    return Double(Process.processorTime - start) / 1e9 / Double(times)
  }
}
