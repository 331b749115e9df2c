/// The arithmetic of training: engine, random streams and the order of sums.
///
/// Seeds trained by programs that share its version have the same bits and can be joined.
enum Numerics {
  /// To be raised with every change that gives other weights: the pinned hash of the kernels' tests shows it.
  static let version = "1"
}
