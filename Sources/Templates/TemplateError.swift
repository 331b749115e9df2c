/// What is wrong with a template, or with the values it was given, and where.
public struct TemplateError: Error, Sendable, Equatable {
  /// A place in a template; lines and columns count from 1, columns in Unicode scalars.
  public struct Place: Sendable, Equatable {
    public var file: String
    public var line: Int
    public var column: Int

    /// A place in a file.
    public init(file: String, line: Int, column: Int) {
      (self.file, self.line, self.column) = (file, line, column)
    }
  }

  /// One kind of problem, with what its sentence needs.
  public enum Problem: Sendable, Equatable {
    /// The folder or file cannot be read.
    case unreadable
    case notUTF8
    /// A control character other than tab and line break.
    case controlCharacter(UInt32)
    /// No template has the name; the nearest one that has.
    case unknownTemplate(String, nearest: String?)
    /// A tag is opened and not closed, by the delimiter given.
    case unclosedTag(delimiter: String)
    /// What stands in a tag is no name.
    case malformedName(String)
    /// Mustache knows the tag, these templates do not: pragmas, dynamic partials.
    case unsupportedTag(String)
    case malformedDelimiters(String)
    /// A section is opened and not closed.
    case unclosedSection(String)
    /// A section is closed that is not open, inside another or none.
    case unexpectedClose(String, open: String?)
    /// Sections are nested deeper than the limit.
    case deepSections(limit: Int)
    /// No partial file has the path; the nearest name that has one.
    case missingPartial(String, path: String, nearest: String?)
    /// A partial draws on itself, by way of the files given.
    case circularPartial([String])
    /// Partials draw on partials deeper than the limit.
    case deepPartials(limit: Int)
    /// A parent's blocks are filled in, and among them stands something else.
    case betweenBlocks(parent: String)
    /// The same block of a parent is filled in twice.
    case repeatedBlock(String, parent: String)
    /// The parent has no block of the name; the nearest name that has one.
    case unknownBlock(String, parent: String, nearest: String?)
    /// What fills a block in draws on that block again.
    case circularBlock(String)
    /// No value or group has the name; the nearest key that has.
    case missingValue(String, nearest: String?)
    /// The name is of something that cannot be printed: a flag, a list or a group.
    case notPrintable(String, Kind)
    /// The name is of something that opens no section of this sort.
    case notASection(String, Kind)
    /// An unescaped tag asks for a value that is not markup.
    case rawText(String, Kind)
    /// The engine refused what passed the checks here.
    case refused(String)
  }

  /// What a name stands for.
  public enum Kind: String, Sendable, Equatable { case text, number, markup, flag, list, group }

  /// The template or folder, as the caller named it.
  public let file: String
  /// `nil` where the whole file or folder is meant.
  public let line: Int?
  /// `nil` where the whole line or file is meant.
  public let column: Int?
  /// The facts.
  public let problem: Problem
  /// The partial tags that led to the file, the innermost first; empty in a template itself.
  public let includedFrom: [Place]

  init(file: String, problem: Problem) {
    (self.file, self.line, self.column, self.problem, self.includedFrom) = (file, nil, nil, problem, [])
  }

  init(at place: Place, problem: Problem, includedFrom: [Place] = []) {
    (self.file, self.line, self.column) = (place.file, place.line, place.column)
    (self.problem, self.includedFrom) = (problem, includedFrom)
  }
}
