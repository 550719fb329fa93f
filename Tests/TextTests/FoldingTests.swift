import Testing
import Text

@Suite struct FoldingTests {
  @Test(arguments: [
    ("ResNet", "resnet"), ("ＣＬＩＰ　１", "clip 1"), ("自監督學習", "自监督学习"), ("後處理", "后处理"), ("Schrödinger", "schrodinger"),
    ("x₀²", "x02"), ("ﬁne", "fine"), ("𝐱", "x"), ("self‑supervised", "self-supervised"), ("it’s", "it's"), ("Σ", "σ"),
  ]) func `text is searched without case, width, accents and tradition`(text: String, folded: String) {
    #expect(text.folded == folded)
  }
}
