extension ModelReader {
  /// A quotient of differentials: `\frac{dy}{dx}`, `dy/dx` and `\frac{d}{dx}` before what it is taken of. Nil where
  /// none stands here; without a worth where it cannot be read.
  mutating func derivative(_ model: inout Model) -> (worth: Double?, Void)? {
    if let fraction = items[i] as? Fraction, fraction.hasBar {
      var above = ModelReader(fraction.numerator.items)
      var below = ModelReader(fraction.denominator.items)
      guard let order = above.order(at: 0), below.order(at: 0) != nil, below.items.count > 1,
        (above.items + below.items).allSatisfy({ $0.atomClass != .binary })
      else { return nil }
      i += 1
      above.i = 1
      below.i = 1
      let top = above.isAtEnd ? nil : above.product(&model)
      guard above.isAtEnd, let bottom = below.product(&model), below.isAtEnd else { return (nil, ()) }
      return (quotient(order, top, bottom, &model), ())
    }
    // With one symbol above the slash, or none.
    guard let order = order(at: i), let slash = [i + 1, i + 2].first(where: isSlash), self.order(at: slash + 1) != nil,
      slash + 2 < items.count, [.ordinary, .inner].contains(items[slash + 2].atomClass)
    else { return nil }
    i += 1
    let top = i == slash ? nil : factor(&model)
    guard i == slash else { return (nil, ()) }
    i += 2
    guard let bottom = factor(&model) else { return (nil, ()) }
    return (quotient(order, top, bottom, &model), ())
  }

  /// The differential of `top`, or of what follows, over that of `bottom`.
  private mutating func quotient(
    _ order: String, _ top: Double?, _ bottom: Double, _ model: inout Model
  ) -> Double? {
    guard let top = top ?? run(&model) else { return nil }
    return model.application(of: "d\(order)", to: [top], isOpaque: true)
      / model.application(of: "d", to: [bottom], isOpaque: true)
  }

  /// The order of the differential whose `d` stands there: that of `d^2y` is 2.
  private func order(at i: Int) -> String? {
    guard items.indices.contains(i) else { return nil }
    let scripts = items[i] as? Scripts
    guard (scripts?.base ?? items[i]).asAtom?.scalar == 0x64, scripts?.below == nil, scripts?.primes ?? 0 == 0 else {
      return nil
    }
    return scripts?.above?.plain ?? ""
  }

  private func isSlash(_ i: Int) -> Bool { items.indices.contains(i) && items[i].asAtom?.scalar == 0x2F }
}
