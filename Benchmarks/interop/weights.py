"""Weights that go between Liner Notes and Keras, each way, as safetensors.

    weights.py read RUN CSV        our model.safetensors in Keras: the same probabilities on all rows
    weights.py write FOLDER CSV    a safetensors file from Keras, experiments that start from it, and what Keras makes of them
    weights.py check FOLDER        our runs of those experiments beside what Keras made

`run` beside this file does all three. Each comparison prints a line; one that fails makes the exit code 1.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras
import numpy as np
import pandas as pd
from safetensors import safe_open
from safetensors.numpy import save_file

PAPER = [
    {"dense": {"units": 10, "activation": "relu"}},
    {"dense": {"units": 10, "activation": "relu"}},
    {"dense": {"units": 25, "activation": "relu"}},
    {"dropout": {"rate": 0.1}},
    {"dense": {"units": 10, "activation": "relu"}},
    {"dense": {"units": 10, "activation": "softplus"}},
    {"dense": {"units": 10, "activation": "relu"}},
    {"dense": {"units": 10, "activation": "softplus"}},
    {"dense": {"units": 10, "activation": "relu"}},
    {"dense": {"units": 10, "activation": "softmax"}},
    {"dropout": {"rate": 0.1}},
    {"dense": {"units": 5, "activation": "relu"}},
    {"dense": {"units": 1, "activation": "sigmoid"}},
]
DROPPED = ["key", "duration_ms", "mode", "song_title", "artist", "Unnamed: 0", "tempo"]
EPOCHS = 5


def network(layers, inputs):
    made = [keras.Input((inputs,))]
    for layer in layers:
        if "dense" in layer:
            made.append(keras.layers.Dense(layer["dense"]["units"], layer["dense"]["activation"]))
        else:
            made.append(keras.layers.Dropout(layer["dropout"]["rate"]))
    return keras.Sequential(made)


def named_weights(model):
    """Kernel and bias of each dense layer under Keras's names for a first model: dense, dense_1, …"""
    dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    for place, layer in enumerate(dense):
        name = "dense" if place == 0 else f"dense_{place}"
        yield f"{name}/kernel", layer.kernel
        yield f"{name}/bias", layer.bias


def probabilities(model, x):
    return model(x, training=False).numpy()[:, 0]


def report(what, ours, theirs, tolerance=1e-6):
    ours, theirs = np.asarray(ours, np.float64), np.asarray(theirs, np.float64)
    assert ours.shape == theirs.shape, f"{what}: {ours.shape} numbers, not {theirs.shape}"
    worst = np.abs(ours - theirs).max()
    print(f"{what}: {ours.size} numbers, largest difference {worst:.2e} (allowed {tolerance:.1e})")
    return bool(worst <= tolerance)


def read(run, csv):
    with safe_open(run / "model.safetensors", framework="numpy") as file:
        metadata = file.metadata()
        weights = {name: file.get_tensor(name) for name in file.keys()}
    features = json.loads(metadata["features"])
    x = pd.read_csv(csv)[features].to_numpy(np.float64)
    if "scaling" in metadata:
        scaling = json.loads(metadata["scaling"])
        x = (x - np.array(scaling["means"])) / np.array(scaling["scales"])
    x = x.astype(np.float32)

    def answers(precision):
        keras.config.set_dtype_policy(precision)
        model = network(json.loads(metadata["architecture"]), len(features))
        left = dict(weights)
        for name, variable in named_weights(model):
            variable.assign(left.pop(name))
        assert not left, f"no such weights in the network: {sorted(left)}"
        return probabilities(model, x.astype(precision))

    exact, theirs = answers("float64"), answers("float32")
    rounding = np.abs(theirs - exact).max()
    print(f"{run.name}: what single precision costs Keras itself: {rounding:.2e}")
    predictions = pd.read_csv(run / "predictions.csv", dtype={"probability": np.float32})
    # Two roundings that know nothing of each other may add up.
    allowed = max(1e-6, 2 * rounding)
    what = f"{run.name}: probabilities of our weights in Keras"
    fine = report(what, predictions["probability"], theirs, allowed)
    fine &= report(what + " in double precision", predictions["probability"], exact, allowed)
    other = int(((predictions["probability"] > 0.5) != (np.round(theirs) == 1)).sum())
    print(f"{run.name}: classes that differ: {other} of {len(theirs)}")
    return fine and other == 0


def experiment(layers, weights, epochs, learning_rate):
    """An experiment file that fits without any chance from these weights."""
    return json.dumps(
        {
            "name": "interop",
            "data": {"target": "target", "classes": ["Disliked", "Liked"], "drop": DROPPED},
            "split": {"test": 0.25, "seed": 0},
            "model": [{"dropout": layer["dropout"]["rate"]} if "dropout" in layer else layer for layer in layers],
            "training": {
                "optimizer": {"adam": {"learning_rate": learning_rate}},
                "batch_size": 75,
                "epochs": epochs,
                "validation_split": 0.2,
                "shuffle": False,
                "initial_weights": weights,
            },
        },
        indent=1,
    )


def write(folder, csv):
    folder.mkdir(parents=True, exist_ok=True)
    table = pd.read_csv(csv)
    y = table["target"].to_numpy(np.float32)
    x = table.drop(columns=DROPPED + ["target"]).to_numpy(np.float32)

    keras.utils.set_random_seed(0)
    model = network(PAPER, x.shape[1])
    save_file({name: variable.numpy() for name, variable in named_weights(model)}, folder / "keras.safetensors")
    np.save(folder / "start.npy", probabilities(model, x))
    # A step so short that no weight changes: after its only epoch the network is still the one that was read.
    (folder / "start.yaml").write_text(experiment(PAPER, "keras.safetensors", 1, 1e-30))

    # The paper's fit without dropout and shuffling, so that nothing is left to chance.
    sure = [layer for layer in PAPER if "dropout" not in layer]
    fitted = network(sure, x.shape[1])
    fitted.set_weights(model.get_weights())
    fitted.compile("adam", "binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy()])
    order = np.random.RandomState(0).permutation(len(x))
    train = order[-(-len(x) // 4) :]  # behind the test rows, a quarter rounded up
    history = fitted.fit(
        x[train], y[train], batch_size=75, epochs=EPOCHS, validation_split=0.2, shuffle=False, verbose=0
    ).history
    pd.DataFrame(history).to_csv(folder / "history.csv", index=False)
    np.save(folder / "fitted.npy", probabilities(fitted, x))
    (folder / "fit.yaml").write_text(experiment(sure, "keras.safetensors", EPOCHS, 1e-3))
    return True


def check(folder):
    def ours(name, file, column):
        return pd.read_csv(folder / name / "runs/interop" / file)[column]

    theirs = pd.read_csv(folder / "history.csv")
    fine = report(
        "probabilities of Keras's weights in ours, before any step",
        ours("start", "predictions.csv", "probability"),
        np.load(folder / "start.npy"),
    )
    for column in theirs.columns:
        fine &= report(f"{column} of {EPOCHS} epochs from there", ours("fit", "history.csv", column), theirs[column])
    fitted = ours("fit", "predictions.csv", "probability")
    return fine & report(f"probabilities after {EPOCHS} epochs", fitted, np.load(folder / "fitted.npy"))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["read", run, csv]:
            fine = read(Path(run), csv)
        case ["write", folder, csv]:
            fine = write(Path(folder), csv)
        case ["check", folder]:
            fine = check(Path(folder))
        case _:
            sys.exit(__doc__)
    sys.exit(0 if fine else 1)
