"""Writes src/test/resources/golden/picks: curves, each with what the rules of fastai, pytorch-lr-finder, ignite and Lightning give
on it, computed here with NumPy as those libraries compute it; and with the default, the steepest descent over log10."""

import json
import math
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden" / "picks"


def least(values):
    """The first least finite value's position."""
    finite = np.where(np.isfinite(values), values, np.inf)
    return int(np.argmin(finite)) if len(values) and np.isfinite(values).any() else None


def steepest(lr, loss):
    n = len(lr)
    gradient = np.gradient(loss, np.log10(lr))
    start, end = n // 10, min(n - 5, int(np.argmin(loss)) + 1)
    found = least(gradient[start:end]) if end > start else None
    return None if found is None else start + found


def valley(lr, loss):
    """The longest falling subsequence by comparing all pairs, as fastai does."""
    n = len(lr)
    first = n // 10
    losses = loss[first : n - 5]
    lengths = [1] * len(losses)
    start = end = 0
    for i in range(1, len(losses)):
        for j in range(i):
            if losses[i] < losses[j] and lengths[i] < lengths[j] + 1:
                lengths[i] = lengths[j] + 1
            if lengths[end] < lengths[i]:
                end = i
                start = end - lengths[end]
    third = (end - start) / 3
    picked = start + int(third) + int(third / 2)
    return first + picked % len(losses)


def steep(lr, loss):
    n = len(lr)
    x, y = np.log(lr[n // 10 : n - 5]), loss[n // 10 : n - 5]
    found = least((y[1:] - y[:-1]) / (x[1:] - x[:-1]))
    return None if found is None else n // 10 + found


def minimum(lr, loss):
    n = len(lr)
    return n // 10 + least(loss[n // 10 : n - 5])


def slide(lr, loss):
    n = len(lr)
    losses = loss[n // 10 : n - 5]
    if len(losses) <= 15:
        return None
    gradient = np.gradient(losses)
    right, left = -1, -16
    picked = left
    while left >= -len(losses) and abs(gradient[right] - gradient[left]) > 0.005:
        picked = left
        right -= 1
        left -= 1
    return n // 10 + len(losses) + picked


def pytorch_lr_finder(lr, loss):
    losses = loss[10:-5]
    return None if len(losses) < 2 else 10 + int(np.argmin(np.gradient(losses)))


def ignite(lr, loss):
    falling = loss[: int(np.argmin(loss)) + 1]
    return None if len(falling) < 3 else 1 + int(np.argmin((falling[2:] - falling[:-2]) / 2))


def lightning(lr, loss):
    losses = loss[10:-1]
    return None if len(losses) < 2 else 10 + int(np.argmin(np.gradient(losses)))


def lightning_linear(lr, loss):
    losses = loss[10:-1]
    found = least(np.gradient(losses, lr[10:-1])) if len(losses) >= 2 else None
    return None if found is None else 10 + found


RULES = {
    "steepest": steepest,
    "fastai-valley": valley,
    "fastai-steep": steep,
    "fastai-minimum": minimum,
    "fastai-slide": slide,
    "pytorch-lr-finder": pytorch_lr_finder,
    "ignite": ignite,
    "lightning": lightning,
    "lightning-linear": lightning_linear,
}


def curves():
    random = np.random.default_rng(11)
    for n in (10, 11, 12, 15, 16, 19, 20, 21, 22, 25, 40, 99, 100, 150, 300):
        lr = 1e-7 * 1e8 ** (np.arange(n) / n)
        u = np.log10(lr)
        loss = 2.5 - 1.5 / (1 + np.exp(-2.5 * (u + 3.5))) + 3 / (1 + np.exp(-8 * (u + 0.3))) + 0.05 * random.normal(size=n)
        yield f"noisy_{n}", lr, loss
    lr = 1e-6 * 1e6 ** (np.arange(60) / 60)
    yield "rising", lr, 1 + np.arange(60) / 10 + 0.01 * random.normal(size=60)
    yield "falling", lr, 8 - np.arange(60) / 10 + 0.02 * random.normal(size=60)
    yield "level_ties", lr, np.round(2 + np.sin(np.arange(60) / 4), 1)
    yield "linear_spacing", np.linspace(0.001, 0.1, 60), 2 + np.sin(np.arange(60) / 9) + 0.01 * random.normal(size=60)
    yield "each_rate_twice", np.repeat(lr[::2], 2), 2 - np.arange(60) / 60 + 0.1 * random.normal(size=60)
    each = np.array([1e-5 * 1.2 ** (i - (i % 7 == 3)) for i in range(60)])
    yield "some_rates_repeat", each, 2 - np.arange(60) / 40 + 0.1 * random.normal(size=60)
    yield "lowest_first", lr, np.concatenate([[0.5], 2 - np.arange(59) / 80 + 0.01 * random.normal(size=59)])
    yield "explodes", lr, np.concatenate([2 - np.arange(54) / 80 + 0.01 * random.normal(size=54), 10.0 ** np.arange(6, 36, 5)])
    yield "negative", lr, -1 - np.sin(np.arange(60) / 12) + 0.02 * random.normal(size=60)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, lr, loss in curves():
        with np.errstate(all="ignore"):
            picks = {rule: pick(lr, loss) for rule, pick in RULES.items()}
        text = json.dumps({"lr": lr.tolist(), "loss": loss.tolist(), "picks": picks})
        assert "NaN" not in text and math.isfinite(sum(loss))
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
