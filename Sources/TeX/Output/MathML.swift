/// Markup being written: MathML Core (W3C), nothing that a browser of 2023 would not lay out.
struct MathML {
  private(set) var text = ""
  /// Whether the operator written next is a sign, with nothing before it to be added to or multiplied.
  var isSign = false

  mutating func open(_ name: String, _ attributes: String = "") {
    text += "<"
    text += name
    if !attributes.isEmpty {
      text += " "
      text += attributes
    }
    text += ">"
  }

  mutating func close(_ name: String) {
    text += "</"
    text += name
    text += ">"
  }

  mutating func empty(_ name: String, _ attributes: String = "") {
    open(name, attributes)
    close(name)
  }

  mutating func element(_ name: String, _ content: String) { element(name, "", content) }

  mutating func element(_ name: String, _ attributes: String, _ content: String) {
    open(name, attributes)
    text += MathML.escaped(content)
    close(name)
  }

  mutating func wrapped(_ name: String, _ attributes: String = "", _ body: (inout MathML) -> Void) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// An operator between two others with the space of its class (TeXbook, page 170), which scripts have not; a sign has
  /// none.
  mutating func infix(_ content: String, _ atomClass: AtomClass, _ style: MathStyle) {
    let space = style.isScript || isSign ? "0" : atomClass == .relation ? "0.278em" : "0.222em"
    let form = isSign ? "prefix" : "infix"
    isSign = false
    element("mo", #"form="\#(form)" stretchy="false" lspace="\#(space)" rspace="\#(space)""#, content)
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 < 0x20 || $0 == 0x7F })
    else {
      return text
    }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out += " "
      case "\u{0}"..<" ", "\u{7F}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
