import Foundation

/// The right to write into an output folder, which one command has at a time.
///
/// It is the system's lock on a file: it ends with the program, however that ends.
public final class OutputLock: Sendable {
  private let descriptor: Int32

  /// Takes the right, and makes the folder where there is none.
  ///
  /// - Throws: `cannotCreate` where the folder cannot be written, or another command is at work in it.
  public init(_ paths: Paths) throws(Failure) {
    try Files.makeFolder(paths.cache)
    let descriptor = open(paths.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "\(paths.output): cannot be written: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(
        .cannotCreate,
        "\(paths.output): another command is at work there; wait for it, or name another --output")
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
