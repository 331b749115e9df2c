import Foundation

/// A Chromium without a window, asked by its DevTools protocol over two named pipes.
///
/// https://chromedevtools.github.io/devtools-protocol; a message is JSON that ends in a zero byte.
public final class Browser {
  /// The path of the browser; `nil` where none is installed.
  public static let path = Command.path(of: "chromium")

  /// What the browser did not do.
  public struct Trouble: Error, CustomStringConvertible {
    public let description: String
  }

  private let folder: TemporaryFolder
  private let process = Process()
  private let commands: FileHandle
  private let answers: FileHandle
  private var unread = Data()
  private var lastNumber = 0
  private var session: String?

  /// What the page did since the last look: the names and facts of console, log and network events.
  public private(set) var events: [(name: String, facts: [String: Any])] = []

  /// Starts a browser with one empty page.
  public init(_ path: String) throws {
    folder = try TemporaryFolder()
    let place = folder.path
    let pipes = ["commands", "answers"].map { place + "/" + $0 }
    for pipe in pipes {
      guard mkfifo(pipe, 0o600) == 0 else { throw Trouble(description: "\(pipe): no named pipe can be made") }
    }
    // Open for both ways, so that neither side waits for the other to come.
    func open(_ pipe: String) throws -> FileHandle {
      let descriptor = Foundation.open(pipe, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { throw Trouble(description: "\(pipe): cannot be opened") }
      return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
    (commands, answers) = (try open(pipes[0]), try open(pipes[1]))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", #"exec "$0" "$@" 3<"$COMMANDS" 4>"$ANSWERS""#, path, "--headless", "--no-sandbox",
      "--disable-gpu",
      "--no-first-run", "--remote-debugging-pipe", "--user-data-dir=\(folder.path)/profile", "about:blank",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["COMMANDS": pipes[0], "ANSWERS": pipes[1]]) { $1 }
    (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try ask("Target.createTarget", ["url": "about:blank"])
    session =
      try ask("Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])["sessionId"]
      as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try ask("\(domain).enable") }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Asks for something and waits for the answer; what happens meanwhile goes to `events`.
  @discardableResult
  public func ask(_ method: String, _ facts: [String: Any] = [:]) throws -> [String: Any] {
    lastNumber += 1
    var message: [String: Any] = ["id": lastNumber, "method": method, "params": facts]
    if let session { message["sessionId"] = session }
    try commands.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try next()
      if answer["id"] as? Int == lastNumber {
        if let error = answer["error"] { throw Trouble(description: "\(method): \(error)") }
        return answer["result"] as? [String: Any] ?? [:]
      }
      note(answer)
    }
  }

  /// Shows a page and waits until it has loaded.
  public func open(_ url: String) throws {
    events = []
    try ask("Page.navigate", ["url": url])
    while !events.contains(where: { $0.name == "Page.loadEventFired" }) { note(try next()) }
  }

  /// What a JavaScript expression comes to in the page.
  public func value(_ expression: String) throws -> Any? {
    let answer = try ask(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let problem = answer["exceptionDetails"] { throw Trouble(description: "\(expression): \(problem)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  private func note(_ message: [String: Any]) {
    guard let name = message["method"] as? String else { return }
    events.append((name, message["params"] as? [String: Any] ?? [:]))
  }

  /// The next message, for which a page that hangs is given a minute.
  private func next() throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = unread[unread.startIndex..<end]
        unread = Data(unread[unread.index(after: end)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var wanted = pollfd(fd: answers.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 60_000) > 0 else { throw Trouble(description: "the browser does not answer") }
      unread += answers.availableData
    }
  }
}
