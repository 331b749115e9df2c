import TrackData

/// `seed_curves.csv`, as far as figures show it: between what values nine in ten seeds lay at each epoch.
public struct SeedCurves: Equatable, Sendable {
  /// The 5 % and the 95 % quantile per epoch, from epoch 1 on, over the seeds still running.
  public struct Band: Equatable, Sendable {
    public let low: [Double]
    public let high: [Double]
  }

  /// How many seeds still run, per epoch.
  public let counts: [Int]
  public let loss: Band
  public let binaryAccuracy: Band
  /// `nil` where nothing validates.
  public let valLoss: Band?
  public let valBinaryAccuracy: Band?

  /// - Throws: `badData` with line and column where the table is not what training writes.
  init(_ table: DataTable) throws(Failure) {
    func band(_ name: String) throws(Failure) -> Band {
      try Failure.ofDamage { () throws(DataError) in
        Band(low: try table.numbers(in: name + "_05"), high: try table.numbers(in: name + "_95"))
      }
    }
    let validates = table.hasColumn("val_loss_05")
    counts = try Failure.ofDamage { () throws(DataError) in try table.numbers(in: "n") }.map { Int($0) }
    loss = try band("loss")
    binaryAccuracy = try band("binary_accuracy")
    valLoss = validates ? try band("val_loss") : nil
    valBinaryAccuracy = validates ? try band("val_binary_accuracy") : nil
  }
}
