"""Runs exported PyTorch modules and compares their learning rates with PyTorch's own.

check_exports.py --jar target/annealer.jar [--seed 2] [--count 150] [--documents FOLDER…] [--black]
"""

import argparse
import contextlib
import importlib.util
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings

import torch

import annealer
import random_documents
import torch_oracle


SHORT = 1000  # steps that a training loop is run for


def load(path):
    """The module at `path`; a warning while it is imported is an error."""
    spec = importlib.util.spec_from_file_location("exported_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        spec.loader.exec_module(module)
    return module


def build_optimizer(module, document):
    parameter = lambda: [torch.nn.Parameter(torch.zeros(1))]
    groups = document["optimizer"].get("param_groups")
    arguments = [{group["name"]: parameter() for group in groups} if groups else parameter()]
    if not hasattr(torch.optim, document["optimizer"]["type"]):
        arguments.append(torch.optim.AdamW)  # this PyTorch has none of its own
    return module.build_optimizer(*arguments)


def difference(module, document):
    """What is wrong with the module's learning rates, or None."""
    expected = torch_oracle.trace(document)
    metric = document.get("metric", {}).get("values", [])
    placed = torch_oracle.placed_stages(document)
    plateau = is_plateau(document)
    peak = max(rate for rates, _ in expected for rate in rates)
    optimizer = build_optimizer(module, document)
    scheduler = module.build_scheduler(optimizer)
    for t, (rates, momentum) in enumerate(expected):
        ours = [group["lr"] for group in optimizer.param_groups]
        group = annealer.first_difference(rates, ours, peak)
        if group is not None:
            return f"group {group}, step {t}: {ours[group]!r}, PyTorch has {rates[group]!r}"
        if momentum is not None and abs(torch_oracle.momentum_of(optimizer) - momentum) > 1e-9:
            return f"step {t}: momentum {torch_oracle.momentum_of(optimizer)}, PyTorch has {momentum}"
        optimizer.step()
        if not plateau:
            scheduler.step()
        elif t < len(metric):
            scheduler.step(metric[t])
        elif t < placed[-1][1]:
            scheduler.step(0.0)
    return None


def with_training_loop(document, i):
    """The same document; some accumulate gradients, some clip them."""
    training = dict(document["training"])
    if i % 3 == 0:
        training["accumulation"] = 1 + i % 4
    if i % 4 == 0:
        training["clip_grad_norm"] = 0.5
    return document | {"training": training}


def is_plateau(document):
    placed = torch_oracle.placed_stages(document)
    return placed[-1][0]["scheduler"] == "ReduceLROnPlateau" and placed[-1][3] > 0


@contextlib.contextmanager
def warnings_are_errors():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # The SequentialLR of PyTorch 1.13 uses what PyTorch deprecates, and nobody can stop it.
        warnings.filterwarnings("ignore", message="The epoch parameter in `scheduler.step")
        yield


def dry_run_problem(module, document):
    """What is wrong with what dry_run() prints, or None."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings_are_errors():
        module.dry_run()
    rows = [line.split() for line in printed.getvalue().splitlines()]
    expected = torch_oracle.trace(document | {"metric": {"values": [0.0] * 100_000}})
    peak = max(rate for rates, _ in expected for rate in rates)
    if [row[0] for row in rows] != [str(t) for t in range(len(expected))]:
        return f"dry_run() prints {len(rows)} rows for {len(expected)} steps"
    for row, (rates, _) in zip(rows, expected):
        if annealer.first_difference(rates, [float(text) for text in row[1:]], peak) is not None:
            return f"dry_run() prints {row}, PyTorch has {rates}"
    return None


def train_problem(module, document):
    """What is wrong with the learning rates that train() trains with, or None."""
    n, per_epoch = torch_oracle.run_length(document)
    by_epoch = document["schedule"]["step_on"] == "epoch"
    accumulation = document["training"].get("accumulation", 1)
    batches = accumulation * (2 if by_epoch else per_epoch or 7)
    model, seen, optimizers = torch.nn.Linear(1, 1), [], []
    build = module.build_optimizer

    def build_and_keep(*arguments):
        optimizers.append(build(*arguments))
        return optimizers[0]

    def loss_fn(outputs, targets):
        seen.append([group["lr"] for group in optimizers[0].param_groups])
        return 0 * (outputs - targets).sum()

    groups = document["optimizer"].get("param_groups")
    arguments = [model]
    if groups:
        parameters = [[torch.nn.Parameter(torch.zeros(1))] for _ in groups]
        arguments.append({group["name"]: own for group, own in zip(groups, parameters)})
    arguments += [[(torch.zeros(1), torch.zeros(1))] * batches, loss_fn]
    names = module.train.__code__.co_varnames[: module.train.__code__.co_argcount]
    if "evaluate" in names:
        arguments.append(lambda model: 0.0)
    if "optimizer_class" in names:
        arguments.append(torch.optim.AdamW)
    module.build_optimizer = build_and_keep
    with warnings_are_errors():
        module.train(*arguments)
    module.build_optimizer = build
    every = batches if by_epoch else accumulation
    expected = torch_oracle.trace(document | {"metric": {"values": [0.0] * 100_000}})
    peak = max(rate for rates, _ in expected for rate in rates)
    if len(seen) != every * n:
        return f"train() made {len(seen)} batches, not {every * n}"
    for t, (rates, _) in enumerate(expected):
        if annealer.first_difference(rates, seen[every * t], peak) is not None:
            return f"train() trains step {t} with {seen[every * t]}, PyTorch has {rates}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--documents", nargs="*", default=[], help="folders of documents to check, too")
    parser.add_argument("--black", action="store_true", help="also check the layout")
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents = {}
        for i, document in enumerate(random_documents.documents(options.seed, options.count)):
            document = with_training_loop(document, i)
            documents[f"d{i:04}"] = document
            (folder / f"d{i:04}.json").write_text(json.dumps(document), encoding="utf-8")
        for source in options.documents:
            for path in sorted(pathlib.Path(source).glob("*.json")):
                documents[path.stem] = {"name": path.stem} | json.loads(path.read_text(encoding="utf-8"))
                shutil.copy(path, folder)
        out = folder / "modules"
        arguments = ["export", *folder.glob("*.json"), "--format", "pytorch", "--out-dir", out]
        errors, _ = annealer.run(options.jar, *arguments)
        sys.stderr.write(errors)
        for stem, document in documents.items():
            try:
                module = load(out / f"{stem}.py")
                problem = difference(module, document)
                if torch_oracle.run_length(document)[0] <= SHORT:
                    problem = problem or dry_run_problem(module, document) or train_problem(module, document)
            except Exception as error:  # whatever the module does wrong is a finding
                problem = f"{type(error).__name__}: {error}"
            passed += problem is None
            failed += problem is not None
            if problem is not None:
                print(f"{document['name']}: {problem}\n  {json.dumps(document['schedule'])}")
        if options.black:
            black = shutil.which("black")
            if black is None:
                raise SystemExit("black is not installed")
            finished = subprocess.run(
                [black, "--check", "--diff", "-q", str(out)], capture_output=True, text=True
            )
            if finished.returncode:
                print(finished.stdout)
                failed += 1
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
