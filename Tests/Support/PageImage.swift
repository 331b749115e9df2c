import Foundation

/// A page of a PDF as a reader sees it: greys from 0, black, to 255, row by row from the top.
public struct PageImage: Sendable, Equatable {
  public let width: Int
  public let height: Int
  public let greys: [UInt8]

  /// The pages of a PDF, by poppler at so many pixels an inch.
  public static func pages(of pdf: String, in folder: URL, resolution: Int = 150) throws -> [PageImage] {
    guard let poppler = Command.path(of: "pdftoppm") else { throw Failure(what: "pdftoppm is not installed") }
    let outcome = try Command.run(
      tool: poppler, ["-gray", "-r", "\(resolution)", pdf, "page-of-" + pdf], in: folder)
    guard outcome.status == 0 else { throw Failure(what: "\(outcome)") }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasPrefix("page-of-" + pdf) }
      .map { try PageImage(pgm: Data(contentsOf: folder.appending(path: $0))) }
  }

  /// How much ink there is, in black pixels.
  public var ink: Double { greys.reduce(0) { $0 + Double(255 - $1) } / 255 }

  /// Whether nothing is printed below this share of the page's height.
  public func isBlank(below share: Double) -> Bool {
    greys[(Int(Double(height) * share) * width)...].allSatisfy { $0 == 255 }
  }

  /// How much ink lies on one page and not on the other, in black pixels.
  public func difference(to other: PageImage) -> Double {
    guard width == other.width, height == other.height else { return .infinity }
    return zip(greys, other.greys).reduce(0) { $0 + abs(Double($1.0) - Double($1.1)) } / 255
  }

  /// The format of `pdftoppm -gray`: `P5 width height 255`, a line break, a byte a pixel.
  private init(pgm: Data) throws {
    let bytes = Array(pgm)
    var fields: [String] = []
    var index = 0
    while fields.count < 4, index < bytes.count {
      let end = bytes[index...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? bytes.count
      fields.append(String(decoding: bytes[index..<end], as: UTF8.self))
      index = end + 1
    }
    guard fields.count == 4, fields[0] == "P5", fields[3] == "255", let width = Int(fields[1]),
      let height = Int(fields[2]), bytes.count == index + width * height
    else { throw Failure(what: "expected a PGM file, received \(fields)") }
    (self.width, self.height, greys) = (width, height, Array(bytes[index...]))
  }

  /// No pages could be had.
  public struct Failure: Error { public let what: String }
}
