import Testing
import TrackData

@Suite struct SamplePropertyTests {
  private static let columns =
    ",acousticness,danceability,duration_ms,energy,instrumentalness,key,liveness,loudness,mode,"
    + "speechiness,tempo,time_signature,valence,target,song_title,artist"

  @Test func `the same seed gives the same bytes, another seed others`() {
    #expect(Sample.csv() == Sample.csv(rows: 2017, seed: Sample.seed))
    #expect(Sample.csv(rows: 50) != Sample.csv(rows: 50, seed: 1))
    #expect(Sample.csv(rows: 50, seed: 1) != Sample.csv(rows: 50, seed: 1 << 32 + 1))
  }

  @Test(arguments: [2, 3, 10, 100, 2017, 20_000])
  func `it reads as a data set of any size`(_ rows: Int) throws {
    let bytes = Sample.csv(rows: rows)
    #expect(bytes.starts(with: Array((SamplePropertyTests.columns + "\n").utf8)))
    #expect(bytes.last == UInt8(ascii: "\n"))
    let table = try DataTable(csv: bytes, file: "sample.csv")
    #expect(table.rowCount == rows)
    #expect(try table.numbers(in: "Unnamed: 0") == (0..<rows).map(Double.init))
    let dataset = try Dataset(
      table: table, target: "target", classes: ["Disliked", "Liked"],
      dropping: ["Unnamed: 0", "song_title", "artist", "key", "mode", "tempo", "duration_ms"])
    #expect(dataset.featureCount == 9)
    // 1,020 of 2,017 rows are liked, to the nearest row, and come first.
    let liked = Int((Double(rows) * 1020 / 2017).rounded())
    #expect(dataset.target == Array(repeating: 1, count: liked) + Array(repeating: 0, count: rows - liked))
  }

  @Test func `every row says that it is invented, whatever the seed, the number and the order`() throws {
    for csv in [Sample.csv(), Sample.csv(rows: 500), Sample.csv(rows: 40, seed: 7)] {
      let lines = String(decoding: csv, as: UTF8.self).split(separator: "\n")
      #expect(Sample.isMarked(try DataTable(csv: csv, file: "sample.csv")))
      let part = [lines[0]] + lines.dropFirst(5).reversed()
      let other = part.joined(separator: "\n") + "\n"
      #expect(Sample.isMarked(try DataTable(csv: Array(other.utf8), file: "part.csv")))
      // One row of somebody's makes the table no sample.
      let title = lines[6].replacing(Sample.mark, with: "")
      let mixed = (lines[..<6] + [Substring(title)]).joined(separator: "\n") + "\n"
      #expect(!Sample.isMarked(try DataTable(csv: Array(mixed.utf8), file: "mixed.csv")))
    }
    #expect(!Sample.isMarked(try DataTable(csv: Array("x,target\n1,0\n2,1\n".utf8), file: "x.csv")))
  }

  @Test func `numbers are written as in the original`() throws {
    let table = try DataTable(csv: Sample.csv(), file: "sample.csv")
    for column in ["duration_ms", "key", "mode", "target"] {
      #expect(try table.text(in: column).allSatisfy { Int($0) != nil }, "\(column)")
    }
    #expect(try Set(table.text(in: "time_signature")).isSubset(of: ["1.0", "3.0", "4.0", "5.0"]))
    for column in [
      "acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence",
    ] {
      for cell in try table.text(in: column) {
        let digits = cell.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
        #expect(digits.count <= 3, "\(column) \(cell)")
      }
    }
    for column in ["loudness", "tempo"] {
      let cells = try table.text(in: column)
      #expect(cells.allSatisfy { (1...3).contains($0.split(separator: ".").last?.count ?? 0) }, "\(column)")
    }
  }

  @Test func `titles and artists try every kind of escaping`() throws {
    let table = try DataTable(csv: Sample.csv(), file: "sample.csv")
    for column in ["song_title", "artist"] {
      let scalars = Set(try table.text(in: column).joined().unicodeScalars)
      for scalar in "&%$#_{}~^\\\",'<>".unicodeScalars {
        #expect(scalars.contains(scalar), "\(column) \(scalar)")
      }
      let ranges: [ClosedRange<Unicode.Scalar>] = [
        "\u{AC00}"..."\u{D7A3}", "\u{400}"..."\u{4FF}", "\u{370}"..."\u{3FF}", "\u{C0}"..."\u{FF}",
      ]
      for range in ranges { #expect(scalars.contains { range.contains($0) }, "\(column) \(range)") }
    }
    #expect(try table.text(in: "song_title").contains { $0.unicodeScalars.contains("\u{301}") })
    #expect(try table.text(in: "song_title").contains { $0.contains("Ã©") })
  }

  @Test func `larger samples have more artists, not busier ones`() throws {
    let artists = try DataTable(csv: Sample.csv(rows: 20_170), file: "sample.csv").text(in: "artist")
    let songs = Dictionary(artists.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(songs.count == 13_430)
    #expect(songs.values.max() == 16)
  }
}
