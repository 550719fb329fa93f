extension Keyboard {
  /// Signs as a keyboard has them.
  static let operators: [Unicode.Scalar: String] = [
    "*": "\\cdot ", "×": "\\cdot ", "·": "\\cdot ", "•": "\\cdot ", "∙": "\\cdot ", "⋅": "\\cdot ", "∗": "\\cdot ",
    "−": "-", "–": "-", "÷": "/", "∕": "/", "⁄": "/", "≤": "\\le ", "≥": "\\ge ", "≠": "\\ne ", "⊙": "\\odot ",
    "∘": "\\odot ", "⊘": "/", "∣": "|", "∥": "\\|", "‖": "\\|", "％": "\\%", "%": "\\%",
  ]

  static let closers: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]

  /// Commands whose braces hold a text.
  static let texts: Set<String> = [
    "operatorname", "mathrm", "text", "textrm", "textit", "textbf", "mathit", "mathsf", "mathtt", "begin", "end",
  ]

  /// Accents by the words that name them.
  static let accents = [
    "bar": "bar", "hat": "hat", "tilde": "tilde", "dot": "dot", "vec": "vec", "overline": "bar",
  ]

  /// Accents by their combining characters.
  static let combining: [Unicode.Scalar: String] = [
    "\u{302}": "hat", "\u{304}": "bar", "\u{305}": "bar", "\u{303}": "tilde", "\u{307}": "dot", "\u{20D7}": "vec",
    "\u{308}": "ddot", "\u{30C}": "check",
  ]

  /// Letters and signs by name.
  static let names: [String: String] = {
    var names = [
      "eps": "\\epsilon ", "inf": "\\infty ", "infty": "\\infty ", "infinity": "\\infty ", "grad": "\\nabla ",
      "union": "\\cup ", "intersect": "\\cap ", "Infinity": "\\infty ", "Inf": "\\infty ",
    ]
    for name in [
      "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
      "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "Gamma",
      "Delta", "Theta", "Lambda", "Sigma", "Phi", "Psi", "Omega", "nabla", "partial", "cdot", "times", "odot", "cup",
      "cap", "setminus", "ell", "varnothing", "emptyset", "sum", "prod", "int", "top", "mid",
    ] {
      names[name] = "\\\(name) "
    }
    return names
  }()

  /// Functions by name.
  static let functions: [String: String] = {
    var functions = ["sqrt": "\\sqrt "]
    for name in ["exp", "log", "ln", "sin", "cos", "tan", "tanh", "sinh", "cosh", "max", "min", "det"] {
      functions[name] = "\\\(name) "
    }
    for name in ["softmax", "sigmoid", "argmax", "argmin", "relu", "ReLU", "sign", "sgn", "Softmax"] {
      functions[name] = "\\operatorname{\(name.prefix(1).lowercased() + name.dropFirst())}"
    }
    functions["ReLU"] = functions["relu"]
    return functions
  }()

  /// A text in the signs that the reader knows: full width, raised and lowered characters, letters under accents and
  /// signs of two characters taken apart.
  static func plain(_ text: String) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    var script: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let (shown, raised) = unscripted(scalar)
      if raised != script {
        if script != nil { plain.append("}") }
        if let raised { plain += [raised, "{"] }
        script = raised
      }
      append(shown, to: &plain)
    }
    if script != nil { plain.append("}") }
    return plain
  }

  private static func append(_ scalar: Unicode.Scalar, to plain: inout [Unicode.Scalar]) {
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}": append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar, to: &plain)
    case "\t", "\u{A0}", "\u{3000}": plain.append(" ")
    case "½": plain += "\\frac12 ".unicodeScalars
    case "∞": plain += "\\infty ".unicodeScalars
    case "𝟙", "𝟏": plain.append("1")
    case "𝔼": plain.append("E")
    case "*" where plain.last == "*": plain[plain.count - 1] = "^"
    case "=" where ["<", ">", "!"].contains(plain.last):
      let sign = plain.removeLast()
      plain += (sign == "<" ? "\\le " : sign == ">" ? "\\ge " : "\\ne ").unicodeScalars
    case "=" where plain.last == "=": break
    case "|" where plain.last == "|": plain[plain.count - 1] = "‖"
    default:
      guard scalar.value >= 0xC0, scalar.value < 0x2000, let (letter, mark) = taken(scalar) else {
        return plain.append(scalar)
      }
      plain += [letter, mark]
    }
  }

  /// A composed letter as a letter and its accent.
  private static func taken(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar)? {
    for mark in combining.keys {
      if let letter = Accent.letter(of: scalar.value, with: mark.value).flatMap(Unicode.Scalar.init) {
        return (letter, mark)
      }
    }
    return nil
  }

  /// What a raised or lowered character is, and the sign of the script it stands in.
  private static func unscripted(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar?) {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2B0...0x2B8, 0x1D2C...0x1D6A, 0x2070...0x209F, 0x2C7C, 0x2C7D: break
    default: return (scalar, nil)
    }
    for plain in "0123456789+−=()abcdefghijklmnopqrstuvwxyzABDEGHIJKLMNOPRTUVWβγδθρφχ".unicodeScalars {
      let shown: Unicode.Scalar = plain == "−" ? "-" : plain
      if UnicodeScript.superscript(plain.value) == scalar.value { return (shown, "^") }
      if UnicodeScript.subscript(plain.value) == scalar.value { return (shown, "_") }
    }
    return (scalar, nil)
  }
}
