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
    ["0", "1", "0"], ["0.0", "1.0", "0.0"], ["no", "yes", "no"], ["no", "1", "0.0"], ["-0", "1e0", "+0"],
  ])
  func `a target is a class's number or its name`(_ cells: [String]) throws {
    let dataset = try Dataset(
      table: read("x,t\n" + cells.map { "7,\($0)\n" }.joined()), target: "t", classes: ["no", "yes"])
    #expect(dataset.target == [0, 1, 0])
  }

  @Test func `a number goes before a name`() throws {
    let dataset = try Dataset(table: read("x,t\n7,0\n7,1\n"), target: "t", classes: ["1", "0"])
    #expect(dataset.target == [0, 1])
  }

  @Test func `three classes are as good as two`() throws {
    let dataset = try Dataset(table: read("x,t\n7,2\n7,b\n7,0\n"), target: "t", classes: ["a", "b", "c"])
    #expect(dataset.target == [2, 1, 0])
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
