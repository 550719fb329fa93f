/// Line endings (section 2.1): `\n`, `\r\n` and `\r`. Each kind of byte is searched once, so that a text of `\r` alone
/// is not searched to its end for a `\n` at every line.
struct LineScan {
  private let source: Bytes
  private var newline = -1
  private var carriageReturn = -1

  init(_ source: Bytes) { self.source = source }

  /// The end of the line that starts here, and the start of the next; lines must be asked for in order.
  @inline(__always) mutating func line(from start: Int) -> (end: Int, next: Int) {
    if newline < start { newline = source.first(.newline, from: start, to: source.count) ?? source.count }
    if carriageReturn < start {
      carriageReturn = source.first(.carriageReturn, from: start, to: source.count) ?? source.count
    }
    if newline < carriageReturn { return (newline, newline + 1) }
    let isPair = carriageReturn + 1 == newline && newline < source.count
    return (carriageReturn, min(carriageReturn + (isPair ? 2 : 1), source.count))
  }
}
