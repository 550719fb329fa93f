import Testing

@Suite struct MathCommandTests {
  @Test(arguments: [
    (#"\frac{1"#, " 1\n───\n\n", "error: '{' is not closed, column 6; and 1 more\n"),
    (#"𝔼 中 \nope"#, "𝔼中\\nope\n", "error: unknown command '\\nope', column 5\n"),
    (#"a}"#, "a}\n", "error: '}' closes nothing, column 2\n"),
  ])
  func `what is wrong is set as far as it goes and named with its place`(tex: String, output: String, errors: String)
    throws
  {
    let outcome = try Running.mlnotes("math", tex)
    #expect(outcome.code == 1)
    #expect(outcome.output == output)
    #expect(outcome.errors == errors)
  }

  @Test(arguments: ["picture", "line", "ascii", "mathml"])
  func `an empty formula is no mistake`(form: String) throws {
    for (tex, input) in [("", ""), ("-", ""), ("-", "\n")] {
      let outcome = try Running.mlnotes("math", tex, "--to", form, input: input)
      #expect(outcome.code == 0)
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test(arguments: ["picture", "line", "ascii", "mathml"])
  func `controls in a text and bytes that are no UTF-8 are harmless`(form: String) throws {
    let tex = Array(#"\text{a"#.utf8) + [0x01, 0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x9B, 0xFF, 0x7F] + Array("b}".utf8)
    let outcome = try Running.mlnotes("math", "-", "--to", form, bytes: tex)
    #expect(outcome.code == 0)
    #expect(
      !outcome.output.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
    #expect(outcome.output.contains("[31m"))
  }

  @Test func `a batch answers every line in order, with its mistakes`() throws {
    let input = """
      {"id":1,"tex":"x^2","display":true}
      {"id":"b","tex":"\\\\frac{1"}
      {"tex":""}
      """
    let outcome = try Running.mlnotes("math", "--batch", "--to", "line", input: input)
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        {"id":1,"output":"x²","problems":[]}
        {"id":"b","output":"1/","problems":[{"offset":5,"message":"'{' is not closed"},\
        {"offset":7,"message":"an argument is missing"}]}
        {"id":null,"output":"","problems":[]}

        """)
  }

  @Test func `a batch line that is no JSON, or asks for no formula, is named`() throws {
    let outcome = try Running.mlnotes("math", "--batch", input: "{\"tex\":\"x\"}\n\n \r\n{bad\n")
    #expect(outcome.code == 65)
    #expect(outcome.errors == "error: line 4 of standard input is no JSON\n")
    for line in ["{\"id\":1}", "{\"tex\":2}", "[]"] {
      let outcome = try Running.mlnotes("math", "--batch", input: line)
      #expect(outcome.code == 65)
      #expect(outcome.errors == "error: line 1 of standard input has no string 'tex'\n")
    }
  }
}
