import Testing

@Suite struct TextFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
