import Foundation

/// What a command says: results on stdout, progress and warnings on stderr.
public struct Console: Sendable {
  /// Whether all but results, warnings and errors is left out.
  public let isQuiet: Bool

  public init(isQuiet: Bool = false) {
    self.isQuiet = isQuiet
  }

  /// A result.
  ///
  /// - Throws: `inputOutput` where it cannot be written. A reader that has seen enough, as `head` has, ends the
  ///   program by a signal, as is usual.
  public func result(_ text: String) throws(Failure) { try result(Array(text.utf8)) }

  /// A piece of a result, as bytes.
  public func result(_ bytes: [UInt8]) throws(Failure) {
    guard Self.write(bytes[...], to: STDOUT_FILENO) else {
      throw Failure(.inputOutput, "the result cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// Something that is good to know; not said when quiet.
  public func note(_ line: String) {
    if !isQuiet { Self.write(line + "\n", to: STDERR_FILENO) }
  }

  /// Something that must not be overlooked; said even when quiet.
  public func warning(_ line: String) { Self.write("warning: \(line)\n", to: STDERR_FILENO) }

  /// Whether stderr is a terminal that can redraw a line.
  public static var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// How many columns the terminal behind stderr has; 80 where it does not say.
  static var terminalWidth: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Writes all of a text at once, past C's buffers; `false` where that fails.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    write(Array(text.utf8)[...], to: descriptor)
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Does a command's work and ends the program with the exit status that fits.
  ///
  /// Ctrl-C ends it with 130 at any moment: no file is ever half in its place.
  public static func run(_ body: () throws -> ExitStatus) -> Never {
    Interruption.listen()
    do {
      exit(try body().rawValue)
    } catch let failure as Failure {
      write("error: \(failure.message)\n", to: STDERR_FILENO)
      exit(failure.status.rawValue)
    } catch {
      write("error: \(error)\n", to: STDERR_FILENO)
      exit(ExitStatus.failed.rawValue)
    }
  }
}
