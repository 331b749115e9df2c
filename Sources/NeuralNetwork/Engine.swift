/// The seam between what training means and how its arithmetic is done.
///
/// `Training` decides epochs, order, history and stopping; an engine turns one batch into one step. The
/// plain engine is the definition; a faster one must give what it gives, to within rounding.
protocol Engine<T>: Sendable {
  associatedtype T: Scalar

  /// Takes one step of Adam on the mean loss of some rows, and tells the loss and the hits met on the way:
  /// those of the weights before the step, with dropout at work.
  mutating func step(
    on rows: ArraySlice<Int>, of examples: Examples<T>, noise: Noise,
    parameters: inout [T], adam: Adam, state: inout Adam.State<T>
  ) -> Tally

  /// The loss and the hits of some rows, without dropout.
  mutating func evaluate(_ rows: Range<Int>, of examples: Examples<T>, parameters: [T]) -> Tally

  /// What the last layer answers for each row: `(rows, outputs)`.
  mutating func outputs(for inputs: Matrix<T>, parameters: [T]) -> Matrix<T>
}

/// The fastest engine there is for numbers of a type, for batches of up to `capacity` rows.
func bestEngine<T: Scalar>(for architecture: Architecture, capacity: Int) -> any Engine<T> {
  if T.self == Float.self, let engine = FastEngine(architecture, capacity: capacity) as? any Engine<T> {
    return engine
  }
  return PlainEngine<T>(architecture, capacity: capacity)
}

/// Rows and their labels, which are 0 or 1.
struct Examples<T: Scalar>: Sendable {
  let inputs: Matrix<T>
  let labels: [T]
}
