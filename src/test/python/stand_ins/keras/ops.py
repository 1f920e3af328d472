import numpy as np
from numpy import abs, cos, floor, maximum, minimum, power, take, where  # noqa: A004, F401


def cast(value, dtype):
    return np.asarray(value).astype(dtype)


def convert_to_tensor(value, dtype):
    return np.asarray(value, dtype=dtype)
