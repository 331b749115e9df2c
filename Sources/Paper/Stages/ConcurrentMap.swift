import Dispatch
import Synchronization

/// The values of a function, in the order of its arguments, computed on all processors at once.
func concurrentMap<Element: Sendable, Value: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Value
) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let value = transform(elements[index])
    values.withLock { $0[index] = value }
  }
  return values.withLock { $0.compactMap(\.self) }
}

/// Does pieces of work, so many at a time, until all are done or one has failed.
///
/// - Throws: of the failures the one of the earliest piece, whatever the number of jobs.
func inParallel<Element: Sendable>(
  _ elements: [Element], jobs: Int, _ work: @Sendable (Element) throws(Failure) -> Void
) throws(Failure) {
  let state = Mutex(WorkState())
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, elements.count))) { _ in
    while true {
      let index: Int? = state.withLock { state in
        guard state.failure == nil, state.next < elements.count else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let index else { return }
      do throws(Failure) {
        try work(elements[index])
      } catch {
        state.withLock { state in
          if index < state.failure?.index ?? .max { state.failure = (index, error) }
        }
      }
    }
  }
  if let failed = state.withLock({ $0.failure }) { throw failed.failure }
}

private struct WorkState {
  var next = 0
  var failure: (index: Int, failure: Failure)?
}
