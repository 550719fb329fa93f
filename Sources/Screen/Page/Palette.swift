import Text

/// What the parts of a page look like; the colours are the terminal theme's own.
extension Style {
  static let title = Style.bold
  static let secondary = Style.dim
  static let code = Style().with { $0.color = .cyan }
  static let linked = Style().with { $0.isUnderlined = true }
  /// What can be typed: slugs and commands.
  static let name = Style().with { $0.color = .cyan }
  static let mark = Style().with { $0.color = .blue }
  static let hit = Style().with { $0.isBold = true }
  static let highlight = Style().with {
    $0.isBold = true
    $0.color = .yellow
  }
  static let good = Style().with { $0.color = .green }
  static let bad = Style().with { $0.color = .red }

  /// This style with what another adds.
  func adding(_ other: Style) -> Style {
    with {
      $0.isBold = isBold || other.isBold
      $0.isDim = isDim || other.isDim
      $0.isItalic = isItalic || other.isItalic
      $0.isUnderlined = isUnderlined || other.isUnderlined
      $0.isStruck = isStruck || other.isStruck
      $0.isReversed = isReversed || other.isReversed
      if other.color != .standard { $0.color = other.color }
      $0.link = other.link ?? link
    }
  }
}
