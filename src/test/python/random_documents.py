"""Seeded random documents, valid by construction and by the oracle.

random_documents.py SEED COUNT FOLDER       a file for each
random_documents.py SEED COUNT FILE.jsonl   a line for each
"""

import json
import math
import pathlib
import random
import sys

import torch_oracle

LAMBDAS = [
    ("0.95 ** step", {}),
    ("min(1, (step + 1) / warmup)", {"warmup": 25}),
    ("min((step + 1) ** -0.5, (step + 1) * warmup ** -1.5)", {"warmup": 40}),
    ("1 / math.sqrt(max(step, k))", {"k": 10}),
    ("0.5 * (1 + cos(pi * step / total))", {"total": 120}),
    ("max(floor, 1 - step / total)", {"floor": 0.05, "total": 80}),
    ("step / warmup if step < warmup else max(0.0, (total - step) / total)", {"warmup": 10, "total": 300}),
    ("0.1 ** (step // 30)", {}),
    ("1 if step < 20 else 0.5 if 20 <= step < 40 else 0.1", {}),
    ("(step % 10 + 1) / 10", {}),
    ("exp(-step / 50) + 0.01 * (step > 30)", {}),
    ("round(0.97 ** epoch, 3)", {}),
    ("abs(sin(step / 7))", {}),
    ("1 - sqrt(min(step, 90) / 100)", {}),
    ("not step % 2 and 0.5 or 1", {}),
    ("log2(2 + step % 6) / log(10)", {}),
    ("pow(0.9, step // 5) * (step != 7)", {}),
]
MULTIPLIERS = [
    ("0.97", {}),
    ("0.5 if step % 25 == 0 else 1", {}),
    ("1 - 1 / (step + k)", {"k": 9}),
    ("1.01 if step < 20 else 0.96", {}),
]
MEMBERS = [
    "ConstantLR",
    "LinearLR",
    "StepLR",
    "MultiStepLR",
    "ExponentialLR",
    "PolynomialLR",
    "MultiplicativeLR",
    "CosineAnnealingLR",
]
SCHEDULERS = MEMBERS + [
    "CosineAnnealingWarmRestarts",
    "OneCycleLR",
    "CyclicLR",
    "LambdaLR",
    "ChainedScheduler",
    "ReduceLROnPlateau",
]


def log_uniform(rng, low, high):
    return float(f"{10 ** rng.uniform(math.log10(low), math.log10(high)):.{rng.randint(1, 4)}g}")


def maybe(rng, stage, key, value, chance=0.5):
    if rng.random() < chance:
        stage[key] = value


def horizon(rng, length):
    """Mostly near the length, also far from it."""
    return max(1, rng.choice([length, length + rng.randint(-5, 5), rng.randint(1, 2 * length + 2)]))


def parameters(rng, name, length, groups):
    stage = {"scheduler": name}
    if name == "ConstantLR":
        maybe(rng, stage, "factor", rng.choice([0.0, 1.0, 0.5, round(rng.random(), 3)]))
        maybe(rng, stage, "total_iters", horizon(rng, length), 0.4)
    elif name == "LinearLR":
        maybe(rng, stage, "start_factor", rng.choice([1.0, 1e-3, log_uniform(rng, 1e-6, 1)]), 0.7)
        maybe(rng, stage, "end_factor", rng.choice([0.0, 1.0, 0, 1, round(rng.random(), 3)]))
        maybe(rng, stage, "total_iters", horizon(rng, length), 0.4)
    elif name == "StepLR":
        stage["step_size"] = rng.randint(1, max(1, length))
        maybe(rng, stage, "gamma", rng.choice([0.0, 1.0, 0.5, 1.1, round(rng.random(), 3)]))
    elif name == "MultiStepLR":
        stage["milestones"] = [rng.randint(0, length + 3) for _ in range(rng.randint(1, 5))]
        maybe(rng, stage, "gamma", rng.choice([0.1, 0.316, 1.5, round(rng.random(), 3)]))
    elif name == "ExponentialLR":
        stage["gamma"] = rng.choice([0.9, 0.99, 1.0, 1.02, round(rng.uniform(0.5, 1), 3)])
    elif name == "PolynomialLR":
        maybe(rng, stage, "power", rng.choice([0.9, 1, 2.0, 0.5, 3, 0]), 0.7)
        maybe(rng, stage, "total_iters", horizon(rng, length), 0.4)
    elif name == "CosineAnnealingLR":
        maybe(rng, stage, "eta_min", rng.choice([0.0, 1e-5, log_uniform(rng, 1e-8, 1)]), 0.6)
        maybe(rng, stage, "T_max", horizon(rng, length), 0.4)
    elif name == "CosineAnnealingWarmRestarts":
        stage["T_0"] = rng.randint(1, max(1, length))
        maybe(rng, stage, "T_mult", rng.randint(1, 3))
        maybe(rng, stage, "eta_min", log_uniform(rng, 1e-8, 1e-2))
    elif name == "OneCycleLR":
        one_cycle(rng, stage, length, groups)
    elif name == "CyclicLR":
        cyclic(rng, stage, length)
    elif name in ("LambdaLR", "MultiplicativeLR"):
        text, constants = rng.choice(LAMBDAS if name == "LambdaLR" else MULTIPLIERS)
        stage["lr_lambda"] = text
        if constants:
            stage["constants"] = constants
    elif name == "ChainedScheduler":
        members = rng.sample(MEMBERS, rng.randint(1, 3))
        stage["schedulers"] = [parameters(rng, member, length, groups) for member in members]
        for member in stage["schedulers"]:
            member.pop("eta_min", None)
            member.pop("T_max", None)
            if member["scheduler"] == "ConstantLR":
                member["factor"] = member.get("factor") or 0.25
    elif name == "ReduceLROnPlateau":
        maybe(rng, stage, "mode", rng.choice(["min", "max"]))
        maybe(rng, stage, "factor", rng.choice([0.1, 0.5, 0.9]))
        maybe(rng, stage, "patience", rng.randint(0, 6), 0.8)
        maybe(rng, stage, "threshold", rng.choice([0, 1e-4, 1e-2, 0.2]))
        maybe(rng, stage, "threshold_mode", rng.choice(["rel", "abs"]))
        maybe(rng, stage, "cooldown", rng.randint(0, 4))
        maybe(rng, stage, "min_lr", log_uniform(rng, 1e-6, 1e-2), 0.3)
        maybe(rng, stage, "eps", rng.choice([0, 1e-8, 1e-3]), 0.3)
    return stage


def one_cycle(rng, stage, length, groups):
    peak = log_uniform(rng, 1e-4, 10)
    per_group = rng.random() < 0.4
    stage["max_lr"] = [log_uniform(rng, 1e-4, 10) for _ in range(groups)] if per_group else peak
    maybe(rng, stage, "total_steps", max(1, horizon(rng, length)), 0.3)
    maybe(rng, stage, "pct_start", rng.choice([0, 1, 0.0, 1.0, 0.25, round(rng.random(), 3)]), 0.6)
    maybe(rng, stage, "anneal_strategy", rng.choice(["cos", "linear"]))
    maybe(rng, stage, "div_factor", rng.choice([1, 10, 100.0, 25]))
    maybe(rng, stage, "final_div_factor", rng.choice([1, 100, 1e5]))
    maybe(rng, stage, "three_phase", rng.random() < 0.5)
    maybe(rng, stage, "cycle_momentum", rng.random() < 0.5, 0.3)
    maybe(rng, stage, "base_momentum", round(rng.uniform(0.5, 0.9), 2), 0.3)
    maybe(rng, stage, "max_momentum", round(rng.uniform(0.9, 0.99), 2), 0.3)


def cyclic(rng, stage, length):
    stage["base_lr"] = rng.choice([0, log_uniform(rng, 1e-6, 1e-2)])
    stage["max_lr"] = log_uniform(rng, 1e-3, 1)
    maybe(rng, stage, "step_size_up", rng.randint(1, max(1, length)), 0.9)
    maybe(rng, stage, "step_size_down", rng.randint(1, max(1, length)), 0.4)
    maybe(rng, stage, "mode", rng.choice(["triangular", "triangular2", "exp_range"]), 0.8)
    maybe(rng, stage, "gamma", rng.choice([0.99, 0.999, 1.0, 0.9]), 0.6)
    maybe(rng, stage, "cycle_momentum", rng.random() < 0.5, 0.3)
    maybe(rng, stage, "base_momentum", round(rng.uniform(0.5, 0.85), 2), 0.3)
    maybe(rng, stage, "max_momentum", round(rng.uniform(0.86, 0.99), 2), 0.3)


def optimizer_of(rng):
    kind = rng.choice(
        ["SGD", "SGD", "Adam", "AdamW", "AdamW", "RMSprop", "Adagrad", "NAdam", "RAdam", "LAMB", "Lion"]
    )
    optimizer = {"type": kind, "lr": rng.choice([0.1, 1e-3, 3e-4, log_uniform(rng, 1e-8, 2)])}
    maybe(rng, optimizer, "weight_decay", rng.choice([0, 1e-4, 0.05]))
    if kind in ("SGD", "RMSprop"):
        maybe(rng, optimizer, "momentum", rng.choice([0, 0.9, 0.95]), 0.7)
    elif kind != "Adagrad":
        maybe(rng, optimizer, "betas", rng.choice([[0.9, 0.95], [0.8, 0.99], [0, 0.999]]), 0.4)
    if rng.random() < 0.35:
        optimizer["param_groups"] = [
            {"name": f"group {i}" if rng.random() < 0.2 else f"g{i}", "lr": log_uniform(rng, 1e-6, 1)}
            for i in range(rng.randint(1, 4))
        ]
    return optimizer


def written_length(rng, length, n, per_epoch):
    """The same length as steps, as epochs, or a percentage near it."""
    if rng.random() < 0.3:
        return f"{rng.choice([min(100, round(100 * length / n, rng.randint(0, 2))), 10, 2.5])}%"
    if per_epoch and length % per_epoch == 0 and rng.random() < 0.5:
        return f"{length // per_epoch}ep"
    return length


def random_document(rng, name):
    sized_in_steps = rng.random() < 0.25
    step_on = "batch" if sized_in_steps else rng.choice(["epoch", "batch"])
    training = {"steps": rng.randint(1, 400)} if sized_in_steps else {"epochs": rng.randint(1, 60)}
    if not sized_in_steps and (step_on == "batch" or rng.random() < 0.3):
        training["steps_per_epoch"] = rng.randint(1, 12)
    document = {"annealer": 1, "name": name, "training": training, "optimizer": optimizer_of(rng)}
    n, per_epoch = torch_oracle.run_length(document | {"schedule": {"step_on": step_on}})
    groups = len(torch_oracle.base_lrs(document))
    count = rng.choice([1, 1, 2, 2, 3, 4, 5])
    cuts = sorted(rng.randint(1, max(1, n + 2)) for _ in range(count - 1))
    lengths = [max(1, b - a) for a, b in zip([0, *cuts], [*cuts, n])]
    stages = []
    for i, length in enumerate(lengths):
        last = i == count - 1
        choices = SCHEDULERS if last else SCHEDULERS[:-1]
        stage = parameters(rng, rng.choice(choices), length, groups)
        if not last or rng.random() < 0.3:
            stage["length"] = written_length(rng, length, n, per_epoch)
        stages.append(stage)
    if rng.random() < 0.15:
        disabled = parameters(rng, rng.choice(SCHEDULERS), 10, groups)
        stages.insert(rng.randint(0, len(stages)), disabled | {"enabled": False})
    document["schedule"] = {"step_on": step_on, "stages": stages}
    if stages[-1]["scheduler"] == "ReduceLROnPlateau" and rng.random() < 0.85:
        value, values = 2.0, []
        for _ in range(rng.randint(1, n + 20)):
            value *= rng.choice([0.9, 0.99, 1.0, 1.0, 1.001, 1.05])
            values.append(round(value, 4))
        document["metric"] = {"name": "val_loss", "values": values}
    return document


def is_usable(document):
    """Whether PyTorch takes it and every learning rate is one."""
    placed = torch_oracle.placed_stages(document)
    if any(length < 1 for _, _, length, _ in placed):
        return False
    for stage, _, length, count in placed:
        if (
            any(m["scheduler"] == "CosineAnnealingLR" for m in stage.get("schedulers", []))
            and count - 1 > length
        ):
            return False  # its T_max follows the length and is below its last step
        if stage["scheduler"] == "OneCycleLR":
            if float(stage.get("pct_start", 0.3)) * stage.get("total_steps", length) == 1:
                return False
    try:
        rows = torch_oracle.trace(document)
    except (ArithmeticError, ValueError):
        return False
    rates = [rate for lrs, _ in rows for rate in lrs]
    return all(isinstance(rate, (int, float)) and math.isfinite(rate) and rate >= 0 for rate in rates)


def documents(seed, count):
    """`count` documents, the same for the same seed."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        document = random_document(rng, f"random {seed}-{made}")
        if is_usable(document):
            made += 1
            yield document


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    if folder.suffix == ".jsonl":
        lines = [json.dumps(document) + "\n" for document in documents(seed, count)]
        folder.write_text("".join(lines), encoding="utf-8")
        return
    folder.mkdir(parents=True, exist_ok=True)
    for i, document in enumerate(documents(seed, count)):
        path = folder / f"random-{seed}-{i:04}.json"
        path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
