import Host
import Markdown
import Text

/// `bench markdown FILE…`: parse and HTML of all files, with GFM, math and the Chinese rule on.
enum MarkdownBench {
  static func run(_ paths: [String], isJSON: Bool) throws(SystemError) {
    var files: [ContiguousArray<UInt8>] = []
    for path in paths { files.append(try File.read(path)) }
    let bytes = files.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return print("usage: bench markdown FILE...") }
    let clock = ContinuousClock()
    var parses: [Duration] = []
    var wholes: [Duration] = []
    for _ in 0..<9 {
      var parse = Duration.zero
      var whole = Duration.zero
      for file in files {
        let start = clock.now
        let document = Document(parsing: file)
        parse += clock.now - start
        _ = HTML.bytes(of: document, raw: .passed).count
        whole += clock.now - start
      }
      parses.append(parse)
      wholes.append(whole)
    }
    let parse = rate(bytes, parses.sorted()[4])
    let whole = rate(bytes, wholes.sorted()[4])
    if isJSON {
      let members: [(key: String, value: JSON)] = [
        ("files", .integer(files.count)), ("bytes", .integer(bytes)), ("parse_mb_s", .number(parse)),
        ("html_mb_s", .number(whole)),
      ]
      print(JSON.object(members).encoded)
    } else {
      print(
        "\(files.count) files, \(bytes) bytes; medians of 9 runs: parse \(Int(parse)) MB/s, with HTML \(Int(whole)) MB/s"
      )
    }
  }

  private static func rate(_ bytes: Int, _ time: Duration) -> Double { Double(bytes) / 1e6 / (time / .seconds(1)) }
}
