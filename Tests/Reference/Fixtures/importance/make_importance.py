"""What scikit-learn's permutation_importance gives for one small network.

    pip install numpy==2.4.6 scikit-learn==1.9.1
    python make_importance.py

Writes importance.json beside itself: rows, classes, a dense layer of one sigmoid unit, and the drops of every repeat.
"""

import json
import pathlib

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.inspection import permutation_importance

random = np.random.RandomState(2021)
rows, kernel, bias = 60, [1.5, -0.75, 0.125], 33 / 128
# Eighths, so that every sum is exact in single precision, too, and none is 0.
inputs = np.round(random.normal(size=(rows, 3)) * 8) / 8
target = (inputs @ np.array([1.0, -0.5, 0.0]) + random.normal(size=rows) > 0).astype(int)


class Network(ClassifierMixin, BaseEstimator):
    def fit(self, X, y):
        self.classes_ = np.array([0, 1])
        return self

    def predict_proba(self, X):
        probability = 1 / (1 + np.exp(-(X @ np.array(kernel) + bias)))
        return np.column_stack([1 - probability, probability])

    def predict(self, X):
        return (self.predict_proba(X)[:, 1] > 0.5).astype(int)


network = Network().fit(inputs, target)
cases = []
for seed, repeats in [(0, 5), (7, 3)]:
    result = permutation_importance(
        network, inputs, target, scoring=["accuracy", "roc_auc"], n_repeats=repeats, random_state=seed
    )
    cases.append(
        {
            "seed": seed,
            "repeats": repeats,
            "accuracy": result["accuracy"].importances.tolist(),
            "auc": result["roc_auc"].importances.tolist(),
        }
    )

margin = np.abs(inputs @ np.array(kernel) + bias).min()
assert margin > 1e-3, margin
document = {"inputs": inputs.tolist(), "target": target.tolist(), "kernel": kernel, "bias": bias, "cases": cases}
(pathlib.Path(__file__).parent / "importance.json").write_text(json.dumps(document) + "\n")
