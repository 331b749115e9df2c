import Foundation

/// The program that runs, which is one of the things that products are made from.
public enum Program {
  /// The fingerprint of the executable: a new build of other code makes products anew.
  public static func fingerprint() throws(Failure) -> Fingerprint {
    guard let path = Bundle.main.executablePath else {
      throw Failure(.inputOutput, "the program cannot find itself on disk")
    }
    return Fingerprint(ofProgram: try Files.read(path))
  }
}
