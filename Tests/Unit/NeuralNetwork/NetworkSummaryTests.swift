import NeuralNetwork
import Testing

@Suite struct NetworkSummaryTests {
  /// As Keras 3.15.1 prints `Sequential([Input((700,)), Dense(2000), Dense(3000), Dense(1)])`.
  @Test("Keras 3 writes thousands with commas and sizes in their largest unit")
  func thousands() throws {
    let model = Sequential<Float>(
      try Architecture(inputs: 700, layers: [.dense(units: 2000), .dense(units: 3000), .dense(units: 1)]))
    let lines = model.summaryText(style: .keras3).split(separator: "\n")
    #expect(lines[4] == "│ dense (Dense)                     │ (None, 2000)             │     1,402,000 │")
    #expect(lines[6] == "│ dense_1 (Dense)                   │ (None, 3000)             │     6,003,000 │")
    #expect(lines[10] == " Total params: 7,408,001 (28.26 MB)")
    #expect(lines.dropFirst().prefix(9).allSatisfy { $0.count == 80 })
  }

  @Test("Sizes are those of the numbers in memory")
  func sizes() throws {
    let architecture = try Architecture(inputs: 1, layers: [.dense(units: 1)])
    // Keras 3.15.1, and twice as much in double precision.
    #expect(
      Sequential<Float>(architecture).summaryText(style: .keras3).contains(" Total params: 2 (8.00 B)\n"))
    #expect(Sequential<Double>(architecture).summaryText().contains("Total params: 2 (16.00 Byte)\n"))
  }
}
