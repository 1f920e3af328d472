"""A stand-in for Keras: the base class of schedules; `keras.ops` is NumPy."""

from . import ops, optimizers
