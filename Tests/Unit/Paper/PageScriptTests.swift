import Foundation
import Paper
import TestSupport
import Testing

@Suite struct PageScriptTests {
  /// A browser runs no other: with a digest that does not fit, the tables could not be sorted.
  @Test func thePageNamesItsScriptByTheDigest() throws {
    func template(_ name: String) throws -> String {
      try Files.readText(Checkout.root.appending(path: "templates/\(name)").path)
    }
    let script = try #require(
      try template("partials/page-script.html").firstMatch(of: #/<script>(?<text>(?s:.*))</script>/#))
    let digits = Array(Fingerprint(of: String(script.text)).description)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    #expect(bytes.count == 32)
    #expect(try template("report.html").contains("script-src 'sha256-\(Data(bytes).base64EncodedString())';"))
  }
}
