"""What SciPy, statsmodels and scikit-learn give for intervals and comparisons.

    pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0 scikit-learn==1.9.1
    python make_intervals.py

Writes intervals.json and comparisons.json beside itself. areas.json is made by make_areas.R.
"""

import json
import pathlib

import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

HERE = pathlib.Path(__file__).parent
random = np.random.RandomState(2021)


def write(name, value):
    (HERE / name).write_text(json.dumps(value, indent=1, sort_keys=True) + "\n")


def wilson(count, n, level):
    low, high = proportion_confint(count, n, alpha=1 - level, method="wilson")
    theirs = stats.binomtest(count, n).proportion_ci(confidence_level=level, method="wilson")
    assert abs(low - theirs.low) < 1e-14 and abs(high - theirs.high) < 1e-14
    return {"successes": count, "trials": n, "level": level, "low": theirs.low, "high": theirs.high}


def normal():
    ps = [10.0**-k for k in (300, 100, 30, 16, 10, 5, 3)] + [0.01, 0.025, 0.05, 0.0749, 0.0751, 0.2, 0.4, 0.5]
    ps += [1 - p for p in ps if p > 1e-10 and p < 0.5]
    return [{"p": p, "quantile": stats.norm.ppf(p)} for p in ps]


def student():
    cases = []
    for df in [1, 1.5, 2, 3, 4.7, 9, 19, 19.999, 20, 35.2, 99, 197.8, 1000, 12345.6, 1e6]:
        # Not 1e-8: SciPy's own is 3e-9 off there for one degree of freedom.
        for t in [0, 1e-4, 0.01, 1.41, 1.42, 0.5, 1, 1.96, 2.5, 4, 8, 20, 100]:
            cases.append({"df": df, "t": t, "tail": 2 * stats.t.sf(t, df)})
    return cases


def student_quantiles():
    return [
        {"df": df, "level": level, "quantile": stats.t.ppf((1 + level) / 2, df)}
        for df in [1, 1.5, 2, 3, 4.7, 9, 19, 35.2, 99, 1000, 1e6]
        for level in [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
    ]


def seeds(count, mean, sd):
    return [round(x, 6) for x in random.normal(mean, sd, count)]


def means():
    samples = [seeds(n, 0.68, 0.02) for n in (2, 3, 5, 20, 100)] + [[1.0, 2.0], [0.5, 0.5, 0.75]]
    result = []
    for numbers in samples:
        ci = stats.ttest_1samp(numbers, 0).confidence_interval(0.95)
        result.append(
            {
                "numbers": numbers,
                "low": ci.low,
                "high": ci.high,
                "iqm": stats.trim_mean(numbers, 0.25),
            }
        )
    for n in (1, 4, 6, 7, 8, 9):
        numbers = seeds(n, 0, 1)
        result.append({"numbers": numbers, "low": None, "high": None, "iqm": stats.trim_mean(numbers, 0.25)})
    return result


def welch():
    cases = []
    for (n, m), (shift, s1, s2) in zip(
        [(2, 2), (3, 5), (20, 20), (20, 7), (100, 100), (100, 20), (5, 100)],
        [(0.1, 1, 1), (0, 0.1, 3), (0.02, 0.014, 0.014), (0.05, 0.01, 0.1), (0.01, 0.02, 0.02), (1, 1, 2), (0, 1e-6, 10)],
    ):
        first, second = seeds(n, 0.68, s1), seeds(m, 0.68 + shift, s2)
        test = stats.ttest_ind(second, first, equal_var=False)
        for level in (0.95, 0.99):
            ci = test.confidence_interval(level)
            cases.append(
                {
                    "first": first, "second": second, "level": level, "t": test.statistic, "df": test.df,
                    "p": test.pvalue, "low": ci.low, "high": ci.high,
                }
            )
    return cases


def mcnemars():
    pairs = [(0, 0), (0, 1), (1, 1), (0, 5), (3, 3), (4, 12), (10, 2), (22, 61), (61, 22), (70, 71), (150, 250), (600, 700), (2000, 2100)]
    return [
        {"only_first": b, "only_second": c, "p": float(mcnemar([[9, b], [c, 4]], exact=True).pvalue)} for b, c in pairs
    ]


def holms():
    lists = [[0.04], [0.01, 0.04, 0.03, 0.005], [0.5, 0.5], [0.001] * 3, [0.2, 0.01, 1.0, 0.0, 0.04, 0.04, 0.6]]
    lists += [[float(p) for p in random.uniform(size=n) ** 3] for n in (2, 5, 12)]
    return [{"ps": ps, "corrected": multipletests(ps, method="holm")[1].tolist()} for ps in lists]


write(
    "intervals.json",
    {
        "normal": normal(),
        "student": student(),
        "student_quantiles": student_quantiles(),
        "means": means(),
        "wilson": [
            wilson(k, n, level)
            for k, n in [(0, 1), (1, 1), (0, 20), (20, 20), (1, 20), (351, 505), (196, 252), (155, 253), (1400, 2017), (3, 100000)]
            for level in (0.8, 0.95, 0.99)
        ],
    },
)
write("comparisons.json", {"welch": welch(), "mcnemar": mcnemars(), "holm": holms()})
