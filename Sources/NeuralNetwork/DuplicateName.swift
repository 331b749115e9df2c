import Foundation

/// The first name that an object of a JSON text holds twice, with the names that lead to it.
///
/// JSON leaves open which of the two counts, and `JSONDecoder` drops one without a word. Names that Unicode
/// holds for equivalent are the same here, as they are to `JSONDecoder`. The text must be sound JSON in
/// UTF-8; only its brackets, commas and strings are looked at.
func duplicateName(inJSON json: ArraySlice<UInt8>) -> String? {
  /// An object or array that is still open; an array has no names.
  struct Level {
    let isObject: Bool
    var names: Set<String> = []
    var current = ""
  }
  var levels: [Level] = []
  var expectsName = false
  var place = json.startIndex
  while place < json.endIndex {
    switch json[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      expectsName = json[place] == UInt8(ascii: "{")
      levels.append(Level(isObject: expectsName))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      _ = levels.popLast()
    case UInt8(ascii: ","):
      expectsName = levels.last?.isObject ?? false
    case UInt8(ascii: "\""):
      let end = endOfString(json, from: place)
      if expectsName, let name = try? JSONDecoder().decode(String.self, from: Data(json[place..<end])) {
        expectsName = false
        levels[levels.count - 1].current = name
        guard levels[levels.count - 1].names.insert(name).inserted else {
          return levels.filter(\.isObject).map(\.current).joined(separator: " › ")
        }
      }
      place = end - 1
    default: break
    }
    place += 1
  }
  return nil
}

/// The place behind the closing quote of the string that opens at `start`.
private func endOfString(_ json: ArraySlice<UInt8>, from start: Int) -> Int {
  var place = start + 1
  while place < json.endIndex, json[place] != UInt8(ascii: "\"") {
    place += json[place] == UInt8(ascii: "\\") ? 2 : 1
  }
  return min(place + 1, json.endIndex)
}
