import Testing

@Suite struct CatalogFirstTests {
  @Test func `the floor builds`() {
    #expect(Bool(true))
  }
}
