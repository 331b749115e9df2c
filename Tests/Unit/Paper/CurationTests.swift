import Foundation
import Paper
import TestSupport
import Testing
import TrackData

@Suite struct CurationTests {
  private func model(weight: Float = 1, metadata: [String: String] = SavedModelFile.metadata) throws
    -> SavedModel
  {
    let folder = try TemporaryFolder()
    return try SavedModel(
      readingFrom: folder.write(
        SavedModelFile.bytes(weight: weight, metadata: metadata), to: "model.safetensors"))
  }

  private func table(_ csv: String) throws -> DataTable { try DataTable(csv: Array(csv.utf8), file: "t.csv") }

  @Test func aModelIsReadBack() throws {
    var metadata = SavedModelFile.metadata
    metadata["scaling"] = #"{"means":[1.5],"scales":[2]}"#
    let model = try model(weight: 3, metadata: metadata)
    #expect(model.features == ["x"])
    #expect(model.classes == ["Disliked", "Liked"])
    #expect(model.scaling?.means == [1.5])
    #expect(model.network.parameters == [3, 0])
  }

  @Test func featuresAreScaledAsInTraining() throws {
    var metadata = SavedModelFile.metadata
    metadata["scaling"] = #"{"means":[3],"scales":[2]}"#
    let curation = try Curation(of: table("x,y\n5,0\n"), by: model(metadata: metadata))
    // (5 − 3) / 2 = 1, and σ(1) = 1 / (1 + exp(−1)), to a few roundings of a Float.
    #expect(abs(Double(curation.tracks[0].probability) - 1 / (1 + exp(-1))) < 1e-7)
  }

  /// Enough rows for several chunks and several cuts of the candidates, of only 101 different values.
  @Test(arguments: [1, 2, 20, 40_000, 50_000, 60_000]) func theBestAreThoseOfAStableSort(top: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let values = (0..<50_000).map { _ in Int.random(in: -50...50, using: &generator) }
    let table = try table("x\n" + values.map { "\($0)e-1\n" }.joined())
    let sorted = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    let curation = try Curation(of: table, by: model(), top: top)
    #expect(curation.tracks.map(\.row) == Array(sorted.prefix(top)))
  }

  @Test func risingProbabilitiesAreNoTrap() throws {
    let table = try table("x\n" + (0..<40_000).map { "\(Double($0) / 10_000)\n" }.joined())
    let curation = try Curation(of: table, by: model(), top: 3)
    #expect(curation.tracks.map(\.row) == [39_999, 39_998, 39_997])
  }

  @Test func cellsGoIntoTheCSVAsTheyAreWritten() throws {
    let table = try table("a,x,row,\"b \"\"c\"\"\"\r\n\"1,2\",0.5,7,\"say \"\"hi\"\"\"\r\n,1,8,\r\n")
    var text: [UInt8] = []
    try Curation(of: table, by: model()).writeCSV { text += $0 }
    #expect(
      String(decoding: text, as: UTF8.self) == """
        rank,probability,row,a,"b ""c""\"
        1,0.7310586,1,,
        2,0.62245935,0,"1,2","say ""hi""\"

        """)
  }

  @Test func theTableShowsNothingThatMovesTheCursor() throws {
    let table = try table(
      "song_title,artist,x\n\u{1B}[2Jred,서울\u{202E},1\n\(String(repeating: "long ", count: 12)),Ünï,0\n")
    #expect(
      try Curation(of: table, by: model()).text == """
        rank  probability  title                                     artist  row
           1        0.731  \u{FFFD}[2Jred                                   서울\u{FFFD}     0
           2        0.500  long long long long long long long long…  Ünï       1

        """)
  }
}
