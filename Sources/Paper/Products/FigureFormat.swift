import Figures

/// The kinds of file that a figure is written as; the raw value is the file's extension.
public enum FigureFormat: String, CaseIterable, Sendable {
  case pdf
  case png
  case svg
  /// A picture that LaTeX sets by itself.
  case pgf
  /// The numbers that the figure shows.
  case csv
}

/// Whoever can turn a figure into the bytes of a file; `Paper` itself knows no drawing library.
public protocol FigureRenderer: Sendable {
  func render(_ figure: any Figure, as format: FigureFormat) throws(Failure) -> [UInt8]
}
