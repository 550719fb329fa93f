extension Accent {
  /// What stands over or under a formula, and how each form of output says it.
  enum Mark: Sendable {
    case acute, bar, breve, check, ddot, dddot, ddddot, dot, grave, hat, ring, tilde, vector
    case rule, rightArrow, leftArrow, bothArrow, doubleArrow, rightHarpoon, leftHarpoon, arc, segment

    init(named name: String) {
      switch name {
      case "acute": self = .acute
      case "bar": self = .bar
      case "breve": self = .breve
      case "check", "widecheck": self = .check
      case "ddot": self = .ddot
      case "dddot": self = .dddot
      case "ddddot": self = .ddddot
      case "dot": self = .dot
      case "grave": self = .grave
      case "hat", "widehat": self = .hat
      case "mathring": self = .ring
      case "tilde", "widetilde", "utilde": self = .tilde
      case "vec": self = .vector
      case "overrightarrow", "underrightarrow": self = .rightArrow
      case "overleftarrow", "underleftarrow": self = .leftArrow
      case "overleftrightarrow", "underleftrightarrow": self = .bothArrow
      case "Overrightarrow": self = .doubleArrow
      case "overrightharpoon": self = .rightHarpoon
      case "overleftharpoon": self = .leftHarpoon
      case "overgroup", "undergroup", "overparen", "underparen", "wideparen": self = .arc
      case "overlinesegment", "underlinesegment": self = .segment
      default: self = .rule
      }
    }

    /// The combining character; nil where Unicode has none.
    var combining: UInt32? {
      switch self {
      case .acute: 0x301
      case .bar, .rule: 0x304
      case .breve: 0x306
      case .check: 0x30C
      case .ddot: 0x308
      case .dddot: 0x20DB
      case .ddddot: 0x20DC
      case .dot: 0x307
      case .grave: 0x300
      case .hat: 0x302
      case .ring: 0x30A
      case .tilde: 0x303
      case .vector, .rightArrow, .doubleArrow: 0x20D7
      case .leftArrow: 0x20D6
      case .bothArrow: 0x20E1
      case .arc: 0x311
      case .rightHarpoon: 0x20D1
      case .leftHarpoon: 0x20D0
      default: nil
      }
    }

    /// The same below a letter.
    var combiningBelow: UInt32? {
      switch combining {
      case 0x303: 0x330
      case 0x20D7: 0x20EF
      case 0x20D6: 0x20EE
      case 0x20E1: 0x34D
      case 0x311: 0x32E
      case nil: nil
      default: 0x332
      }
    }

    /// The command in words, for ASCII and for comparing formulas.
    func name(isBelow: Bool) -> String {
      switch self {
      case .acute: "acute"
      case .bar, .rule, .segment: isBelow ? "underline" : "bar"
      case .breve: "breve"
      case .check: "check"
      case .ddot: "ddot"
      case .dddot: "dddot"
      case .ddddot: "ddddot"
      case .dot: "dot"
      case .grave: "grave"
      case .hat: "hat"
      case .ring: "ring"
      case .tilde: "tilde"
      case .vector, .rightArrow, .rightHarpoon, .doubleArrow: "vec"
      case .leftArrow, .leftHarpoon: "leftarrow"
      case .bothArrow: "leftrightarrow"
      case .arc: "arc"
      }
    }

    /// The operator in MathML.
    func sign(isStretchy: Bool, isBelow: Bool) -> String {
      switch self {
      case .acute: "´"
      case .bar: "¯"
      case .breve: "˘"
      case .check: "ˇ"
      case .ddot: "¨"
      case .dddot: "…"
      case .ddddot: "...."
      case .dot: "˙"
      case .grave: "`"
      // The wide ones are those that mathematical fonts can stretch.
      case .hat: isStretchy ? "\u{302}" : "^"
      case .ring: "˚"
      case .tilde: isStretchy ? "˜" : "~"
      case .vector, .rightArrow: "→"
      case .leftArrow: "←"
      case .bothArrow: "↔"
      case .doubleArrow: "⇒"
      case .rightHarpoon: "⇀"
      case .leftHarpoon: "↼"
      case .rule, .segment: isBelow ? "_" : "‾"
      case .arc: isBelow ? "⏝" : "⏜"
      }
    }
  }
}
