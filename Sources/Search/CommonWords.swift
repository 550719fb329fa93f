/// Words that everyday language is full of: rare in a few dozen notes they still say little.
enum CommonWords {
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    english.find(ContiguousArray(word), in: 0..<word.count) != nil
  }

  private static let english = TermTable(
    words: """
      able above across actually after again against ago ahead almost alone along already although always another anyone \
      anything around away back bad become becomes before begin behind below best better big both bring call called calls \
      came case certain clear come comes coming course day definition during each early easy either else end enough even ever every \
      everything example exactly except explained explanation fact far few find finds first follow follows formula found \
      full gave getting give given \
      gives go goes going gone good got great group hand happen happened happens hard help helps here high hold holds idea \
      important instead itself keep keeps kept kind knew know known knows last late later least leave left less let \
      likely line little long look looks lot low made main make makes making matter may maybe might move must \
      near nearly never new next nobody nothing off often old once one ones onto own part parts people perhaps \
      person place please possible probably problem put quite rather real really reason run said same saw \
      say says second see seem seems seen several shall show shows side simple simply since someone \
      something sometimes soon sort start starts still stop sure take taken takes tell tells think third though \
      thought three through throw thus time times today together told too took toward tried true try turn turns two \
      until upon us usual usually want wants way ways well went whatever whether whole whose within world write \
      year yes yet
      """)
}
