/// What is wrong with a data file, and where.
public struct DataError: Error, Equatable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The physical line, from 1; `nil` where the problem is the whole file's.
  public let line: Int?
  /// The column in Unicode scalars, from 1, at which the field begins.
  public let column: Int?
  /// The facts.
  public let problem: Problem

  /// A problem of a file, or of a place in it.
  public init(file: String, line: Int? = nil, column: Int? = nil, problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// One kind of problem, with what its sentence needs.
  public enum Problem: Equatable, Sendable {
    /// There is no such file.
    case missingFile
    /// The path names a folder.
    case folder
    /// The system refused to open or read the file, for its own reason.
    case unreadable(reason: String)

    /// More than the 4 GiB that the reader takes.
    case tooLarge(bytes: Int)
    /// Nothing but blank lines, or not even those.
    case emptyFile
    /// A header and nothing under it.
    case noRows
    /// A byte that no UTF-8 text has at this place.
    case notUTF8(byte: UInt8)
    /// The first bytes are those of another kind of file.
    case otherFile(OtherFile)
    /// A file that gzip began and did not end, or that was changed since.
    case damagedGzip
    /// A file that unpacks to more than is read.
    case tooMuchPacked(limit: Int)
    /// UTF-16 with half a character in it.
    case damagedUTF16
    /// Several characters that may separate the fields, and none of them a comma.
    case unclearDelimiter([Delimiter])
    /// A row with more or fewer fields than the header.
    case raggedRow(expected: Int, received: Int)
    /// A quoted field that the file ends in.
    case unterminatedQuote
    /// Text between a closing quote and the next comma.
    case textAfterQuote
    /// A carriage return without a line feed, outside quotes.
    case bareCarriageReturn
    /// Two columns of one name.
    case duplicateColumn(String)

    /// A column that the caller named and the file lacks; `nearest` is one that may be meant, of all its columns.
    case missingColumn(String, nearest: String?, of: [String])
    /// Two columns of which one is needed, and the file has neither; `nearest` is one that may be meant.
    case neitherColumn(String, String, nearest: String?)
    /// A cell without text where a number belongs.
    case emptyCell(column: String)
    /// A cell that says that a value is missing, where a number belongs.
    case missingCell(column: String, received: String)
    /// Several bad cells, the first of which is at the place; `dropped` are the columns that are left out already,
    /// `nil` where none can be.
    case badCells([BadCells], dropped: [String]?, of: Int)
    /// A cell that no decimal number is written like.
    case notANumber(column: String, received: String)
    /// NaN, an infinity, or a number too large for a `Double`.
    case notFinite(column: String, received: String)
    /// A number so far out that the network's arithmetic does not hold it.
    case outOfReach(column: String, received: String)
    /// Labels that are not listed, in the order in which they first occur.
    case unlistedLabels(column: String, labels: [UnlistedLabel], classes: [String])
    /// A cell without text where a class belongs.
    case noClass(column: String)
    /// A cell without text where the group of a row belongs.
    case noGroup(column: String)
    /// A number with a fraction where a class belongs: a probability, most likely.
    case fractionalClass(column: String, received: String)
    /// A name in one column of classes, where another column has numbers.
    case classesDiffer(column: String, received: String, other: String)
    /// A word that is none of those that the column may hold.
    case notAChoice(column: String, received: String, choices: [String])
    /// A number outside 0 to 1 where a probability belongs.
    case notAProbability(column: String, received: String)
    /// A class that no row belongs to.
    case classWithoutRows(column: String, name: String)
    /// Every row lacks a cell; the columns are those that lack most.
    case noCompleteRow([String])
    /// Every column is dropped or the target.
    case noFeatures
  }

  /// Whether there was no file to read, as opposed to a file with bad data in it.
  public var isMissingFile: Bool {
    switch problem {
    case .missingFile, .folder, .unreadable: true
    default: false
    }
  }
}
