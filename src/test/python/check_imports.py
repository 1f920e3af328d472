"""Imports scripts and compares the traces with what PyTorch does when it runs them; and imports what was exported of random documents.

check_imports.py --jar target/annealer.jar [--seed 3] [--count 200]
"""

import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import annealer
import random_documents

HERE = pathlib.Path(__file__).parent
SCRIPTS = HERE.parent / "resources" / "scripts"


def trace(jar, document, folder):
    """The learning rates of a document, a list for each step."""
    errors, _ = annealer.run(jar, "trace", document, "--out-dir", folder)
    path = folder / f"{document.stem}.csv"
    if not path.exists():
        raise ValueError(errors)
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return [[float(value) for value in row[2:-1]] for row in rows[1:]]


def compare(expected, actual):
    """What is wrong with the rates, or None."""
    if len(expected) != len(actual):
        return f"{len(actual)} steps in place of {len(expected)}"
    peak = max(max(row) for row in expected)
    for step, (right, ours) in enumerate(zip(expected, actual)):
        if len(right) != len(ours) or annealer.first_difference(right, ours, peak) is not None:
            return f"step {step}: {ours}, expected {right}"
    return None


def check_script(jar, script, folder):
    """A script, run by PyTorch and imported."""
    document = folder / f"{script.stem}.json"
    errors, code = annealer.run(jar, "import", script, "--out", document)
    if code:
        return errors
    command = [sys.executable, str(HERE / "script_runner.py"), str(script)]
    finished = subprocess.run(command, capture_output=True, text=True)
    if finished.returncode:
        return finished.stderr
    expected = [[float(value) for value in line.split()] for line in finished.stdout.splitlines()]
    return compare(expected, trace(jar, document, folder / "traces"))


def check_documents(jar, seed, count, folder):
    """Random documents, exported and imported back."""
    for i, document in enumerate(random_documents.documents(seed, count)):
        document.pop("metric", None)  # an export has none
        (folder / f"d{i:04}.json").write_text(json.dumps(document), encoding="utf-8")
    files = sorted(folder.glob("*.json"))
    annealer.run(jar, "export", *files, "--format", "pytorch", "--out-dir", folder / "modules")
    annealer.run(jar, "trace", *files, "--out-dir", folder / "before")
    for file in files:
        module = folder / "modules" / f"{file.stem}.py"
        if module.exists():
            back = folder / "back" / file.name
            errors, code = annealer.run(jar, "import", module, "--out", back)
            yield file.stem, errors if code or "unresolved" in errors else None
    annealer.run(jar, "trace", *sorted((folder / "back").glob("*.json")), "--out-dir", folder / "after")
    for file in sorted((folder / "before").glob("*.csv")):
        after = folder / "after" / file.name
        yield file.stem, difference(file, after) if after.exists() else "no trace of what was imported"


def difference(before, after):
    """What is wrong with the second trace, or None."""
    tables = []
    for path in (before, after):
        with path.open(newline="", encoding="utf-8") as file:
            tables.append([[float(value or "nan") for value in row[2:]] for row in list(csv.reader(file))[1:]])
    return compare([row[:-1] for row in tables[0]], [row[:-1] for row in tables[1]])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        results = [
            (script.stem, check_script(options.jar, script, folder))
            for script in sorted([*SCRIPTS.glob("*.py"), *SCRIPTS.glob("*.ipynb")])
            if "# not to be run" not in script.read_text(encoding="utf-8")
        ]
        documents = folder / "documents"
        documents.mkdir()
        results += check_documents(options.jar, options.seed, options.count, documents)
    for stem, problem in results:
        passed += problem is None
        failed += problem is not None
        if problem is not None:
            print(f"{stem}: {problem}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
