import Catalog
import Quiz

/// Any bytes as a log, as a table of reviews, as a note with cards and as an answer.
func fuzzQuiz(_ bytes: ContiguousArray<UInt8>) {
  var log = Log()
  log.add(bytes, named: "fuzz")
  log.settle()
  let ledger = Ledger(replaying: log, zone: .utc)
  for card in ledger.cards { _ = ledger.due(card.id, card.standing) }
  if let torn = log.torn(in: bytes.count) { precondition(torn.upperBound == bytes.count, "a torn part is a tail") }
  _ = try? ReviewTable.reviews(in: bytes, path: "fuzz")
  let text = String(decoding: bytes, as: UTF8.self)
  _ = Moment(text)
  _ = Quantity(text)
  _ = TypedAnswer(terms: ["DDPM"]).verdict(on: text, accepting: ["DDIM"])
  _ = FormulaAnswer.verdict(on: text, key: #"\max(0,W_1x+b_1)^2"#, in: [#"y=\max(0,W_1x+b_1)^2"#])
  let note = Note(parsing: ContiguousArray("## Quiz\n\n".utf8) + bytes, path: "a/fuzz.en.md")
  for card in Cards.authored(in: note) { precondition(card.id.isEmpty == false, "each card has an identity") }
  _ = Cards.problems(in: note)
}
