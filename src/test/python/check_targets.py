"""Runs exported modules of Optax, Keras, Transformers and Lightning and compares their learning rates with PyTorch's.

check_targets.py --jar target/annealer.jar [--seed 3] [--count 100] [--documents FOLDER…] [--stand-ins] [--black]

A library that is not installed is stood in for by `stand_ins`, which is said.
"""

import argparse
import collections
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import torch

import annealer
import check_exports
import random_documents
import torch_oracle

os.environ.setdefault("KERAS_BACKEND", "torch")
STAND_INS = pathlib.Path(__file__).parent / "stand_ins"
LIBRARIES = {"optax": ["optax", "jax"], "keras": ["keras"], "huggingface": ["transformers"], "lightning": []}
SINGLE = 1e-5  # what is left of single precision after a few operations


def use_stand_ins(every):
    missing = [
        name for names in LIBRARIES.values() for name in names if every or not importlib.util.find_spec(name)
    ]
    if missing:
        sys.path.insert(0, str(STAND_INS))
        print("stood in for:", ", ".join(missing))


def by_step(document, rate_of):
    """[(t, group)] where the rates differ; `rate_of(t, group)` computes in single precision."""
    expected = torch_oracle.trace(document)
    peak = max(rate for rates, _ in expected for rate in rates)
    for t, (rates, _) in enumerate(expected):
        for group, rate in enumerate(rates):
            ours = float(rate_of(t, group))
            if not abs(ours - rate) <= SINGLE * abs(rate) + 1e-6 * peak:
                return f"group {group}, step {t}: {ours!r}, PyTorch has {rate!r}"
    return None


def arguments_of(document, function, group):
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    return {"group": group} if "group" in names else {}


def optax_problem(module, document):
    schedules = [
        module.build_schedule(lr, **arguments_of(document, module.build_schedule, group))
        for group, lr in enumerate(torch_oracle.base_lrs(document))
    ]
    if hasattr(module, "build_optimizer") and "stand_ins" not in sys.modules["optax"].__file__:
        names = module.build_optimizer.__code__.co_varnames[: module.build_optimizer.__code__.co_argcount]
        known = {"labels": {"w": (document["optimizer"].get("param_groups") or [{"name": ""}])[0]["name"]}}
        known["updates_per_epoch"] = 1
        transform = module.build_optimizer(*[known[name] for name in names])
        one = {"w": importlib.import_module("jax.numpy").ones(2)}
        transform.update(one, transform.init(one), one)
    return by_step(document, lambda t, group: schedules[group](t))


def keras_problem(module, document):
    constructor = module.Schedule.__init__
    schedules = [
        module.Schedule(lr, **arguments_of(document, constructor, group))
        for group, lr in enumerate(torch_oracle.base_lrs(document))
    ]
    again = module.Schedule.from_config(schedules[0].get_config())
    if float(again(0)) != float(schedules[0](0)):
        return "its config does not make it again"
    return by_step(document, lambda t, group: schedules[group](t))


def huggingface_problem(module, document):
    if hasattr(module, "training_arguments") and "stand_ins" in sys.modules["transformers"].__file__:
        arguments = module.training_arguments("out", seed=1)
        if arguments.learning_rate != torch_oracle.base_lrs(document)[0] or arguments.seed != 1:
            return "training_arguments() has another learning rate"
    lrs = torch_oracle.base_lrs(document)
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in lrs]
    plateau = check_exports.is_plateau(document)
    optimizer = torch_oracle.new_optimizer(document) if plateau else torch.optim.SGD(groups, lr=lrs[0])
    scheduler = module.build_scheduler(optimizer)
    if plateau:
        same = type(module)("same")
        same.build_optimizer = lambda *_: optimizer
        same.build_scheduler = lambda _: scheduler
        return check_exports.difference(same, document)
    expected = torch_oracle.trace(document)
    peak = max(rate for rates, _ in expected for rate in rates)
    for t, (rates, _) in enumerate(expected):
        for group, rate in zip(optimizer.param_groups, rates):
            if not abs(group["lr"] - rate) <= 1e-9 * abs(rate) + 1e-12 * peak:
                return f"step {t}: {group['lr']!r}, PyTorch has {rate!r}"
        optimizer.step()
        scheduler.step()
    return None


def lightning_problem(module, document):
    """Steps as Lightning does: by the interval that configure_optimizers gives."""

    class Model(module.Scheduled, torch.nn.Linear):
        optimizer_class = torch.optim.AdamW

        def parameter_groups(self):
            names = [group["name"] for group in document["optimizer"]["param_groups"]]
            return {name: [torch.nn.Parameter(torch.zeros(1))] for name in names}

    configured = Model(1, 1).configure_optimizers()
    settings = configured["lr_scheduler"]
    by_epoch = document["schedule"]["step_on"] == "epoch"
    if settings["interval"] != ("epoch" if by_epoch else "step"):
        return f"its interval is {settings['interval']}"
    if check_exports.is_plateau(document) != ("monitor" in settings):
        return "a plateau, and only a plateau, has something to monitor"
    trainer = module.trainer_arguments()
    if trainer.get("max_epochs", trainer.get("max_steps")) != document["training"].get(
        "epochs", document["training"].get("steps")
    ):
        return f"the trainer is told {trainer}"
    same = type(module)("same")
    same.build_optimizer = lambda *_: configured["optimizer"]
    same.build_scheduler = lambda _: settings["scheduler"]
    return check_exports.difference(same, document)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--documents", nargs="*", default=[], help="folders of documents to check, too")
    parser.add_argument("--stand-ins", action="store_true", help="even for libraries that are installed")
    parser.add_argument("--black", action="store_true", help="also check the layout")
    options = parser.parse_args()
    use_stand_ins(options.stand_ins)
    checks = {
        "optax": optax_problem,
        "keras": keras_problem,
        "huggingface": huggingface_problem,
        "lightning": lightning_problem,
    }
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents = {}
        for i, document in enumerate(random_documents.documents(options.seed, options.count)):
            documents[f"d{i:04}"] = check_exports.with_training_loop(document, i)
            (folder / f"d{i:04}.json").write_text(json.dumps(documents[f"d{i:04}"]), encoding="utf-8")
        for source in options.documents:
            for path in sorted(pathlib.Path(source).glob("*.json")):
                document = {"name": path.stem} | json.loads(path.read_text(encoding="utf-8"))
                if torch_oracle.run_length(document)[0] <= check_exports.SHORT:
                    documents[path.stem] = document
                    shutil.copy(path, folder)
        expressed = collections.Counter()
        for target, check in checks.items():
            out = folder / target
            arguments = ["export", *sorted(folder.glob("*.json")), "--format", target, "--out-dir", out]
            errors, _ = annealer.run(options.jar, *arguments)
            refused = [line for line in errors.splitlines() if "not expressible in" in line]
            if len(refused) != len(errors.splitlines()):
                sys.stderr.write(errors)
                failed += 1
            for stem, document in documents.items():
                path = out / f"{stem}.py"
                if not path.exists():
                    continue
                expressed[target] += 1
                try:
                    problem = check(check_exports.load(path), document)
                except Exception as error:  # whatever the module does wrong is a finding
                    problem = f"{type(error).__name__}: {error}"
                passed += problem is None
                failed += problem is not None
                if problem is not None:
                    print(f"{target}, {stem}: {problem}\n  {json.dumps(document)}")
            if expressed[target] + len(refused) != len(documents):
                print(f"{target}: {expressed[target]} modules and {len(refused)} refusals")
                failed += 1
            if options.black and out.exists():
                finished = subprocess.run(
                    ["black", "--check", "--diff", "-q", str(out)], capture_output=True, text=True
                )
                if finished.returncode:
                    print(finished.stdout)
                    failed += 1
        print(f"of {len(documents)} documents:", dict(expressed))
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or min(expressed[target] for target in checks) == 0 else 0)


if __name__ == "__main__":
    main()
