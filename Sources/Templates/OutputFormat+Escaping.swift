extension OutputFormat {
  /// The text as this format must spell it to show just that text.
  ///
  /// Each character is looked at once, so that what an escape brings in is not escaped again.
  /// - LaTeX: the ten special characters, what OT1 fonts show as something else (`< > |`), quotes and
  ///   runs that would become ligatures (`--`, `''`, `,,`), brackets that a `\\` or an optional
  ///   argument would take, and a leading `*`. Needs LaTeX of 2020 or newer, for `\textasciigrave`; safe
  ///   in tables, captions and headings under pdfLaTeX, XeLaTeX and LuaLaTeX. Letters beyond Latin are
  ///   left as they are: pdfLaTeX needs a font encoding for them, the other two a font.
  /// - Markdown: whatever GitHub or pandoc would read as markup, inside table cells and in prose.
  /// - HTML: `& < > " '`, so for attributes too.
  /// - CSV: one field, quoted when RFC 4180 asks for it or when blanks stand at its ends.
  /// - Plain: nothing.
  ///
  /// In LaTeX and Markdown a line break becomes a space, since a value is part of a line. In LaTeX,
  /// Markdown and HTML any other control character shows as U+FFFD (in LaTeX as `?`, for want of a glyph).
  public func escaped(_ text: String) -> String {
    switch self {
    case .latex: escapedForLaTeX(text)
    case .markdown: escapedForMarkdown(text)
    case .html: escapedForHTML(text)
    case .csv: escapedForCSV(text)
    case .plain: text
    }
  }
}

private func escapedForLaTeX(_ text: String) -> String {
  var out = ""
  var previous: Unicode.Scalar?
  for scalar in onOneLine(text) {
    switch scalar {
    case "\\": out += "\\textbackslash{}"
    case "^": out += "\\textasciicircum{}"
    case "~": out += "\\textasciitilde{}"
    case "`": out += "\\textasciigrave{}"
    case "<": out += "\\textless{}"
    case ">": out += "\\textgreater{}"
    case "|": out += "\\textbar{}"
    // Babel gives a bare one a meaning, and \textquotedbl is not in every font encoding.
    case "\"": out += "\\char34{}"
    case "{", "}", "$", "&", "#", "%", "_": out += "\\" + String(scalar)
    case "[", "]": out += "{" + String(scalar) + "}"
    case "*" where previous == nil: out += "{*}"
    case "-", "'", ",": out += (scalar == previous ? "{}" : "") + String(scalar)
    case "\u{FFFD}": out += "?"
    default: out.unicodeScalars.append(scalar)
    }
    previous = scalar
  }
  return out
}

private func escapedForMarkdown(_ text: String) -> String {
  var out = ""
  let scalars = onOneLine(text)
  for (index, scalar) in scalars.enumerated() {
    let neighbours = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
    let isSpecial =
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "$", "~", "^", "@", "&": true
      // Alone they are text; in a run they become dashes and ellipses, or a heading's underline.
      case "-", ".", "=":
        neighbours.contains(scalar) || index == 0 || (scalar == "." && numbersList(scalars, at: index))
      case ")": numbersList(scalars, at: index)
      case "+", ":": index == 0
      default: false
      }
    if isSpecial { out += "\\" }
    out.unicodeScalars.append(scalar)
  }
  return out
}

/// Whether only digits stand before the place and no more of the word after it, so that `.` or `)` there
/// would number a list.
private func numbersList(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  index > 0 && index < 10 && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
    && (index + 1 == scalars.count || scalars[index + 1] == " ")
}

private func escapedForHTML(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "'": out += "&#39;"
    case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
    default: out.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return out
}

private func escapedForCSV(_ text: String) -> String {
  let bytes = text.utf8
  let blanks: [UInt8?] = [UInt8(ascii: " "), UInt8(ascii: "\t")]
  let needsQuotes =
    bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    || blanks.contains(bytes.first) || blanks.contains(bytes.last)
  guard needsQuotes else { return text }
  var out = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" { out += "\"" }
    out.unicodeScalars.append(scalar)
  }
  return out + "\""
}

/// The text without line breaks: each becomes a space, a CR LF one space; other control characters
/// become U+FFFD.
func onOneLine(_ text: String) -> [Unicode.Scalar] {
  var out: [Unicode.Scalar] = []
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": out.append(" ")
    default: out.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    previous = scalar
  }
  return out
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
