import Foundation

/// Reading and writing whole files, with failures that say which file and why.
public enum Files {
  /// The bytes of a file, or of a pipe.
  ///
  /// - Throws: `noInput` where there is no such file or it may not be read, `inputOutput` where reading it fails.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(
        .noInput, errno == ENOENT ? "\(path): no such file" : "\(path): cannot be opened: \(reason())")
    }
    defer { close(descriptor) }
    guard !isFolder(path) else { throw Failure(.noInput, "\(path): expected a file, found a folder") }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = part.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(.inputOutput, "\(path): cannot be read: \(reason())") }
      guard count > 0 else { return bytes }
      bytes += part[..<count]
    }
  }

  /// The text of a file.
  ///
  /// - Throws: as `read`, and `badData` where the bytes are not UTF-8.
  public static func readText(_ path: String) throws(Failure) -> String {
    guard let text = String(validating: try read(path), as: UTF8.self) else {
      throw Failure(.badData, "\(path): expected UTF-8 text; save the file as UTF-8")
    }
    return text
  }

  /// Puts a whole file in its place: it is written beside it and renamed over it, so that a killed program
  /// leaves the old file or the new one, never half of it.
  ///
  /// - Parameter isLasting: whether to wait until it is on the disk, so that it outlives a power cut too. That takes
  ///   longer than drawing a figure does; what is quickly made again from its inputs need not.
  /// - Throws: `cannotCreate` where the folder or the file cannot be made, `inputOutput` where the disk
  ///   does not take all of it.
  public static func replace(_ path: String, with bytes: [UInt8], isLasting: Bool = true) throws(Failure) {
    let folder = Paths.folder(of: path)
    try makeFolder(folder)
    let beside = folder + "/." + Paths.name(of: path) + ".partial"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "\(path): cannot be created: \(reason())")
    }
    let isWritten = writeAll(bytes, to: descriptor) && (!isLasting || fsync(descriptor) == 0)
    let trouble = reason()
    guard close(descriptor) == 0, isWritten else {
      unlink(beside)
      throw Failure(.inputOutput, "\(path): cannot be written: \(trouble)")
    }
    guard rename(beside, path) == 0 else {
      let trouble = reason()
      unlink(beside)
      throw Failure(.cannotCreate, "\(path): cannot be put in place: \(trouble)")
    }
  }

  /// The same for text, as UTF-8.
  public static func replace(_ path: String, with text: String) throws(Failure) {
    try replace(path, with: Array(text.utf8))
  }

  /// Makes a folder and those above it; one that is there is no failure.
  ///
  /// - Throws: `cannotCreate`, with the system's reason, where it can't be made.
  public static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o777) == 0 { return }
    if errno == ENOENT, Paths.folder(of: path) != path {
      try makeFolder(Paths.folder(of: path))
      if mkdir(path, 0o777) == 0 { return }
    }
    // Another command may have made it in the meantime.
    let trouble = errno == EEXIST ? "something else has that name" : reason()
    guard isFolder(path) else {
      throw Failure(.cannotCreate, "\(path): the folder cannot be created: \(trouble)")
    }
  }

  /// Removes a file, and its folder where that was the last in it; a file that is gone already is no failure.
  public static func remove(_ path: String) {
    unlink(path)
    rmdir(Paths.folder(of: path))
  }

  /// The names in a folder, sorted by their bytes; empty where there is no such folder.
  ///
  /// - Throws: `noInput`, with the system's reason, where there is one that can't be read.
  public static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw Failure(.noInput, "\(folder): the folder cannot be read: \(reason())")
    }
    closedir(stream)
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw Failure(.noInput, "\(folder): the folder cannot be read: \(error.localizedDescription)")
    }
  }

  /// Renames a file by appending a suffix that no file beside it has: `.orig`, else `.orig.2`, `.orig.3` and so on.
  ///
  /// - Returns: the new path.
  /// - Throws: `cannotCreate`, with the system's reason, where it can't be renamed; it then stays where it is.
  static func keep(_ path: String, as suffix: String) throws(Failure) -> String {
    var (kept, number) = (path + suffix, 1)
    while exists(kept) {
      number += 1
      kept = "\(path)\(suffix).\(number)"
    }
    guard rename(path, kept) == 0 else {
      throw Failure(
        .cannotCreate, "\(path): was changed by hand and cannot be kept as \(kept): \(reason())")
    }
    return kept
  }

  public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  public static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
