import Testing

@testable import NeuralNetwork

@Suite struct NetworkAdamTests {
  /// By hand, with g = 0.5: m = 0.05, v = 0.00025, m̂ ≈ g and v̂ ≈ g², so w moves by almost η.
  @Test("The first step is what the formula gives by hand")
  func oneStep() {
    var parameters = [1.0, -2]
    var state = Adam.State<Double>(parameterCount: 2)
    Adam().update(&parameters, along: [0.5, -0.25], state: &state)
    #expect(state.step == 1)
    // To rounding: 1 − 0.9 and 1 − 0.999 are not exact.
    #expect(abs(state.firstMoments[0] - 0.05) < 1e-16)
    #expect(abs(state.secondMoments[0] - 0.00025) < 1e-18)
    let (beta1, beta2) = (Double(Float(0.9)), Double(Float(0.999)))
    let rate = 0.001 * (1 - beta2).squareRoot() / (1 - beta1)
    #expect(abs(parameters[0] - (1 - 0.05 * rate / (0.00025.squareRoot() + 1e-7))) < 1e-15)
    #expect(abs(parameters[1] - (-2 + 0.025 * rate / (0.0000625.squareRoot() + 1e-7))) < 1e-15)
  }

  @Test("The betas of the bias correction are rounded to single precision")
  func roundedBetas() {
    var parameters = [0.0]
    var state = Adam.State<Double>(parameterCount: 1)
    Adam().update(&parameters, along: [1], state: &state)
    // With exact betas the first step would be η / (1 + ε / √0.001), 3·10⁻⁶ of it away.
    #expect(abs(parameters[0] + 0.001 / (1 + 1e-7 / 0.001.squareRoot())) > 1e-9)
  }

  @Test("Without slope and moments a step changes nothing")
  func rest() {
    var parameters: [Float] = [3, -4]
    var state = Adam.State<Float>(parameterCount: 2)
    Adam().update(&parameters, along: [0, 0], state: &state)
    #expect(parameters == [3, -4])
  }
}
