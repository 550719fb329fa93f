/// `\pu{1.2e3 kJ//mol}`: a number and its unit (mhchem, section 6).
enum Quantity {
  static func tex(of text: String) -> String {
    var rest = Substring(text)
    let number = number(&rest)
    while rest.first == " " { rest.removeFirst() }
    if rest.isEmpty { return number }
    let parts = rest.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
    let unit =
      parts.count == 2 ? #"\frac{\#(unit(parts[0]))}{\#(unit(parts[1]))}"# : unit(rest)
    return number.isEmpty ? unit : number + "~" + unit
  }

  private static func number(_ rest: inout Substring) -> String {
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || ".,+-±".contains($0)) || $0 == "±" }
    rest = rest[digits.endIndex...]
    guard digits.contains(where: \.isNumber), let mark = rest.first, mark == "e" || mark == "E" else {
      return String(digits)
    }
    let exponent = rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
    guard exponent.contains(where: \.isNumber) else { return String(digits) }
    rest = rest[exponent.endIndex...]
    return digits + #"\times 10^{"# + exponent + "}"
  }

  /// Letters upright, the digits behind them their power.
  private static func unit(_ text: Substring) -> String {
    var tex = ""
    var rest = text
    while let first = rest.first {
      if first.isLetter || first == "°" || first == "%" || first == "\u{B5}" {
        let letters = rest.prefix { $0.isLetter || $0 == "°" || $0 == "%" || $0 == "\u{B5}" }
        rest = rest[letters.endIndex...]
        tex +=
          #"\mathrm{"# + letters.split(separator: "%", omittingEmptySubsequences: false).joined(separator: #"\%"#) + "}"
        if rest.first == "^" { rest.removeFirst() }
        let power = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
        rest = rest[power.endIndex...]
        if !power.isEmpty { tex += "^{\(power)}" }
      } else {
        rest.removeFirst()
        tex += first == " " ? #"\,"# : first == "*" || first == "." ? #"\cdot "# : first == "\\" ? "" : String(first)
      }
    }
    return tex
  }
}
