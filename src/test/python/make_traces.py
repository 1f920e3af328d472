"""Writes the golden traces: documents with the CSV that PyTorch gives, in src/test/resources/golden/traces."""

import json
import pathlib

import random_documents
import torch_oracle

TARGET = pathlib.Path(__file__).parents[1] / "resources/golden/traces"
SEED = 20260101
RANDOM_DOCUMENTS = 90


def single(scheduler, steps=60, lr=0.1, optimizer="SGD", **parameters):
    return chain([{"scheduler": scheduler, **parameters}], steps, lr, optimizer)


def chain(stages, steps=60, lr=0.1, optimizer="SGD"):
    described = {"type": optimizer, "lr": lr}
    if optimizer == "SGD":
        described["momentum"] = 0.9
    return {
        "annealer": 1,
        "training": {"epochs": steps},
        "optimizer": described,
        "schedule": {"step_on": "epoch", "stages": stages},
    }


def with_groups(document, *lrs):
    groups = [{"name": name, "lr": lr} for name, lr in zip(["backbone", "neck", "head"], lrs)]
    return document | {"optimizer": document["optimizer"] | {"param_groups": groups}}


def with_metric(document, values):
    return document | {"metric": {"name": "val_loss", "values": values}}


def per_batch(document, epochs, steps_per_epoch):
    return document | {
        "training": {"epochs": epochs, "steps_per_epoch": steps_per_epoch},
        "schedule": document["schedule"] | {"step_on": "batch"},
    }


def sized_in_steps(document, steps):
    return document | {
        "training": {"steps": steps},
        "schedule": document["schedule"] | {"step_on": "batch"},
    }


WARMUP = {"scheduler": "LinearLR", "length": 10, "start_factor": 0.01}
NOISY = [round(2 * 0.97**t + 0.05 * ((t * 7) % 5 - 2), 4) for t in range(60)]
FLAT = [1.0] * 60


def named():
    yield "constant-defaults", single("ConstantLR", total_iters=5)
    yield "constant-factor-zero", single("ConstantLR", factor=0, total_iters=7)
    yield "constant-follows-stage", single("ConstantLR", factor=0.5)
    yield "linear-defaults", single("LinearLR", total_iters=5)
    yield "linear-warmup-from-1e-6", single("LinearLR", start_factor=1e-6)
    yield "linear-decay-to-zero", single("LinearLR", start_factor=1, end_factor=0)
    yield "linear-horizon-past-stage", single("LinearLR", start_factor=0.1, total_iters=200)
    yield "step-every-7", single("StepLR", step_size=7)
    yield "step-gamma-zero", single("StepLR", step_size=20, gamma=0)
    yield "step-grows", single("StepLR", step_size=9, gamma=1.3)
    yield "step-every-step", single("StepLR", step_size=1, gamma=0.9)
    yield "multistep", single("MultiStepLR", milestones=[30, 45])
    yield "multistep-unsorted-repeated", single("MultiStepLR", milestones=[40, 10, 10, 20], gamma=0.5)
    yield "multistep-milestone-zero", single("MultiStepLR", milestones=[0, 30])
    yield "multistep-none", single("MultiStepLR", milestones=[])
    yield "exponential", single("ExponentialLR", gamma=0.95, steps=101)
    yield "exponential-grows", single("ExponentialLR", gamma=1.05)
    yield "exponential-gamma-zero", single("ExponentialLR", gamma=0)
    yield "polynomial-defaults", single("PolynomialLR")
    yield "polynomial-0.9", single("PolynomialLR", power=0.9)
    yield "polynomial-square-ends-early", single("PolynomialLR", power=2, total_iters=40)
    yield "polynomial-power-zero", single("PolynomialLR", power=0)
    yield "cosine", single("CosineAnnealingLR", steps=100, eta_min=1e-5)
    yield "cosine-to-zero", single("CosineAnnealingLR", steps=100)
    yield "cosine-rises-again", single("CosineAnnealingLR", T_max=20)
    yield "cosine-t-max-one", single("CosineAnnealingLR", T_max=1, steps=9)
    yield "cosine-horizon-past-stage", single("CosineAnnealingLR", T_max=100)
    yield "cosine-base-below-eta-min", single("CosineAnnealingLR", lr=1e-4, eta_min=1e-2)
    yield "restarts", single("CosineAnnealingWarmRestarts", T_0=10)
    yield "restarts-doubling", single("CosineAnnealingWarmRestarts", T_0=5, T_mult=2, eta_min=1e-4, steps=90)
    yield "restarts-tripling", single("CosineAnnealingWarmRestarts", T_0=1, T_mult=3, steps=90)
    yield "restarts-every-step", single("CosineAnnealingWarmRestarts", T_0=1, steps=5)
    yield "onecycle", single("OneCycleLR", max_lr=0.1, steps=100)
    yield "onecycle-linear", single("OneCycleLR", max_lr=0.1, anneal_strategy="linear")
    yield "onecycle-three-phase", single("OneCycleLR", max_lr=0.1, three_phase=True)
    yield "onecycle-three-phase-linear", single(
        "OneCycleLR", max_lr=1, three_phase=True, anneal_strategy="linear", pct_start=0.2
    )
    yield "onecycle-three-phase-late-peak", single("OneCycleLR", max_lr=1, three_phase=True, pct_start=0.7)
    yield "onecycle-pct-start-zero", single("OneCycleLR", max_lr=0.1, pct_start=0)
    yield "onecycle-pct-start-one", single("OneCycleLR", max_lr=0.1, pct_start=1)
    yield "onecycle-no-momentum", single("OneCycleLR", max_lr=0.1, cycle_momentum=False)
    yield "onecycle-adam-betas", single("OneCycleLR", max_lr=0.01, optimizer="AdamW")
    yield "onecycle-adagrad", single("OneCycleLR", max_lr=0.01, optimizer="Adagrad")
    yield "onecycle-factors", single(
        "OneCycleLR", max_lr=0.1, div_factor=10, final_div_factor=1, max_momentum=0.99, base_momentum=0.5
    )
    yield "onecycle-past-its-end", single("OneCycleLR", max_lr=0.1, total_steps=40)
    yield "onecycle-stops-early", single("OneCycleLR", max_lr=0.1, total_steps=100)
    yield "onecycle-one-step", single("OneCycleLR", max_lr=0.1, steps=1)
    yield "onecycle-max-lr-per-group", with_groups(
        single("OneCycleLR", max_lr=[0.01, 0.1, 1]), 1e-4, 1e-3, 1e-2
    )
    yield "onecycle-max-lr-for-all-groups", with_groups(single("OneCycleLR", max_lr=0.1), 1e-4, 1e-3)
    yield "cyclic", single("CyclicLR", base_lr=0.001, max_lr=0.1, step_size_up=10)
    yield "cyclic-triangular2", single(
        "CyclicLR", base_lr=0.001, max_lr=0.1, step_size_up=5, mode="triangular2"
    )
    yield "cyclic-exp-range", single(
        "CyclicLR", base_lr=0.001, max_lr=0.1, step_size_up=7, mode="exp_range", gamma=0.95
    )
    yield "cyclic-uneven", single("CyclicLR", base_lr=0, max_lr=1, step_size_up=3, step_size_down=11)
    yield "cyclic-default-sizes", single("CyclicLR", base_lr=0.001, max_lr=0.1)
    yield "cyclic-adam-no-momentum", single(
        "CyclicLR", base_lr=1e-4, max_lr=1e-2, step_size_up=10, cycle_momentum=False, optimizer="Adam"
    )
    yield "lambda-inverse-sqrt", sized_in_steps(
        single("LambdaLR", lr_lambda="1 / sqrt(max(step, warmup))", constants={"warmup": 25}), 200
    )
    yield "lambda-noam", sized_in_steps(
        single(
            "LambdaLR",
            lr=1,
            lr_lambda="d ** -0.5 * min((step + 1) ** -0.5, (step + 1) * warmup ** -1.5)",
            constants={"d": 512, "warmup": 40},
        ),
        200,
    )
    yield "lambda-conditional", single(
        "LambdaLR", lr_lambda="1 if epoch < 30 else 0.1 if epoch < 45 else 0.01"
    )
    yield "lambda-integers", single("LambdaLR", lr_lambda="(step // 7 % 3 + 1) / 3")
    yield "lambda-wsd", single(
        "LambdaLR",
        lr_lambda="min(1.0, (step + 1) / 5) if step < 48 else 1 - math.sqrt((step - 48) / 12)",
    )
    yield "multiplicative", single("MultiplicativeLR", lr_lambda="0.95")
    yield "multiplicative-of-step", single("MultiplicativeLR", lr_lambda="1 - 1 / (step + 10)")
    yield "chained", single(
        "ChainedScheduler",
        schedulers=[
            {"scheduler": "LinearLR", "start_factor": 0.1, "total_iters": 10},
            {"scheduler": "ExponentialLR", "gamma": 0.97},
        ],
    )
    yield "chained-with-cosine", single(
        "ChainedScheduler",
        schedulers=[
            {"scheduler": "ConstantLR", "factor": 0.1, "total_iters": 5},
            {"scheduler": "CosineAnnealingLR"},
        ],
    )
    yield "chained-multiplicative", single(
        "ChainedScheduler",
        schedulers=[
            {"scheduler": "MultiplicativeLR", "lr_lambda": "0.98 if step > 5 else 1"},
            {"scheduler": "StepLR", "step_size": 20, "gamma": 0.5},
        ],
    )
    yield "plateau-without-metric", single("ReduceLROnPlateau")
    yield "plateau-flat", with_metric(single("ReduceLROnPlateau", patience=3), FLAT)
    yield "plateau-noisy", with_metric(single("ReduceLROnPlateau", patience=1, factor=0.5), NOISY)
    yield "plateau-cooldown", with_metric(
        single("ReduceLROnPlateau", patience=2, cooldown=5, factor=0.5), FLAT
    )
    yield "plateau-min-lr", with_metric(single("ReduceLROnPlateau", patience=0, min_lr=1e-3), FLAT)
    yield "plateau-eps", with_metric(single("ReduceLROnPlateau", patience=0, factor=0.9, eps=5e-3), FLAT)
    yield "plateau-max-abs", with_metric(
        single("ReduceLROnPlateau", mode="max", threshold_mode="abs", threshold=0.1, patience=2), NOISY[::-1]
    )
    yield "plateau-metric-ends", with_metric(single("ReduceLROnPlateau", patience=1), FLAT[:10])
    yield "plateau-groups", with_groups(with_metric(single("ReduceLROnPlateau", patience=4), FLAT), 1e-3, 0.1)
    yield "plateau-after-warmup", with_metric(
        chain([WARMUP, {"scheduler": "ReduceLROnPlateau", "patience": 2}]), [0.0] * 10 + FLAT
    )
    yield "warmup-cosine", chain([WARMUP, {"scheduler": "CosineAnnealingLR", "eta_min": 1e-5}], 100)
    yield "warmup-cosine-groups", with_groups(
        chain([WARMUP, {"scheduler": "CosineAnnealingLR", "eta_min": 1e-5}]), 1e-5, 1e-3, 0.1
    )
    yield "warmup-multistep", chain(
        [WARMUP | {"length": 5}, {"scheduler": "MultiStepLR", "milestones": [30, 60, 90]}], 100
    )
    yield "warmup-linear-per-batch", per_batch(
        chain([WARMUP | {"length": "10%"}, {"scheduler": "LinearLR", "start_factor": 1, "end_factor": 0}]),
        5,
        21,
    )
    yield "warmup-in-epochs", per_batch(
        chain([WARMUP | {"length": "2ep"}, {"scheduler": "CosineAnnealingLR"}]), 7, 11
    )
    yield "percent-rounds-half-up", sized_in_steps(
        chain([WARMUP | {"length": "2.5%"}, {"scheduler": "ExponentialLR", "gamma": 0.9}]), 100
    )
    yield "percent-of-one-step", sized_in_steps(
        chain([WARMUP | {"length": "1.15%"}, {"scheduler": "StepLR", "step_size": 11}]), 100
    )
    yield "constant-then-cooldown", chain(
        [
            WARMUP,
            {"scheduler": "ConstantLR", "factor": 1, "length": 38},
            {"scheduler": "PolynomialLR", "power": 0.5},
        ]
    )
    yield "onecycle-after-warmup", chain([WARMUP, {"scheduler": "OneCycleLR", "max_lr": 1}])
    yield "onecycle-before-constant", chain(
        [{"scheduler": "OneCycleLR", "max_lr": 1, "length": 30}, {"scheduler": "ConstantLR", "factor": 0.1}]
    )
    yield "cyclic-between", chain(
        [
            WARMUP,
            {"scheduler": "CyclicLR", "base_lr": 0.01, "max_lr": 0.1, "step_size_up": 5, "length": 25},
            {"scheduler": "LinearLR", "start_factor": 1, "end_factor": 0.1},
        ]
    )
    yield "multiplicative-in-a-chain", chain(
        [
            WARMUP,
            {"scheduler": "MultiplicativeLR", "lr_lambda": "0.9", "length": 20},
            {"scheduler": "CosineAnnealingLR"},
        ]
    )
    yield "chained-in-a-chain", chain(
        [
            WARMUP,
            {"scheduler": "ChainedScheduler", "schedulers": [{"scheduler": "ExponentialLR", "gamma": 0.9}]},
        ]
    )
    yield "stages-too-short", chain([WARMUP, {"scheduler": "CosineAnnealingLR", "length": 20}])
    yield "stages-too-long", chain([WARMUP, {"scheduler": "CosineAnnealingLR", "length": 200}])
    yield "stage-after-the-run", chain(
        [WARMUP | {"length": 80}, {"scheduler": "StepLR", "step_size": 5, "length": 9}]
    )
    yield "disabled-stages", chain(
        [
            {"scheduler": "OneCycleLR", "max_lr": 1, "length": 5, "enabled": False},
            WARMUP,
            {"scheduler": "StepLR", "step_size": 5, "length": 30, "enabled": False},
            {"scheduler": "CosineAnnealingLR"},
            {"scheduler": "ReduceLROnPlateau", "enabled": False},
        ]
    )
    yield "single-step", single("CosineAnnealingLR", steps=1)
    yield "base-lr-zero", single("ExponentialLR", lr=0, gamma=0.9)
    yield "tiny-lr", single("CosineAnnealingLR", lr=1e-12, eta_min=1e-13)
    yield "rmsprop-without-momentum", single("OneCycleLR", max_lr=0.1, optimizer="RMSprop")
    yield "lion", single("CosineAnnealingLR", lr=1e-4, optimizer="Lion")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.iterdir():
        old.unlink()
    documents = list(named())
    for i, document in enumerate(random_documents.documents(SEED, 4 * RANDOM_DOCUMENTS)):
        if torch_oracle.run_length(document)[0] <= 150 and len(documents) < 97 + RANDOM_DOCUMENTS:
            documents.append((f"random-{i:03}", document))
    for name, document in documents:
        (TARGET / f"{name}.json").write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
        (TARGET / f"{name}.csv").write_text(torch_oracle.csv(document), encoding="utf-8")


if __name__ == "__main__":
    main()
