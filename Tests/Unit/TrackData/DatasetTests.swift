import Testing
import TrackData

@Suite struct DatasetTests {
  private let table = """
    ,b,energy,target,a,title
    0,1,0.5,1,10,x
    1,2,0.25,0,20,y
    2,3,0.125,1,30,z

    """

  private func read(_ text: String) throws -> DataTable {
    try DataTable(csv: Array(text.utf8), file: "t.csv")
  }

  @Test func `features are the columns left, in the order of the file, row after row`() throws {
    let dataset = try Dataset(
      table: read(table), target: "target", classes: ["Disliked", "Liked"], dropping: ["title", "Unnamed: 0"])
    #expect(dataset.featureNames == ["b", "energy", "a"])
    #expect(dataset.features == [1, 0.5, 10, 2, 0.25, 20, 3, 0.125, 30])
    #expect(dataset.target == [1, 0, 1])
    #expect(dataset.classNames == ["Disliked", "Liked"])
    #expect(dataset.rowCount == 3)
    #expect(dataset.featureCount == 3)
  }

  @Test(arguments: [
    ["0", "1", "0"], ["0.0", "1.0", "0.0"], ["no", "yes", "no"], ["-0", "1e0", "+0"],
  ])
  func `a target holds names of classes or, where no cell does, their numbers`(_ cells: [String]) throws {
    let dataset = try Dataset(
      table: read("x,t\n" + cells.map { "7,\($0)\n" }.joined()), target: "t", classes: ["no", "yes"])
    #expect(dataset.target == [0, 1, 0])
  }

  @Test(arguments: [
    (["1", "0"], ["0", "1"], [1, 0]), (["1", "2"], ["1", "2", "1"], [0, 1, 0]),
    (["1", "5"], ["5", "1"], [1, 0]), (["-1", "0"], ["0", "-1"], [1, 0]),
    (["-1", "1"], ["-1", "1"], [0, 1]), (["5", "0"], ["0", "5"], [1, 0]),
    (["1", "2"], ["1.0", "2.0"], [0, 1]), (["1.0", "2.0"], ["1", "2"], [0, 1]),
    (["0", "1"], ["1", "0"], [1, 0]), (["one", "1"], ["1", "one"], [1, 0]),
    (["True", "False"], ["False", "True"], [1, 0]),
  ])
  func `a name that is a number is a name`(_ classes: [String], _ cells: [String], _ target: [Int]) throws {
    let table = try read("x,t\n" + cells.map { "7,\($0)\n" }.joined())
    #expect(try Dataset(table: table, target: "t", classes: classes).target == target)
  }

  @Test func `three classes are as good as two`() throws {
    for cells in ["c,b,a", "2,1,0"].map({ $0.split(separator: ",") }) {
      let table = try read("x,t\n" + cells.map { "7,\($0)\n" }.joined())
      #expect(try Dataset(table: table, target: "t", classes: ["a", "b", "c"]).target == [2, 1, 0])
    }
  }

  @Test func `names that mean the same cells are found`() {
    #expect(ClassNames(["1", "1.0"]).repeated.map { [$0, $1] } == ["1", "1.0"])
    #expect(ClassNames(["1", " 1 "]).repeated.map { [$0, $1] } == ["1", " 1 "])
    #expect(ClassNames(["a", "b", "a"]).repeated.map { [$0, $1] } == ["a", "a"])
    #expect(ClassNames(["1", "2", "a", "A"]).repeated == nil)
    // One letter, composed otherwise: another cell.
    #expect(ClassNames(["\u{E9}", "e\u{301}"]).repeated == nil)
  }

  @Test func `dropping the target leaves it the target`() throws {
    let dataset = try Dataset(
      table: read("x,t\n7,0\n7,1\n"), target: "t", classes: ["a", "b"], dropping: ["t"])
    #expect(dataset.target == [0, 1])
    #expect(dataset.featureNames == ["x"])
  }

  @Test func `features of tracks without a verdict come in the order asked for`() throws {
    let table = try read("a,title,b\n1,x,2\n3,y,4\n")
    #expect(try Dataset.features(of: table, named: ["b", "a"]) == [2, 1, 4, 3])
  }
}
