import Foundation

/// The program that runs, which is one of the things that products are made from.
public enum Program {
  /// The fingerprint of the executable: a new build of other code makes products anew.
  ///
  /// It is the linker's own digest where the executable has one; to hash twenty megabytes at every start would take
  /// as long as drawing a few figures.
  public static func fingerprint() throws(Failure) -> Fingerprint {
    guard let path = Bundle.main.executablePath else {
      throw Failure(.inputOutput, "the program cannot find itself on disk")
    }
    if let digest = ELFFile(path)?.buildID { return Fingerprint(digest: digest) }
    return Fingerprint(ofProgram: try Files.read(path))
  }
}
