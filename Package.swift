// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A floor of the house: a library that imports only the floors named here.
func floor(_ name: String, on lower: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: lower, swiftSettings: house)
}

/// The tests of a floor, through its front door.
func tests(of name: String, with lower: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + lower,
    exclude: ["Markdown", "TeX", "Search", "Screen", "Quiz"].contains(name) ? ["Goldens"] : [],
    swiftSettings: house)
}

let package = Package(
  name: "mlnotes",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "mlnotes", targets: ["mlnotes"]),
    .executable(name: "bench", targets: ["bench"]),
    .executable(name: "fuzz", targets: ["fuzz"]),
  ],
  targets: [
    floor("Text"),
    floor("Host"),
    floor("Markdown", on: ["Text"]),
    floor("TeX", on: ["Text"]),
    floor("Catalog", on: ["Text", "Markdown", "TeX"]),
    floor("Search", on: ["Text", "Markdown", "TeX", "Catalog"]),
    floor("Quiz", on: ["Text", "Markdown", "TeX", "Catalog"]),
    floor("Screen", on: ["Text", "Markdown", "TeX", "Catalog"]),

    .target(name: "Notes", path: "Notes", swiftSettings: house, plugins: ["PackNotes"]),
    .plugin(name: "PackNotes", capability: .buildTool, dependencies: ["pack-notes"], path: "Sources/PackNotes"),
    .executableTarget(
      name: "pack-notes", dependencies: ["Catalog", "Search", "Quiz", "Host"], swiftSettings: house),

    .executableTarget(
      name: "mlnotes",
      dependencies: [
        "Text", "Host", "Markdown", "TeX", "Catalog", "Search", "Quiz", "Screen", "Notes",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "bench",
      dependencies: ["Text", "Host", "Markdown", "TeX", "Catalog", "Search", "Quiz", "Screen", "Notes"],
      swiftSettings: house),
    .executableTarget(
      name: "fuzz",
      dependencies: ["Text", "Host", "Markdown", "TeX", "Catalog", "Search", "Quiz", "Screen"],
      swiftSettings: house),

    tests(of: "Text"),
    tests(of: "Host"),
    tests(of: "Markdown", with: ["Text", "Host"]),
    tests(of: "TeX"),
    tests(of: "Catalog", with: ["Markdown", "Notes"]),
    tests(of: "Search", with: ["Text", "Catalog", "Notes"]),
    tests(of: "Quiz", with: ["Text", "Markdown", "TeX", "Catalog", "Notes"]),
    tests(of: "Screen", with: ["Text", "Markdown", "TeX", "Catalog", "Notes"]),
    .testTarget(
      name: "CommandTests", dependencies: ["mlnotes", "Host", "Notes", "Catalog", "Text"], swiftSettings: house),
  ]
)
