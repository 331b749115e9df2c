import Testing

@testable import NeuralNetwork

@Suite struct NetworkRandomTests {
  /// The known answers of the Random123 distribution, file `kat_vectors`, for philox4x32 10.
  @Test(
    "Philox gives the published words",
    arguments: [
      ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt32], [UInt32], [UInt32])])
  func knownAnswers(counter: [UInt32], key: [UInt32], words: [UInt32]) {
    let block = Philox.block((counter[0], counter[1], counter[2], counter[3]), key: (key[0], key[1]))
    #expect([block.0, block.1, block.2, block.3] == words)
  }

  @Test("A stream gives the words of its blocks in order")
  func wordsOfBlocks() {
    var stream = RandomStream(seed: 7, run: 1, purpose: .dropout, layer: 3, epoch: 2, step: 5)
    for index in 0..<5 {
      let block = stream.block(index)
      for word in [block.0, block.1, block.2, block.3] { #expect(stream.next() == word) }
    }
  }

  @Test("Whatever a stream is for changes its words")
  func purposes() {
    let streams = [
      RandomStream(seed: 0, run: 0, purpose: .weights),
      RandomStream(seed: 1, run: 0, purpose: .weights),
      RandomStream(seed: 1 << 32, run: 0, purpose: .weights),
      RandomStream(seed: 0, run: 1, purpose: .weights),
      RandomStream(seed: 0, run: 0, purpose: .shuffle),
      RandomStream(seed: 0, run: 0, purpose: .dropout),
      RandomStream(seed: 0, run: 0, purpose: .weights, layer: 1),
      RandomStream(seed: 0, run: 0, purpose: .weights, epoch: 1),
      RandomStream(seed: 0, run: 0, purpose: .weights, step: 1),
    ]
    let first = streams.map { $0.block(0).0 }
    #expect(Set(first).count == streams.count)
  }

  /// Pinned: another answer means that published seeds no longer give their results.
  @Test("A seed means the same order, weights and masks as ever")
  func pinned() throws {
    var stream = RandomStream(seed: 0, run: 0, purpose: .shuffle, epoch: 1)
    #expect(stream.permutation(10) == [1, 7, 0, 9, 6, 5, 3, 8, 4, 2])
    let model = Sequential<Float>(try Architecture(inputs: 2, layers: [.dense(units: 2)]), seed: 0)
    #expect(model.parameters == [0.81016433, 0.89363587, -1.178016, -0.11102863, 0, 0])
    let mask = mask(of: DropoutLayer<Float>(units: 2, rate: 0.5, index: 1))
    #expect(mask == [2, 2, 2, 0, 0, 0, 0, 2, 0, 0])
  }

  private func mask(of layer: DropoutLayer<Float>) -> [Float] {
    let ones = [Float](repeating: 1, count: 2 * 5)
    var (y, kept) = (ones, ones)
    layer.forward(
      x: ones, y: &y, kept: &kept, rows: 5, parameters: ones,
      noise: Noise(seed: 0, run: 0, epoch: 1, step: 1))
    #expect(y == kept)
    return kept
  }

  @Test("A permutation holds each number once, and every place is as likely")
  func permutations() {
    var counts = [[Int]](repeating: [0, 0, 0, 0, 0], count: 5)
    for epoch in 1...5000 {
      var stream = RandomStream(seed: 3, run: 0, purpose: .shuffle, epoch: epoch)
      let order = stream.permutation(5)
      #expect(order.sorted() == [0, 1, 2, 3, 4])
      for (place, number) in order.enumerated() { counts[place][number] += 1 }
    }
    // Five standard errors of a binomial count of 5000 draws at 1/5: 5 √800 = 141.
    for count in counts.flatMap({ $0 }) { #expect(abs(count - 1000) < 141) }
  }

  /// Of a bound of 3/4 of all words, multiples of 3 would get two words each and come half the time.
  @Test("A bounded draw favours no number")
  func unbiased() {
    var stream = RandomStream(seed: 1, run: 0, purpose: .shuffle)
    let count = (0..<9000).count { _ in stream.next(below: 3 << 30) % 3 == 0 }
    // Five standard errors of a binomial count of 9000 draws at 1/3: 5 √2000 = 223.
    #expect(abs(count - 3000) < 223)
  }

  @Test("A bounded draw stays below its bound", arguments: [1, 2, 3, 75, 1 << 31, .max] as [UInt32])
  func bounds(bound: UInt32) {
    var stream = RandomStream(seed: 1, run: 0, purpose: .shuffle)
    for _ in 0..<200 { #expect(stream.next(below: bound) < bound) }
  }
}
