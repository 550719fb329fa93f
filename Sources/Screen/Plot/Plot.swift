/// A plot of a note: a title, two axes, and curves given as expressions in `x` or as points.
///
///     title: Noise schedules      x: t/T 0..1      y: ᾱ
///     linear: exp(-0.5*(19.9*x^2 + 0.2*x))
///     measured: 0 1, 0.5 0.4, 1 0
///
/// `title`, `x` and `y` stand on lines of their own or on one line, two spaces apart. The range of `x` is `0..1` where
/// none is given, that of `y` is found from the curves.
struct Plot {
  struct Axis {
    var label = ""
    var range: ClosedRange<Double>?
  }

  struct Series {
    var name: String
    var points: [(x: Double, y: Double)]
    /// Nil for points; else what gives y for every x.
    var expression: PlotExpression?
  }

  private(set) var title = ""
  private(set) var x = Axis()
  private(set) var y = Axis()
  private(set) var series: [Series] = []

  /// Nil where there is nothing to draw, or something that is not understood.
  init?(parsing source: String) {
    for row in source.split(whereSeparator: \.isNewline) {
      for field in Plot.fields(of: row) {
        guard let colon = field.firstIndex(of: ":") else { return nil }
        let name = String(field[..<colon]).trimmed
        let value = String(field[field.index(after: colon)...]).trimmed
        switch name {
        case "title": title = value
        case "x": x = Plot.axis(value)
        case "y": y = Plot.axis(value)
        default:
          guard let new = Series(name: name, parsing: value) else { return nil }
          series.append(new)
        }
      }
    }
    guard !series.isEmpty else { return nil }
    if x.range == nil {
      let known = series.flatMap { $0.points.map(\.x) }
      if let low = known.min(), let high = known.max(), low < high { x.range = low...high }
    }
  }

  /// Whether a number is one, and so small that the span of two has a size.
  static func isDrawable(_ value: Double) -> Bool { abs(value) <= 1e300 }

  /// `x: t/T 0..1` has a label and perhaps a range.
  private static func axis(_ value: String) -> Axis {
    var words = value.split(separator: " ").map(String.init)
    var axis = Axis()
    if let last = words.last, let dots = last.firstRange(of: ".."),
      let low = Double(last[..<dots.lowerBound]), let high = Double(last[dots.upperBound...]), low < high,
      isDrawable(low), isDrawable(high)
    {
      axis.range = low...high
      words.removeLast()
    }
    axis.label = words.joined(separator: " ")
    return axis
  }

  /// A line's `name: value` parts: the axes and the title may share one.
  private static func fields(of row: Substring) -> [Substring] {
    let heads = ["title:", "x:", "y:"]
    guard heads.contains(where: row.drop(while: { $0 == " " }).hasPrefix) else {
      return row.allSatisfy(\.isWhitespace) ? [] : [row]
    }
    var fields: [Substring] = []
    var start = row.startIndex
    var place = start
    while let gap = row[place...].firstRange(of: "  ") {
      let next = row[gap.upperBound...].drop { $0 == " " }
      place = next.startIndex
      // Two spaces inside a title are no border.
      guard next.isEmpty || heads.contains(where: next.hasPrefix) else { continue }
      fields.append(row[start..<gap.lowerBound])
      start = place
    }
    return fields + (start < row.endIndex ? [row[start...]] : [])
  }
}

extension Plot.Series {
  /// `exp(-x)`, or points as `x y, x y`.
  init?(name: String, parsing value: String) {
    self.name = name
    let pairs = value.split(separator: ",").map { $0.split(separator: " ").map { Double($0) } }
    if !pairs.isEmpty, pairs.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.map(Plot.isDrawable) ?? false } }) {
      points = pairs.compactMap { pair in
        guard let x = pair[0], let y = pair[1] else { return nil }
        return (x, y)
      }
      expression = nil
    } else {
      guard let parsed = PlotExpression(parsing: value) else { return nil }
      points = []
      expression = parsed
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }).trimmedEnd
  }
}
