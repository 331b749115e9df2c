import Foundation
import Synchronization

/// Ctrl-C and the polite kill: they end the program at once, except where work has to be put away first.
///
/// A signal handler can reach nothing but what lies at a fixed place, hence the state of its own.
enum Interruption {
  private static let isDeferred = Atomic(false)
  private static let received = Atomic<Int32>(0)

  /// The signal that came while it was deferred; `nil` while none has come.
  static var signal: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Does work that looks at `signal` now and then and ends by itself when there is one; a second signal does
  /// not wait for that.
  static func deferred<Value>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
    isDeferred.store(true, ordering: .relaxed)
    defer { isDeferred.store(false, ordering: .relaxed) }
    return try work()
  }

  /// Lets the two signals end the program with 128 and their number.
  static func listen() {
    for signal in [SIGINT, SIGTERM] {
      Foundation.signal(signal) { signal in
        let isSecond = Interruption.received.exchange(signal, ordering: .relaxed) != 0
        if Interruption.isDeferred.load(ordering: .relaxed) && !isSecond { return }
        // Only calls that are safe in a signal handler.
        let words: StaticString = "\nerror: interrupted; what was finished is kept\n"
        _ = Foundation.write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
        _exit(128 + signal)
      }
    }
    // A parent may have left them blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }
}
