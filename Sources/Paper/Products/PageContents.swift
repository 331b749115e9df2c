/// The list of contents of an HTML page, made from its headings so that no section can be missing in it.
enum PageContents {
  /// Where the list goes.
  private static let mark = "<contents></contents>"

  /// The page with a list of links in place of the mark, one for each `<h2 id="…">` after it, in their order.
  ///
  /// A page without the mark stays as it is.
  static func filled(_ page: String) -> String {
    guard let place = page.firstRange(of: mark) else { return page }
    let headings = page[place.upperBound...].matches(of: #/<h2 id="(?<id>[^"]+)"[^>]*>(?<words>.*?)</h2>/#)
    let links = headings.map { "<li><a href=\"#\($0.id)\">\($0.words)</a></li>\n" }
    return page[..<place.lowerBound] + "<ol>\n\(links.joined())</ol>" + page[place.upperBound...]
  }
}
