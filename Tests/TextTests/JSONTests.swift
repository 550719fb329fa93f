import Testing
import Text

@Suite struct JSONTests {
  @Test func `strings stay UTF-8 but for what JSON or a terminal would take as a control`() throws {
    let text = "对比 \"loss\" \\ \n\t\u{1B}[2J \u{9B}31m \u{202E}x \u{2028} 👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E007F}"
    let encoded = JSON.string(text).encoded
    #expect(encoded.unicodeScalars.allSatisfy { !$0.isTerminalControl })
    #expect(
      encoded
        == #""对比 \"loss\" \\ \n\t\u001b[2J \u009b31m \u202ex \u2028 👩‍👩‍👧 🏴"# + "\u{E0067}\u{E0062}\u{E007F}\"")
    #expect(try JSON(reading: encoded).text == text)
  }

  @Test(arguments: [
    ("0", JSON.integer(0)), ("-0", .integer(0)), ("10", .integer(10)), ("-1.50", .number(-1.5)), ("1e2", .number(100)),
    ("1E+2", .number(100)), ("25e-2", .number(0.25)),
  ])
  func `numbers are read as RFC 8259 writes them`(text: String, value: JSON) throws {
    #expect(try JSON(reading: text).encoded == value.encoded)
  }

  @Test(arguments: [
    "01", "-01", "1.", ".5", "+1", "1.e5", "1e", "1e+", "-", "--1", "1-2", "0x1", "1e999", #""\u-000""#, #""\u+123""#,
    #""\u12""#, #""\u12g4""#, "[1,]", #"{"a":1,}"#, "[1}", #"{"a" 1}"#, "[1", "1 2", "",
  ])
  func `what RFC 8259 does not have is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSON(reading: text) }
  }

  @Test func `arrays and objects in one another keep their elements apart`() throws {
    let text = #"{"a":[1,[2,{"b":[]}],{"c":3,"d":[4]}],"e":{},"f":"g"}"#
    #expect(try JSON(reading: text).encoded == text)
  }

  @Test func `a long array and a long object are read in linear time`() throws {
    let array = "[" + String(repeating: "1,", count: 60_000) + "2]"
    #expect(try JSON(reading: array).elements?.count == 60_001)
    let object = "{" + String(repeating: #""a":1,"#, count: 40_000) + #""b":2}"#
    #expect(try JSON(reading: object)["b"]?.integer == 2)
  }
}
