// swift-tools-version: 6.1
import PackageDescription

/// Speed, in a package of its own: whoever only uses Liner Notes never builds it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "liner-notes", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Kernels", package: "liner-notes"),
        .product(name: "NeuralNetwork", package: "liner-notes"),
        .product(name: "Paper", package: "liner-notes"),
        .product(name: "TrackData", package: "liner-notes"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
