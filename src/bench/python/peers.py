#!/usr/bin/env python3
"""What the tools that people use today take for the same work, on this machine, now. Prints one JSON object.

    peers.py [--log FILE]    leaves the log that they read in FILE

Needs Debian's python3-torch, python3-numpy, python3-pandas, python3-matplotlib.
"""

import argparse
import json
import os
import tempfile
import time
import warnings

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import torch

warnings.filterwarnings("ignore")
ROWS = 1_000_000


def best(work, times=3):
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def torch_steps(count=20_000):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, count)

    def loop():
        for _ in range(count):
            optimizer.step()
            scheduler.step()

    return count / best(loop) / 1e6


STEPS = 1 << 20
BUFFER = 1 << 16


def cosine(position, length, low, high):
    return low + (high - low) * (1 + np.cos(np.pi * position / length)) / 2


def one_cycle(k):
    peak, last = 0.3 * STEPS - 1, STEPS - 1.0
    rising = k <= peak
    fraction = np.where(rising, k / peak, (k - peak) / (last - peak))
    begin, end = np.where(rising, 0.004, 0.1), np.where(rising, 0.1, 4e-7)
    return end + (begin - end) / 2 * (1 + np.cos(np.pi * fraction))


def triangle(k, scale):
    cycle = np.floor(1 + k / 4000)
    return 0.01 + 0.09 * np.maximum(0, 1 - np.abs(k / 2000 - 2 * cycle + 1)) * scale


# The formulas of TracedStage, as one would write them; `k` are steps as doubles.
NUMPY = {
    "LINEAR": lambda k: 0.1 * (0.01 + 0.99 * np.minimum(k, STEPS) / STEPS),
    "COSINE": lambda k: cosine(k, STEPS, 1e-5, 0.1),
    "WARM_RESTARTS": lambda k: cosine(k % 100_000, 100_000, 0, 0.1),
    "ONE_CYCLE": one_cycle,
    "EXPONENTIAL": lambda k: 0.1 * 0.999999**k,
    "POLYNOMIAL": lambda k: 0.1 * (1 - np.minimum(k, STEPS) / STEPS) ** 0.9,
    "POLYNOMIAL_SQUARE": lambda k: 0.1 * (1 - np.minimum(k, STEPS) / STEPS) ** 2,
    "STEP": lambda k: 0.1 * 0.99 ** (k // 1000),
    "CYCLIC": lambda k: triangle(k, 1),
    "CYCLIC_EXP_RANGE": lambda k: triangle(k, 0.99999**k),
    "CHAINED": lambda k: 0.1 * (1 / 3 + 2 / 3 * np.minimum(k, 1000) / 1000) * 0.999999**k,
    "LAMBDA_INVERSE": lambda k: 0.1 * (1 / (1 + k / 1000)),
    "LAMBDA_SQUARE": lambda k: 0.1 * (1 / (1 + k**2 / 1e6)),
    "LAMBDA_COSINE": lambda k: 0.1 * (0.5 * (1 + np.cos(np.pi * k / 1048576))),
    "LAMBDA_EXPONENTIAL": lambda k: 0.1 * 0.999999**k,
    "LAMBDA_NOAM": lambda k: 0.1 * np.minimum((k + 1) ** -0.5, (k + 1) * 4000**-1.5),
    "LAMBDA_WARMUP": lambda k: 0.1 * np.where(k < 1000, k / 1000, 0.999 ** (k // 1000)),
    "MULTIPLICATIVE": lambda k: 0.1 * np.cumprod(np.full(k.size, 0.999999)),
    "MULTIPLICATIVE_STEPS": lambda k: 0.1 * np.cumprod(np.where(k % 1000 == 0, 0.999, 1)),
}


def numpy_steps(formula):
    """Millions a second, in buffers that fit the cache, as ours are."""
    buffers = np.arange(STEPS, dtype=float).reshape(-1, BUFFER)

    def all_steps():
        for steps in buffers:
            formula(steps)

    return STEPS / best(all_steps, 9) / 1e6


def frame():
    steps = np.arange(ROWS)
    rates = 0.05 * (1 + np.cos(np.pi * steps / ROWS))
    figure, axes = plt.subplots(figsize=(10, 5), dpi=100)
    (line,) = axes.plot(steps, rates)
    factors = iter(range(1, 100))

    def redraw():
        line.set_ydata(rates / next(factors))
        figure.canvas.draw()

    redraw()
    return best(redraw, 5) * 1000


def table():
    steps = np.arange(ROWS)
    return pd.DataFrame(
        {
            "step": steps,
            "epoch": steps / 391,
            "lr": 0.05 * (1 + np.cos(np.pi * steps / ROWS)),
            "momentum": 0.9,
        }
    )


def log():
    """A training log as pandas writes it: a count, and numbers of all their 16 or 17 digits."""
    steps = np.arange(ROWS)
    loss = 0.3 + 2 / np.sqrt(1 + steps / 1000) + np.random.default_rng(1).normal(0, 0.02, ROWS)
    rates = 0.05 * (1 + np.cos(np.pi * steps / ROWS))
    return pd.DataFrame({"step": steps, "epoch": steps / 391, "lr": rates, "loss": loss})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--log")
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        frame_of_rows = table()
        out = best(lambda: frame_of_rows.to_csv(file.name, index=False), 2)
        path = parser.parse_args().log or file.name
        log().to_csv(path, index=False)
        size = os.path.getsize(path)
        read = best(lambda: pd.read_csv(path))
        exact = best(lambda: pd.read_csv(path, float_precision="round_trip"))
    print(
        json.dumps(
            {
                "torch_steps": torch_steps(),
                "numpy": {name: numpy_steps(formula) for name, formula in NUMPY.items()},
                "matplotlib_frame": frame(),
                "pandas_out_rows": ROWS / out / 1e6,
                "pandas_in": size / read / 1e6,
                "pandas_in_exact": size / exact / 1e6,
            }
        )
    )


if __name__ == "__main__":
    main()
