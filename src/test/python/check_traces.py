"""Compares `annealer trace` with PyTorch over seeded random documents.

check_traces.py --jar target/annealer.jar [--seed 1] [--count 300]
"""

import argparse
import csv
import json
import pathlib
import sys
import tempfile

import annealer
import random_documents
import torch_oracle


def difference(document, rows):
    """What is wrong with the rows of a trace, or None."""
    expected = torch_oracle.trace(document)
    _, per_epoch = torch_oracle.run_length(document)
    if len(rows) != len(expected):
        return f"{len(rows)} rows in place of {len(expected)}"
    peak = max(rate for rates, _ in expected for rate in rates)
    for group in range(len(expected[0][0])):
        right = [rates[group] for rates, _ in expected]
        ours = [float(row[2 + group]) for row in rows]
        t = annealer.first_difference(right, ours, peak)
        if t is not None:
            return f"group {group}, step {t}: {ours[t]!r}, PyTorch has {right[t]!r}"
    for t, (row, (_, momentum)) in enumerate(zip(rows, expected)):
        if row[0] != str(t):
            return f"row {t} is of step {row[0]}"
        if row[1] != ("" if per_epoch is None else repr(t / per_epoch)):
            if per_epoch is None or abs(float(row[1]) - t / per_epoch) > 1e-12 * t:
                return f"step {t}: epoch {row[1]}"
        if (row[-1] == "") != (momentum is None):
            return f"step {t}: momentum {row[-1]!r}, PyTorch has {momentum}"
        if momentum is not None and abs(float(row[-1]) - momentum) > 1e-9:
            return f"step {t}: momentum {row[-1]}, PyTorch has {momentum}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents = {}
        for i, document in enumerate(random_documents.documents(options.seed, options.count)):
            documents[f"d{i:04}"] = document
            (folder / f"d{i:04}.json").write_text(json.dumps(document), encoding="utf-8")
        errors, _ = annealer.run(options.jar, "trace", *folder.glob("*.json"), "--out-dir", folder / "traces")
        sys.stderr.write(errors)
        for stem, document in documents.items():
            path = folder / "traces" / f"{stem}.csv"
            problem = "no trace was written"
            if path.exists():
                with path.open(newline="", encoding="utf-8") as file:
                    problem = difference(document, list(csv.reader(file))[1:])
            passed += problem is None
            failed += problem is not None
            if problem is not None:
                print(f"{document['name']}: {problem}\n  {json.dumps(document['schedule'])}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
