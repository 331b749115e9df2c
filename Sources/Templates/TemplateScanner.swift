import Mustache

/// Reads the tags of one template file.
///
/// A tag is what stands between the delimiters: `name` or, for markup only, `{name}` and `&name`; `#name`,
/// `^name` and `/name` around sections; `>name` for a partial; `$name` and `/name` around a block; `<name` and
/// `/name` around the blocks that fill in those of a partial; `!…` for a comment; `=<% %>=` for other delimiters
/// in the rest of the file.
struct TemplateScanner {
  /// Each open section costs the engine stack, and no author needs so many.
  static let deepestSection = 32

  /// What a tag has opened and another will close.
  private enum Opened {
    case section(isInverted: Bool)
    case parent(path: String)
    case block
  }

  private let file: String
  private let format: OutputFormat
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var column = 1
  private var delimiters: Delimiters
  /// From the outermost in; `nodes` are those that came before the tag.
  private var open: [(tag: TemplateSource.Tag, kind: Opened, nodes: [TemplateSource.Node])] = []
  private var nodes: [TemplateSource.Node] = []
  private var partials: [(tag: TemplateSource.Tag, path: String)] = []
  private var engineText: String

  private init(_ text: String, file: String, format: OutputFormat) {
    self.file = file
    self.format = format
    delimiters = format.delimiters
    scalars = linesEndingInLineFeed(text)
    let engine = TemplateSource.engineDelimiters
    // A line of its own, which the engine leaves out of what it prints.
    engineText = "{{=\(engine.open) \(engine.close)=}}\n"
  }

  /// The file taken apart, or the first thing wrong with it.
  static func scan(
    _ text: String, file: String, format: OutputFormat
  ) throws(TemplateError) -> TemplateSource {
    var scanner = TemplateScanner(text, file: file, format: format)
    while scanner.index < scanner.scalars.count {
      if scanner.isAt(scanner.delimiters.open) { try scanner.scanTag() } else { try scanner.scanText() }
    }
    if let unclosed = scanner.open.last {
      throw TemplateError(at: unclosed.tag.place, problem: .unclosedSection(unclosed.tag.name))
    }
    return TemplateSource(
      file: file, format: format, nodes: scanner.nodes, template: try scanner.engineTemplate(),
      partials: scanner.partials
    )
  }

  private func engineTemplate() throws(TemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: engineText)
    } catch {
      throw TemplateError(file: file, problem: .refused(String(describing: error)))
    }
  }

  private var place: TemplateError.Place { .init(file: file, line: line, column: column) }

  private func isAt(_ text: String) -> Bool {
    scalars[index] == text.unicodeScalars.first && scalars[index...].starts(with: text.unicodeScalars)
  }

  private mutating func advance(by count: Int) {
    for scalar in scalars[index..<index + count] {
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    index += count
  }

  private mutating func scanText() throws(TemplateError) {
    let scalar = scalars[index]
    if scalar.properties.generalCategory == .control, scalar != "\n", scalar != "\t" {
      throw TemplateError(at: place, problem: .controlCharacter(scalar.value))
    }
    if !scalar.properties.isWhitespace { try refuseBetweenBlocks(at: place) }
    engineText.unicodeScalars.append(scalar)
    advance(by: 1)
  }

  private mutating func scanTag() throws(TemplateError) {
    let start = place
    advance(by: delimiters.open.unicodeScalars.count)
    let sigil = index < scalars.count ? scalars[index] : " "
    let content = try scanContent(to: closing(sigil), sigil: sigil, from: start)
    let afterSigil = trimmed(content.dropFirst())
    if !"!=$/".unicodeScalars.contains(sigil) { try refuseBetweenBlocks(at: start) }
    switch sigil {
    case "!": emit("!")
    case "=":
      delimiters = try parsedDelimiters(afterSigil, at: start)
      emit("!")
    case "{", "&":
      let tag = try tag(afterSigil, at: start)
      append(.value(tag, isRaw: true))
      emit("&" + tag.name)
    case "#", "^":
      try open(try tag(afterSigil, at: start), .section(isInverted: sigil == "^"))
      emit(String(sigil) + afterSigil)
    case "/": try close(afterSigil, at: start)
    case ">":
      let (tag, path) = try partial(afterSigil, at: start, sigil: sigil)
      append(.partial(tag, path: path))
      emit(">" + TemplateSource.engineName(of: path))
    case "<":
      let (tag, path) = try partial(afterSigil, at: start, sigil: sigil)
      try open(tag, .parent(path: path))
      emit("<" + TemplateSource.engineName(of: path))
    case "$":
      try open(try tag(afterSigil, at: start), .block)
      emit("$" + afterSigil)
    case "%": throw TemplateError(at: start, problem: .unsupportedTag(trimmed(content[...])))
    default:
      let tag = try tag(trimmed(content[...]), at: start)
      append(.value(tag, isRaw: false))
      emit("&" + tag.name)
    }
  }

  /// What ends a tag that begins so.
  private func closing(_ sigil: Unicode.Scalar) -> String {
    switch sigil {
    case "{": "}" + delimiters.close
    case "=": "=" + delimiters.close
    default: delimiters.close
    }
  }

  private mutating func scanContent(
    to end: String, sigil: Unicode.Scalar, from start: TemplateError.Place
  ) throws(TemplateError) -> [Unicode.Scalar] {
    let first = index
    while index < scalars.count {
      if isAt(end) {
        let content = Array(scalars[first..<index])
        advance(by: end.unicodeScalars.count)
        return content
      }
      // A tag inside a tag: the outer one was never closed.
      if sigil != "!", sigil != "=", isAt(delimiters.open) { break }
      advance(by: 1)
    }
    throw TemplateError(at: start, problem: .unclosedTag(delimiter: end))
  }

  private func parsedDelimiters(
    _ text: String, at start: TemplateError.Place
  ) throws(TemplateError) -> Delimiters {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 2, !text.contains("=") else {
      throw TemplateError(at: start, problem: .malformedDelimiters(text))
    }
    return Delimiters(open: parts[0], close: parts[1])
  }

  private func tag(_ name: String, at start: TemplateError.Place) throws(TemplateError) -> TemplateSource.Tag
  {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isKeyByte) }) else {
      throw TemplateError(at: start, problem: .malformedName(name))
    }
    return TemplateSource.Tag(name: name, place: start)
  }

  private mutating func open(_ tag: TemplateSource.Tag, _ kind: Opened) throws(TemplateError) {
    guard open.count < Self.deepestSection else {
      throw TemplateError(at: tag.place, problem: .deepSections(limit: Self.deepestSection))
    }
    open.append((tag, kind, nodes))
    nodes = []
  }

  private mutating func close(_ name: String, at start: TemplateError.Place) throws(TemplateError) {
    guard let closed = open.last, closed.tag.name == name else {
      let tag = try tag(name, at: start)
      // Closing a section further out means that the inner one was forgotten.
      if let unclosed = open.last, open.contains(where: { $0.tag.name == name }) {
        throw TemplateError(at: unclosed.tag.place, problem: .unclosedSection(unclosed.tag.name))
      }
      throw TemplateError(at: tag.place, problem: .unexpectedClose(name, open: open.last?.tag.name))
    }
    open.removeLast()
    let inner = nodes
    nodes = closed.nodes
    switch closed.kind {
    case .section(let isInverted):
      append(.section(closed.tag, isInverted: isInverted, inner))
      emit("/" + name)
    case .block:
      append(.block(.init(tag: closed.tag, nodes: inner)))
      emit("/" + name)
    case .parent(let path):
      append(.parent(closed.tag, path: path, blocks: try blocks(inner, of: closed.tag.name)))
      emit("/" + TemplateSource.engineName(of: path))
    }
  }

  /// What stands in a parent: blocks, each once.
  private func blocks(
    _ nodes: [TemplateSource.Node], of parent: String
  ) throws(TemplateError) -> [TemplateSource.Block] {
    var blocks: [TemplateSource.Block] = []
    for case .block(let block) in nodes {
      if blocks.contains(where: { $0.tag.name == block.tag.name }) {
        throw TemplateError(at: block.tag.place, problem: .repeatedBlock(block.tag.name, parent: parent))
      }
      blocks.append(block)
    }
    return blocks
  }

  /// What stands beside the blocks of a parent would be printed nowhere.
  private func refuseBetweenBlocks(at start: TemplateError.Place) throws(TemplateError) {
    guard let inner = open.last, case .parent = inner.kind else { return }
    throw TemplateError(at: start, problem: .betweenBlocks(parent: inner.tag.name))
  }

  private mutating func partial(
    _ name: String, at start: TemplateError.Place, sigil: Unicode.Scalar
  ) throws(TemplateError) -> (TemplateSource.Tag, path: String) {
    if name.utf8.first == UInt8(ascii: "*") {
      throw TemplateError(at: start, problem: .unsupportedTag(String(sigil) + name))
    }
    let isName = name.utf8.allSatisfy { isKeyByte($0) || "./".utf8.contains($0) }
    guard isName, !name.isEmpty else { throw TemplateError(at: start, problem: .malformedName(name)) }
    let tag = TemplateSource.Tag(name: name, place: start)
    let path = "\(TemplateLibrary.partialsFolder)/\(name).\(format.fileExtension)"
    partials.append((tag, path))
    return (tag, path)
  }

  private mutating func append(_ node: TemplateSource.Node) { nodes.append(node) }

  private mutating func emit(_ tag: String) {
    let engine = TemplateSource.engineDelimiters
    engineText += engine.open + tag + engine.close
  }
}

private func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(String.UnicodeScalarView(scalars[first...last]))
}

/// The text without a byte order mark, and with `\n` for every CR LF and CR.
private func linesEndingInLineFeed(_ text: String) -> [Unicode.Scalar] {
  var out: [Unicode.Scalar] = []
  var previous: Unicode.Scalar?
  for (offset, scalar) in text.unicodeScalars.enumerated() {
    switch scalar {
    case "\u{FEFF}" where offset == 0: break
    case "\n" where previous == "\r": break
    case "\r": out.append("\n")
    default: out.append(scalar)
    }
    previous = scalar
  }
  return out
}
