"""Writes baselines.json: scikit-learn's plain models on invented rows.

Made with Python 3.11, scikit-learn 1.9.1 and NumPy 2.4.6:  python make.py
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.tree import DecisionTreeClassifier

random = np.random.default_rng(20210)
count, training = 420, 300
# Columns of the sizes that audio features have: shares, decibels, whole numbers, and one that is mostly nothing.
rows = np.column_stack([
    random.uniform(0, 1, count),
    random.normal(-8, 4, count),
    random.integers(3, 6, count),
    random.exponential(0.1, count),
    np.where(random.uniform(0, 1, count) < 0.6, 0, random.uniform(0, 1, count)),
]).astype(np.float32).astype(np.float64)
score = 2 * np.sin(6 * rows[:, 0]) + 0.15 * (rows[:, 1] + 8) + 1.5 * rows[:, 4] - 0.4 + random.logistic(0, 1, count)
classes = (score > 0).astype(int)
x, y, others = rows[:training], classes[:training], rows[training:]


def logistic(c):
    model = LogisticRegression(C=c, solver="newton-cholesky", tol=1e-13, max_iter=1000).fit(x, y)
    return {"c": c, "coefficients": model.coef_[0].tolist(), "intercept": model.intercept_[0],
            "probabilities": model.predict_proba(others)[:, 1].tolist()}


tree = DecisionTreeClassifier(max_depth=1, random_state=0).fit(x, y)
# Forests of other seeds differ among themselves, so ours is held against their mean, by how far each is from it.
forests = np.array([
    RandomForestClassifier(n_estimators=500, random_state=seed).fit(x, y).predict_proba(others)[:, 1]
    for seed in range(20)
])
mean = forests.mean(axis=0)

fixture = {
    "versions": {"numpy": np.__version__, "scikit_learn": sklearn.__version__},
    "columns": rows.shape[1],
    "rows": x.ravel().tolist(),
    "classes": y.tolist(),
    "others": others.ravel().tolist(),
    "other_classes": classes[training:].tolist(),
    "majority": DummyClassifier(strategy="prior").fit(x, y).predict_proba(others)[0, 1],
    "logistic": [logistic(c) for c in (1.0, 0.01, 100.0)],
    "stump": {"column": int(tree.tree_.feature[0]), "threshold": float(tree.tree_.threshold[0]),
              "probabilities": tree.predict_proba(others)[:, 1].tolist()},
    "forest": {"mean": mean.tolist(),
               "largest_distance": float(np.sqrt(((forests - mean) ** 2).mean(axis=1)).max()),
               "accuracies": ((forests > 0.5) == classes[training:]).mean(axis=1).tolist()},
}
pathlib.Path(__file__).with_name("baselines.json").write_text(json.dumps(fixture) + "\n")
