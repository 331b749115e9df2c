/// The file `numbers.tex`, with which a LaTeX document prints any value by its key:
/// `\liner{paper.test.accuracy}`.
///
/// The document pulls it in with `\input`, in its preamble; twice does no harm. An unknown key prints a
/// bold `??` and LaTeX warns with the line. Works in text, mathematics, captions, headings and bookmarks
/// under pdfLaTeX, XeLaTeX and LuaLaTeX, and needs no package.
public enum LaTeXNumbers {
  /// The file for the values; flags and lists, which are no text, have no line.
  ///
  /// The provenance, when it must be said, stands in a comment and answers to `\linerprovenance`, which is
  /// empty otherwise.
  public static func file(for values: Values, provenance: String? = nil) -> String {
    let comment = provenance.map { "% " + String(String.UnicodeScalarView(onOneLine($0))) + "\n" } ?? ""
    let definitions = values.all.compactMap { key, value in
      value.text(for: .latex, in: values.numbers).map { "\\linerdefine{\(key)}{\($0)}\n" }
    }
    let body =
      "\\gdef\\linerprovenance{\(OutputFormat.latex.escaped(provenance ?? ""))}\n" + definitions.joined()
    return head + comment + OutputFormat.latex.definitions(for: body) + body
  }

  /// The definitions that every file begins with.
  ///
  /// `\liner` expands at once, so that a heading is written out with the value and not with the key, which a
  /// page head in capitals would spoil. `\detokenize` keeps packages that give `_` or `-` a meaning out of
  /// the keys. In a bookmark only the question marks can stand: hyperref's `\texorpdfstring` picks them.
  private static let head = #"""
    % Generated: the next run overwrites it. \input it in the preamble, then write \liner{key}.
    \makeatletter
    \gdef\linerdefine#1#2{\expandafter\gdef\csname liner@@\detokenize{#1}\endcsname{#2}}
    \gdef\liner#1{%
      \ifcsname liner@@\detokenize{#1}\endcsname
        \csname liner@@\detokenize{#1}\endcsname
      \else
        \ifcsname texorpdfstring\endcsname\expandafter\texorpdfstring\else\expandafter\@firstoftwo\fi
        {\liner@unknown{#1}}{??}%
      \fi}
    \protected\gdef\liner@unknown#1{%
      \PackageWarning{liner}{No value has the key `\detokenize{#1}'}\textbf{??}}
    \makeatother

    """#
}
