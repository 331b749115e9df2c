extension TemplateError: CustomStringConvertible {
  /// One sentence: where, what was expected, what came, what to do.
  public var description: String {
    let place = ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    let trail = includedFrom.map { "from \($0.file):\($0.line):\($0.column)" }.joined(separator: ", ")
    return "\(place): \(problem.sentence)" + (trail.isEmpty ? "" : " (included \(trail))")
  }
}

extension TemplateError.Problem {
  fileprivate var sentence: String {
    switch self {
    case .unreadable: "cannot be read; it should be there and readable"
    case .notUTF8: "expected UTF-8, received other bytes; save the file as UTF-8"
    case .controlCharacter(let code):
      "expected text, received the control character U+\(hexadecimal(code)); remove it"
    case .unknownTemplate(let name, let nearest): "no template is named \(quoted(name))\(suggesting(nearest))"
    case .unclosedTag(let delimiter): "the tag opened here is not closed; add \(quoted(delimiter))"
    case .malformedName(let text):
      "expected a name of ASCII letters, digits, - and _ between dots, received \(quoted(text))"
    case .unsupportedTag(let text):
      "expected a value, a section, a partial, a block or a comment, received \(quoted(text)), "
        + "a kind of tag that these templates do not have"
    case .malformedDelimiters(let text):
      "expected two delimiters with a blank between, such as <% %>, received \(quoted(text))"
    case .unclosedSection(let name):
      "the section \(quoted(name)) opened here is not closed; add a tag /\(name)"
    case .unexpectedClose(let name, let open?):
      "expected the end of the section \(quoted(open)), received the end of \(quoted(name))"
    case .unexpectedClose(let name, nil): "the section \(quoted(name)) ends here, but none is open"
    case .deepSections(let limit): "expected at most \(limit) sections inside each other, received one more"
    case .missingPartial(let name, let path, let nearest):
      "no partial is named \(quoted(name)), which would be the file \(path)\(suggesting(nearest))"
    case .circularPartial(let files): "a partial cannot hold itself: \(files.joined(separator: " > "))"
    case .deepPartials(let limit): "expected at most \(limit) partials inside each other, received one more"
    case .betweenBlocks(let parent):
      "expected only blocks inside \(quoted("<" + parent)), since nothing else there is printed; "
        + "put this into one of them"
    case .repeatedBlock(let name, let parent):
      "the block \(quoted(name)) of \(quoted(parent)) is filled in a second time; keep one"
    case .unknownBlock(let name, let parent, let nearest):
      "no block is named \(quoted(name)) in \(parent)\(suggesting(nearest))"
    case .circularBlock(let name): "the block \(quoted(name)) cannot be filled in with itself"
    case .missingValue(let name, let nearest): "no value is named \(quoted(name))\(suggesting(nearest))"
    case .notPrintable(let name, let kind):
      "expected a value to print, received \(quoted(name)), a \(kind.rawValue)"
    case .notASection(let name, let kind):
      "expected a flag, a list or (after #) a group, received \(quoted(name)), a \(kind.rawValue)"
    case .rawText(let name, let kind):
      "only markup is printed unescaped, received \(quoted(name)), a \(kind.rawValue); print it with a plain tag"
    case .refused(let reason): "the template engine refused the file: \(reason)"
    }
  }
}

private func suggesting(_ nearest: String?) -> String {
  nearest.map { "; did you mean \(quoted($0))?" } ?? ""
}

/// The text between quotes, on one line, its end cut off where it is long.
private func quoted(_ text: String) -> String {
  let scalars = onOneLine(text)
  let shown = String(String.UnicodeScalarView(scalars.prefix(60)))
  return "'\(shown)\(scalars.count > 60 ? "…" : "")'"
}
