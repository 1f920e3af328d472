"""The trace of a document, computed by running PyTorch's own schedulers.

Each stage is a fresh scheduler of PyTorch on an optimizer with the base learning rates, stepped as often as the stage is in
force: that is the definition of a chain. Nothing here comes from Annealer.
"""

import decimal
import math
import re
import warnings

import torch
from torch.optim import lr_scheduler

warnings.filterwarnings("ignore")

WITH_MOMENTUM = {"sgd", "rmsprop"}
WITH_BETAS = {"adam", "adamw", "nadam", "radam", "lamb", "lion"}
NAMES = {
    name: getattr(math, name) for name in "sqrt exp log log2 log10 cos sin tan tanh floor ceil pi e".split()
}
NAMES |= {"math": math, "pow": pow, "min": min, "max": max, "abs": abs}
NAMES |= {"round": round, "int": int, "float": float}


def run_length(document):
    """N, and scheduler steps per epoch (None where the run is sized in steps)."""
    training = document["training"]
    if "steps" in training:
        return int(training["steps"]), None
    per_epoch = 1 if document["schedule"]["step_on"] == "epoch" else int(training["steps_per_epoch"])
    return int(training["epochs"]) * per_epoch, per_epoch


def stage_length(length, n, per_epoch):
    if isinstance(length, str):
        number, unit = re.fullmatch(r"([0-9.]+)(%|ep)", length).groups()
        scale = decimal.Decimal(n) / 100 if unit == "%" else decimal.Decimal(per_epoch)
        exact = decimal.Decimal(number) * scale
        return int(exact.quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP))
    return int(length)


def base_lrs(document):
    optimizer = document["optimizer"]
    groups = optimizer.get("param_groups")
    return [group["lr"] for group in groups] if groups else [optimizer["lr"]]


def own_momentum(document):
    optimizer = document["optimizer"]
    kind = optimizer["type"].lower()
    if kind in WITH_MOMENTUM:
        return float(optimizer.get("momentum", 0))
    if kind in WITH_BETAS:
        return float(optimizer.get("betas", [0.9, 0.999])[0])
    return None


def new_optimizer(document):
    """An optimizer of PyTorch with the document's learning rates and momentum."""
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in base_lrs(document)]
    kind = document["optimizer"]["type"].lower()
    if kind in WITH_BETAS:
        betas = tuple(document["optimizer"].get("betas", (0.9, 0.999)))
        return torch.optim.AdamW(groups, lr=0.1, betas=betas)
    if kind in WITH_MOMENTUM:
        return torch.optim.SGD(groups, lr=0.1, momentum=own_momentum(document))
    return torch.optim.Adagrad(groups, lr=0.1)


def momentum_of(optimizer):
    group = optimizer.param_groups[0]
    if "betas" in group:
        return float(group["betas"][0])
    return float(group["momentum"]) if "momentum" in group else None


def lambda_of(stage):
    code = compile(stage["lr_lambda"].strip(), "<lr_lambda>", "eval")
    scope = NAMES | stage.get("constants", {})
    return lambda step: eval(code, {"__builtins__": {}}, scope | {"step": step, "epoch": step})


def new_scheduler(stage, optimizer, length):
    """A scheduler of PyTorch for one stage; horizons that are left out follow the length."""
    name = stage["scheduler"]
    arguments = {
        key: value
        for key, value in stage.items()
        if key not in ("scheduler", "length", "enabled", "lr_lambda", "constants", "schedulers")
    }
    if name in ("ConstantLR", "LinearLR", "PolynomialLR"):
        arguments.setdefault("total_iters", length)
    elif name == "CosineAnnealingLR":
        arguments.setdefault("T_max", length)
    elif name == "OneCycleLR":
        arguments.setdefault("total_steps", length)
        arguments["pct_start"] = float(arguments.get("pct_start", 0.3))
    if name in ("OneCycleLR", "CyclicLR") and momentum_of(optimizer) is None:
        arguments["cycle_momentum"] = False
    if name in ("LambdaLR", "MultiplicativeLR"):
        arguments["lr_lambda"] = lambda_of(stage)
    if name == "ChainedScheduler":
        return lr_scheduler.ChainedScheduler(
            [new_scheduler(m, optimizer, length) for m in stage["schedulers"]]
        )
    return getattr(lr_scheduler, name)(optimizer, **arguments)


def run_stage(document, stage, length, count, metric):
    """The rows of `count` steps of one stage: learning rates and momentum."""
    optimizer = new_optimizer(document)
    own = momentum_of(optimizer)
    base = base_lrs(document)
    if stage["scheduler"] == "ConstantLR" and stage.get("factor") == 0:
        horizon = stage.get("total_iters", length)  # PyTorch divides by the factor
        return [([0.0 if k < horizon else lr for lr in base], own) for k in range(count)]
    scheduler = new_scheduler(stage, optimizer, length)
    if stage["scheduler"] == "OneCycleLR":
        scheduler.total_steps = math.inf  # past its steps PyTorch raises; its formula goes on
    rows = []
    for k in range(count):
        rows.append(([group["lr"] for group in optimizer.param_groups], momentum_of(optimizer)))
        if k + 1 == count:
            break
        optimizer.step()
        if stage["scheduler"] != "ReduceLROnPlateau":
            scheduler.step()
        elif k < len(metric):
            scheduler.step(metric[k])
    return rows


def placed_stages(document):
    """(stage, start, length, steps in force) of the enabled stages."""
    n, per_epoch = run_length(document)
    stages = [stage for stage in document["schedule"]["stages"] if stage.get("enabled", True)]
    placed, start = [], 0
    for i, stage in enumerate(stages):
        last = i == len(stages) - 1
        length = stage_length(stage["length"], n, per_epoch) if "length" in stage else n - start
        end = n if last else min(n, start + length)
        placed.append((stage, start, length, max(0, end - start)))
        start += length
    return placed


def trace(document):
    """[(lrs, momentum)] for t = 0 … N-1; momentum is None where the optimizer has none."""
    metric = document.get("metric", {}).get("values", [])
    rows = []
    for stage, start, length, count in placed_stages(document):
        if count:
            rows += run_stage(document, stage, length, count, metric[start:])
    return rows


def csv(document):
    """The text of `annealer trace`."""
    n, per_epoch = run_length(document)
    groups = document["optimizer"].get("param_groups")
    names = ["lr_" + group["name"] for group in groups] if groups and len(groups) > 1 else ["lr"]
    lines = [",".join(["step", "epoch", *names, "momentum"])]
    for t, (rates, momentum) in enumerate(trace(document)):
        epoch = "" if per_epoch is None else repr(t / per_epoch)
        shown = "" if momentum is None else repr(float(momentum))
        lines.append(",".join([str(t), epoch, *(repr(float(rate)) for rate in rates), shown]))
    return "\n".join(lines) + "\n"
