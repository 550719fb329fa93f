import Testing

@Suite struct CommandFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
