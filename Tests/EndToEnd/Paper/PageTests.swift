import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// `report.html` as a browser shows it, of a small experiment with seeds whose every name is hostile.
@Suite(.serialized, .enabled(if: Browser.path != nil, "chromium is not installed"))
struct PageTests {
  private let folder: TemporaryFolder
  private let browser: Browser

  private static let hostile =
    #"<script>window.hurt=1</script><img src=x onerror='window.hurt=2'>\" & `${hurt}` {{title}}"#

  /// Made once for all tests, which only look at it.
  private static let report = Result { try makeReport() }

  private static func makeReport() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    let yaml = SmallExperiment.yaml(title: "\"\(hostile)\"").replacing(
      "title: A few epochs", with: "title: \"\(hostile)\""
    ).replacing(
      "[Disliked, Liked]",
      with: "['<i onclick=\"hurt()\">No</i>', '</td></table><script>hurt=3</script>']")
    try folder.write(yaml, to: "experiments/small.yaml")
    try folder.write(Sample.csv(rows: 60), to: "experiments/<b>tracks.csv")
    for (command, arguments) in [
      ("train", ["--experiment", "small", "--data", "experiments/<b>tracks.csv", "--seeds", "0-11"]),
      ("render", []),
    ] {
      let outcome = try Command.run(command, ["--quiet"] + arguments, in: folder.url)
      try #require(outcome.status == 0, "\(outcome)")
    }
    return folder
  }

  init() throws {
    folder = try Self.report.get()
    browser = try Browser(try #require(Browser.path))
  }

  private func open(width: Int, dark: Bool = false) throws {
    try browser.ask(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500])
    try browser.ask(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
    try browser.open(URL(fileURLWithPath: folder.path + "/output/report.html").absoluteString)
  }

  /// What the page complained of: exceptions, errors on the console, and what its policy refused.
  private var complaints: [String] {
    browser.events.filter {
      ["Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"].contains($0.name)
    }
    .map { "\($0.name): \($0.facts)" }
  }

  private var requests: [String] {
    browser.events.filter { $0.name == "Network.requestWillBeSent" }.compactMap {
      ($0.facts["request"] as? [String: Any])?["url"] as? String
    }
  }

  @Test(arguments: [360, 768, 1280], [false, true])
  func nothingIsWiderThanThePageAndNothingIsAskedOfAnybody(width: Int, dark: Bool) throws {
    try open(width: width, dark: dark)
    #expect(
      try browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth") as? Int
        == 0)
    let wide = """
      [...document.querySelectorAll('main > *, header > *, nav, footer')]
        .filter(e => e.getBoundingClientRect().right > innerWidth || e.getBoundingClientRect().left < 0)
        .map(e => e.outerHTML.slice(0, 80))
      """
    #expect(try browser.value(wide) as? [String] == [])
    #expect(complaints.isEmpty, "\(complaints)")
    let outside = requests.filter { !$0.hasPrefix("data:") && !$0.hasSuffix("/output/report.html") }
    #expect(outside.isEmpty && !requests.isEmpty, "\(outside)")
  }

  @Test func hostileNamesAreShownAndDoNothing() throws {
    try open(width: 1280)
    #expect(try browser.value("typeof window.hurt") as? String == "undefined")
    #expect(try browser.value("document.scripts.length") as? Int == 1)
    #expect(try browser.value("document.images.length") as? Int == 0)
    let title = try browser.value("document.querySelector('h1').textContent") as? String
    #expect(title == Self.hostile.replacing("\\\"", with: "\"") + ": results")
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test func theContentsLeadToEverySection() throws {
    try open(width: 768)
    let links = "[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))"
    let sections = "[...document.querySelectorAll('main h2')].map(h => h.id)"
    let linked = try browser.value(links) as? [String]
    #expect(linked == (try browser.value(sections) as? [String]))
    #expect(linked?.contains("provenance") == true)
  }

  @Test func everyFigureSaysWhatItShows() throws {
    try open(width: 768)
    let silent = """
      [...document.querySelectorAll('svg')].filter(s => s.getAttribute('role') !== 'img'
        || !s.querySelector(':scope > title')?.textContent || !s.querySelector(':scope > desc')?.textContent).length
      """
    #expect(try browser.value(silent) as? Int == 0)
    #expect(try browser.value("document.querySelectorAll('figure svg').length") as? Int ?? 0 >= 9)
  }

  private func column(_ number: Int) throws -> [String] {
    try browser.value(
      "[...document.querySelectorAll('.sortable')[0].querySelectorAll('tbody tr')].map("
        + "r => r.cells[\(number)].textContent)")
      as? [String] ?? []
  }

  @Test func theSeedsAreSortedByTheKeyboard() throws {
    try open(width: 768)
    let seeds = try column(0)
    #expect(seeds == (0...11).map(String.init))
    let test = try column(3).compactMap(Double.init)
    #expect(test.count == 12)
    func press(_ column: Int) throws -> String? {
      try browser.value("document.querySelectorAll('.sortable th button')[\(column)].focus()")
      for type in ["rawKeyDown", "char", "keyUp"] {
        try browser.ask(
          "Input.dispatchKeyEvent",
          ["type": type, "key": "Enter", "code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13])
      }
      return try browser.value(
        "document.querySelectorAll('.sortable thead th')[\(column)].getAttribute('aria-sort')")
        as? String
    }
    #expect(try press(3) == "ascending")
    #expect(try column(3).compactMap(Double.init) == test.sorted())
    #expect(try press(3) == "descending")
    #expect(try column(3).compactMap(Double.init) == test.sorted(by: >))
    // Of equals, those that came first stay first.
    #expect(try press(0) == "ascending")
    #expect(try column(0) == seeds)
    #expect(
      try browser.value("document.querySelector('.sortable').querySelectorAll('[aria-sort]').length") as? Int
        == 1)
  }

  @Test func withoutScriptsTheTableIsThere() throws {
    try browser.ask("Emulation.setScriptExecutionDisabled", ["value": true])
    try open(width: 768)
    let page = try browser.ask("DOM.getDocument")["root"] as? [String: Any]
    let html =
      try browser.ask("DOM.getOuterHTML", ["nodeId": page?["nodeId"] ?? 0])["outerHTML"] as? String ?? ""
    #expect(html.contains("<th scope=\"col\" aria-sort=\"ascending\">seed</th>"))
    #expect(html.matches(of: #/<th scope="row">\d+</th>/#).count == 2 * 12)  // of both runs
  }

  @Test func onPaperNothingScrollsAndNothingIsDark() throws {
    try open(width: 768, dark: true)
    try browser.ask(
      "Emulation.setEmulatedMedia",
      ["media": "print", "features": [["name": "prefers-color-scheme", "value": "dark"]]])
    #expect(
      try browser.value(
        "[...document.querySelectorAll('.scroll')].every(e => getComputedStyle(e).overflow === 'visible')")
        as? Bool
        == true)
    #expect(
      try browser.value("getComputedStyle(document.body).backgroundColor") as? String == "rgb(255, 255, 255)")
  }
}
