import Foundation
import TestSupport
import Testing

/// Which columns `evaluate` takes of files that other tools write, and which class for the positive one.
@Suite struct EvaluateColumnsTests {
  private struct Scores {
    let status: Int32
    let errors: String
    let numbers: [String: Any]

    func number(_ key: String) -> Double? { numbers[key] as? Double }
    var positive: String? { numbers["pos_label"] as? String }
  }

  private func evaluate(_ csv: String, _ arguments: [String] = []) throws -> Scores {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "p.csv")
    let outcome = try Command.run(
      "evaluate", ["p.csv", "--json", "--resamples", "100"] + arguments, in: folder.url)
    let numbers = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return Scores(status: outcome.status, errors: outcome.errors, numbers: numbers ?? [:])
  }

  private static let likes = "like,0.9\nlike,0.8\nskip,0.2\nskip,0.1\nlike,0.7\n"

  /// By scikit-learn 1.9.1: `roc_auc_score`, `brier_score_loss(pos_label="like")` and `accuracy_score` of rounded ones.
  @Test func theUserSaysWhichClassIsPositive() throws {
    let scores = try evaluate("target,probability\n" + Self.likes, ["--positive", "like"])
    #expect(scores.errors.isEmpty, "\(scores)")
    #expect(scores.number("accuracy") == 1 && scores.number("roc_auc") == 1)
    #expect(abs((scores.number("brier") ?? 0) - 0.038) < 1e-12)
    #expect(scores.positive == "like")
  }

  @Test func aGuessIsSaidAndOneThatTurnsOutWrongIsWarnedOf() throws {
    let scores = try evaluate("target,probability\n" + Self.likes)
    #expect(scores.status == 0 && scores.positive == "skip")
    #expect(
      scores.errors == """
        p.csv: the positive class is 'skip', only because it sorts after 'like'; if the probabilities are those of \
        'like', add --positive like
        warning: p.csv: roc_auc is 0.000, below 0.5 by more than chance: the probabilities may be those of 'like'; \
        add --positive like, or --positive skip if they are not

        """)
    // Settled, it is not asked again.
    #expect(try evaluate("target,probability\n" + Self.likes, ["--positive", "skip"]).errors.isEmpty)
  }

  @Test func aGuessThatMayBeRightIsNotWarnedOf() throws {
    let right = try evaluate(
      "target,probability\n" + Self.likes.replacing("like", with: "b").replacing("skip", with: "a"))
    #expect(right.errors.hasPrefix("p.csv: the positive class is 'b', only because it sorts after 'a'"))
    #expect(!right.errors.contains("warning"))
    // Of few rows an area below one half is nothing unusual.
    let chance = try evaluate(
      "target,probability\na,0.5\na,0.75\na,0.25\na,0.625\nb,0.375\nb,0.625\nb,0.125\nb,0.7\n")
    #expect((chance.number("roc_auc") ?? 1) < 0.5)
    #expect(!chance.errors.contains("warning"), "\(chance)")
  }

  @Test func numbersThatRankTheWrongWayRoundAreWarnedOfToo() throws {
    let csv =
      "target,probability\n"
      + (0..<40).map { "\($0 < 20 ? 1 : 0),\(Double(($0 * 7) % 20) / 50 + ($0 < 20 ? 0 : 0.25))\n" }.joined()
    let scores = try evaluate(csv)
    #expect(scores.positive == "1")
    #expect(scores.errors.contains("the probabilities may be those of '0'; add --positive 0,"), "\(scores)")
    #expect(scores.errors.contains(" (95 % interval 0."))
    let turned = try evaluate(csv, ["--positive", "0"])
    #expect(turned.errors.isEmpty && turned.positive == "0")
    #expect(
      abs((turned.number("roc_auc") ?? 0) + (scores.number("roc_auc") ?? 0) - 1) < 1e-12)
  }

  @Test(arguments: [
    "y_true,y_pred,y_score", "truth,response,prob", "label,predicted,proba", "Actual,Prediction,Probability",
    "ground_truth,y_hat,p", "obs,pred,predicted proba", "class,.pred_class,score", "y,predicted.label,y_prob",
  ])
  func othersNamesOfColumnsAreKnown(header: String) throws {
    let scores = try evaluate(header + "\n1,1,0.75\n0,0,0.25\n1,0,0.5\n")
    #expect(scores.status == 0, "\(scores)")
    #expect(scores.number("roc_auc") == 1)
    let names = header.split(separator: ",")
    #expect(
      scores.errors.hasPrefix("p.csv: columns taken: '\(names[0])' as target, '\(names[1])' as prediction"),
      "\(scores)")
  }

  @Test func plainNamesGoWithoutSaying() throws {
    #expect(try evaluate("target,prediction,y_true\n1,1,0\n0,0,1\n").errors.isEmpty)
  }

  @Test func theUserNamesColumnsOfAnyName() throws {
    let csv = "id,outcome in 2 years,machine,risk,fold\n7,ill,ill,0.75,test\n8,well,well,0.25,train\n"
    let options = [
      "--target", "outcome in 2 years", "--prediction", "machine", "--probability", "risk", "--split", "fold",
      "--row", "id",
    ]
    let scores = try evaluate(csv, options)
    #expect(scores.numbers.keys.sorted() == ["overall", "test", "train"], "\(scores)")
    #expect(
      scores.errors.hasPrefix(
        "p.csv: the positive class is 'ill', which is predicted wherever the probability is above one half\n")
    )
  }

  @Test func thePredictionsTellWhichClassIsPositive() throws {
    let scores = try evaluate(
      "y_true,y_pred,y_score\nskipped,liked,0.72\nskipped,skipped,0.47\nliked,liked,0.9\nliked,skipped,0.3\n")
    #expect(scores.positive == "liked")
    #expect(scores.errors.contains("the positive class is 'liked', which is predicted wherever"))
    #expect(!scores.errors.contains("warning"))
  }

  @Test func aColumnOfEachClassTellsItToo() throws {
    let csv = "truth,prob.liked,prob.skipped\nliked,0.75,0.25\nskipped,0.125,0.875\nliked,0.5,0.5\n"
    let scores = try evaluate(csv)
    #expect(scores.number("roc_auc") == 1 && scores.positive == "skipped", "\(scores)")
    #expect(
      scores.errors.contains(
        "the positive class is 'skipped', whose probabilities are in column 'prob.skipped'"))
    #expect(try evaluate(csv, ["--positive", "liked"]).positive == "liked")
    let one = try evaluate("y_true,proba_liked\nliked,0.75\nskipped,0.125\n")
    #expect(one.positive == "liked" && one.number("roc_auc") == 1, "\(one)")
  }

  @Test(arguments: ["False,True", "no,yes", "-1,1", "neg,pos", "Negative,Positive"])
  func pairsThatLeaveNoDoubtAreNotTalkedAbout(classes: String) throws {
    let names = classes.split(separator: ",")
    let scores = try evaluate("target,probability\n\(names[1]),0.75\n\(names[0]),0.25\n")
    #expect(scores.errors.isEmpty && scores.number("roc_auc") == 1, "\(scores)")
  }

  @Test func aScoreThatIsNoProbabilityIsLeftOut() throws {
    let csv = "y_true,y_pred,y_score\na,a,-1.5\nb,b,0.25\n"
    let scores = try evaluate(csv)
    #expect(scores.status == 0 && scores.number("roc_auc") == nil && scores.number("accuracy") == 1)
    #expect(
      scores.errors.contains("warning: p.csv: column 'y_score' is left out: it holds numbers outside 0 to 1"))
    // Named by the user it must be one.
    #expect(try evaluate(csv, ["--probability", "y_score"]).status == 65)
  }

  @Test func oneClassIsEnoughWhereTheUserNamesTheOther() throws {
    let csv = "target,probability\nskip,0.25\nskip,0.75\n"
    let unknown = try evaluate(csv)
    #expect(
      unknown.status == 65 && unknown.errors.contains("name the class that the probabilities are of with"))
    let scores = try evaluate(csv, ["--positive", "like"])
    #expect(scores.status == 0 && scores.number("accuracy") == 0.5 && scores.positive == "like", "\(scores)")
    #expect(scores.numbers["roc_auc"] as? String == "nan")
  }

  @Test func rowsThatAreThereTwiceAreWarnedOf() throws {
    let scores = try evaluate("row,target,prediction\n0,1,1\n1,0,0\n1,0,1\n")
    #expect(scores.number("accuracy").map { $0 < 0.7 } == true)
    #expect(
      scores.errors.contains(
        "warning: p.csv: 1 row repeats an earlier one by column 'row', such as '1'; all are"))
    let none = try evaluate("target,prediction\n0,1\n1,1\n", ["--positive", "1"])
    #expect(none.errors.contains("--positive changes nothing: there are no probabilities"))
  }

  @Test func theHelpSaysHowThePositiveClassIsFound() throws {
    let help = try Command.run("evaluate", ["--help"]).output
    for option in ["--positive", "--target", "--prediction", "--probability", "--split", "--row"] {
      #expect(help.contains(option))
    }
    #expect(help.contains("the class that sorts last") && help.contains("y_score"))
  }
}
