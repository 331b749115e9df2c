/// Why a figure can't be drawn or written.
public enum CairoError: Error, Sendable, Hashable {
  /// A font that the figure needs is not installed; `package` is the Debian package that has it.
  case fontMissing(family: String, package: String)
  /// An installed font file can't be used.
  case fontUnusable(family: String, file: String)
  /// No font we know of has these characters of `text`.
  case glyphsMissing(text: String, characters: [Unicode.Scalar])
  /// Cairo refused; `reason` is its own word for it.
  case cairo(doing: String, reason: String)
}

extension CairoError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fontMissing(let family, let package):
      return "the font \"\(family)\" is not installed: install the package \(package)"
    case .fontUnusable(let family, let file):
      return "expected the font \"\(family)\" in \(file), but it can't be loaded: install it again"
    case .glyphsMissing(let text, let characters):
      let codes = characters.map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
      return "no font has \(codes.joined(separator: ", ")) of the text \"\(text)\": "
        + "write the text in other characters"
    case .cairo(let doing, let reason):
      return "\(doing): \(reason)"
    }
  }
}
