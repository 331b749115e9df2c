import Paper
import Testing

@Suite struct SeedListTests {
  @Test(
    arguments: [
      ("0-3", [0, 1, 2, 3], "0-3"), ("3,5,8", [3, 5, 8], "3,5,8"), ("8, 5-6 ,5", [5, 6, 8], "5-6,8"),
      ("7", [7], "7"),
      ("2,1,0", [0, 1, 2], "0-2"),
    ] as [(String, [UInt64], String)])
  func `seeds are ranges and single numbers`(_ text: String, _ seeds: [UInt64], _ shortest: String) {
    let list = SeedList(text)
    #expect(list?.seeds == seeds)
    #expect(list?.description == shortest)
  }

  @Test(arguments: ["", "x", "1-", "-1", "3-1", "1,,2", "1-2-3", "0-9999999999", "9007199254740993"])
  func `what is no list of seeds is none`(_ text: String) {
    #expect(SeedList(text) == nil)
  }
}
