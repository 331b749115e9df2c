import Figures

extension Experiment {
  /// How figures are made, in the words of the experiment file; what is `nil` is the look's own.
  public struct FigureSettings: Codable, Equatable, Sendable {
    /// `column`, `text`, or a length such as `86mm`.
    public var width: String?
    /// The kinds of file that are made; `nil` for all.
    public var formats: [String]?
  }

  /// How wide figures are; `nil` as their look has them.
  var figureWidth: FigureWidth? { figures?.width.flatMap { FigureWidth($0) } }

  /// The kinds of file that figures are made as.
  var figureFormats: Set<FigureFormat> {
    figures?.formats.map { Set($0.compactMap { FigureFormat(rawValue: $0) }) } ?? Set(FigureFormat.allCases)
  }
}

extension Experiment.FigureSettings {
  /// - Throws: `badData` with line and column for a width or format that there is not.
  init(_ value: YAMLValue) throws(Failure) {
    let fields = try value.fields(["width", "formats"])
    width = try fields["width"].map { value throws(Failure) in
      let text = try value.text()
      guard FigureWidth(text) != nil else {
        throw value.failure(
          "expected column, text, or a length from 2 to 40 inches such as 86mm, 3.4in or 246pt; received '\(text)'"
        )
      }
      return text
    }
    formats = try fields["formats"].map { value throws(Failure) in
      let formats = try value.list().map { item throws(Failure) in try item.choice(FigureFormat.self) }
      guard !formats.isEmpty else { throw value.failure("expected at least one format, such as [pdf, png]") }
      return formats.map(\.rawValue)
    }
  }
}
