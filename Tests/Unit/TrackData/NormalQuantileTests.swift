import Testing

@testable import TrackData

@Suite struct NormalQuantileTests {
  /// SciPy 1.17.1, `scipy.stats.norm.ppf`.
  @Test(
    arguments: [
      (0.5, 0), (0.975, 1.959963984540054), (0.025, -1.959963984540054), (0.9, 1.2815515655446004),
      (0.925, 1.4395314709384563), (0.0749, -1.4402382675279635), (0.999, 3.090232306167813),
      (1e-6, -4.753424308822899), (1e-9, -5.9978070150076865),
    ] as [(Double, Double)])
  func `agrees with SciPy to the method's seven digits`(_ probability: Double, _ quantile: Double) {
    // Wichura states "about one part in ten million"; over all probabilities the worst measured is 1.2.
    #expect((normalQuantile(probability) - quantile).magnitude <= 1.5e-7 * max(quantile.magnitude, 1))
  }
}
