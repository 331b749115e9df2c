import Mustache

/// One template file, taken apart: its tags with their places, and the same template for the engine.
///
/// The engine keeps no places, gives a missing value as nothing, and escapes for HTML unless each file
/// says otherwise. So the tags are read here first, and what the engine gets is the same text with every
/// tag respelt between control characters and unescaped, since values come to it escaped already.
struct TemplateSource: Sendable {
  indirect enum Node: Sendable {
    case value(Tag, isRaw: Bool)
    case section(Tag, isInverted: Bool, [Node])
    case partial(Tag, path: String)
    /// A partial whose blocks this file fills in.
    case parent(Tag, path: String, blocks: [Block])
    /// A place that a file further out may fill in, with what stands there otherwise.
    case block(Block)
  }

  /// A named part of a template.
  struct Block: Sendable {
    var tag: Tag
    var nodes: [Node]
  }

  /// A name at a place.
  struct Tag: Sendable {
    var name: String
    var place: TemplateError.Place

    var path: [String] { name.split(separator: ".").map(String.init) }
  }

  /// The delimiters in the engine's text, which no template may hold itself; two characters each, because
  /// the engine steps back by two to find the end of a section, and crashes on an empty one otherwise.
  static let engineDelimiters = Delimiters(open: "\u{1}\u{1}", close: "\u{2}\u{2}")

  /// As errors name it.
  let file: String
  let format: OutputFormat
  let nodes: [Node]
  /// The engine's form of the same text.
  let template: MustacheTemplate
  /// Every partial and parent tag, with the path of the file it names, in the order of the text.
  let partials: [(tag: Tag, path: String)]

  /// What the engine calls the file of a path: it takes no slash at the end of a section, and a tag no `?`.
  static func engineName(of path: String) -> String { path.replacing("/", with: "?") }
}
