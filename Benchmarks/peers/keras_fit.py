"""Keras `fit`, as the paper runs it (backend from KERAS_BACKEND)."""
from common import LAYERS, data, report

import keras
from keras import layers

x, y, vx, vy = data()
model = keras.Sequential([keras.Input((9,))] + [
    layers.Dropout(a) if units == "drop" else layers.Dense(units, activation=a) for units, a in LAYERS])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["BinaryAccuracy"])
report(f"Keras {keras.__version__} on {keras.backend.backend()}", 5,
       lambda: model.fit(x, y, epochs=5, batch_size=75, validation_data=(vx, vy), verbose=0))
