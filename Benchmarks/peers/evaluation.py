"""The report's evaluation by scikit-learn, without any network but one stand-in: how long it takes, part by part.

    python Benchmarks/peers/evaluation.py tracks.csv

Plain models on one split and under ten splits of each kind that the report has, 2,000 bootstrap resamples of the
report's scores on three sets of rows, and permutation importance (5 shuffles, 9 features, 505 rows) of a hundred networks,
for which one MLPClassifier is measured a hundred times.
"""
import sys
import time

import numpy as np
import pandas
import sklearn
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (accuracy_score, balanced_accuracy_score, brier_score_loss, f1_score, matthews_corrcoef,
                             precision_score, recall_score, roc_auc_score)
from sklearn.model_selection import (GroupShuffleSplit, RepeatedStratifiedKFold, StratifiedGroupKFold, train_test_split)
from sklearn.neural_network import MLPClassifier
from sklearn.tree import DecisionTreeClassifier

DROPPED = ["key", "duration_ms", "mode", "song_title", "artist", "Unnamed: 0", "tempo"]


def models():
    return [DummyClassifier(), DecisionTreeClassifier(max_depth=1), LogisticRegression(max_iter=10000),
            RandomForestClassifier(n_estimators=500, n_jobs=1), HistGradientBoostingClassifier()]


def fit_all(x, y, splits):
    for train, test in splits:
        for model in models():
            model.fit(x[train], y[train]).predict_proba(x[test])


def scores(truth, probability):
    said = probability > 0.5
    for label in (0, 1):
        precision_score(truth, said, pos_label=label, zero_division=0)
        recall_score(truth, said, pos_label=label)
        f1_score(truth, said, pos_label=label)
    f1_score(truth, said, average="macro"), f1_score(truth, said, average="weighted")
    accuracy_score(truth, said), balanced_accuracy_score(truth, said), matthews_corrcoef(truth, said)
    roc_auc_score(truth, probability), brier_score_loss(truth, probability)


def bootstrap(truth, probability, resamples):
    random = np.random.default_rng(0)
    parts = [np.flatnonzero(truth == label) for label in (0, 1)]
    for _ in range(resamples):
        rows = np.concatenate([random.choice(part, len(part)) for part in parts])
        scores(truth[rows], probability[rows])


def timed(name, work, times=1):
    start = time.perf_counter()
    work()
    seconds = (time.perf_counter() - start) * times
    print(f"{name}\t{seconds:.1f} s", flush=True)
    return seconds


def main():
    table = pandas.read_csv(sys.argv[1])
    y, artists = table["target"].to_numpy(), table["artist"].to_numpy()
    x = table.drop(columns=DROPPED + ["target"]).to_numpy(np.float64)
    rows = np.arange(len(x))
    one = train_test_split(rows, random_state=0)
    kinds = [train_test_split(rows, random_state=seed) for seed in range(10)]
    kinds += [train_test_split(rows, random_state=seed, stratify=y) for seed in range(10)]
    kinds += list(GroupShuffleSplit(10, test_size=0.25, random_state=0).split(x, y, artists))
    kinds += [next(StratifiedGroupKFold(4, shuffle=True, random_state=seed).split(x, y, artists)) for seed in range(10)]
    kinds += list(RepeatedStratifiedKFold(n_splits=5, n_repeats=2, random_state=0).split(x, y))
    network = MLPClassifier((10, 10, 25, 10, 10, 10), max_iter=300, random_state=0).fit(x[one[0]], y[one[0]])
    probability = network.predict_proba(x)[:, 1]
    print(f"scikit-learn {sklearn.__version__}, one process")
    total = timed("plain models, one split", lambda: fit_all(x, y, [one]))
    total += timed("plain models, 50 splits", lambda: fit_all(x, y, kinds))
    few = 100
    for name, part in [("all rows", rows), ("training rows", one[0]), ("test rows", one[1])]:
        total += timed(f"intervals, {name} ({few} resamples, times {2000 // few})",
                       lambda part=part: bootstrap(y[part], probability[part], few), times=2000 // few)
    total += timed("importance, 100 networks (10, times 10)", lambda: [
        permutation_importance(network, x[one[1]], y[one[1]], n_repeats=5, random_state=seed,
                               scoring=["accuracy", "roc_auc"]) for seed in range(10)], times=10)
    print(f"in all\t{total:.1f} s")


main()
