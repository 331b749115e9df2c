import Spelling

/// How the files of a folder draw on each other.
struct TemplateLinks: Sendable {
  private static let deepestPartial = 16

  private let sources: [String: TemplateSource]

  init(_ sources: [String: TemplateSource]) { self.sources = sources }

  /// A file and those it draws on, directly or not, by path.
  func files(of name: String) -> [String] {
    var found: Set<String> = []
    var waiting = [name]
    while let path = waiting.popLast() {
      guard let source = sources[path], found.insert(path).inserted else { continue }
      waiting += source.partials.map(\.path)
    }
    return inOrder(found)
  }

  /// That every file drawn on is there, that none draws on itself, and that every block filled in is one.
  func check() throws(TemplateError) {
    for path in inOrder(sources.keys) { try checkPartials(of: path, within: [path]) }
    for path in inOrder(sources.keys) {
      for case .parent(_, let parent, let blocks) in allNodes(in: sources[path]?.nodes ?? []) {
        try check(blocks, of: parent)
      }
    }
  }

  private func checkPartials(of path: String, within chain: [String]) throws(TemplateError) {
    for (tag, partial) in sources[path]?.partials ?? [] {
      if sources[partial] == nil {
        throw TemplateError(
          at: tag.place,
          problem: .missingPartial(
            tag.name, path: beside(tag.place.file, path, partial),
            nearest: nearestName(to: tag.name, in: partialNames(like: partial))))
      }
      if let start = chain.firstIndex(of: partial) {
        throw TemplateError(at: tag.place, problem: .circularPartial(chain[start...] + [partial]))
      }
      if chain.count > Self.deepestPartial {
        throw TemplateError(at: tag.place, problem: .deepPartials(limit: Self.deepestPartial))
      }
      try checkPartials(of: partial, within: chain + [partial])
    }
  }

  /// The blocks may be the parent's, those of files that it draws on, or stand in each other.
  private func check(_ blocks: [TemplateSource.Block], of parent: String) throws(TemplateError) {
    let nodes = files(of: parent).flatMap { sources[$0]?.nodes ?? [] } + blocks.flatMap(\.nodes)
    var known: Set<String> = []
    for case .block(let block) in allNodes(in: nodes) { known.insert(block.tag.name) }
    for block in blocks where !known.contains(block.tag.name) {
      throw TemplateError(
        at: block.tag.place,
        problem: .unknownBlock(
          block.tag.name, parent: sources[parent]?.file ?? parent,
          nearest: nearestName(to: block.tag.name, in: inOrder(known))))
    }
  }

  /// The nodes with all that stands inside them, except the blocks that a parent is filled in with: what is
  /// in those counts, they themselves are none of this file's.
  private func allNodes(in nodes: [TemplateSource.Node]) -> [TemplateSource.Node] {
    nodes.flatMap { node in
      switch node {
      case .value, .partial: [node]
      case .section(_, _, let inner): [node] + allNodes(in: inner)
      case .parent(_, _, let blocks): [node] + allNodes(in: blocks.flatMap(\.nodes))
      case .block(let block): [node] + allNodes(in: block.nodes)
      }
    }
  }

  /// The file of a partial in the folder of the file that draws on it.
  private func beside(_ file: String, _ path: String, _ partial: String) -> String {
    file.hasSuffix(path) ? file.dropLast(path.count) + partial : partial
  }

  /// What a tag could call the partials that end like this one.
  private func partialNames(like partial: String) -> [String] {
    guard let format = TemplateFolder.format(of: partial) else { return [] }
    return inOrder(sources.keys).filter { isPartial($0) && sources[$0]?.format == format }
      .map {
        String(
          $0.dropFirst(TemplateLibrary.partialsFolder.count + 1).dropLast(format.fileExtension.count + 1))
      }
  }
}
