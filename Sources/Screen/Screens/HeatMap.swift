import Catalog
import Text

/// Counts of days up to one: a column a week, a row a weekday, of the last year or of as much of it as fits.
struct HeatMap {
  private static let most = 53

  /// One a day, the last that of `weekday`.
  var counts: [Int]
  /// 1 Monday … 7 Sunday.
  var weekday: Int

  /// None where nothing is to be counted.
  func lines(on sheet: Sheet) -> [Line] {
    guard let highest = counts.max(), highest > 0 else { return [] }
    // ASCII also where a terminal draws these signs wide: they would all be the same there.
    let isASCII = sheet.isASCII || sheet.columns("█") > 1
    let shades = Array(isASCII ? ".:+#@" : "·░▒▓█")
    let names = sheet.language == .chinese ? ["一", "", "三", "", "五", "", "日"] : ["Mo", "", "We", "", "Fr", "", "Su"]
    let label = 4
    let weeks = min(HeatMap.most, sheet.width - sheet.margin - label)
    let monday = counts.count - weekday
    return names.enumerated().map { row, name in
      let days = (0..<weeks).reversed().map { monday - $0 * 7 + row }.filter(counts.indices.contains)
      let cells = days.map { shades[counts[$0] == 0 ? 0 : 1 + min(3, counts[$0] * 4 / (highest + 1))] }
      return [Run(.spaces(sheet.margin) + name.padded(to: label, sheet.ambiguous), .secondary), Run(String(cells))]
    }
  }
}
