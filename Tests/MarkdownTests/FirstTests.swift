import Testing

@Suite struct MarkdownFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
