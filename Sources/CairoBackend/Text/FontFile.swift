import CPangoCairo
import Figures

/// A font's file as fontconfig finds it by family and weight among all that are installed.
struct FontFile {
  let typeface: Typeface
  let path: String
  /// All names that the file gives its family: "Latin Modern Roman" as well as "LM Roman 8".
  let families: [String]
  /// The version that the font gives itself, such as 2.37.
  let version: String

  init(_ typeface: Typeface, weight: Font.Weight) throws(CairoError) {
    let missing = CairoError.fontMissing(family: typeface.family, package: typeface.package)
    guard let pattern = FcPatternCreate() else {
      throw .cairo(doing: "looking for the font \(typeface.family)", reason: "out of memory")
    }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, typeface.family)
    FcPatternAddInteger(pattern, FC_WEIGHT, weight == .bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultNoMatch
    guard let match = FcFontMatch(nil, pattern, &result) else { throw missing }
    defer { FcPatternDestroy(match) }
    // fontconfig always answers with something: another family means that ours is not there.
    families = Self.families(of: match)
    guard families.contains(where: { $0.utf8.elementsEqual(typeface.family.utf8) }),
      let path = Self.string(FC_FILE, at: 0, of: match)
    else { throw missing }
    self.typeface = typeface
    self.path = path
    var fixedPoint: Int32 = 0
    FcPatternGetInteger(match, FC_FONTVERSION, 0, &fixedPoint)
    version = NumberFormat.fixed(2).text(Double(fixedPoint) / 65536)
  }

  private static func families(of pattern: OpaquePointer) -> [String] {
    var families: [String] = []
    while let family = string(FC_FAMILY, at: families.count, of: pattern) { families.append(family) }
    return families
  }

  private static func string(_ object: String, at index: Int, of pattern: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, object, Int32(index), &text) == FcResultMatch, let text else {
      return nil
    }
    return String(cString: text)
  }
}
