extension Ticks {
  /// Numbered ticks of an axis, as many as matplotlib has at most, and fewer where their labels would meet.
  ///
  /// - Parameter alongWords: whether the axis runs along its labels, as a bottom axis does.
  static func fitting<C: Canvas>(
    _ scale: LinearScale, alongWords: Bool, integersOnly: Bool = false, measures: Measures, on canvas: C
  ) throws(C.Failure) -> Ticks {
    var locator = MaxNLocator.automatic(
      length: scale.length, emsPerLabel: alongWords ? 3 : 2, fontSize: measures.font.size,
      integersOnly: integersOnly, minimumTicks: integersOnly ? 1 : 2)
    var ticks = Ticks(locator, over: scale.limits, numbers: measures.numbers)
    while locator.bins > 1, try !ticks.fit(scale, alongWords: alongWords, measures: measures, on: canvas) {
      locator.bins -= 1
      ticks = Ticks(locator, over: scale.limits, numbers: measures.numbers)
    }
    return ticks
  }

  /// Whether no label meets the next.
  private func fit<C: Canvas>(
    _ scale: LinearScale, alongWords: Bool, measures: Measures, on canvas: C
  ) throws(C.Failure) -> Bool {
    var end = -Double.infinity
    for (position, label) in zip(positions, labels) {
      let size = try canvas.measure(label, in: measures.font)
      let room = alongWords ? size.width : size.height
      let place = alongWords ? scale.position(of: position) : -scale.position(of: position)
      if place - room / 2 < end { return false }
      end = place + room / 2 + (alongWords ? measures.clearance : 0)
    }
    return true
  }
}
