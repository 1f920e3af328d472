"""A stand-in for Transformers: `get_scheduler` by the formulas of its documentation."""

import math

from torch.optim.lr_scheduler import LambdaLR, ReduceLROnPlateau


class TrainingArguments:
    def __init__(self, **arguments):
        self.__dict__.update(arguments)


def wave(progress):
    return 0.5 * (1 + math.cos(math.pi * progress))


def stable_decay(step, start, steps, kind, least):
    progress = max(0, step - start) / max(1, steps)
    if progress >= 1:
        return least
    height = {"linear": 1 - progress, "cosine": wave(progress), "1-sqrt": 1 - math.sqrt(progress)}[kind]
    return height * (1 - least) + least


def get_scheduler(
    name, optimizer, num_warmup_steps=0, num_training_steps=None, scheduler_specific_kwargs=None
):
    own = dict(scheduler_specific_kwargs or {})
    warmup, total = num_warmup_steps, num_training_steps
    if name == "reduce_lr_on_plateau":
        return ReduceLROnPlateau(optimizer, **own)

    def after(step):
        progress = None if total is None else (step - warmup) / max(1, total - warmup)
        if name in ("constant", "constant_with_warmup"):
            return 1
        if name == "linear":
            return max(0, 1 - progress)
        if name == "cosine":
            return wave(progress)
        if name == "cosine_with_min_lr":
            return wave(progress) * (1 - own["min_lr_rate"]) + own["min_lr_rate"]
        if name == "cosine_with_restarts":
            return 0 if progress >= 1 else wave(own["num_cycles"] * progress % 1)
        if name == "polynomial":
            first, last = optimizer.defaults["lr"], own["lr_end"]
            left = max(0, 1 - progress)
            return ((first - last) * left ** own["power"] + last) / first
        if name == "inverse_sqrt":
            scale = own.get("timescale", warmup)
            return 1 / math.sqrt((step + scale - warmup) / scale)
        if name == "warmup_stable_decay":
            steps = own["num_decay_steps"]
            return stable_decay(step, total - steps, steps, own["decay_type"], own.get("min_lr_ratio", 0))
        raise ValueError(name)

    def factor(step):
        if step >= warmup:
            return after(step)
        least = own.get("min_lr_ratio", 0)
        return step / max(1, warmup) * (1 - least) + least

    return LambdaLR(optimizer, factor)
