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


def numpy_cosine(count=10_000_000):
    steps = np.arange(count)
    return count / best(lambda: 0.05 * (1 + np.cos(np.pi * steps / count))) / 1e6


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
    return pd.DataFrame({"step": steps, "epoch": steps / 391, "lr": 0.05 * (1 + np.cos(np.pi * steps / ROWS)), "momentum": 0.9})


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
                "numpy_cosine": numpy_cosine(),
                "matplotlib_frame": frame(),
                "pandas_out_rows": ROWS / out / 1e6,
                "pandas_in": size / read / 1e6,
                "pandas_in_exact": size / exact / 1e6,
            }
        )
    )


if __name__ == "__main__":
    main()
