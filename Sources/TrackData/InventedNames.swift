/// Titles and artists that nobody has, some with characters that CSV, LaTeX, HTML or a font may stumble over.
enum InventedNames {
  /// A title; every seventeenth row has an awkward one, in turn.
  static func title(row: Int, _ generator: inout MT19937) -> String {
    func word(_ words: [String]) -> String { words[Int(generator.double() * Double(words.count))] }
    let (quality, thing, other) = (word(qualities), word(things), word(things))
    if row % 17 == 5 {
      return awkwardTitles[row / 17 % awkwardTitles.count].replacing("*", with: thing)
    }
    switch Int(generator.double() * 8) {
    case 0: return "\(thing)"
    case 1: return "The \(quality) \(thing)"
    case 2: return "\(thing) of the \(other)"
    case 3: return "\(quality) \(thing) - Night Edit"
    case 4: return "No More \(thing)"
    case 5: return "\(thing) (feat. \(word(qualities)) \(other))"
    default: return "\(quality) \(thing)"
    }
  }

  /// The name of artist `number`, a different one for each.
  static func artist(_ number: Int) -> String {
    let (turn, rest) = number.quotientAndRemainder(dividingBy: 61)
    if rest == 7, turn < awkwardArtists.count { return awkwardArtists[turn] }

    // A stride without a common divisor visits every combination once before any comes again.
    let combinations = qualities.count * things.count * 6
    let place = number % combinations * 7919 % combinations
    let quality = qualities[place % qualities.count]
    let thing = things[place / qualities.count % things.count]
    let name =
      switch place / (qualities.count * things.count) {
      case 0: "The \(quality) \(thing)s"
      case 1: "\(quality) \(thing)"
      case 2: "\(thing) & the \(quality)s"
      case 3: "\(quality)\(thing.lowercased())"
      case 4: "DJ \(quality) \(thing)"
      default: "\(quality) \(thing) Quartet"
      }
    return number < combinations ? name : "\(name) \(number / combinations + 1)"
  }

  private static let qualities = [
    "Amber", "Backward", "Borrowed", "Brass", "Careful", "Cobalt", "Crooked", "Distant", "Double", "Early",
    "Electric", "Evening", "Famous", "Feral", "Folded", "Gentle", "Glass", "Half", "Hollow", "Idle", "Inland",
    "Ivory", "Kind", "Late", "Lesser", "Linen", "Magnetic", "Midnight", "Minor", "Narrow", "Northern",
    "Paper",
    "Patient", "Plastic", "Polite", "Quiet", "Rented", "Rural", "Second", "Silver", "Sleepy", "Static",
    "Sudden", "Tender", "Unlit", "Velvet", "Wandering", "Winter",
  ]

  private static let things = [
    "Alarm", "Anchor", "Arcade", "Atlas", "Balcony", "Battery", "Bicycle", "Cabin", "Calendar", "Cellar",
    "Compass", "Corridor", "Delta", "Ember", "Engine", "Envelope", "Escalator", "Ferry", "Fountain", "Garden",
    "Glacier", "Harbor", "Hotel", "Island", "Kitchen", "Ladder", "Lantern", "Letter", "Lighthouse", "Machine",
    "Meadow", "Mirror", "Motor", "Orchard", "Parade", "Pavement", "Piano", "Postcard", "Radio", "River",
    "Season", "Signal", "Station", "Suitcase", "Telephone", "Tunnel", "Umbrella", "Window",
  ]

  /// Titles to be escaped; `*` stands for a thing.
  private static let awkwardTitles = [
    "* & Weather", "100% *", "$*$", "* #4", "under_score_*", "{* in Braces}", "* ~ Almost", "2^* (to the *)",
    "C:\\*\\Demo", "\"*\" They Said", "*, *, and Rain", "Don't Wake the *", "<b>*</b>", "* > Everything",
    "Café *", "Über *, Später", "*’s Lament", "La * está sola", "밤의 *", "비 오는 날", "Тихая *", "Снег над рекой",
    "Νύχτα και *", "CafÃ© * (â€œLiveâ€\u{9d})", "*…", "\\textbf{*}", "-*-", "=*+1", "*/*",
    "\u{65}\u{301}tude *",
    "50 % de *; suite", "`*` | *",
  ]

  private static let awkwardArtists = [
    "Salt & Sons", "Fifty% Brass", "$ara Holm", "The #hashes", "low_ercase", "{Set Builders}", "~tilde~",
    "Caret^Twice", "Back\\Slash", "The \"Air Quotes\"", "Hale, Moor, Pike", "O'Dell's Own", "<Angles>",
    "Ólafur Brún", "Лесная тень", "Αργό Τρένο", "새벽 정류장", "BjÃ¶rk Hollow",
  ]
}
