import Text

/// A character at its place: column and row from the origin of the box it belongs to.
struct Glyph {
  var scalar: UInt32
  var x: Int32
  var y: Int32
  var width: UInt8
  var look: Look
}

/// The state of setting one formula: every glyph so far, in one array, of which boxes are ranges.
///
/// Boxes are made in order, so that what is inside a box is contiguous; nothing is allocated for a box.
struct Layout {
  var glyphs: [Glyph] = []
  let setting: Setting
  /// Everything on one row.
  let isLine: Bool
  var look = Look()
  /// The colours that go on where those inside them end.
  var outerColors: [Style.Color] = []
  /// The columns that the next row may take up before it has to break.
  var limit = Int.max
  /// A fraction in a script is being tried on one line.
  var isTryingLine = false
  /// Broken rows inside one another; each is set twice, so there is a cap.
  var brokenRows = 0
  /// Fewer where a formula is huge.
  var brokenRowsLimit: Int { glyphs.count < 50_000 ? 5 : 1 }
  /// Whether the scripts of the row being set stand on rows of their own.
  var hasRowsBelow = false
  var hasRowsAbove = false
  /// A fence is being set to see how tall its `\middle` must be.
  var isMeasuring = false
  /// The fence's extent for `\middle`; nil outside of fences.
  var fence: (above: Int, below: Int)?

  init(_ setting: Setting, isLine: Bool = false) {
    self.setting = setting
    self.isLine = isLine
    glyphs.reserveCapacity(128)
  }

  /// Rules and corners in ASCII: asked for, or because line drawing is two cells wide here.
  var drawsASCII: Bool { setting.isASCII || setting.ambiguous == .wide }

  func columns(_ scalar: UInt32) -> Int {
    if scalar < 0xA0 { return scalar >= 0x20 && scalar < 0x7F ? 1 : 0 }
    return Unicode.Scalar(scalar)?.columns(setting.ambiguous) ?? 0
  }

  /// Draws one character and gives the columns it took; white space is a space, and what would steer a terminal is
  /// nothing at all.
  @discardableResult
  mutating func put(_ scalar: UInt32, _ x: Int = 0, _ y: Int = 0) -> Int {
    let width = columns(scalar)
    if width == 0, Layout.steers(scalar) {
      return (0x09...0x0D).contains(scalar) ? put(0x20, x, y) : 0
    }
    glyphs.append(Glyph(scalar: scalar, x: Int32(x), y: Int32(y), width: UInt8(width), look: look))
    return width
  }

  /// Controls, bidirectional ones too.
  private static func steers(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  @discardableResult
  mutating func put(_ scalar: Unicode.Scalar, _ x: Int = 0, _ y: Int = 0) -> Int { put(scalar.value, x, y) }

  /// Draws a text on one row and gives the columns it took.
  @discardableResult
  mutating func put(_ text: String, _ x: Int = 0, _ y: Int = 0) -> Int {
    var at = x
    for scalar in text.unicodeScalars { at += put(scalar.value, at, y) }
    return at - x
  }

  /// The same as the setting says it, in ASCII by signs and names.
  @discardableResult
  mutating func spell(_ text: String, _ x: Int = 0) -> Int {
    guard setting.isASCII else { return put(text, x) }
    return text.unicodeScalars.reduce(0) { $0 + put(ASCII.text(of: $1.value), x + $0) }
  }

  mutating func repeated(_ scalar: Unicode.Scalar, _ count: Int, _ x: Int, _ y: Int) {
    guard count > 0 else { return }
    for i in 0..<count { put(scalar.value, x + i, y) }
  }

  /// A box of one row around what `draw` puts into it; `draw` gives the width.
  mutating func box(_ draw: (inout Layout) -> Int) -> Box {
    let start = glyphs.count
    let width = draw(&self)
    return Box(width: width, start: start, end: glyphs.count)
  }

  /// An empty box at the end of what was drawn.
  func blank(_ width: Int = 0) -> Box { Box(width: width, start: glyphs.count, end: glyphs.count) }

  mutating func move(_ box: Box, _ dx: Int, _ dy: Int = 0) { move(box.start..<box.end, dx, dy) }

  mutating func move(_ range: Range<Int>, _ dx: Int, _ dy: Int) {
    guard dx != 0 || dy != 0 else { return }
    for i in range {
      glyphs[i].x += Int32(dx)
      glyphs[i].y += Int32(dy)
    }
  }

  /// Forgets everything drawn since `start`.
  mutating func discard(from start: Int) { glyphs.removeSubrange(start...) }

  /// Sets a construct in the way of this layout.
  mutating func set(_ construct: any Construct, _ style: MathStyle) -> Box {
    isLine ? construct.line(in: &self, style) : construct.box(in: &self, style)
  }

  /// Runs `body` without a limit of columns.
  mutating func unlimited<T>(_ body: (inout Layout) -> T) -> T { limited(to: .max, body) }

  mutating func limited<T>(to columns: Int, _ body: (inout Layout) -> T) -> T {
    let before = limit
    limit = columns
    defer { limit = before }
    return body(&self)
  }

  /// The limit less what stands around the row it holds for; never so small that nothing could be set.
  func limit(less columns: Int) -> Int { limit == .max ? .max : max(limit - columns, 8) }
}
