import Catalog
import Host
import Markdown
import Screen
import Text

extension Command {
  static let show = Command(
    name: "show",
    summary: .init("Read a note.", "阅读一篇笔记。"),
    discussion: [
      .init(
        "A note is named by its slug, its title or another of its names, in either language; NOTE#SECTION shows one section, by its number or its heading's anchor. A name with '/' in it or ending in .md is a file, '-' is standard input. Without a name the note shown last is shown again. A note that names no related ones is followed by the most similar.",
        "笔记可用 slug、标题或别名指定，中英文均可；NOTE#SECTION 只显示一节，用节号或标题锚点指定。含“/”或以 .md 结尾的是文件，“-”是标准输入。不写名字则再次显示上次的笔记。未写明相关笔记时，文末列出最相近的笔记。"
      )
    ],
    operands: [Operand("note", .note, isOptional: true)],
    flags: [.contents, .links, .source],
    examples: [
      .init("mlnotes show ddim", .init("read a note, formulas typeset", "阅读笔记，公式已排版")),
      .init("mlnotes show ddim#3", .init("its third section", "只看第三节")),
      .init("mlnotes show - <README.md", .init("read any Markdown", "阅读任意 Markdown")),
    ],
    run: { invocation, console throws(Failure) in
      let forms = [Flag.contents, .links, .source].filter(invocation.has)
      guard forms.count <= 1 else {
        throw Failure(.usage, "give one of " + forms.map { "'--\($0.name)'" }.joined(separator: " and "))
      }
      let shown = try ShownNote(invocation, console)
      if shown.isFromLibrary { LastShown.remember(shown.note.slug) }
      shown.show(as: ShowForm(invocation, console), on: &console)
      return .done
    })
}

extension Flag {
  static let contents = Flag("toc", help: .init("List the sections.", "列出各节。"))
  static let links = Flag("links", help: .init("List the links.", "列出链接。"))
  static let source = Flag("source", help: .init("Print the Markdown source.", "输出 Markdown 源文本。"))
}

/// What of a note is shown.
enum ShowForm {
  case json, plain, source, contents, links, page

  init(_ invocation: Invocation, _ console: Console) {
    if console.isJSON {
      self = .json
    } else if invocation.has(.source) {
      self = .source
    } else if invocation.has(.contents) {
      self = .contents
    } else if invocation.has(.links) {
      self = .links
    } else {
      self = console.isPlain ? .plain : .page
    }
  }
}

/// The note that an invocation of `show` is about.
struct ShownNote {
  let note: Note
  private(set) var section: Section?
  private(set) var translation: Note?
  private(set) var isFromLibrary = false
  private var neighbors = NotePage.Neighbors()
  private var home = NotePage.Home.library
  private var nearest: () -> [String] = { [] }
  private var title: (String) -> String? = { _ in nil }
  /// Where the note is not from where notes were looked for.
  private var standIn: StandIn?

  init(_ invocation: Invocation, _ console: Console) throws(Failure) {
    guard let operand = invocation.operands.first ?? LastShown.slug else {
      throw Failure(.usage, "'show' wants <note>: none was shown yet", hint: "'mlnotes list' shows what there is")
    }
    switch NoteOperand(operand) {
    case .standardInput:
      note = Note(alone: try NoteOperand.bytes(of: "-"), path: "-")
      home = .none
    case .file(let path):
      let bytes = try NoteOperand.bytes(of: path)
      note = Note(alone: bytes, path: path)
      let slash = path.lastIndex(of: "/")
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      // A file `README.md` is named for its folder, but not in that folder itself.
      home = .folder(folder, slug: Note.ID(of: bytes, path: name).slug)
    case .note(let name, let sectionName):
      let source = try NoteSource(for: invocation)
      let (found, sectionName) = try NoteOperand.found(name, sectionName) { name throws(Failure) in
        try FoundNote(name, in: source, console)
      }
      standIn = found.standIn
      note = found.note
      (title, nearest) = (found.title, found.nearest)
      if console.showsBothLanguages { translation = found.readTranslation() }
      isFromLibrary = true
      neighbors = NotePage.Neighbors(otherTitle: found.otherTitle, linkedFrom: found.backlinks)
      let entry = note
      section = try sectionName.map { name throws(Failure) in
        try NoteOperand.section(name, of: entry, or: found.readTranslation)
      }
    }
  }

  func show(as form: ShowForm, on console: inout Console) {
    let facts = NoteFacts(note, with: translation, section: section, backlinks: neighbors.linkedFrom)
    switch form {
    case .json: console.write(standIn.marking(facts.json).encoded + "\n")
    case .plain: console.record(facts.fields)
    case .source: console.writeText(Array(note.source[source]))
    case .contents:
      if console.isPlain {
        facts.sectionFields.forEach { console.record($0) }
      } else {
        console.page(ContentsScreen(note, on: console.sheet).lines)
      }
    case .links:
      if console.isPlain {
        facts.linkFields.forEach { console.record($0) }
      } else {
        let backlinks = facts.backlinks.map { LinksScreen.Link(text: $0, target: $0, isNote: true) }
        console.page(
          LinksScreen(facts.links.map(titled), backlinks: backlinks.map(titled), on: console.sheet).lines)
      }
    case .page:
      var neighbors = neighbors
      if section == nil, note.related.isEmpty { neighbors.nearest = nearest() }
      let page = NotePage(note, with: translation, neighbors: neighbors, home: home, on: console.sheet)
      console.page(standIn.lines + (section.map(page.lines) ?? page.lines))
    }
  }

  /// Where what is shown stands in the note's source.
  private var source: Range<Int> {
    guard let section else { return note.source.indices }
    return section.range.lowerBound..<(note.branch(of: section).last ?? section).range.upperBound
  }

  /// A link to a note with that note's title, where the text only repeats its name.
  private func titled(_ link: LinksScreen.Link) -> LinksScreen.Link {
    guard link.isNote, link.text == link.target else { return link }
    let title = title(String(link.target.prefix { $0 != "#" }))
    return LinksScreen.Link(text: title ?? link.text, target: link.target, isNote: true)
  }
}
