import TrackData

extension TrainTestSplit {
  /// The split of a file's rows.
  ///
  /// - Parameters:
  ///   - csv: the file's path.
  ///   - stratify: the column whose values keep their proportions; its values are classes as they are written.
  /// - Throws: `noInput` and `badData` for the file, `badData` for a split that its rows do not allow.
  public init(csv: String, testSize: Size, seed: UInt32, stratify: String?) throws(Failure) {
    let table: DataTable
    var classes: [Int]?
    do throws(DataError) {
      table = try DataTable(contentsOf: csv)
      classes = try stratify.map { column throws(DataError) in Self.classes(of: try table.text(in: column)) }
    } catch {
      throw Failure(error)
    }
    do throws(SplitError) {
      try self.init(rowCount: table.rowCount, testSize: testSize, seed: seed, stratify: classes)
    } catch {
      throw Failure(.badData, "\(csv): \(error)")
    }
  }

  /// The place of each word among all words in order, as `numpy.unique` counts them: numbers by value, words
  /// by their code points.
  private static func classes(of words: [String]) -> [Int] {
    let numbers = words.compactMap { Double($0) }
    return numbers.count == words.count
      ? places(of: numbers, by: <)
      : places(
        of: words.map { Array($0.utf8) },
        by: {
          $0.lexicographicallyPrecedes($1)
        })
  }

  private static func places<Value: Hashable>(of values: [Value], by isBefore: (Value, Value) -> Bool)
    -> [Int]
  {
    var places: [Value: Int] = [:]
    for (place, value) in Set(values).sorted(by: isBefore).enumerated() { places[value] = place }
    return values.compactMap { places[$0] }
  }
}
