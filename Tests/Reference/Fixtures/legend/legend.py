"""Where matplotlib's `loc="best"` puts a legend: `python legend.py > legend.json`.

Series are drawn over range(n) in axes of matplotlib's default size, the first as "bo", the others as lines. Sizes and
places are those of `get_frame().get_window_extent()` at 72 dpi, from the upper left corner of the axes, in points."""
import json

import matplotlib

matplotlib.use("pdf")
import matplotlib.pyplot as plt
import numpy as np

plt.rcParams["figure.dpi"] = 72
random = np.random.default_rng(2021)


def decay(n, start, end, noise):
    return end + (start - end) * np.exp(-3 * np.arange(n) / max(n - 1, 1)) + noise * random.standard_normal(n)


def kinds():
    for n in (1, 2, 7, 30, 120):
        yield "decays", [decay(n, 0.9, 0.2, 0.01), decay(n, 0.95, 0.4, 0.03), decay(n, 0.1, 0.7, 0.03)]
        yield "rises", [decay(n, 0.05, 0.95, 0.01), decay(n, 0.1, 0.8, 0.02)]
        yield "constant", [np.full(n, 0.5), np.full(n, 0.97)]
        yield "noise", [random.random(n), random.random(n), random.random(n)]
        yield "walks", [np.clip(0.5 + 0.1 * np.cumsum(random.standard_normal(n)), 0, 1) for _ in range(3)]
        yield "oscillates", [0.5 + 0.5 * np.sin(np.arange(n) * 0.7)]
        gaps = decay(n, 0.9, 0.1, 0.02)
        gaps[random.random(n) < 0.3] = np.nan
        yield "gaps", [gaps, decay(n, 0.2, 0.8, 0.02)]
        for _ in range(6):
            yield "few", [np.round(random.random(n) ** 3 * random.choice([0.3, 1, 1.4]), 2).clip(0, 1) for _ in range(random.integers(1, 4))]


cases = []
for kind, series in kinds():
    series = [np.round(values, 3) for values in series]
    figure, axes = plt.subplots()
    for place, values in enumerate(series):
        axes.plot(range(len(values)), values, "bo" if place == 0 else "-", label=f"series {place}")
    axes.set_xlim(0, max(len(values) - 1, 1))
    axes.set_ylim(0, 1)
    legend = axes.legend()
    figure.canvas.draw()
    box, frame = legend.get_frame().get_window_extent(), axes.get_window_extent()
    cases.append({
        "kind": kind,
        "series": [[None if np.isnan(value) else float(value) for value in values] for values in series],
        "size": [round(box.width, 4), round(box.height, 4)],
        "left": round(box.x0 - frame.x0, 4),
        "top": round(frame.y1 - box.y1, 4),
    })
    plt.close(figure)

print(json.dumps({"matplotlib": matplotlib.__version__, "numpy": np.__version__, "cases": cases}, separators=(",", ":")))
