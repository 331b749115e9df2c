"""scikit-learn's MLPClassifier: one activation only, so a relu network of the same widths; no validation."""
from common import data, report

import warnings

import sklearn
from sklearn.neural_network import MLPClassifier

warnings.simplefilter("ignore")
x, y, _, _ = data()
widths = (10, 10, 25, 10, 10, 10, 10, 10, 10, 5)
report(f"scikit-learn {sklearn.__version__}, no validation", 20, lambda: MLPClassifier(
    widths, batch_size=75, max_iter=20, n_iter_no_change=10**6, random_state=0).fit(x, y))
