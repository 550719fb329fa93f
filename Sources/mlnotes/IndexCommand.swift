import Catalog
import Host
import Quiz
import Search
import Text

extension Command {
  static let index = Command(
    name: "index",
    summary: .init("Show where the index is, how old and how large, or rebuild it.", "显示索引的位置、时间与大小，或重建索引。"),
    discussion: [
      .init(
        "A folder's index is brought up to date: every file is looked at. The bundled notes have theirs in the program.",
        "会检查每个文件并更新文件夹的索引。内置笔记的索引就在程序之中。")
    ],
    flags: [.rebuild],
    examples: [.init("mlnotes index --rebuild", .init("make the index anew", "重新建立索引"))],
    task: .init("indexing the notes", "正在建立索引"),
    run: { invocation, console throws(Failure) in
      let facts = try IndexFacts(try NoteSource(for: invocation), rebuilding: invocation.has(.rebuild))
      if let remark = facts.remark { console.note(remark) }
      if console.isJSON {
        console.write(facts.json.encoded + "\n")
      } else if console.isPlain {
        console.record(facts.fields)
      } else {
        console.print(facts.lines(in: console.language))
      }
      return .done
    })
}

extension Flag {
  static let rebuild = Flag("rebuild", help: .init("Make the index anew from all files.", "从所有文件重新建立索引。"))
}

/// What there is to say about an index.
private struct IndexFacts {
  var notes: String
  var path: String?
  var concepts: Int
  var bytes: Int
  /// When all files were last looked at, in seconds since 1970; nil for the index in the program.
  var looked: Int?
  var remark: String?

  init(_ source: NoteSource, rebuilding: Bool) throws(Failure) {
    notes = source.description
    guard case .folder(let root) = source else {
      let index = try SearchSource(source).index()
      concepts = index.count
      bytes = index.size
      return
    }
    let cache = IndexCache(of: root)
    do throws(SystemError) {
      let opened = rebuilding ? try cache.made() : try cache.open(isFresh: true)
      concepts = opened.folder.index.count
      bytes = opened.folder.index.size
      looked = opened.looked / 1_000_000_000
      remark = opened.remark
    } catch {
      throw Failure(.cannotRead, "cannot read the folder '\(error.path)': \(error.reason)")
    }
    path = cache.path.flatMap { FileStatus($0) == nil ? nil : $0 }
  }

  var json: JSON {
    .object([
      ("schema", .string("mlnotes.index/1")), ("notes", .string(notes)), ("path", path.map(JSON.string) ?? .null),
      ("concepts", .integer(concepts)), ("bytes", .integer(bytes)), ("looked", looked.map(JSON.integer) ?? .null),
    ])
  }

  var fields: [String] { [notes, path ?? "", String(concepts), String(bytes), looked.map(String.init) ?? ""] }

  func lines(in language: Language) -> [[Run]] {
    let missing =
      looked == nil ? Wording("in the program", "在程序中") : Wording("not stored: no folder to write to", "未存储：没有可写的文件夹")
    let isBundled = path == nil && looked == nil
    var facts: [(name: Wording, value: String)] = [
      (Wording("notes     ", "笔记      "), isBundled ? Wording(notes, "内置笔记")[language] : notes),
      (Wording("index     ", "索引      "), path ?? missing[language]),
    ]
    if let status = path.flatMap({ FileStatus($0) }) {
      facts.append((Wording("written   ", "写入时间  "), Moment.text(status.modified / 1_000_000)))
    }
    facts += [
      (Wording("concepts  ", "概念      "), String(concepts)),
      (Wording("size      ", "大小      "), "\((bytes + 1023) / 1024) KB"),
    ]
    return facts.map { name, value in [Run(name[language], .dim), Run(value)] }
  }
}
