/// How figures are dressed: the same marks in two looks.
public enum Look: String, Sendable, Hashable, CaseIterable {
  /// What matplotlib 3 drew for the paper: DejaVu Sans, framed axes, pure blue, orange and red.
  case original
  /// What a journal prints as it is: Latin Modern, thin open axes, and series that colour, dash and marker
  /// each tell apart, so that neither a grey print nor any kind of colour vision loses one.
  case journal
}
