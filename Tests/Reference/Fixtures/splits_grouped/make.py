"""What scikit-learn's splitters answer, for rows that are invented here.

Writes folds.json, holdouts.json, columns.json and refused.json beside this file.
Made with Python 3.11, scikit-learn 1.9.1, NumPy 2.4.6, pandas 3.1.1:

    python make.py
"""

import io
import json
import pathlib
import warnings

import numpy as np
import pandas as pd
import sklearn
from sklearn import model_selection as ms

HERE = pathlib.Path(__file__).parent
assert (sklearn.__version__, np.__version__, pd.__version__) == ("1.9.1", "2.4.6", "3.1.1")
warnings.simplefilter("ignore")


def write(name, cases):
    lines = ",\n".join(" " + json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases)
    (HERE / name).write_text("[\n" + lines + "\n]\n", encoding="utf-8")


def listed(values):
    return None if values is None else np.asarray(values).tolist()


def fold_of_each_row(splits, rows, count):
    """Per repeat the fold in which each row tests; asserts that the parts are rising and complete."""
    repeats = []
    for start in range(0, len(splits), count):
        fold = np.full(rows, -1)
        for index, (train, test) in enumerate(splits[start : start + count]):
            train, test = np.asarray(train, int), np.asarray(test, int)
            assert (np.diff(test) > 0).all() and (np.diff(train) > 0).all()
            assert sorted([*train, *test]) == list(range(rows))
            fold[test] = index
        repeats.append(fold.tolist())
    return repeats


# ---------------------------------------------------------------- rows

rng = np.random.RandomState(20)


def classes_of(rows, count, kind):
    if kind == "even":
        return np.arange(rows) % count
    if kind == "sorted":
        return np.sort(np.arange(rows) % count)[::-1].copy()
    if kind == "rare":  # each class about half as frequent as the one before
        weights = 0.5 ** np.arange(count)
        return rng.choice(count, rows, p=weights / weights.sum()) * 3 - 4
    return rng.randint(count, size=rows)


def groups_of(rows, count, kind):
    if kind == "equal":  # runs of one size: all ties
        return np.arange(rows) * count // rows
    if kind == "uneven":  # a few groups have most of the rows
        return (count * rng.random_sample(rows) ** 3).astype(int)
    if kind == "single":
        return rng.permutation(rows)
    return rng.randint(count, size=rows) * 7 - 50


# ---------------------------------------------------------------- folds

folds = []


def add(name, count, shuffle, seed, rows, classes=None, groups=None, repeats=None):
    kinds = {
        "KFold": ms.KFold, "StratifiedKFold": ms.StratifiedKFold, "GroupKFold": ms.GroupKFold,
        "StratifiedGroupKFold": ms.StratifiedGroupKFold,
    }
    if repeats is None:
        splitter = kinds[name](count, shuffle=shuffle, random_state=seed if shuffle else None)
    elif name == "KFold":
        splitter = ms.RepeatedKFold(n_splits=count, n_repeats=repeats, random_state=seed)
    elif name == "StratifiedKFold":
        splitter = ms.RepeatedStratifiedKFold(n_splits=count, n_repeats=repeats, random_state=seed)
    else:  # scikit-learn has no name for these, but the class that the two above are made of takes them
        splitter = ms._split._RepeatedSplits(kinds[name], n_repeats=repeats, random_state=seed, n_splits=count)
    try:
        splits = list(splitter.split(np.zeros(rows), classes, groups))
    except ValueError:
        return
    folds.append({
        "splitter": name, "count": count, "shuffle": shuffle, "seed": seed, "repeats": repeats, "rows": rows,
        "classes": listed(classes), "groups": listed(groups), "folds": fold_of_each_row(splits, rows, count),
    })


for rows, count in [(2, 2), (10, 3), (11, 11), (97, 5), (100, 10)]:
    for shuffle, seed in [(False, 0), (True, 0), (True, 2**32 - 1)]:
        add("KFold", count, shuffle, seed, rows)
add("KFold", 4, True, 7, 30, repeats=3)
add("KFold", 5, True, 0, 53, repeats=10)

for class_count in [1, 2, 3, 5, 8, 12]:
    for kind in ["even", "sorted", "rare", "random"]:
        rows = int(rng.randint(40, 120))
        classes = classes_of(rows, class_count, kind)
        for count, shuffle in [(2, False), (5, False), (5, True), (10, True)]:
            add("StratifiedKFold", count, shuffle, int(rng.randint(1000)), rows, classes)
add("StratifiedKFold", 4, True, 3, 60, classes_of(60, 3, "rare"), repeats=3)
add("StratifiedKFold", 5, True, 0, 45, classes_of(45, 2, "sorted"), repeats=10)

for kind in ["equal", "uneven", "random", "single"]:
    for group_count in [5, 12, 40]:
        rows = int(rng.randint(50, 120))
        groups = groups_of(rows, group_count, kind)
        for count, shuffle in [(2, False), (5, False), (5, True), (9, True)]:
            add("GroupKFold", count, shuffle, int(rng.randint(1000)), rows, groups=groups)
add("GroupKFold", 3, True, 5, 40, groups=groups_of(40, 11, "random"), repeats=3)

for class_count in [1, 2, 3, 4, 7, 8, 9, 12]:
    for kind in ["equal", "uneven", "random", "single"]:
        for class_kind in ["even", "sorted", "rare", "random"]:
            rows = int(rng.randint(60, 130))
            classes = classes_of(rows, class_count, class_kind)
            groups = groups_of(rows, int(rng.randint(12, 50)), kind)
            for count, shuffle in [(3, False), (5, True), (11, True)]:
                add("StratifiedGroupKFold", count, shuffle, int(rng.randint(1000)), rows, classes, groups)
# Sums of more than 128 terms are NumPy's by halves: over classes, and over folds of a single class.
add("StratifiedGroupKFold", 3, True, 1, 420, classes_of(420, 130, "even"), groups_of(420, 60, "random"))
add("StratifiedGroupKFold", 140, True, 1, 300, classes_of(300, 1, "even"), groups_of(300, 9999, "random"))
add("StratifiedGroupKFold", 20, True, 2, 300, classes_of(300, 2, "random"), groups_of(300, 90, "uneven"))
add("StratifiedGroupKFold", 4, True, 5, 80, classes_of(80, 2, "random"), groups_of(80, 30, "random"), repeats=3)
write("folds.json", folds)

# ---------------------------------------------------------------- hold-outs

holdouts = []
for rows, group_count, kind in [(20, 4, "random"), (90, 30, "uneven"), (75, 75, "single"), (60, 9, "equal")]:
    groups = groups_of(rows, group_count, kind)
    for test_size, train_size in [
        (None, None), (0.25, None), (0.5, None), (0.9, None), (2, None), (None, 0.5), (None, 3), (0.3, 0.4), (1, 2),
    ]:
        seed = int(rng.randint(1000))
        splitter = ms.GroupShuffleSplit(3, test_size=test_size, train_size=train_size, random_state=seed)
        try:
            splits = [(a.tolist(), b.tolist()) for a, b in splitter.split(np.zeros(rows), groups=groups)]
        except ValueError:
            continue
        holdouts.append({
            "seed": seed, "test_size": test_size, "train_size": train_size, "stratified": False,
            "classes": None, "groups": groups.tolist(), "splits": splits,
        })
# Stratified and grouped: of StratifiedGroupKFold's folds, as many as go into 1, the first that is nearest in size.
for test_size in [0.5, 0.4, 1 / 3, 0.3, 0.25, 0.2, 0.1, 0.07]:
    for kind in ["uneven", "random"]:
        rows, seed = int(rng.randint(80, 130)), int(rng.randint(1000))
        classes, groups = classes_of(rows, 2, "random"), groups_of(rows, 50, kind)
        splitter = ms.StratifiedGroupKFold(int(np.floor(1 / test_size + 0.5)), shuffle=True, random_state=seed)
        try:
            splits = list(splitter.split(np.zeros(rows), classes, groups))
        except ValueError:
            continue
        train, test = min(splits, key=lambda split: abs(len(split[1]) / rows - test_size))
        holdouts.append({
            "seed": seed, "test_size": test_size, "train_size": None, "stratified": True,
            "classes": classes.tolist(), "groups": groups.tolist(), "splits": [[listed(train), listed(test)]],
        })
write("holdouts.json", holdouts)

# ---------------------------------------------------------------- columns of text

names = [
    "Björk", "Bjo\u0308rk", "bjork", "Bjork", "BJORK", "Ólafur", "O\u0301lafur", "AC/DC", "ac/dc", "N.W.A", "!!!", "$ign",
    "방탄소년단", "嵐", "Zoë", "ZZ", "🎻 quartet", "\ufeffmark", "ｗｉｄｅ", "10", "9", "2 men", "a,b", 'the "x"', " lead", "trail ",
]
columns = []
for name, values in [
    ("names", [names[i] for i in rng.randint(len(names), size=90)]),
    ("whole numbers", [str(i) for i in rng.randint(-120, 1200, size=60)]),
    ("large whole numbers", [str(2**53 + int(i)) for i in rng.randint(0, 9, size=60)]),
    ("numbers", [repr(float(i)) for i in rng.randint(-9, 25, size=60) / 4]),
    ("numbers in two ways", [["7", "7.0", "1e1", "10", "-0", "0", "3.5"][i] for i in rng.randint(7, size=60)]),
    ("numbers but for one", [*[str(i) for i in rng.randint(0, 120, size=59)], "x"]),
]:
    text = pd.DataFrame({"group": values, "row": range(len(values))}).to_csv(index=False)
    groups = pd.read_csv(io.StringIO(text), float_precision="round_trip")["group"].to_numpy()
    splitter = ms.GroupKFold(4, shuffle=True, random_state=3)
    columns.append({
        "name": name, "csv": text, "numbers": np.unique(groups, return_inverse=True)[1].tolist(),
        "folds": fold_of_each_row(list(splitter.split(np.zeros(len(groups)), groups=groups)), len(groups), 4)[0],
    })
write("columns.json", columns)

# ---------------------------------------------------------------- what is refused

refused = []


def refuse(ours, make, rows, classes=None, groups=None, **case):
    try:
        list(make().split(np.zeros(rows), classes, groups))
    except ValueError as error:
        refused.append({
            **case, "rows": rows, "classes": listed(classes), "groups": listed(groups),
            "theirs": str(error), "ours": ours,
        })
    else:
        raise AssertionError(case)


refuse("expected at least 2 folds, received 1; ask for more",
       lambda: ms.KFold(1), 10, splitter="KFold", count=1)
refuse("expected a row for each of 5 folds, received 4 rows; ask for fewer folds",
       lambda: ms.KFold(5), 4, splitter="KFold", count=5)
refuse("expected a row for each of 2 folds, received 1 row; ask for fewer folds",
       lambda: ms.StratifiedKFold(2), 1, [0], splitter="StratifiedKFold", count=2)
refuse("expected a class with a row for each of 4 folds, received at most 3 rows of a class; "
       "ask for fewer folds or do not stratify",
       lambda: ms.StratifiedKFold(4), 5, [0, 0, 0, 1, 1], splitter="StratifiedKFold", count=4)
refuse("expected a group for each of 3 folds, received 2 groups; ask for fewer folds or group by another column",
       lambda: ms.GroupKFold(3), 5, None, [1, 1, 2, 2, 2], splitter="GroupKFold", count=3)
refuse("expected a group for each of 2 folds, received 1 group; ask for fewer folds or group by another column",
       lambda: ms.StratifiedGroupKFold(2), 4, [0, 1, 0, 1], [1, 1, 1, 1], splitter="StratifiedGroupKFold", count=2)
refuse("expected a class with a row for each of 3 folds, received at most 2 rows of a class; "
       "ask for fewer folds or do not stratify",
       lambda: ms.StratifiedGroupKFold(3), 4, [0, 1, 0, 1], [1, 2, 3, 4], splitter="StratifiedGroupKFold", count=3)
refuse("expected at least 1 repeat, received 0; ask for more",
       lambda: ms.RepeatedKFold(n_splits=2, n_repeats=0), 4, splitter="KFold", count=2, repeats=0)
for test_size, train_size, ours in [
    (3, None, "expected a test size between 0 and 1, or of 1 to 2 groups, received 3 groups; change the split"),
    (1.5, None, "expected a test size between 0 and 1, or of 1 to 2 groups, received 1.5; change the split"),
    (None, 4, "expected a training size between 0 and 1, or of 1 to 2 groups, received 4 groups; change the split"),
    (2, 2, "expected at most 3 groups in both parts, received 2 for tests and 2 for training; reduce one"),
    (0.75, 0.5, "expected test and training shares of at most 1 together, received 0.75 and 0.5; reduce one"),
    (0.9, None, "expected groups left for training, received 3 in all and 3 for tests; add groups or change the split"),
]:
    refuse(ours, lambda: ms.GroupShuffleSplit(1, test_size=test_size, train_size=train_size), 6, None,
           [1, 2, 3, 1, 2, 3], splitter="GroupShuffleSplit", test_size=test_size, train_size=train_size)
write("refused.json", refused)

print(len(folds), "foldings,", len(holdouts), "hold-outs,", len(columns), "columns,", len(refused), "refusals")
