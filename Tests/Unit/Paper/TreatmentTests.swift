import TestSupport
import Testing
import TrackData

@testable import Paper

/// What is done about a finding depends on what the network sees.
@Suite struct TreatmentTests {
  private let experiment: Experiment

  init() throws {
    experiment = try Experiment(yaml: SmallExperiment.yaml(), file: "x.yaml")
  }

  private func treatment(
    of finding: AuditFinding,
    csv: String = "energy,tempo,song_title,target\n1,2,a,0\n2,3,b,0\n3,4,c,1\n4,5,d,1\n5,6,e,0\n",
    _ change: (inout Experiment) -> Void = { _ in }
  ) throws -> Treatment {
    var experiment = experiment
    change(&experiment)
    let table = try DataTable(csv: Array(csv.utf8), file: "t.csv")
    let audit = try DataAudit(of: table, target: "target", classes: ["Disliked", "Liked"])
    return Treatment(of: finding, for: experiment, audit)
  }

  @Test func aColumnThatGivesTheLabelAwayIsLeftInWhereItIsDropped() throws {
    let leak = try treatment(of: .labelGivenAway(column: "tempo", auc: 1, sign: .copy))
    #expect(leak.words == "the column left in")
    #expect(leak.drop == experiment.data.drop.filter { $0 != "tempo" })
    // No network sees text.
    let title = try treatment(of: .labelGivenAway(column: "song_title", auc: 1, sign: .copy))
    #expect(!title.changesAnything)
    #expect(title.words == "none: no feature")
  }

  @Test func aColumnThatGivesTheLabelAwayIsDroppedWhereTheNetworkSeesIt() throws {
    let leak = try treatment(of: .labelGivenAway(column: "energy", auc: 1, sign: .copy)) {
      $0.data.drop = ["song_title"]
    }
    #expect(leak.words == "the column dropped")
    #expect(leak.drop == ["song_title", "energy"])
    // But not the only one.
    let only = try treatment(of: .labelGivenAway(column: "energy", auc: 1, sign: .copy))
    #expect(only.words == "none: the only feature")
    #expect(!only.changesAnything)
  }

  @Test func aStrongFeatureIsNotTakenAway() throws {
    let strong = try treatment(of: .strongColumn(column: "energy", auc: 0.97)) {
      $0.data.drop = ["song_title"]
    }
    #expect(strong.words == "none: it may well be a genuine feature")
    #expect(!strong.changesAnything)
  }

  @Test func rowsAreLeftOutAsLongAsEachClassKeepsSome() throws {
    let copies = try treatment(of: .repeatedSongs(rows: [4]))
    #expect(copies.removed == [4])
    #expect(copies.words == "the copies left out")
    let longer = "energy,target\n1,0\n2,1\n3,0\n4,1\n5,0\n6,1\n"
    let conflicts = try treatment(of: .songsWithBothLabels(groups: [[5, 0]]), csv: longer)
    #expect(conflicts.removed == [0, 5])
    #expect(conflicts.words == "those rows left out")
    let tooMany = try treatment(of: .featuresWithBothLabels(groups: [[0, 2]]))
    #expect(!tooMany.changesAnything)
    #expect(tooMany.words == "none: a class would have no rows")
  }

  @Test func valuesOutOfRangeMatterInFeaturesOnly() throws {
    let finding = AuditFinding.outOfRange(column: "energy", rows: [4], range: 0...1, received: 5)
    #expect(try treatment(of: finding).removed == [4])
    #expect(try !treatment(of: finding) { $0.data.drop.append("energy") }.changesAnything)
  }

  @Test func sortedRowsAreTriedUnshuffledAndUnshuffledOnesShuffled() throws {
    let shuffled = try treatment(of: .sortedByTarget(column: "target")) { $0.split.stratify = true }
    #expect(shuffled.words == "rows not shuffled")
    #expect(shuffled.split?.shuffle == false)
    #expect(shuffled.split?.stratify == false)
    let unshuffled = try treatment(of: .sortedByTarget(column: "target")) { $0.split.shuffle = false }
    #expect(unshuffled.words == "rows shuffled")
    #expect(unshuffled.split?.shuffle == true)
  }

  @Test func damagedTitlesCannotTouchTheResult() throws {
    let damage = try treatment(of: .encodingDamage(column: "song_title", rows: [1], received: "Ã©"))
    #expect(!damage.changesAnything)
    #expect(damage.words == "none: no feature")
  }
}
