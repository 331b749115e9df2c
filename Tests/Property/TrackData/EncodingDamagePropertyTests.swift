import TestSupport
import Testing
import TrackData

@Suite struct EncodingDamagePropertyTests {
  /// Any letter beyond ASCII whose UTF-8 is read as Latin-1 is found out; so is it between others.
  @Test func everyLetterReadAsLatin1IsFound() throws {
    var generator = SeededGenerator(seed: 3)
    var words: [String] = []
    while words.count < 2_000 {
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0xA1...0x1F9FF, using: &generator)) else {
        continue
      }
      let damaged = String(scalar).utf8.map { String(Unicode.Scalar($0)) }.joined()
      words.append("ab" + damaged + "c")
    }
    let csv = "song_title,target\n" + words.map { "\"\($0)\",0\n" }.joined()
    let audit = try DataAudit(
      of: DataTable(csv: Array(csv.utf8), file: "t"), target: "target", classes: ["A", "B"])
    let found = audit.findings.first { $0.check == "encoding_damage" }
    #expect(found?.rows == Array(words.indices))
  }
}
