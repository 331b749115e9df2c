import TrackData

extension Experiment.DataSource {
  /// How the file is written, as far as the experiment says.
  public var format: TableFormat {
    get {
      TableFormat(
        delimiter: delimiter, decimal: decimal, thousands: thousands, missingValues: missingValues ?? [])
    }
    set { (delimiter, decimal, thousands) = (newValue.delimiter, newValue.decimal, newValue.thousands) }
  }

  mutating func readFormat(_ fields: YAMLFields) throws(Failure) {
    for key in ["delimiter", "decimal", "thousands"] {
      guard let value = fields[key] else { continue }
      let text = try value.text()
      do throws(FormatProblem) {
        switch key {
        case "delimiter": delimiter = try FormatProblem.delimiter(text)
        case "decimal": decimal = try FormatProblem.decimal(text)
        default: thousands = try FormatProblem.thousands(text)
        }
        try FormatProblem.check(format)
      } catch {
        throw value.failure(error.sentence)
      }
    }
  }
}

extension TableFormat {
  /// The format that options of a command say.
  ///
  /// - Parameters:
  ///   - delimiter: what `--delimiter` says.
  ///   - decimal: what `--decimal` says.
  ///   - known: the format where they say nothing.
  /// - Throws: `usage` for what neither can be.
  public init(delimiter: String?, decimal: String?, else known: TableFormat = TableFormat()) throws(Failure) {
    self = known
    var option = "--delimiter"
    do throws(FormatProblem) {
      if let delimiter { self.delimiter = try FormatProblem.delimiter(delimiter) }
      option = "--decimal"
      if let decimal { self.decimal = try FormatProblem.decimal(decimal) }
      try FormatProblem.check(self)
    } catch {
      throw Failure(.usage, "\(option): \(error.sentence)")
    }
  }
}

extension TableFormat {
  /// How a file is read, in one line; `nil` for plain CSV.
  public static func note(_ notes: [String], of path: String) -> String? {
    notes.isEmpty ? nil : "\(path): format found: \(notes.joined(separator: ", "))"
  }
}

/// A mark that is none.
private struct FormatProblem: Error {
  let sentence: String

  static func delimiter(_ text: String) throws(FormatProblem) -> Delimiter {
    guard let delimiter = Delimiter(text: text) else {
      throw FormatProblem(sentence: "expected ',', ';', '|' or 'tab', received '\(text)'")
    }
    return delimiter
  }

  static func decimal(_ text: String) throws(FormatProblem) -> DecimalMark {
    guard let mark = DecimalMark(rawValue: text) else {
      throw FormatProblem(sentence: "expected '.' or ',', received '\(text)'")
    }
    return mark
  }

  static func thousands(_ text: String) throws(FormatProblem) -> ThousandsMark {
    guard let mark = ThousandsMark(rawValue: text) else {
      throw FormatProblem(sentence: "expected ',', '.', ' ' or \"'\", received '\(text)'")
    }
    return mark
  }

  static func check(_ format: TableFormat) throws(FormatProblem) {
    guard let thousands = format.thousands, thousands.rawValue == format.decimal?.rawValue else {
      return
    }
    throw FormatProblem(
      sentence: "expected different marks before fractions and between thousands, "
        + "received '\(thousands.rawValue)' for both")
  }
}
