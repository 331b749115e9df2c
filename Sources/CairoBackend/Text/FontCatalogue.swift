import CPangoCairo
import Figures
import Synchronization

/// The font files that have been needed so far, each looked for and read once, for all threads.
final class FontCatalogue: Sendable {
  private struct Key: Hashable {
    let typefaces: [Typeface]
    let weight: Font.Weight
  }

  private let known = Mutex<[Key: FontFiles]>([:])

  /// The files of some typefaces, in their order.
  func files(of typefaces: [Typeface], weight: Font.Weight) throws(CairoError) -> FontFiles {
    try known.withLock { known throws(CairoError) in
      let key = Key(typefaces: typefaces, weight: weight)
      if let files = known[key] { return files }
      var files: [FontFile] = []
      for typeface in typefaces { files.append(try FontFile(typeface, weight: weight)) }
      let found = try FontFiles(files, weight: weight)
      known[key] = found
      return found
    }
  }
}

/// A few font files and nothing else, as fontconfig knows them.
///
/// Nothing changes it once it is made, and fontconfig counts its users atomically: so threads may share it.
final class FontFiles: @unchecked Sendable {
  /// A configuration that has these fonts alone, so that text comes out the same whatever is installed.
  let configuration: OpaquePointer
  let files: [FontFile]
  let weight: Font.Weight

  fileprivate init(_ files: [FontFile], weight: Font.Weight) throws(CairoError) {
    guard let configuration = FcConfigCreate() else {
      throw .cairo(doing: "making a set of fonts", reason: "out of memory")
    }
    for file in files where FcConfigAppFontAddFile(configuration, file.path) == 0 {
      FcConfigDestroy(configuration)
      throw .fontUnusable(family: file.typeface.family, file: file.path)
    }
    self.configuration = configuration
    self.files = files
    self.weight = weight
  }

  deinit { FcConfigDestroy(configuration) }
}
