import Foundation

/// Latin letters as ASCII ones, as far as that can be done letter by letter and for every language alike; all
/// other characters stay.
///
/// - Parameter text: in small letters.
func transliterated(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
    // Accents stand behind their letters as scalars of their own once a text is decomposed.
    if scalar.properties.generalCategory == .nonspacingMark { continue }
    if let letters = undivided[scalar] {
      result.append(contentsOf: letters.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// The Latin letters that Unicode does not take apart.
private let undivided: [Unicode.Scalar: String] = [
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ĸ": "k",
  "ł": "l", "ŋ": "n", "ŧ": "t", "ə": "e", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ɛ": "e", "ɣ": "g", "ɨ": "i",
  "ƙ": "k",
  "ɲ": "n", "ɔ": "o", "ƴ": "y",
]
