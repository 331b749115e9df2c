"""Keras `fit`, as the paper runs it (backend from KERAS_BACKEND)."""
from common import LAYERS, data, report

import keras
from keras import layers

x, y, vx, vy = data()
model = keras.Sequential([keras.Input((9,))] + [
    layers.Dropout(a) if units == "drop" else layers.Dense(units, activation=a) for units, a in LAYERS])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy", "BinaryAccuracy"])


def epochs():
    # With the paper's patience for the long run, which these few epochs never use up.
    stopping = keras.callbacks.EarlyStopping(
        monitor="val_BinaryAccuracy", mode="max", patience=1000, restore_best_weights=True)
    model.fit(x, y, epochs=20, batch_size=75, validation_data=(vx, vy), callbacks=[stopping], verbose=0)


report(f"Keras {keras.__version__} on {keras.backend.backend()}", 20, epochs)
