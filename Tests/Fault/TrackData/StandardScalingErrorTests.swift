import Foundation
import Testing
import TrackData

@Suite struct StandardScalingErrorTests {
  @Test(arguments: [
    #"{"means": [1, 2], "scales": [1]}"#, #"{"means": [], "scales": []}"#, #"{"means": [1], "scales": [0]}"#,
    #"{"means": [1], "scales": [-2]}"#, #"{"means": [1]}"#,
  ])
  func `a scaling that no fit gives is not read`(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(StandardScaling.self, from: Data(text.utf8))
    }
  }
}
