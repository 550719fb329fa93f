/// A subject that notes are grouped by.
package struct Topic: Sendable, Hashable {
  package var slug: String
  package var title: Wording

  /// A topic by its slug; one that is not ours is titled by its slug.
  package init(_ slug: String) {
    self = Topic.known.first { $0.slug == slug } ?? Topic(slug, Wording(slug, slug))
  }

  private init(_ slug: String, _ title: Wording) {
    self.slug = slug
    self.title = title
  }

  /// Where the topic stands in a list: ours in the order of `known`, others after them by name.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    let i = known.firstIndex { $0.slug == a } ?? known.count
    let j = known.firstIndex { $0.slug == b } ?? known.count
    return i == j ? a < b : i < j
  }

  /// The topics of the bundled notes, in the order in which a reader may well meet them.
  private static let known = [
    Topic("self-supervised", Wording("Self-supervised learning", "自监督学习")),
    Topic("vision-language", Wording("Vision and language", "图文多模态")),
    Topic("transformers", Wording("Attention and transformers", "注意力与 Transformer")),
    Topic("generative", Wording("Generative models", "生成模型")),
    Topic("detection", Wording("Object detection", "目标检测")),
    Topic("video", Wording("Video understanding", "视频理解")),
    Topic("ensembles", Wording("Trees and ensembles", "决策树与集成学习")),
    Topic("python", Wording("Python internals", "Python 内部机制")),
  ]
}
