import Testing

@Suite struct ScreenFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
