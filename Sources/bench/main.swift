import Host

/// `bench search DIR [--json]`: figures from inside the library.
let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--json" }
let isJSON = CommandLine.arguments.contains("--json")
do throws(SystemError) {
  switch arguments.first {
  case "search": try SearchBench.run(Array(arguments.dropFirst()), isJSON: isJSON)
  default: print("usage: bench search DIR [--json]")
  }
} catch {
  print("error: \(error.path): \(error.reason)")
}
