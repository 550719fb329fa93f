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

  @Test(arguments: [
    ("/dev/stdout", 1), ("/dev/fd/1", 1), ("/dev/fd/17", 17), ("/proc/self/fd/2", 2), ("/dev/null", nil),
    ("/dev/fd/x", nil), ("dev/fd/1", nil),
  ])
  func `what is open already is known by its name`(path: String, descriptor: Int32?) {
    #expect(File.descriptor(named: path) == descriptor)
  }

  @Test func `a file whose name may be no UTF-8 is not only missing`() {
    let error = #expect(throws: SystemError.self) { try File.read("/no such folder/caf\u{FFFD}.md") }
    #expect(error?.reason == "no such file or directory; a name has to be UTF-8")
  }
}
