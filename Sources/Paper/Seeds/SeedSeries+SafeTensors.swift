import NeuralNetwork

extension SeedSeries {
  /// `seed_weights.safetensors`: each kernel and bias under its Keras name with one dimension more, the seeds,
  /// and beside them `results` `(seeds, columns)` and `history` `(epochs of all seeds, 4)`.
  func safeTensors(_ architecture: Architecture) -> SafeTensors {
    var tensors = [
      SafeTensors.Tensor(
        name: "results", shape: [members.count, SeedResult.tensorColumns.count],
        numbers: members.flatMap(\.result.tensorRow)),
      SafeTensors.Tensor(
        name: "history", shape: [members.reduce(0) { $0 + $1.result.epochsRun }, Self.historyColumns.count],
        numbers: members.flatMap(\.history)),
    ]
    for view in architecture.parameterViews {
      tensors.append(
        SafeTensors.Tensor(
          name: view.name, shape: [members.count] + view.shape,
          numbers: members.flatMap { $0.weights[view.range] }))
    }
    return SafeTensors(
      tensors: tensors,
      metadata: [
        "format": "liner-notes-seeds", "made_from": madeFrom.description,
        "results": SeedResult.tensorColumns.joined(separator: ","),
        "history": Self.historyColumns.joined(separator: ","),
      ])
  }

  /// The series of a file.
  ///
  /// - Throws: `noInput` where there is none; `badData` where it is damaged or of another network.
  init(readingFrom path: String, _ architecture: Architecture) throws(Failure) {
    let bytes = try Files.read(path)
    let file: SafeTensors
    do throws(SafeTensorsError) {
      file = try SafeTensors(decoding: bytes)
    } catch {
      throw Failure(.badData, "\(path): \(error)")
    }
    guard let madeFrom = file.metadata["made_from"], case .float64(let results)? = file["results"]?.values,
      case .float64(let history)? = file["history"]?.values
    else { throw Failure.damaged(path, "the tensors results and history, and made_from in its metadata") }
    let width = SeedResult.tensorColumns.count
    guard results.count % width == 0 else { throw Failure.damaged(path, "results in rows of \(width)") }
    let rows = stride(from: 0, to: results.count, by: width).map {
      SeedResult(tensorRow: results[$0..<$0 + width])
    }
    let found = rows.compactMap { $0 }
    let epochs = history.count / 4
    guard found.count == rows.count, found.allSatisfy({ $0.epochsRun <= epochs }),
      found.reduce(0, { $0 + $1.epochsRun }) == epochs
    else {
      throw Failure.damaged(path, "a history as long as the epochs in its results")
    }
    var weights = [[Float]](repeating: [], count: found.count)
    for view in architecture.parameterViews {
      guard let tensor = file[view.name], tensor.shape == [found.count] + view.shape,
        case .float32(let numbers) = tensor.values
      else { throw Failure.damaged(path, "the tensor \(view.name) of shape \([found.count] + view.shape)") }
      let size = view.range.count
      for seed in found.indices { weights[seed] += numbers[seed * size..<(seed + 1) * size] }
    }
    var start = 0
    var members: [Member] = []
    for (result, weights) in zip(found, weights) {
      let end = start + 4 * result.epochsRun
      members.append(Member(result: result, history: Array(history[start..<end]), weights: weights))
      start = end
    }
    self.init(madeFrom: Fingerprint(digest: madeFrom), members: members)
  }
}
