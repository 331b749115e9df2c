/// An experiment of two quick runs, for tests of everything around the network.
public enum SmallExperiment {
  /// The text of an experiment file; `csv` is as seen from where the file lies.
  public static func yaml(csv: String? = "tracks.csv", title: String = "A small test", epochs: Int = 6)
    -> String
  {
    """
    name: small
    title: \(title)
    data:
      csv: \(csv ?? "null")
      target: target
      classes: [Disliked, Liked]
      drop: [key, duration_ms, mode, song_title, artist, "Unnamed: 0", tempo]
      row: [track, tracks]
    split: {test: 0.25, seed: 0}
    scaling: standard
    model:
      - {dense: {units: 4, activation: relu}}
      - {dropout: 0.1}
      - {dense: {units: 1, activation: sigmoid}}
    training:
      batch_size: 10
      epochs: \(epochs)
      validation_split: 0.2
      early_stopping: {monitor: val_binary_accuracy, mode: max, patience: 50, restore_best_weights: true}
    runs:
      - {name: small, title: A few epochs}
      - {name: longer, title: A few more, continues: small, epochs: 4}
    """
  }

  /// The studies of an experiment of a few quick fits: a variant, a split and what the audit finds.
  public static let studies = """

    studies:
      seeds: 0-3
      variants:
        - {name: wider, title: Eight units, model: [{dense: {units: 8, activation: relu}}, {dense: {units: 1, activation: sigmoid}}]}
        - {name: unscaled, title: Not scaled, scaling: none, seeds: 1-2}
      splits:
        - {name: stratified, title: In proportion, split: {stratify: true}}
        - {name: folded, title: Three folds twice, split: {folds: 3, repeats: 2}}
      audit: true

    """
}
