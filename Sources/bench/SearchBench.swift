import Catalog
import Host
import Search
import Text

/// `bench search DIR`: how long the index of a folder takes to make, how large it is, and how long queries take.
/// `bench search INDEX` asks a stored index. Queries that follow are asked in the place of the usual ones. With
/// `--each` first, every query's median is told. `bench search --make N DIR` fills a folder with notes to measure that
/// with.
enum SearchBench {
  /// One of each kind that learners type: names, questions, mistakes, starts of words, code, formulas, phrases, single
  /// and traditional characters, words of every note and of none.
  static let queries = [
    "contrastive", "对比学习", "diffusion model", "扩散模型", "how does self attention work", "随机森林为什么不容易过拟合", "xgbost",
    "vison transformer", "gradient boosting tree", "垃圾回收", "MRO", "learning rate", "噪声", "self-supervised learning",
    "trans", "positional encoding", "为什么 MAE 的 decoder 很小", "mutable default argument", "pdb.set_trace()", "q(x_t|x_0)",
    "temperature \\tau", "自監督學習", "feature pyramid", "online action detection", "faster sampling with fewer steps",
    "把多分类变成二分类来训练语言模型", "binary classification of data versus noise samples", "集成", "树", "the",
    "\"batch normalization\"", "\"损失函数\"", "$\\bar\\alpha_t$", "ＤＤＰＭ", "regularisaton", "随即森林", "convolutoinal netwrok",
    "model", "模型", "no such wrod anywhere", "self supervised", "e",
  ]

  static func run(_ arguments: [String], isJSON: Bool) throws(SystemError) {
    if arguments.count == 3, arguments[0] == "--make", let count = Int(arguments[1]) {
      return try make(count, in: arguments[2])
    }
    let isEach = arguments.first == "--each"
    let operands = arguments.dropFirst(isEach ? 1 : 0)
    guard let place = operands.first else {
      return print("usage: bench search [--each] DIR [QUERY…] | search [--each] INDEX [QUERY…] | search --make N DIR")
    }
    let queries = operands.count > 1 ? Array(operands.dropFirst()) : queries
    var rows: [Row] = []
    var index: Index?
    if Folder.exists(place) {
      let encoded = try indexed(place, &rows)
      index = try? Index(decoding: Bytes(encoded))
    } else {
      let file = try FileMapping(place)
      index = try? Index(decoding: unsafe Bytes(start: file.start, count: file.count, owner: file))
    }
    guard let index else { return print("error: the index does not read") }
    ask(index, queries, each: isEach, &rows)
    if isJSON { return print(JSON.object(rows).encoded) }
    for row in rows { print("\(row.key)  \(row.value.encoded)") }
  }

  private typealias Row = (key: String, value: JSON)

  /// The index of a folder, and how long it took.
  private static func indexed(_ root: String, _ rows: inout [Row]) throws(SystemError) -> ContiguousArray<UInt8> {
    var folder = Manifest.Folder(path: "", stamp: .unknown, files: [])
    let paths = try Folder.files(below: root, suffix: ".md")
    folder.files = paths.map { Manifest.File(name: $0, stamp: .unknown) }
    let size = paths.reduce(0) { $0 + (FileStatus("\(root)/\($1)")?.size ?? 0) }
    var encoded = ContiguousArray<UInt8>()
    let before = Process.processorTime
    let making = ContinuousClock().measure {
      encoded = FolderIndex.encoded([folder], by: Workforce(Cores.count, Cores.run)) { try? File.read("\(root)/\($0)") }
    }
    rows += [
      ("files", .integer(paths.count)), ("bytes", .integer(size)), ("make_s", .number(making.seconds)),
      ("make_processor_s", .number(Double(Process.processorTime - before) / 1e9)),
      ("make_mb_s", .number(Double(size) / 1e6 / making.seconds)),
      ("index_share", .number(Double(encoded.count) / Double(max(1, size)))),
      ("peak_mb", .number(Double(Process.peakMemory) / 1e6)),
    ]
    return encoded
  }

  /// How long the queries take, each ten times after once.
  private static func ask(_ index: Index, _ queries: [String], each: Bool, _ rows: inout [Row]) {
    var times: [Duration] = []
    var found = 0
    var slowest = (query: "", time: Duration.zero)
    for text in queries {
      var own: [Duration] = []
      for round in 0...10 {
        var count = 0
        let time = ContinuousClock().measure { count = index.answer(to: Query(text)).hits.count }
        if round > 0 { own.append(time) } else { found += count > 0 ? 1 : 0 }
      }
      own.sort()
      times += own
      if own[5] > slowest.time { slowest = (text, own[5]) }
      if each { rows.append((text, .number(own[5].seconds * 1000))) }
    }
    times.sort()
    rows += [
      ("median_ms", .number(times[times.count / 2].seconds * 1000)),
      ("p99_ms", .number(times[times.count * 99 / 100].seconds * 1000)), ("slowest", .string(slowest.query)),
      ("found", .integer(found)), ("queries", .integer(queries.count)),
    ]
  }

  private static func make(_ count: Int, in root: String) throws(SystemError) {
    try MadeNotes(count: count).forEach { path, text throws(SystemError) in
      if let slash = path.lastIndex(of: "/") { try UserFolder.make("\(root)/\(path[..<slash])") }
      try File.write(text, to: "\(root)/\(path)")
    }
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
