"""Runs exported PyTorch modules and compares their learning rates with PyTorch's own.

check_exports.py --jar target/annealer.jar [--seed 2] [--count 150] [--documents FOLDER…] [--black]
"""

import argparse
import importlib.util
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
    stages = [stage for stage in document["schedule"]["stages"] if stage.get("enabled", True)]
    placed = torch_oracle.placed_stages(document)
    plateau = stages[-1]["scheduler"] == "ReduceLROnPlateau" and placed[-1][3] > 0
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
                problem = difference(load(out / f"{stem}.py"), document)
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
