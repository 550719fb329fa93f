import Testing

@Suite struct SearchFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
