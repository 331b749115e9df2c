import Testing
import TrackData

/// Every finding's sentence, word for word.
@Suite struct AuditFindingTests {
  @Test(arguments: [
    (AuditFinding.classWithoutRows(name: "Liked"), "no row is of the class 'Liked'"),
    (.rareClass(name: "Liked", rows: [7]), "only 1 row is of the class 'Liked'"),
    (.rareClass(name: "Liked", rows: [7, 9]), "only 2 rows are of the class 'Liked'"),
    (
      .labelGivenAway(column: "Unnamed: 0", auc: 0.0004, sign: .rowNumber),
      "column 'Unnamed: 0' may give the label away: alone it separates the classes "
        + "(ROC AUC 0.000; 0 and 1 are both perfect), and it numbers the rows"
    ),
    (
      .labelGivenAway(column: "a\nb", auc: 0.9876, sign: .copy),
      "column 'a\\nb' may give the label away: alone it separates the classes "
        + "(ROC AUC 0.988; 0 and 1 are both perfect), and it is nearly a copy of the label"
    ),
    (.strongColumn(column: "x", auc: 0.975), "column 'x' alone nearly separates the classes (ROC AUC 0.975)"),
    (.songsWithBothLabels(groups: [[0, 1]]), "1 song has both labels"),
    (.songsWithBothLabels(groups: [[0, 1], [4, 9]]), "2 songs have both labels"),
    (.featuresWithBothLabels(groups: [[0, 1]]), "1 group of rows with equal features has both labels"),
    (.emptyCells(column: "x", rows: [4]), "column 'x' has 1 missing cell"),
    (
      .strayCells(column: "x", rows: [4, 5], received: "loud"),
      "column 'x' holds numbers but for 2 cells, such as 'loud'"
    ),
    (.repeatedSongs(rows: [3]), "1 row repeats the title and artist of an earlier row"),
    (
      .repeatedFeatures(rows: [3, 4], withLabel: 1, features: 13),
      "2 rows repeat all 13 features of an earlier row, 1 of them its label too"
    ),
    (.sortedByTarget(column: "target"), "the rows are sorted by 'target'"),
    (.constantColumn(column: "x"), "column 'x' is the same in all rows"),
    (
      .outOfRange(column: "energy", rows: [2], range: 0...1, received: 1.5),
      "column 'energy' has 1 value outside 0 to 1, such as 1.5"
    ),
    (
      .encodingDamage(column: "artist", rows: [2], received: "BjÃ¶rk"),
      "column 'artist' has 1 cell damaged by a wrong encoding, such as 'BjÃ¶rk'"
    ),
  ]) func aFindingInWords(finding: AuditFinding, message: String) {
    #expect(finding.message == message)
    #expect(!finding.advice.isEmpty && !finding.advice.hasSuffix("."))
  }

  @Test func aTargetThatIsNoClass() throws {
    let table = try DataTable(csv: Array("x,target\n1,0\n2,maybe\n".utf8), file: "t.csv")
    let error = #expect(throws: DataError.self) {
      try DataAudit(of: table, target: "target", classes: ["Disliked", "Liked"])
    }
    #expect(
      error?.description
        == "t.csv:3:3: expected 'Disliked' or 'Liked', or 0 or 1 in every row, in column 'target', received "
        + "1 row with 'maybe'; correct the list of classes, correct these cells or remove these rows"
    )
  }
}
