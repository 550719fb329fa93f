import Foundation
import PackagePlugin

/// Writes the notes below the target's folder into the program each time one of them changes.
@main
struct PackNotes: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else { return [] }
    let notes = target.sourceFiles(withSuffix: "md").map(\.url).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedNotes.swift")
    return [
      .buildCommand(
        displayName: "Packing \(notes.count) notes",
        executable: try context.tool(named: "pack-notes").url,
        arguments: [target.directoryURL.path, output.path],
        inputFiles: notes,
        outputFiles: [output])
    ]
  }
}
