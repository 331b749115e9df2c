"""Corrected resampled t tests by SciPy's t distribution: resampled.json.

Versions: scipy 1.17.1, numpy 2.4.6.
The formula is that of Nadeau and Bengio 2003, written out with NumPy's variance.
"""
import json
import pathlib

import numpy as np
import scipy
from scipy import stats

random = np.random.default_rng(20210)


def mean(scores, ratio):
    scores = np.asarray(scores)
    count = len(scores)
    error = np.sqrt((1 / count + ratio) * scores.var(ddof=1))
    return scores.mean(), error, count - 1


def test(value, error, degrees):
    half = stats.t.ppf(0.975, degrees) * error
    return {
        "difference": value, "standard_error": error, "degrees_of_freedom": degrees,
        "low": value - half, "high": value + half, "p": 2 * stats.t.sf(abs(value) / error, degrees),
    }


paired, apart = [], []
for count, ratio in [(2, 1 / 3), (5, 0.25), (20, 1 / 3), (20, 0.25), (100, 0.0), (7, 1.0)]:
    for shift in (0.0, 0.01, 0.1):
        differences = random.normal(shift, 0.02, count)
        paired.append({"scores": differences.tolist(), "ratio": ratio, **test(*mean(differences, ratio))})
        first, second = random.normal(0.68, 0.02, count), random.normal(0.68 + shift, 0.03, count + 3)
        (one, a, n), (other, b, m) = mean(first, ratio), mean(second, ratio / 2)
        degrees = (a**2 + b**2) ** 2 / (a**4 / n + b**4 / m)
        apart.append({
            "first": first.tolist(), "second": second.tolist(), "ratio": ratio,
            **test(other - one, np.hypot(a, b), degrees),
        })

file = pathlib.Path(__file__).with_name("resampled.json")
file.write_text(json.dumps(
    {"versions": {"numpy": np.__version__, "scipy": scipy.__version__}, "paired": paired, "apart": apart},
    indent=1, default=float) + "\n")
