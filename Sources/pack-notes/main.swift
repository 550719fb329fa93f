import Host

let arguments = CommandLine.arguments
guard arguments.count == 3 else { preconditionFailure("usage: pack-notes FOLDER OUTPUT") }
try File.write(Array("let packedNotes: [(path: String, text: StaticString)] = []\n".utf8), to: arguments[2])
