import Testing
import TrackData

@Suite struct DatasetRowsTests {
  private let table: DataTable

  init() throws {
    let csv = "a,b,y\n0,10,0\n1,11,1\n2,12,0\n3,13,1\n4,14,0\n5,15,1\n6,16,0\n7,17,1\n"
    table = try DataTable(csv: Array(csv.utf8), file: "t.csv")
  }

  @Test func rowsThatAreLeftKeepTheirOrder() throws {
    let data = try Dataset(table: table, target: "y", classes: ["no", "yes"])
    let left = data.removing([0, 3, 7])
    #expect(left.features == [1, 11, 2, 12, 4, 14, 5, 15, 6, 16])
    #expect(left.target == [1, 0, 0, 1, 0])
    #expect(left.featureNames == ["a", "b"])
    #expect(data.removing([]) == data)
  }

  @Test func aSplitPartsTheRowsThatAreLeftAsBefore() throws {
    let data = try Dataset(table: table, target: "y", classes: ["no", "yes"])
    let split = try TrainTestSplit(rowCount: 8, seed: 3)
    let removed: Set = [split.train[1], split.test[0], split.train[4]]
    let (left, newSplit) = (data.removing(removed), split.removing(removed))
    // The same rows in the same order, told by their first feature, which is the row's old number.
    func old(_ part: [Int]) -> [Int] { part.map { Int(left.features[$0 * 2]) } }
    #expect(old(newSplit.train) == split.train.filter { !removed.contains($0) })
    #expect(old(newSplit.test) == split.test.filter { !removed.contains($0) })
    #expect((newSplit.train + newSplit.test).sorted() == Array(0..<5))
    #expect(split.removing([]) == split)
  }
}
