import Evaluation
import NeuralNetwork
import TestSupport
import Testing
import TrackData

@testable import Paper

@Suite struct ImportanceTableTests {
  private func entry(_ seed: UInt64, _ feature: String, _ accuracy: Double, _ area: Double? = nil)
    -> ImportanceTable.Entry
  {
    ImportanceTable.Entry(seed: seed, feature: feature, accuracy: accuracy, area: area)
  }

  private func read(_ csv: String, features: [String]) throws -> ImportanceTable {
    try ImportanceTable(try DataTable(csv: Array(csv.utf8), file: "importance.csv"), features: features)
  }

  @Test func whatIsWrittenIsRead() throws {
    let table = ImportanceTable([
      entry(0, "loud, very", 0.125, 0.25), entry(0, "say \"x\"", -0.0625, 0), entry(7, "loud, very", 0.5, 1),
      entry(7, "say \"x\"", 0, 0.5),
    ])
    #expect(try read(table.csv, features: ["loud, very", "say \"x\""]) == table)
    let withoutArea = ImportanceTable([entry(0, "x", 0.125)])
    #expect(withoutArea.csv == "seed,feature,accuracy,auc,shuffles\n0,x,0.125,,5\n")
    #expect(try read(withoutArea.csv, features: ["x"]) == withoutArea)
  }

  @Test(arguments: [
    "seed,feature,accuracy,auc\n0,y,0.5,\n", "seed,feature,accuracy,auc\n0,x,much,\n",
    "seed,feature,accuracy,auc\n0,x,0.5,nan\n", "seed,feature,accuracy,auc\n-1,x,0.5,\n",
    "seed,feature,accuracy,auc\n0,x,0.5,\n0,y,0.5,\n1,x,0.5,\n",
    "seed,feature,accuracy,auc\n0,x,0.5,\n1,y,0.5,\n1,x,0.5,\n0,y,0.5,\n",
  ]) func damageIsAnError(csv: String) {
    let failure = #expect(throws: Failure.self) {
      try read(csv, features: csv.contains("y,0.5,\n1,x") ? ["x", "y"] : ["x"])
    }
    #expect(failure?.status == .badData)
    #expect(failure?.message.hasPrefix("importance.csv") == true)
  }

  @Test func aRunWithoutFeaturesIsDamageToo() {
    let failure = #expect(throws: Failure.self) {
      try read("seed,feature,accuracy,auc\n0,x,0.5,\n", features: [])
    }
    #expect(failure?.status == .badData)
  }

  @Test func featuresComeDearestFirstWithTheMeansOverSeeds() throws {
    let table = ImportanceTable([
      entry(0, "a", 0.125), entry(0, "b", 0.5, 0.25), entry(1, "a", 0.375), entry(1, "b", 0.5, 0.75),
    ])
    #expect(table.networks == 2)
    #expect(table.features.map(\.feature) == ["b", "a"])
    #expect(table.features.map(\.accuracy.value) == [0.5, 0.25])
    #expect(table.features[1].accuracy.interval == (try Interval.ofMean([0.125, 0.375])))
    #expect(table.features.map(\.area?.value) == [0.5, nil])
    // Of one network nothing is known of others.
    #expect(ImportanceTable([entry(0, "a", 0.125)]).features[0].accuracy.interval == nil)
  }

  @Test func tablesAreJoinedSeedBySeedEachOnce() throws {
    let one = ImportanceTable([entry(3, "a", 0.5), entry(3, "b", 0.25)])
    let other = ImportanceTable([entry(1, "a", 0), entry(1, "b", 1), entry(3, "a", 9), entry(3, "b", 9)])
    let joined = try #require(ImportanceTable(joining: [one, other]))
    #expect(joined.entries == [entry(1, "a", 0), entry(1, "b", 1), entry(3, "a", 0.5), entry(3, "b", 0.25)])
    #expect(ImportanceTable(joining: []) == nil)
  }

  @Test func aFeatureTheNetworkIgnoresIsWorthNothing() throws {
    let architecture = try Architecture(inputs: 2, layers: [.dense(units: 1, activation: .sigmoid)])
    let network = Sequential<Float>(architecture, parameters: [4, 0, -2])
    let rows: [[Float]] = (0..<40).map { [Float($0 % 2), Float($0)] }
    let drops = PermutationImportance(inputs: Matrix(rows), truth: (0..<40).map { $0 % 2 == 1 })
      .drops(of: network)
    #expect(drops[1] == .init(accuracy: [0, 0, 0, 0, 0], area: [0, 0, 0, 0, 0]))
    #expect(drops[0].accuracy.allSatisfy { $0 > 0.2 } && drops[0].area.allSatisfy { $0 > 0.2 })
    // Of one class alone there is no area.
    let one = PermutationImportance(inputs: Matrix(rows), truth: [Bool](repeating: true, count: 40))
    #expect(one.drops(of: network).allSatisfy { $0.area.isEmpty })
  }
}
