/// What the parts of a match are worth beside each other: what was tuned together, of which `bench answers` tries
/// others. What parts one kind of match from another alone stands where that is found.
package struct Weights: Sendable {
  /// What a note is worth that covers nothing of the query, beside one that covers all of it.
  var uncovered: Float = 0.6
  /// A title or alias that is the whole query, that is a part of it, and that the query starts.
  var wholeName: Float = 12
  var partName: Float = 2.5
  var startedName: Float = 5
  /// A keyword that is the whole query.
  var keyword: Float = 4
  /// The title of the note that the query names.
  var title: Float = 0.3

  /// A word of a question's frame, a pair of characters with a particle in it, and a single letter.
  var frame: Float = 0.1
  var particle: Float = 0.8
  var letter: Float = 0.15
  /// The name of what is not wanted, after `without` or `不用`.
  var negated: Float = 0.1
  /// A word that everyday language is full of.
  var common: Float = 0.5

  /// What the glossary says for a word, and what an everyday word may stand for.
  var translation: Float = 0.6
  var everyday: Float = 0.9
  /// What a way of saying a word adds that is not the best one.
  var otherWay: Float = 0.4
  /// A stem instead of the word, and a compound as one word.
  var stem: Float = 0.8
  var compound: Float = 1.5
  /// The parts of a name like `RandomForestClassifier`.
  var parts: Float = 0.7
  /// An unfinished word, times the root of the share of its letters that is there.
  var prefix: Float = 0.5
  /// A character of a pair that no note has.
  var loneCharacter: Float = 0.05

  /// A symbol of a formula, two neighbours, and a part of its tree.
  var symbol: Float = 0.3
  var symbolPair: Float = 0.8
  var formulaPart: Float = 1
  /// Three neighbouring tokens of a program.
  var shape: Float = 0.5

  /// What a note gains that says the words of the query side by side.
  var near: Float = 1
  /// What a note gains by those that link to it.
  var linked: Float = 0.2
  /// What the first hits lend to each note they are linked with.
  var lent: Float = 0.15
  /// What they lend to their prerequisites, where a formula is said first.
  var founded: Float = 0.3
  /// What is worth less than this share of the best, names aside, is no answer.
  var least: Float = 0.08

  package init() {}

  package static let standard = Weights()

  /// What a first guess would say, before anything was tuned; where choosing weights starts.
  package static let untuned: Weights = {
    var weights = Weights()
    for (_, place) in names { weights[keyPath: place] = 0.5 }
    weights.uncovered = 0.3
    (weights.wholeName, weights.partName, weights.startedName, weights.keyword) = (12, 4, 4, 4)
    (weights.frame, weights.letter, weights.loneCharacter, weights.least) = (0.1, 0.1, 0.1, 0.1)
    (weights.compound, weights.symbolPair, weights.formulaPart) = (1, 1, 1)
    (weights.stem, weights.particle, weights.otherWay, weights.lent, weights.founded) = (0.8, 0.8, 0.2, 0.2, 0.1)
    return weights
  }()

  package static let names: [(name: String, place: any WritableKeyPath<Weights, Float> & Sendable)] = [
    ("uncovered", \.uncovered), ("wholeName", \.wholeName), ("partName", \.partName), ("startedName", \.startedName),
    ("keyword", \.keyword), ("title", \.title), ("frame", \.frame), ("particle", \.particle), ("letter", \.letter),
    ("negated", \.negated),
    ("common", \.common), ("translation", \.translation), ("everyday", \.everyday), ("otherWay", \.otherWay),
    ("stem", \.stem), ("compound", \.compound), ("parts", \.parts), ("prefix", \.prefix),
    ("loneCharacter", \.loneCharacter), ("symbol", \.symbol), ("symbolPair", \.symbolPair),
    ("formulaPart", \.formulaPart), ("shape", \.shape), ("near", \.near), ("linked", \.linked), ("lent", \.lent),
    ("founded", \.founded), ("least", \.least),
  ]
}
