extension DataError: CustomStringConvertible {
  /// The problem as a sentence: where, what was expected, what came, what to do.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return "\(place): \(problem)"
  }
}

extension DataError.Problem: CustomStringConvertible {
  /// The sentence without the place.
  public var description: String {
    switch self {
    case .missingFile:
      "expected a CSV file, received a path to nothing; check its spelling"
    case .folder:
      "expected a CSV file, received a folder; name a file in it"
    case .unreadable(let reason):
      "expected a readable file, received '\(reason)'; check its permissions"
    case .tooLarge(let bytes):
      "expected a file of less than 4 GiB, received \(bytes) bytes; split the file"
    case .emptyFile:
      "expected a header and rows, received an empty file; check that it was written whole"
    case .noRows:
      "expected rows under the header, received none; check that the file was written whole"
    case .notUTF8(let byte):
      "expected UTF-8 text, received the byte \(hexadecimal(byte))"
        + (windowsCharacter(byte).map { ", which in Windows-1252 is '\($0)'" } ?? "")
        + "; save the file as UTF-8"
    case .otherFile(let kind):
      kind.sentence
    case .damagedGzip:
      "expected a whole gzip file, received a damaged one; get it again, or unpack it with gunzip"
    case .tooMuchPacked(let limit):
      "expected a gzip file that unpacks to at most \(limit >> 20) MiB, received more; unpack it with gunzip"
    case .damagedUTF16:
      "expected whole characters of UTF-16, received half of one; save the file as UTF-8"
    case .unclearDelimiter(let delimiters):
      "expected fields separated by commas, received none and \(joined(delimiters.map(\.name), "or")) as likely; "
        + "say which with --delimiter, or delimiter: under data in the experiment"
    case .raggedRow(let expected, let received):
      "expected \(counted(expected, "field")) as in the header, received \(received); "
        + (received < expected
          ? "add what is missing or mend a quote before it"
          : "remove what is too much or put quotes around a field with separators inside")
    case .unterminatedQuote:
      "expected a closing quote, received the end of the file; close the field that begins here"
    case .textAfterQuote:
      "expected a separator or the end of the line after the closing quote, received more text; "
        + "double the quotes inside the field"
    case .bareCarriageReturn:
      "expected a line feed after the carriage return, received none; "
        + "end the lines with LF or CRLF, or put the field in quotes"
    case .duplicateColumn(let name):
      "expected each column once, received '\(shown(name))' again; rename or remove one of them"
    case .missingColumn(let name, let nearest, let columns):
      "expected a column '\(shown(name))', received none of that name; "
        + (nearest.map { "did you mean '\(shown($0))'?" } ?? "the columns are \(listed(columns))")
    case .neitherColumn(let one, let other, let nearest):
      "expected a column '\(shown(one))' or '\(shown(other))', received neither; "
        + (nearest.map { "did you mean '\(shown($0))'?" } ?? "add one of them")
    case .emptyCell(let column):
      "expected a number in column '\(shown(column))', received an empty cell; "
        + "fill the cell or remove the row"
    case .missingCell(let column, let received):
      "expected a number in column '\(shown(column))', received '\(shown(received))', a missing value; "
        + "fill the cell or remove the row"
    case .badCells(let cells, let dropped, let rows):
      sentence(for: cells, dropped: dropped, of: rows)
    case .notANumber(let column, let received):
      "expected a number in column '\(shown(column))', received '\(shown(received))'; "
        + (marksAdvice(received) ?? "mend the cell or drop the column")
    case .notFinite(let column, let received):
      "expected a finite number in column '\(shown(column))', received '\(shown(received))'; "
        + "mend the cell or remove the row"
    case .outOfReach(let column, let received):
      "expected a number like those that the network was trained on in column '\(shown(column))', "
        + "received '\(shown(received))'; mend the cell or remove the row"
    case .unlistedLabels(let column, let labels, let classes):
      "expected \(choices(classes)) in column '\(shown(column))', received \(counts(of: labels)); "
        + "correct the list of classes, correct these cells or remove these rows"
    case .noClass(let column):
      "expected a class in column '\(shown(column))', received an empty cell; "
        + "fill the cell or remove the row"
    case .noGroup(let column):
      "expected a group in column '\(shown(column))', received an empty cell; "
        + "fill the cell or group by another column"
    case .fractionalClass(let column, let received):
      "expected a class, a whole number or a name, in column '\(shown(column))', "
        + "received '\(shown(received))'; round probabilities to classes, or name their column 'probability'"
    case .classesDiffer(let column, let received, let other):
      "expected a number in column '\(shown(column))', as in column '\(shown(other))', "
        + "received '\(shown(received))'; write the classes of both columns alike"
    case .notAChoice(let column, let received, let choices):
      "expected one of \(choices.joined(separator: ", ")) in column '\(shown(column))', "
        + "received '\(shown(received))'; mend the cell or rename the column"
    case .notAProbability(let column, let received):
      "expected a probability from 0 to 1 in column '\(shown(column))', received '\(shown(received))'; "
        + "mend the cell"
    case .classWithoutRows(let column, let name):
      "expected rows of every class in column '\(shown(column))', received none of '\(shown(name))'; "
        + "add rows or take the class off the list"
    case .noCompleteRow(let columns):
      "expected rows without missing cells, received none; most are missing in \(listed(columns)): "
        + "drop such columns or fill them"
    case .noFeatures:
      "expected at least one feature column, received none; drop fewer columns"
    }
  }
}

/// What to do about a number that has a comma in it; `nil` for other cells.
private func marksAdvice(_ received: String) -> String? {
  let isNumber = received.utf8.allSatisfy {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 | 0x20 == UInt8(ascii: "e")
      || [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
  }
  guard isNumber, received.contains(","), received.utf8.contains(where: { $0 >= 0x30 && $0 < 0x3A }) else {
    return nil
  }
  return "if the comma is that of a fraction, say --decimal , or decimal: ',' under data; "
    + "if it is that of thousands, thousands: ',' under data"
}

func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// The words as a list: `semicolons, tabs or pipes`.
private func joined(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}

/// What a byte stands for in the encoding that Windows uses in the West, where it is a printed character.
private func windowsCharacter(_ byte: UInt8) -> Character? {
  if byte >= 0xA1 { return Character(Unicode.Scalar(byte)) }
  let others: [Character?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
  return (0x80...0x9F).contains(byte) ? others[Int(byte) - 0x80] : nil
}

extension OtherFile {
  /// What was expected, what came and what to do.
  fileprivate var sentence: String {
    switch self {
    case .workbook, .oldWorkbook:
      "expected a text file, received an Excel workbook\(self == .workbook ? " or another zip archive" : ""); "
        + "open it and save the sheet as 'CSV UTF-8'"
    case .webPage: "expected a table, received a web page; download the file itself"
    case .parquet: "expected a text file, received Parquet; write it as CSV, with pandas: to_csv(index=False)"
    case .pdf: "expected a text file, received a PDF; export the table as CSV"
    case .packed(let program): "expected a text file, received one packed by \(program); unpack it first"
    case .utf32: "expected UTF-8 text, received UTF-32; save the file as UTF-8"
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
}

/// The ways to write a class: `'Disliked' or 'Liked', or in all rows their numbers from 0 on`.
private func choices(_ classes: [String]) -> String {
  guard let last = classes.last else { return "a class, of which none is listed," }
  let names = classes.map { "'\(shown($0))'" }
  let list = (names.count > 1 ? names.dropLast().joined(separator: ", ") + " or " : "") + "'\(shown(last))'"
  let numbers = classes.indices.map(String.init).joined(separator: classes.count == 2 ? " or " : ", ")
  return list + (ClassNames(classes).mayBeNumbered ? ", or \(numbers) in every row," : "")
}

/// Labels with their rows, those of the most rows first.
private func counts(of labels: [UnlistedLabel]) -> String {
  let order = labels.indices.sorted { (-labels[$0].rows, $0) < (-labels[$1].rows, $1) }.map { labels[$0] }
  var parts = order.prefix(6).map { label in
    "\(counted(label.rows, "row")) "
      + (label.label.isEmpty ? "with an empty cell" : "with '\(shown(label.label))'")
  }
  let others = order.dropFirst(6)
  if !others.isEmpty {
    parts.append(
      "\(counted(others.reduce(0) { $0 + $1.rows }, "row")) with \(counted(others.count, "other label"))")
  }
  guard let last = parts.last, parts.count > 1 else { return parts.joined() }
  return parts.dropLast().joined(separator: ", ") + " and " + last
}

/// The first twenty of some names.
private func listed(_ names: [String]) -> String {
  let (first, more) = (names.prefix(20).map { "'\(shown($0))'" }, names.count - 20)
  return (first + (more > 0 ? ["and \(more) more"] : [])).joined(separator: ", ")
}

/// Text fit for one line of a message: at most 40 scalars, control characters escaped.
func shown(_ text: String) -> String {
  var result = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == 40 { return result + "…" }
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.properties.generalCategory == .control:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
