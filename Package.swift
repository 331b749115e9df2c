// swift-tools-version: 6.1
import PackageDescription

/// `make report`, `make test` and plain `swift run` share one debug build; the rooms with hot loops
/// are optimised in it too, so that nobody has to wait for, or know about, a release build.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A digest in the executable, by which a command knows its own build without reading all of itself.
let identified: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--build-id"], .when(platforms: [.linux]))]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let rooms: [Target.Dependency] = [
  "Spelling", "Phrases", "TrackData", "Kernels", "NeuralNetwork", "Evaluation", "Baselines", "Figures",
  "CairoBackend",
  "Templates", "Paper",
  "TestSupport",
]

let package = Package(
  name: "liner-notes",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Evaluation", targets: ["Evaluation"]),
    .library(name: "Figures", targets: ["Figures"]),
    .library(name: "NeuralNetwork", targets: ["NeuralNetwork"]),
    .library(name: "Templates", targets: ["Templates"]),
    .library(name: "TrackData", targets: ["TrackData"]),
    // For the benchmarks beside this package.
    .library(name: "Kernels", targets: ["Kernels"]),
    .library(name: "Paper", targets: ["Paper"]),
    .executable(name: "tracks", targets: ["tracks"]),
    .executable(name: "train", targets: ["train"]),
    .executable(name: "evaluate", targets: ["evaluate"]),
    .executable(name: "render", targets: ["render"]),
    .executable(name: "curate", targets: ["curate"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // Leaves: each imports nothing of ours and can be read, tested and used alone.
    .target(name: "Spelling"),
    .target(name: "TrackData", dependencies: ["Spelling", "ByteMasks", "CZlib"], swiftSettings: optimised),
    // To read tables packed by gzip.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // In C as well, for the one comparison that Swift has no words for.
    .target(name: "ByteMasks", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "NeuralNetwork", dependencies: ["Kernels"], swiftSettings: optimised),
    // In C, for its run-time choice of instruction set; as fast in a debug build.
    .target(name: "Kernels", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "Evaluation", swiftSettings: optimised),
    // Words with places to fill, and how a language writes numbers.
    .target(name: "Phrases"),
    .target(name: "Figures", dependencies: ["Phrases"]),
    .target(
      name: "Templates",
      dependencies: ["Spelling", "Phrases", .product(name: "Mustache", package: "swift-mustache")]),

    // What the network is held against; the one place that knows XGBoost.
    .target(name: "Baselines", dependencies: ["CXGBoost"], swiftSettings: optimised),
    .systemLibrary(
      name: "CXGBoost", pkgConfig: "xgboost", providers: [.apt(["libxgboost-dev"]), .brew(["xgboost"])]),

    // The one place with C pointers into Cairo, behind the `Canvas` of Figures.
    .target(
      name: "CairoBackend", dependencies: ["Figures", "CPangoCairo", "CPNG"], swiftSettings: optimised),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"]), .brew(["glib"])]),

    // What the paper is: experiment, run folders, stages, and which figures, tables and numbers exist.
    .target(
      name: "Paper",
      dependencies: [
        "TrackData", "NeuralNetwork", "Evaluation", "Figures", "Templates", "Phrases", "Spelling", "CGLib",
        .product(name: "Yams", package: "Yams"),
      ],
      // Links to templates/words, for places where these do not lie.
      resources: [.embedInCode("Words/en.yaml"), .embedInCode("Words/de.yaml")]),

    // Commands: arguments, messages, exit codes.
    .executableTarget(name: "tracks", dependencies: ["Paper", "TrackData", arguments]),
    .executableTarget(
      name: "train", dependencies: ["Paper", "TrackData", "Baselines", arguments], linkerSettings: identified),
    .executableTarget(name: "evaluate", dependencies: ["Paper", "Evaluation", "TrackData", arguments]),
    .executableTarget(
      name: "render", dependencies: ["Paper", "Figures", "CairoBackend", arguments],
      linkerSettings: identified),
    .executableTarget(name: "curate", dependencies: ["Paper", "TrackData", arguments]),

    // Tests by kind.
    .target(name: "TestSupport", dependencies: ["NeuralNetwork"], path: "Tests/Support"),
    .testTarget(name: "UnitTests", dependencies: rooms, path: "Tests/Unit"),
    .testTarget(name: "PropertyTests", dependencies: rooms, path: "Tests/Property"),
    .testTarget(name: "FaultTests", dependencies: rooms, path: "Tests/Fault"),
    .testTarget(
      name: "ReferenceTests", dependencies: rooms, path: "Tests/Reference", exclude: ["Fixtures"]),
    .testTarget(name: "GoldenTests", dependencies: rooms, path: "Tests/Golden", exclude: ["Goldens"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: rooms + ["tracks", "train", "evaluate", "render", "curate"], path: "Tests/EndToEnd"),
  ],
  swiftLanguageModes: [.v6]
)
