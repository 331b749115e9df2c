"""Five inputs that no fixture holds, and what the scikit-learn at hand makes of them, laid out as the fixtures are.

    held_out.py FOLDER [SEED]
    HELD_OUT=FOLDER swift test --filter 'Evaluation(Report|Matrix|Metrics)Reference'

Another seed draws other inputs.
"""

import json
import math
import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

warnings.simplefilter("ignore")
folder = Path(sys.argv[1])
random = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 20260131)
reports, matrices, scores, labels = {}, {}, {}, {}


def plain(value):
    """As the fixtures have it: lists, and numbers that are not finite as strings."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    return value


def add_labels(name, truth, predictions, digits=2, **kwargs):
    truth, predictions = plain(truth), plain(predictions)
    numbers = metrics.classification_report(truth, predictions, output_dict=True, **kwargs)
    reports[name] = {
        "y_true": truth,
        "y_pred": predictions,
        "kwargs": {"digits": digits, **kwargs},
        "output_dict": numbers,
        "text": metrics.classification_report(truth, predictions, digits=digits, **kwargs),
    }
    order = kwargs.get("labels")
    kinds = {"none": None, "true": "true", "pred": "pred", "all": "all"}
    matrices[name] = {
        "y_true": truth,
        "y_pred": predictions,
        "labels": order,
        "matrices": {
            key: metrics.confusion_matrix(truth, predictions, labels=order, normalize=kind)
            for key, kind in kinds.items()
        },
    }
    if isinstance(truth[0], int):
        labels[name] = {
            "y_true": truth,
            "y_pred": predictions,
            "matthews_corrcoef": metrics.matthews_corrcoef(truth, predictions),
            "cohen_kappa": {
                str(weights).lower(): metrics.cohen_kappa_score(truth, predictions, weights=weights)
                for weights in (None, "linear", "quadratic")
            },
            "balanced_accuracy": metrics.balanced_accuracy_score(truth, predictions),
            "balanced_accuracy_adjusted": metrics.balanced_accuracy_score(truth, predictions, adjusted=True),
            "accuracy": metrics.accuracy_score(truth, predictions),
        }


def add_scores(name, truth, score, bins):
    curves = {
        key: dict(zip(("fpr", "tpr", "thresholds"), metrics.roc_curve(truth, score, drop_intermediate=drop)))
        for key, drop in (("roc_curve", True), ("roc_curve_all", False))
    }
    precision_recall = metrics.precision_recall_curve(truth, score)
    calibration = []
    for count in bins:
        for strategy in ("uniform", "quantile"):
            observed, predicted = calibration_curve(truth, score, n_bins=count, strategy=strategy)
            calibration.append(
                {"n_bins": count, "strategy": strategy, "prob_true": observed, "prob_pred": predicted}
            )
    scores[name] = {
        "y_true": truth,
        "y_score": score,
        **curves,
        "roc_auc": metrics.roc_auc_score(truth, score),
        "precision_recall_curve": dict(zip(("precision", "recall", "thresholds"), precision_recall)),
        "average_precision": metrics.average_precision_score(truth, score),
        "brier": metrics.brier_score_loss(truth, score),
        "log_loss": metrics.log_loss(truth, score, labels=[0, 1]),
        "log_loss_float32": metrics.log_loss(truth, score.astype(np.float32), labels=[0, 1]),
        "calibration": calibration,
    }


truth = random.integers(0, 12, 700)
guesses = np.where(random.random(700) < 0.6, truth, random.integers(0, 12, 700))
add_labels("twelve_classes", truth, guesses, digits=6)

truth = (random.random(400) < 0.4).astype(int)
score = np.round(np.clip(random.normal(0.4 + 0.2 * truth, 0.2), 0, 1), 1)
add_scores("tied_scores", truth, score, bins=(3, 5, 7, 10, 20))

truth = np.zeros(1500, int)
truth[random.choice(1500, 9, replace=False)] = 1
score = np.clip(random.beta(1, 60, 1500) + truth * 0.05, 0, 1)
add_scores("nine_of_1500", truth, score, bins=(4, 5, 10, 15))
add_labels("nine_of_1500", truth, (score > 0.08).astype(int), digits=5, target_names=["no", "yes"])

words = np.array(["Hip-Hop", "hip-hop", "日本のロック", "été", "e\u0301tude", "🎵 mix", "R&B", "ABBA", " z", "10"])
truth = random.integers(0, 10, 333)
guesses = np.where(random.random(333) < 0.5, truth, random.integers(0, 10, 333))
add_labels("words_in_code_point_order", words[truth], words[guesses], digits=3)

truth = random.integers(0, 11, 90)
guesses = np.where(random.random(90) < 0.5, truth, random.integers(0, 3, 90))
truth[truth == 4] = 5
order = [11, 3, 4, 0, 7, 1, 2, 10, 9, 8, 6, 5]
add_labels("absent_labels_and_nan", truth, guesses, digits=7, labels=order, zero_division=np.nan)

for name, report in reports.items():
    (folder / "classification_report").mkdir(parents=True, exist_ok=True)
    (folder / "classification_report" / f"{name}.txt").write_text(report.pop("text"))
for path, content in [
    *((f"classification_report/{name}.json", report) for name, report in reports.items()),
    ("confusion_matrix/confusion_matrix.json", matrices),
    ("metrics/scores.json", scores),
    ("metrics/labels.json", labels),
]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(json.dumps(plain(content)))
