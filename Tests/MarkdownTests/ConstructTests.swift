import Testing

@Suite struct ConstructTests {
  @Test(arguments: Golden.names)
  func `a construct becomes the HTML of its golden file`(name: String) throws {
    let golden = try Golden(name)
    if Golden.isBlessing { return try golden.bless() }
    #expect(!golden.examples.isEmpty)
    for example in golden.examples { #expect(Golden.html(example.markdown) == example.html) }
  }
}
