import CXGBoost

/// The XGBoost library that is linked, by its C API.
public enum XGBoost {
  /// The version at work, such as 1.7.4.
  public static var version: String {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    XGBoostVersion(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }

  /// Turns the status of a call into an error that carries what XGBoost says of it.
  ///
  /// The message is the thread's own, and is read on it at once.
  static func check(_ call: String, _ status: Int32) throws(BaselineError) {
    guard status != 0 else { return }
    // A message goes on with a stack trace, of use to XGBoost's authors alone.
    let text = XGBGetLastError().map { String(cString: $0) } ?? ""
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    let told = lines.prefix { !$0.hasPrefix("Stack trace") }.joined(separator: " ")
    throw .xgboost(call: call, message: told.isEmpty ? "failed without a message" : told)
  }

  /// What a call that makes a thing gave; freed by whoever owns it.
  fileprivate static func handle(
    of call: String, _ make: (inout UnsafeMutableRawPointer?) -> Int32
  ) throws(BaselineError) -> UnsafeMutableRawPointer {
    var handle: UnsafeMutableRawPointer?
    try check(call, make(&handle))
    guard let handle else { throw .xgboost(call: call, message: "gave nothing") }
    return handle
  }
}

/// A table in XGBoost's memory, freed with its owner.
struct BoosterRows: ~Copyable {
  fileprivate let handle: DMatrixHandle

  init(_ rows: FeatureRows) throws(BaselineError) {
    // All features are finite, so no number stands for a missing one.
    handle = try XGBoost.handle(of: "XGDMatrixCreateFromMat") {
      XGDMatrixCreateFromMat(rows.values, bst_ulong(rows.count), bst_ulong(rows.columns), .nan, &$0)
    }
  }

  deinit { XGDMatrixFree(handle) }

  /// Says which class each row has.
  func setClasses(_ classes: [Int]) throws(BaselineError) {
    let labels = classes.map(Float.init)
    try XGBoost.check(
      "XGDMatrixSetFloatInfo", XGDMatrixSetFloatInfo(handle, "label", labels, bst_ulong(labels.count)))
  }
}

/// Trees in XGBoost's memory, freed with their owner.
struct Booster: ~Copyable {
  private let handle: BoosterHandle

  init(for rows: borrowing BoosterRows) throws(BaselineError) {
    let matrices: [DMatrixHandle?] = [rows.handle]
    handle = try XGBoost.handle(of: "XGBoosterCreate") { XGBoosterCreate(matrices, 1, &$0) }
  }

  deinit { XGBoosterFree(handle) }

  func set(_ name: String, _ value: String) throws(BaselineError) {
    try XGBoost.check("XGBoosterSetParam \(name)", XGBoosterSetParam(handle, name, value))
  }

  /// Grows the trees of one round.
  func grow(round: Int, on rows: borrowing BoosterRows) throws(BaselineError) {
    try XGBoost.check(
      "XGBoosterUpdateOneIter", XGBoosterUpdateOneIter(handle, Int32(round), rows.handle))
  }

  /// What the trees say of each row: for a logistic objective a probability, for a squared one a mean.
  func predictions(of rows: borrowing BoosterRows) throws(BaselineError) -> [Float] {
    let all =
      #"{"type": 0, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": false}"#
    var (shape, dimensions, values): (UnsafePointer<bst_ulong>?, bst_ulong, UnsafePointer<Float>?) = (
      nil, 0, nil
    )
    try XGBoost.check(
      "XGBoosterPredictFromDMatrix",
      XGBoosterPredictFromDMatrix(handle, rows.handle, all, &shape, &dimensions, &values))
    guard let shape, dimensions == 1, let values else {
      throw .xgboost(call: "XGBoosterPredictFromDMatrix", message: "expected a number for each row")
    }
    // The booster's memory, good until its next call.
    return Array(UnsafeBufferPointer(start: values, count: Int(shape[0])))
  }
}
