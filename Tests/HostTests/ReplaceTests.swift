import Host
import Testing

@Suite struct ReplaceTests {
  @Test func `an error names the file asked for, not the one written in its place`() {
    let replaced = #expect(throws: SystemError.self) {
      try File.replace("/no such folder/x", with: [1], isDurable: false)
    }
    #expect(replaced?.path == "/no such folder/x")
    let exported = #expect(throws: SystemError.self) { try File.export([1], to: "/no such folder/x") }
    #expect(exported?.path == "/no such folder/x")
  }
}
