/// Walks a template as the engine will, and finds every name that the values do not answer.
///
/// A name is looked up from the innermost section outwards; the first part that is found decides, as
/// the Mustache specification has it. Where a section stays closed its names may be missing (that is what a
/// flag is for), but those that are there count as used.
struct TemplateCheck {
  private struct Scope {
    var group: [String: Values.Node]
    /// What comes before the group's keys; `nil` inside a list, where there are no keys.
    var prefix: String?
  }

  private let sources: [String: TemplateSource]
  private var scopes: [Scope]
  private(set) var usedKeys: Set<String> = []
  private(set) var problems: [TemplateError] = []

  init(_ source: TemplateSource, with values: Values, among sources: [String: TemplateSource]) {
    self.sources = sources
    scopes = [Scope(group: values.root, prefix: "")]
    walk(source.nodes, includedFrom: [], isOpen: true)
  }

  private mutating func walk(
    _ nodes: [TemplateSource.Node], includedFrom trail: [TemplateError.Place], isOpen: Bool
  ) {
    for node in nodes {
      switch node {
      case .value(let tag, let isRaw):
        guard let found = resolved(tag, trail, isOpen) else { continue }
        if isOpen, let problem = printing(tag.name, found, isRaw: isRaw) { report(problem, at: tag, trail) }
      case .section(let tag, let isInverted, let inner):
        let found = resolved(tag, trail, isOpen)
        walkSection(tag, found, inner, isInverted, trail, isOpen)
      case .partial(let tag, let path):
        walk(sources[path]?.nodes ?? [], includedFrom: [tag.place] + trail, isOpen: isOpen)
      }
    }
  }

  private mutating func walkSection(
    _ tag: TemplateSource.Tag, _ found: (node: Values.Node, key: String?)?, _ inner: [TemplateSource.Node],
    _ isInverted: Bool, _ trail: [TemplateError.Place], _ isOpen: Bool
  ) {
    switch found?.node {
    case .value(.flag(let flag)):
      walk(inner, includedFrom: trail, isOpen: isOpen && flag != isInverted)
    case .value(.list(let items)) where isInverted || items.isEmpty:
      walk(inner, includedFrom: trail, isOpen: isOpen && isInverted && items.isEmpty)
    case .value(.list(let items)):
      let before = problems.count
      for item in items where problems.count == before {
        walk(inner, in: Scope(group: item.root, prefix: nil), trail, isOpen)
      }
    case .group(let group) where !isInverted:
      walk(inner, in: Scope(group: group, prefix: found?.key.map { $0 + "." }), trail, isOpen)
    case let other?:
      if isOpen { report(.notASection(tag.name, other.kind), at: tag, trail) }
    case nil:
      walk(inner, includedFrom: trail, isOpen: false)
    }
  }

  private mutating func walk(
    _ nodes: [TemplateSource.Node], in scope: Scope, _ trail: [TemplateError.Place], _ isOpen: Bool
  ) {
    scopes.append(scope)
    walk(nodes, includedFrom: trail, isOpen: isOpen)
    scopes.removeLast()
  }

  /// What the name stands for; its key is counted as used, its absence reported.
  private mutating func resolved(
    _ tag: TemplateSource.Tag, _ trail: [TemplateError.Place], _ isOpen: Bool
  ) -> (node: Values.Node, key: String?)? {
    let path = tag.path
    if let scope = scopes.last(where: { $0.group[path[0]] != nil }),
      let node = Values.node(at: path[...], in: scope.group)
    {
      let key = scope.prefix.map { $0 + tag.name }
      if case .value = node, let key { usedKeys.insert(key) }
      return (node, key)
    }
    if isOpen {
      report(.missingValue(tag.name, nearest: nearestName(to: tag.name, among: visibleNames)), at: tag, trail)
    }
    return nil
  }

  private func printing(
    _ name: String, _ found: (node: Values.Node, key: String?), isRaw: Bool
  ) -> TemplateError.Problem? {
    switch found.node.kind {
    case .flag, .list, .group: .notPrintable(name, found.node.kind)
    case .text, .number: isRaw ? .rawText(name, found.node.kind) : nil
    case .markup: nil
    }
  }

  private mutating func report(
    _ problem: TemplateError.Problem, at tag: TemplateSource.Tag, _ trail: [TemplateError.Place]
  ) {
    problems.append(TemplateError(at: tag.place, problem: problem, includedFrom: trail))
  }

  /// Every name that could stand here, the innermost section's first.
  private var visibleNames: [String] {
    scopes.reversed().flatMap { scope in Values.all(in: scope.group).map(\.key) }
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
