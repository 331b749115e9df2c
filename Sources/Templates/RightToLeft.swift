/// Text of scripts that are written from right to left.
enum RightToLeft {
  /// Whether the character lies in the blocks that Unicode keeps for such scripts: Hebrew, Arabic and others.
  static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
    default: false
    }
  }

  /// The runs of the text that are to be turned around as one: from a letter of such a script to the last one,
  /// or number behind it, that only blanks, digits and marks without a left or right form part from it.
  ///
  /// Unicode's bidirectional algorithm (UAX #9) comes to the same in a line that reads from the left, brackets
  /// apart: those end a run.
  static func runs(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in scalars.indices where isWritten(scalars[index]) || isDigit(scalars[index]) {
      if let last = runs.last, scalars[last.upperBound..<index].allSatisfy(goesEitherWay) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else if isWritten(scalars[index]) {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private static func goesEitherWay(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || " .,:;!?'\"-&/".unicodeScalars.contains(scalar)
      || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The numbers in a run, which are read from left to right in every script.
  static func numbers(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> [Range<Int>] {
    var numbers: [Range<Int>] = []
    for index in run where isDigit(scalars[index]) {
      let joined = numbers.last.map { last in
        last.upperBound == index
          || last.upperBound == index - 1 && ".,:/".unicodeScalars.contains(scalars[index - 1])
      }
      if joined == true {
        numbers[numbers.count - 1] = numbers[numbers.count - 1].lowerBound..<index + 1
      } else {
        numbers.append(index..<index + 1)
      }
    }
    return numbers
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
