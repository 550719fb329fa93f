import Catalog
import Text

/// The bundled notes in the stead of a folder that has nothing of what was asked, which a reader is told.
struct StandIn {
  private let sentence: String

  /// `names` are those that the folder does not have; none where it was searched.
  init(for folder: NoteSource, lacking names: [String] = [], in language: Language) {
    let wording =
      names.isEmpty
      ? Wording("\(folder.description) has nothing of this", "\(folder.description) 中没有相关内容")
      : Wording(
        "\(folder.description) has no " + names.map { "'\($0)'" }.joined(separator: ", "),
        "\(folder.description) 中没有" + names.map { "“\($0)”" }.joined(separator: "、"))
    sentence =
      Wording(
        wording[.english] + "; what follows is from the bundled notes", wording[.chinese] + "；以下来自内置笔记")[language]
  }

  var lines: [[Run]] { [[Run(sentence, .dim)]] }
}

extension StandIn? {
  /// What a reader sees before the rest.
  var lines: [[Run]] { self?.lines ?? [] }

  /// An object for programs, told as well where its content is from.
  func marking(_ object: JSON) -> JSON {
    guard self != nil, case .object(let members) = object else { return object }
    return .object(members + [("source", .string("bundled"))])
  }
}
