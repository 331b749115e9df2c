extension String {
  /// The text as one line: breaks, tabs and all else that neither a font, XML nor C can take are spaces.
  var withSpacesForControls: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl || scalar.properties.isNoncharacterCodePoint ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
