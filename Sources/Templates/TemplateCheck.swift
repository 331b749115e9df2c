import Spelling

/// Walks a template as the engine will, and finds every name that the values do not answer.
///
/// A name is looked up from the innermost section outwards; the first part that is found decides, as
/// the Mustache specification has it. Where a section stays closed its names may be missing (that is what
/// a flag is for), but those that are there count as used.
struct TemplateCheck {
  /// A group of values that names are looked up in.
  private struct Scope {
    var group: [String: Values.Node]
    /// What comes before the group's keys; inside a list, the list's own key.
    var prefix: String
  }

  /// How the walk came to where it is.
  private struct Way {
    var includedFrom: [TemplateError.Place] = []
    /// Whether all sections around are printed.
    var isOpen = true
    /// What fills in the blocks here, by name, and how its file was come to: of several the outermost file's.
    var fillings: [String: (block: TemplateSource.Block, includedFrom: [TemplateError.Place])] = [:]
    /// The blocks that are being filled in.
    var blocks: [String] = []

    func open(_ isOpen: Bool) -> Way {
      var way = self
      way.isOpen = self.isOpen && isOpen
      return way
    }

    /// Into a file that a tag draws on.
    func through(_ tag: TemplateSource.Tag, filling blocks: [TemplateSource.Block] = []) -> Way {
      var way = self
      for block in blocks where fillings[block.tag.name] == nil {
        way.fillings[block.tag.name] = (block, includedFrom)
      }
      way.includedFrom = [tag.place] + includedFrom
      return way
    }
  }

  private typealias Found = (node: Values.Node, key: String)

  private let sources: [String: TemplateSource]
  private var scopes: [Scope]
  private(set) var usedKeys: Set<String> = []
  private(set) var problems: [TemplateError] = []

  init(_ source: TemplateSource, with values: Values, among sources: [String: TemplateSource]) {
    self.sources = sources
    scopes = [Scope(group: values.root, prefix: "")]
    walk(source.nodes, Way())
  }

  private mutating func walk(_ nodes: [TemplateSource.Node], _ way: Way) {
    for node in nodes {
      switch node {
      case .value(let tag, let isRaw):
        guard let found = resolved(tag, way) else { continue }
        if let problem = printing(tag.name, found.node.kind, isRaw: isRaw) { report(problem, at: tag, way) }
      case .section(let tag, let isInverted, let inner):
        walk(inner, of: tag, isInverted: isInverted, resolved(tag, way), way)
      case .partial(let tag, let path):
        walk(sources[path]?.nodes ?? [], way.through(tag))
      case .parent(let tag, let path, let blocks):
        walk(sources[path]?.nodes ?? [], way.through(tag, filling: blocks))
      case .block(let block):
        walk(block, way)
      }
    }
  }

  /// What fills the block in, or else what stands in it; either sees the values of this place.
  private mutating func walk(_ block: TemplateSource.Block, _ way: Way) {
    let name = block.tag.name
    guard let filling = way.fillings[name] else { return walk(block.nodes, way) }
    var within = way
    within.blocks.append(name)
    within.includedFrom = filling.includedFrom
    // The engine would never come out of these. Told wherever it stands: a value may open it later.
    if way.blocks.contains(name) {
      problems.append(
        TemplateError(
          at: block.tag.place, problem: .circularBlock(name), includedFrom: way.includedFrom))
    } else if way.blocks.count >= TemplateScanner.deepestSection {
      let problem = TemplateError.Problem.deepSections(limit: TemplateScanner.deepestSection)
      problems.append(TemplateError(at: block.tag.place, problem: problem, includedFrom: way.includedFrom))
    } else {
      walk(filling.block.nodes, within)
    }
  }

  private mutating func walk(
    _ inner: [TemplateSource.Node], of tag: TemplateSource.Tag, isInverted: Bool, _ found: Found?, _ way: Way
  ) {
    switch found?.node {
    case .value(.flag(let flag)):
      walk(inner, way.open(flag != isInverted))
    case .value(.list(let items)) where isInverted || items.isEmpty:
      walk(inner, way.open(isInverted && items.isEmpty))
    case .value(.list(let items)):
      // One item's problems are told; those of the others would be the same again.
      let before = problems.count
      for item in items where problems.count == before {
        walk(inner, in: Scope(group: item.root, prefix: found.map { $0.key + "." } ?? ""), way)
      }
    case .group(let group) where !isInverted:
      walk(inner, in: Scope(group: group, prefix: found.map { $0.key + "." } ?? ""), way)
    case let other?:
      report(.notASection(tag.name, other.kind), at: tag, way)
    case nil:
      walk(inner, way.open(false))
    }
  }

  private mutating func walk(_ nodes: [TemplateSource.Node], in scope: Scope, _ way: Way) {
    scopes.append(scope)
    walk(nodes, way)
    scopes.removeLast()
  }

  /// What the name stands for; its key is counted as used, its absence reported.
  private mutating func resolved(_ tag: TemplateSource.Tag, _ way: Way) -> Found? {
    let path = tag.path
    guard let scope = scopes.last(where: { $0.group[path[0]] != nil }),
      let node = Values.node(at: path[...], in: scope.group)
    else {
      let nearest = way.isOpen ? nearestName(to: tag.name, in: visibleNames) : nil
      report(.missingValue(tag.name, nearest: nearest), at: tag, way)
      return nil
    }
    let key = scope.prefix + tag.name
    if case .value = node { usedKeys.insert(key) }
    return (node, key)
  }

  private func printing(
    _ name: String, _ kind: TemplateError.Kind, isRaw: Bool
  ) -> TemplateError.Problem? {
    switch kind {
    case .flag, .list, .group: .notPrintable(name, kind)
    case .text, .number: isRaw ? .rawText(name, kind) : nil
    case .markup: nil
    }
  }

  /// Notes a problem, unless it is where nothing is printed.
  private mutating func report(
    _ problem: TemplateError.Problem, at tag: TemplateSource.Tag, _ way: Way
  ) {
    guard way.isOpen else { return }
    problems.append(TemplateError(at: tag.place, problem: problem, includedFrom: way.includedFrom))
  }

  /// Every name that could stand here, the innermost section's first; what a section inside hides is left
  /// out.
  private var visibleNames: [String] {
    var hidden: Set<String> = []
    return scopes.reversed().flatMap { scope in
      let visible = scope.group.filter { !hidden.contains($0.key) }
      hidden.formUnion(visible.keys)
      return Values.all(in: visible).map(\.key)
    }
  }
}

extension Values.Node {
  fileprivate var kind: TemplateError.Kind {
    switch self {
    case .group: .group
    case .value(.text): .text
    case .value(.number), .value(.integer): .number
    case .value(.markup): .markup
    case .value(.flag): .flag
    case .value(.list): .list
    }
  }
}
