extension ConfusionHeatmap {
  /// What the percents are of, such as "% of all tracks".
  var unit: String {
    switch normalization {
    case .all: words(.confusionOfAll, ["rows": labels.samples])
    case .truth: words(.confusionOfTruth)
    case .prediction: words(.confusionOfPrediction)
    case nil: words(.confusionNumber, ["rows": labels.samples])
    }
  }

  /// Nobody wants hundreds of cells read out.
  private var isShort: Bool { classNames.count <= 5 }

  public var summary: String {
    let sentences = !isShort ? "" : counts.map(sentences) ?? ": \(cells.joined(separator: "; "))."
    return words.summary(
      words(.confusionSummary, count: classNames.count) + (sentences.isEmpty ? "." : sentences), note: note)
  }

  private var cells: [String] {
    zip(classNames, texts).flatMap { truth, row in
      zip(classNames, row).map { predicted, text in
        words(.confusionCell, ["true": truth, "predicted": predicted, "value": text])
      }
    }
  }

  /// "Of 252 Disliked tracks 196 were called Disliked and 56 Liked", and so for every class.
  private func sentences(of counts: [[Int]]) -> String {
    let all = counts.joined().reduce(0, +)
    let correct = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    let classes = zip(classNames, counts).map { truth, row in
      let parts = zip(classNames, row).enumerated().map { place, cell in
        words(
          place == 0 ? .confusionFirstCalled : .confusionOtherCalled,
          ["number": "\(cell.1)", "class": cell.0])
      }
      let values = [
        "all": "\(row.reduce(0, +))", "class": truth, "rows": labels.samples, "list": words.list(parts),
      ]
      return " " + words(.confusionClass, values)
    }
    let right = ["correct": "\(correct)", "all": "\(all)", "rows": labels.samples]
    return ", " + words(.confusionRight, right) + classes.joined()
  }

  public var data: FigureData {
    var rows: [[FigureData.Cell]] = []
    for (row, truth) in classNames.enumerated() {
      for (column, predicted) in classNames.enumerated() {
        var cells: [FigureData.Cell] = [.text(truth), .text(predicted)]
        if let counts { cells.append(.integer(counts[row][column])) }
        if normalization != nil { cells.append(.number(values[row][column])) }
        rows.append(cells)
      }
    }
    let share =
      switch normalization {
      case .all: ["share_of_all"]
      case .truth: ["share_of_true_class"]
      case .prediction: ["share_of_predicted_class"]
      case nil: [String]()
      }
    return FigureData(
      columns: ["true", "predicted"] + (counts == nil ? [] : ["count"]) + share, rows: rows, note: note)
  }
}
