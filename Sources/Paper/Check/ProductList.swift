/// Which products a report has, their files, and whether they are as they should be.
public struct ProductList: Sendable {
  public enum Kind: String, Encodable, Sendable {
    case figure
    case table
    case text
  }

  public struct Product: Encodable, Equatable, Sendable {
    public let name: String
    public let kind: Kind
    /// Below the output folder.
    public internal(set) var files: [String]
    /// Why it has to be made anew; empty when it is up to date.
    public internal(set) var reasons: [String]
  }

  /// Figures, then tables, then texts, each in the report's order.
  public private(set) var products: [Product] = []

  /// - Parameter outcomes: of a stage that only looked; a figure's formats are products of their own there.
  public init(_ outcomes: [PresentationStage.Outcome]) {
    for outcome in outcomes {
      let product = Product(outcome)
      if let last = products.last, last.kind == .figure, last.kind == product.kind, last.name == product.name
      {
        products[products.count - 1].files += product.files
        products[products.count - 1].reasons += product.reasons.filter { !last.reasons.contains($0) }
      } else {
        products.append(product)
      }
    }
  }

  /// For a terminal.
  public var text: String {
    var table = TextTable([
      .init(header: "product"), .init(header: "kind"), .init(header: "files", maximum: .max),
      .init(header: "state", maximum: .max),
    ])
    table.rows = products.map { product in
      let state = product.reasons.isEmpty ? "up to date" : "stale: \(product.reasons.sentence)"
      return [product.name, product.kind.rawValue, product.filesTogether, state]
    }
    return table.text
  }

  public func json() throws(Failure) -> String { try JSON.encode(products) }
}

extension ProductList.Product {
  fileprivate init(_ outcome: PresentationStage.Outcome) {
    let parts = outcome.name.split(separator: "/").map(String.init)
    switch (parts.first, parts.last?.split(separator: ".").first) {
    case ("figures"?, let stem?):
      self.init(name: String(stem), kind: .figure, files: outcome.files, reasons: outcome.reasons)
    case ("tables"?, let stem?):
      self.init(name: String(stem), kind: .table, files: outcome.files, reasons: outcome.reasons)
    default: self.init(name: outcome.name, kind: .text, files: outcome.files, reasons: outcome.reasons)
    }
  }

  /// Files that differ only in how they end, as a shell writes them.
  fileprivate var filesTogether: String {
    guard files.count > 1, let first = files.first, let slash = first.lastIndex(of: "/"),
      let dot = first[slash...].firstIndex(of: ".")
    else { return files.joined(separator: " ") }
    let stem = first[...dot]
    guard files.allSatisfy({ $0.hasPrefix(stem) }) else { return files.joined(separator: " ") }
    return "\(stem){\(files.map { String($0.dropFirst(stem.count)) }.joined(separator: ","))}"
  }
}
