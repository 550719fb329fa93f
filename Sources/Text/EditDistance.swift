/// The optimal string alignment distance: insertions, deletions, substitutions and transpositions of neighbours, in
/// Unicode scalars. Time grows with the product of the lengths; meant for names.
package func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.unicodeScalars)
  let b = Array(b.unicodeScalars)
  var previous: [Int] = []
  var row = Array(0...b.count)
  for i in a.indices {
    var next = [i + 1]
    next.reserveCapacity(b.count + 1)
    for j in b.indices {
      var best = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, previous[j - 1] + 1) }
      next.append(best)
    }
    previous = row
    row = next
  }
  return row[b.count]
}
