/// Characters that not every LaTeX can set, spelt so that the engine decides when the document is compiled.
///
/// The products are written once and read by any engine. `\linerchar{AC00}{가}` is the letter under XeLaTeX and
/// LuaLaTeX, which need a font that has it. Under pdfLaTeX it is the letter where the document has declared it,
/// by `\DeclareUnicodeCharacter` or a font encoding such as T2A, and else the letters U+AC00, of which LaTeX
/// warns. `\linerrtl{…}` turns a run of Hebrew or Arabic around where the engine does not do it by itself, and
/// `\linerltr{…}` turns a number inside back. All expand to what any file may hold, so that captions and headings
/// reach their lists before the table is read that brings the definitions.
enum LaTeXCharacters {
  /// The character as LaTeX must read it: Latin-1, which every font encoding has, stands for itself.
  static func spelt(_ scalar: Unicode.Scalar) -> String {
    scalar.value <= 0xFF
      ? String(scalar) : "\\linerchar{\(hexadecimal(scalar.value))}{\(String(scalar))}"
  }

  /// The definitions that the text needs, to stand before it; nothing where it needs none.
  ///
  /// A document that knows better, such as one with a package for Korean under pdfLaTeX, defines the commands
  /// first. Lines end in `%` because tables are pulled in where a blank would show.
  static func definitions(for text: String) -> String {
    guard text.contains("\\linerchar{") else { return "" }
    return characters + (text.contains("\\linerrtl{") ? directions : "")
  }

  // LaTeX keeps what is declared of a character as a command named after its bytes. Only where it is about to
  // set type, and not to write a list or (`\linerset`) a bookmark, can it warn.
  private static let characters = #"""
    \gdef\linerset#1#2{\ifcsname texorpdfstring\endcsname\expandafter\texorpdfstring\else
    \csname @firstoftwo\expandafter\endcsname\fi{#1}{#2}}%
    \ifdefined\linerchar\else
    \protected\gdef\linerlost#1{\PackageWarning{liner}{The fonts have no U+#1}U+#1\discretionary{}{}{}}%
    \ifdefined\Umathcode\gdef\linerchar#1#2{#2}\else
    \gdef\linerchar#1#2{\ifcsname u8:\detokenize{#2}\endcsname#2\else
    \expandafter\ifx\csname @typeset@protect\endcsname\protect\linerset{\linerlost{#1}}{U+#1}\else
    U+#1\discretionary{}{}{}\fi\fi}%
    \fi\fi

    """#

  private static let directions = #"""
    \ifdefined\linerrtl\else
    \gdef\linerltr#1{#1}\gdef\linerrtl#1{#1}%
    \ifdefined\XeTeXversion
    \gdef\linerltr#1{\linerset{\beginL#1\endL}{#1}}%
    \gdef\linerrtl#1{\linerset{{\TeXXeTstate=1 \beginR#1\endR}}{#1}}%
    \fi
    \ifdefined\directlua
    \gdef\linerltr#1{\linerset{{\textdir TLT#1}}{#1}}%
    \gdef\linerrtl#1{\linerset{{\textdir TRT#1}}{#1}}%
    \fi\fi

    """#
}

/// The code of a character as Unicode writes it: `AC00`, `1F600`, `0007`.
func hexadecimal(_ code: UInt32) -> String {
  let digits = String(code, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
