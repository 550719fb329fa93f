import Catalog
import Testing

@testable import Search

@Suite struct ExcerptTests {
  private static let note = """
    ---
    slug: forest
    lang: en
    title: "Random forest"
    topic: t
    summary: "Many trees vote."
    aliases: [OOB]
    ---

    ## In one minute

    - A forest is many trees. Each sees other data.

    ## How it works

    Every tree is grown on a bootstrap sample. The split looks at few features, $m \\approx \\sqrt{p}$ of them.

    ### Why divide by $\\sqrt n$?

    The deviation of a mean falls so.

    ## Worked example

    ```python
    oob = error(forest)  # bootstrap
    ```

    ## Training of forests

    See [[tree|a plum]].

    ## Pruning

    A plum is cut back.

    ## Common misconceptions

    - **Wrong:** More trees overfit. They learn noise.
      **Right:** The vote only gets steadier.
    - **误：** 树越多越容易过拟合。
      **正：** 投票只会更稳。

    ## Quiz

    Q: What does pruning change? <!-- id: prune -->

    A: Nothing.

    ## References

    - Breiman, L. Random Forests. Springer 2001.
    """

  private static let index = Result { try Index(of: [("forest.en.md", ContiguousArray(note.utf8))]) }

  private func excerpt(_ words: String, columns: Int = 160) throws -> Excerpt {
    let answer = try ExcerptTests.index.get().answer(to: Query(words))
    let hit = try #require(answer.hits.first)
    return answer.excerpt(of: hit, from: ContiguousArray(ExcerptTests.note.utf8), columns: columns)
  }

  @Test(arguments: ["Springer", "Breiman", "OOB vote"])
  func `what only the edges of a note say shows its first sentence`(
    words: String
  ) throws {
    let excerpt = try excerpt(words)
    #expect(excerpt.section != "References")
    #expect(excerpt.anchor != "references")
  }

  @Test func `a list of works is never the excerpt`() throws {
    let excerpt = try excerpt("Springer")
    #expect(excerpt.section == "In one minute")
    #expect(excerpt.text == "A forest is many trees.")
  }

  @Test func `an explanation comes before a program that says the same`() throws {
    #expect(try excerpt("bootstrap").text == "Every tree is grown on a bootstrap sample.")
  }

  @Test func `a sentence with what was asked is shown`() throws {
    #expect(try excerpt("plum").text.contains("plum"))
  }

  @Test(arguments: [("overfit noise", "Right:"), ("过拟合", "正：")])
  func `what is wrong is not shown without what is right`(
    words: String, right: String
  ) throws {
    #expect(try excerpt(words).text.contains(right))
  }

  @Test func `a formula in a heading is set`() throws {
    let excerpt = try excerpt("why divide deviation")
    #expect(excerpt.section == "Why divide by √n?")
    #expect(excerpt.anchor == "why-divide-by-sqrt-n")
  }

  @Test func `a formula is not cut, however little room there is`() throws {
    for columns in 12...40 {
      let text = try excerpt("few features", columns: columns).text
      #expect(!text.contains("√") || text.contains("m ≈ √p"))
    }
  }
}
