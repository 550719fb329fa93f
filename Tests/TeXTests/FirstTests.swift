import Testing

@Suite struct TeXFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
