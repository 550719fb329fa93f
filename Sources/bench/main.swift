import Host

/// `bench markdown FILE…`, `bench math FILE.jsonl [UTFTEX]`, `bench search DIR`, `bench search INDEX`,
/// `bench search --make N DIR`, `bench answers DIR FILE.jsonl…`, `bench quiz`, `bench quiz --make DIR`, each with
/// `--json`: figures from inside the library.
let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--json" }
let isJSON = CommandLine.arguments.contains("--json")
do throws(SystemError) {
  switch arguments.first {
  case "markdown": try MarkdownBench.run(Array(arguments.dropFirst()), isJSON: isJSON)
  case "math": try MathBench.run(Array(arguments.dropFirst()), isJSON: isJSON)
  case "search": try SearchBench.run(Array(arguments.dropFirst()), isJSON: isJSON)
  case "answers": try AnswerBench.run(Array(arguments.dropFirst()))
  case "quiz": try QuizBench.run(Array(arguments.dropFirst()), isJSON: isJSON)
  default:
    print(
      "usage: bench markdown FILE... | math FILE.jsonl [UTFTEX] | search DIR | search INDEX | search --make N DIR"
        + " | answers DIR FILE.jsonl... | quiz [--make DIR] [--json]")
  }
} catch {
  print("error: \(error.path): \(error.reason)")
}
