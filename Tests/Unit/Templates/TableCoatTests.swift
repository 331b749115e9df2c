import Templates
import Testing

struct TableCoatTests {
  static let report = Table(
    caption: "Classification report, 50% of rows", shortCaption: "Report [test]", label: "tab:test-data",
    columns: [.init(""), .init("precision", .right), .init("n", .right)],
    groups: [
      [
        [.text("Liked & loved"), .number(0.66666, digits: 3), .integer(253)],
        [.text("Dis|liked"), .number(-0.5, digits: 3), .integer(-1)],
      ],
      [[.text("accuracy"), .number(.nan, digits: 3), .empty]],
    ],
    notes: ["Rounded to <3 digits>."], provenance: "synthetic sample")

  @Test func latexIsAWholeTabularThatSaysWhatItNeeds() {
    #expect(
      Self.report.latex == #"""
        % Generated: the next run overwrites it.
        % Needs \usepackage{booktabs}.
        % synthetic sample
        \begin{tabular}{lrr}
        \toprule
         & precision & n \\
        \midrule
        Liked \& loved & 0.667 & 253 \\
        Dis\textbar{}liked & \ensuremath{-}0.500 & \ensuremath{-}1 \\
        \midrule
        accuracy & -- &  \\
        \bottomrule
        \multicolumn{3}{l}{\footnotesize Rounded to \textless{}3 digits\textgreater{}.} \\
        \multicolumn{3}{l}{\footnotesize synthetic sample} \\
        \end{tabular}

        """#)
  }

  @Test func aTableBringsTheDefinitionsOfTheCharactersThatItHolds() {
    let table = Table(caption: "방", label: "t", columns: [.init("x")], rows: [[.text("é")]])
    #expect(!table.latex.contains("linerchar"))
    #expect(table.latexFloat().contains("\\ifdefined\\linerchar\\else\n"))
    #expect(table.latexFloat().contains("\\caption{\\linerchar{BC29}{방}}"))
    let hebrew = Table(caption: "c", label: "t", columns: [.init("x")], rows: [[.text("א")]])
    #expect(hebrew.latex.contains("\\ifdefined\\linerrtl\\else\n"))
  }

  @Test func aFloatHasItsLabelAfterItsCaptionAndAsksForTheFloatPackageOnlyForH() {
    let float = Self.report.latexFloat(placement: "H")
    #expect(
      float.hasPrefix(
        #"""
        % Generated: the next run overwrites it.
        % Needs \usepackage{booktabs, float}.
        % synthetic sample
        \begin{table}[H]
        \centering
        \caption[Report {[}test{]}]{Classification report, 50\% of rows}
        \label{tab:test-data}
        \begin{tabular}{lrr}

        """#))
    #expect(float.hasSuffix("\\end{tabular}\n\\end{table}\n"))
    #expect(Self.report.latexFloat().contains("% Needs \\usepackage{booktabs}.\n"))
    #expect(Self.report.latexFloat().contains("\\begin{table}[htbp]\n"))
  }

  @Test func aLongNoteIsBrokenAndDoesNotWidenTheTable() {
    let words = "one two three four five six seven eight nine ten eleven twelve"
    let table = Table(caption: "c", label: "t", columns: [.init("x")], rows: [[.integer(1)]], notes: [words])
    let notes = table.latex.split(separator: "\n").filter { $0.contains("footnotesize") }
    #expect(
      notes == [
        #"\multicolumn{1}{l}{\footnotesize one two three four five six seven eight} \\"#,
        #"\multicolumn{1}{l}{\footnotesize nine ten eleven twelve} \\"#,
      ])
  }

  @Test func aWrappedColumnBreaksItsLinesInPrint() {
    let table = Table(
      caption: "C", label: "t", columns: [.init("claim", .wrapped(share: 0.3)), .init("n", .right)],
      rows: [[.text("A sentence that is long."), .integer(1)]],
      notes: [String(repeating: "word ", count: 30)])
    #expect(table.latex.contains("\\begin{tabular}{p{0.3\\linewidth}r}\n"))
    #expect(table.latex.contains("\n\\raggedright A sentence that is long. & 1 \\\\\n"))
    // A note is as wide as the column on the page, not as the sentence in the file.
    #expect(
      table.latex.split(separator: "\n").filter { $0.contains("footnotesize") }
        .allSatisfy { $0.matches(of: /word/).count <= 8 })
    #expect(
      table.html.contains("<th scope=\"row\" style=\"text-align: left; white-space: normal\">A sentence"))
    #expect(table.markdown().contains("\n|:----"))
  }

  /// As wide as the column is, however little stands in it: about a hundred small letters go on a line.
  @Test func notesUnderAWrappedColumnTakeItsWholeWidth() {
    let table = Table(
      caption: "C", label: "t", columns: [.init("claim", .wrapped(share: 0.98)), .init("n", .right)],
      rows: [[.text("Short."), .integer(1)]], notes: [String(repeating: "word ", count: 20)])
    #expect(table.latex.split(separator: "\n").count { $0.contains("footnotesize") } == 1)
  }

  @Test func markdownIsAPaddedPipeTable() {
    #expect(
      Self.report.markdown() == #"""
        |                | precision |   n |
        |:---------------|----------:|----:|
        | Liked \& loved |     0.667 | 253 |
        | Dis\|liked     |    −0.500 |  −1 |
        | accuracy       |         – |     |

        : Classification report, 50% of rows {#tbl:test-data}

        Rounded to \<3 digits\>.

        synthetic sample

        """#)
  }

  @Test func markdownCaptionsComeInTheReadersForm() {
    let table = Table(
      caption: "A *b*", label: "plain", columns: [.init("x", .center)], rows: [[.text("long text")]])
    let body = "|     x     |\n|:---------:|\n| long text |\n"
    #expect(table.markdown(caption: .none) == body)
    #expect(table.markdown(caption: .paragraph) == "**A \\*b\\***\n\n" + body)
    #expect(table.markdown(caption: .pandoc) == body + "\n: A \\*b\\* {#tbl:plain}\n")
  }

  @Test func htmlHasACaptionScopesGroupsAndAFoot() {
    #expect(
      Self.report.html == """
        <table id="tab:test-data">
        <caption>Classification report, 50% of rows</caption>
        <thead>
        <tr><th scope="col" style="text-align: left"></th><th scope="col" style="text-align: right">precision</th><th scope="col" style="text-align: right">n</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row" style="text-align: left">Liked &amp; loved</th><td style="text-align: right">0.667</td><td style="text-align: right">253</td></tr>
        <tr><th scope="row" style="text-align: left">Dis|liked</th><td style="text-align: right">−0.500</td><td style="text-align: right">−1</td></tr>
        </tbody>
        <tbody>
        <tr><th scope="row" style="text-align: left">accuracy</th><td style="text-align: right">–</td><td style="text-align: right"></td></tr>
        </tbody>
        <tfoot>
        <tr><td colspan="3"><div>Rounded to &lt;3 digits&gt;.</div></td></tr>
        <tr><td colspan="3"><div>synthetic sample</div></td></tr>
        </tfoot>
        </table>

        """)
  }

  @Test func csvKeepsNumbersWholeAndTheProvenanceAsAColumn() {
    #expect(
      Self.report.csv == """
        ,precision,n,note
        Liked & loved,0.66666,253,synthetic sample
        Dis|liked,-0.5,-1,synthetic sample
        accuracy,nan,,synthetic sample

        """)
  }

  @Test func aHeaderOverSeveralColumnsStandsInEveryCoat() {
    let table = Table(
      caption: "c", label: "t", columns: [.init("rows"), .init("a", .right), .init("b", .right), .init("")],
      spans: [.init("", over: 1), .init("50% & more", over: 2), .init("last", over: 1)],
      rows: [[.text("x"), .integer(1), .integer(2), .empty]])
    #expect(
      table.latex.contains(
        #"""
        \toprule
         & \multicolumn{2}{c}{50\% \& more} & \multicolumn{1}{c}{last} \\
        \cmidrule(lr){2-3} \cmidrule(lr){4-4}
        rows & a & b &  \\
        \midrule

        """#))
    #expect(table.csv == "rows,50% & more: a,50% & more: b,last\nx,1,2,\n")
    #expect(table.markdown(caption: .none).hasPrefix("| rows | 50% \\& more: a | 50% \\& more: b | last |\n"))
    #expect(
      table.html.contains(
        #"<tr><td colspan="1"></td><th scope="colgroup" colspan="2" style="text-align: center; border-bottom: 1px solid">50% &amp; more</th>"#
      ))
  }

  @Test func aLoneBlankFieldIsStillARow() {
    let table = Table(
      caption: "c", label: "t", columns: [.init("x")], rows: [[.empty], [.text("")], [.integer(1)]])
    #expect(table.csv == "x\n\"\"\n\"\"\n1\n")
  }

  @Test func aTableWithoutRowsIsStillATable() {
    let table = Table(caption: "c", label: "t", columns: [.init("x")], rows: [])
    #expect(table.latex.contains("\\toprule\nx \\\\\n\\bottomrule\n\\end{tabular}"))
    #expect(table.markdown(caption: .none) == "| x   |\n|:----|\n")
    #expect(table.csv == "x\n")
  }

  /// Expected: Python 3's `format(x, ".{digits}f")`.
  @Test(
    arguments: [
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
      (0.0005, 3, "0.001"),
      (2.675, 2, "2.67"), (1e22, 1, "10000000000000000000000.0"), (-0.001, 2, "0.00"), (-0.0, 1, "0.0"),
      (.infinity, 2, "inf"), (-.infinity, 2, "-inf"), (.nan, 2, "nan"), (-.nan, 2, "nan"),
      (0.1, 20, "0.10000000000000000555"),
    ] as [(Double, Int, String)])
  func decimalsAreRoundedAsPythonRoundsThem(_ value: Double, _ digits: Int, _ expected: String) {
    let cell = Table.Cell.number(value, digits: digits)
    let table = Table(caption: "c", label: "t", columns: [.init("x")], rows: [[cell]])
    let typeset = expected == "nan" ? "--" : expected.replacing("-", with: "\\ensuremath{-}")
    let shown = expected == "nan" ? "\u{2013}" : expected.replacing("-", with: "\u{2212}")
    #expect(table.latex.contains("\\midrule\n\(typeset) \\\\\n"))
    #expect(table.html.contains(">\(shown)</td>"))
  }

  @Test func aSmallPValueIsSaidToBeSmallAndKeptWholeForMachines() {
    let cells: [Table.Cell] = [.pValue(3e-9), .pValue(0.00099), .pValue(0.001), .pValue(0.0496), .pValue(1)]
    let table = Table(caption: "c", label: "t", columns: [.init("p")], rows: cells.map { [$0] })
    #expect(
      table.latex.contains(
        "\\textless{}0.001 \\\\\n\\textless{}0.001 \\\\\n0.001 \\\\\n0.050 \\\\\n1.000 \\\\\n"))
    #expect(table.html.contains(">&lt;0.001</td>"))
    #expect(table.markdown().contains("\\<0.001"))
    #expect(table.csv == "p\n3e-09\n0.00099\n0.001\n0.0496\n1.0\n")
  }
}
