extension OutputFormat {
  /// The text as this format must spell it to show just that text.
  ///
  /// Each character is looked at once, so that what an escape brings in is not escaped again.
  /// - LaTeX: the ten special characters, what OT1 fonts show as something else (`< > |`), quotes and
  ///   runs that would become ligatures (`--`, `''`, `,,`, `<<`), brackets that a `\\` or an optional
  ///   argument would take, and a leading `*`. Needs LaTeX of 2020 or newer, for `\textasciigrave`; safe
  ///   in tables, captions and headings under pdfLaTeX, XeLaTeX and LuaLaTeX. What lies beyond Latin-1 is
  ///   spelt by commands (see `definitions(for:)`) and decided on by the engine: XeLaTeX and LuaLaTeX set it,
  ///   pdfLaTeX prints `U+AC00` for what it has no letter for, and warns.
  /// - Markdown: whatever GitHub or pandoc would read as markup, inside table cells and in prose.
  /// - HTML: `& < > " '`, so for attributes too. Hebrew and Arabic are isolated (U+2068, U+2069), so that
  ///   they do not draw the words and numbers around into their order.
  /// - CSV: one field, quoted when RFC 4180 asks for it or when blanks stand at its ends.
  /// - Plain: nothing.
  ///
  /// In LaTeX and Markdown a line break becomes a space, since a value is part of a line. What cannot be
  /// shown in LaTeX, Markdown and HTML, a control character, one that turns the text after it around
  /// (U+202A to U+202E, U+2066 to U+2069) or no character at all (U+FFFF), shows as U+FFFD, in LaTeX as
  /// its code: `U+0007`.
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

extension OutputFormat {
  /// What must stand before a text with escaped values in it, so that it can be read alone: in LaTeX the
  /// definitions of the commands that letters beyond Latin-1 are spelt with, where there are such; else nothing.
  ///
  /// Tables, numbers and filled templates bring theirs.
  public func definitions(for text: String) -> String {
    self == .latex ? LaTeXCharacters.definitions(for: text) : ""
  }
}

private func escapedForLaTeX(_ text: String) -> String {
  let scalars = withoutLineBreaks(text)
  let runs = RightToLeft.runs(in: scalars)
  let numbers = runs.flatMap { RightToLeft.numbers(in: scalars, $0) }
  var out = ""
  for (index, scalar) in scalars.enumerated() {
    if runs.contains(where: { $0.lowerBound == index }) { out += "\\linerrtl{" }
    if numbers.contains(where: { $0.lowerBound == index }) { out += "\\linerltr{" }
    out += speltForLaTeX(scalar, after: index > 0 ? scalars[index - 1] : nil)
    out += String(repeating: "}", count: (runs + numbers).count { $0.upperBound == index + 1 })
  }
  return out
}

private func speltForLaTeX(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String {
  switch scalar {
  case "\\": "\\textbackslash{}"
  case "^": "\\textasciicircum{}"
  case "~": "\\textasciitilde{}"
  case "`": "\\textasciigrave{}"
  case "<": (scalar == previous ? "\\/" : "") + "\\textless{}"
  case ">": (scalar == previous ? "\\/" : "") + "\\textgreater{}"
  case "|": "\\textbar{}"
  // Babel gives a bare one a meaning; \textquotedbl is not in every font encoding of pdfLaTeX, and the other
  // two make a closing quote of the character alone.
  case "\"": "{\\ifdefined\\Umathcode\\textquotedbl\\else\\char34\\fi}"
  case "{", "}", "$", "&", "#", "%", "_": "\\" + String(scalar)
  case "[", "]": "{" + String(scalar) + "}"
  case "*" where previous == nil: "{*}"
  // An empty group would part them for pdfLaTeX only.
  case "-", "'", ",": (scalar == previous ? "\\/" : "") + String(scalar)
  default: isUnshowable(scalar) ? "U+" + hexadecimal(scalar.value) : LaTeXCharacters.spelt(scalar)
  }
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
    default: out.unicodeScalars.append(isUnshowable(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return text.unicodeScalars.contains(where: RightToLeft.isWritten) ? "\u{2068}\(out)\u{2069}" : out
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

/// The text without line breaks, and with U+FFFD for all that cannot be shown.
func onOneLine(_ text: String) -> [Unicode.Scalar] {
  withoutLineBreaks(text).map { isUnshowable($0) ? "\u{FFFD}" : $0 }
}

/// The text without line breaks: each becomes a space, a CR LF one space.
private func withoutLineBreaks(_ text: String) -> [Unicode.Scalar] {
  var out: [Unicode.Scalar] = []
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": out.append(" ")
    default: out.append(scalar)
    }
    previous = scalar
  }
  return out
}

private func isUnshowable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x202A...0x202E, 0x2066...0x2069: true
  default: scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
  }
}
