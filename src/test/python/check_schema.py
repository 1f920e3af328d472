"""Validates seeded random documents, whole and broken, by the schema that `annealer schema` prints.

check_schema.py --jar target/annealer.jar [--seed 1] [--count 300] [--documents FOLDER ...]

The validator is python3-jsonschema, which shares no code with the one of the Java tests. A whole document validates. One that is
broken in structure does not, and the program refuses it too; so the schema and the program are held to the same format.
"""

import argparse
import copy
import json
import pathlib
import random
import sys
import tempfile

import annealer
import jsonschema
import random_documents


def paths(node, path=()):
    """The paths of all keys and items below a node."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield path + (key,)
        yield from paths(value, path + (key,))


def parent(document, path):
    for key in path[:-1]:
        document = document[key]
    return document


def is_free(path):
    """Whether the names at this path are the user's own."""
    return "constants" in path


def misspelt_key(document, rng):
    path = rng.choice([p for p in paths(document) if isinstance(p[-1], str) and not is_free(p)])
    owner = parent(document, path)
    owner[path[-1] + "x"] = owner.pop(path[-1])


def value_of_another_kind(document, rng):
    path = rng.choice([p for p in paths(document)])
    owner = parent(document, path)
    owner[path[-1]] = (
        rng.choice([None, {"a": 1}, [[1]]]) if not isinstance(owner[path[-1]], (dict, list)) else True
    )


def required_key_missing(document, rng):
    path = rng.choice(
        [
            p
            for p in paths(document)
            if p in {("annealer",), ("training",), ("optimizer",), ("schedule",)}
            or p[-1]
            in {"scheduler", "step_on", "stages", "type", "step_size", "milestones", "T_0", "lr_lambda"}
            or (p[-1] == "lr" and "lr_finder" not in p)
            or (p[-1] in {"max_lr", "base_lr"} and "stages" in p)
        ]
    )
    del parent(document, path)[path[-1]]


def is_switched_off(document, path):
    """The program looks at the keys of a stage that is switched off, not at their values."""
    return path[:2] == ("schedule", "stages") and not document["schedule"]["stages"][path[2]].get(
        "enabled", True
    )


def number_out_of_bounds(document, rng):
    below = {
        "epochs": 0,
        "steps_per_epoch": 0,
        "steps": 0,
        "batch_size": 0,
        "lr": -0.1,
        "gamma": -0.5,
        "start_factor": 0,
    }
    below |= {
        "end_factor": 1.5,
        "factor": 1.5,
        "step_size": 0,
        "T_max": 0,
        "T_0": 0,
        "T_mult": 0,
        "total_iters": 0,
        "patience": -1,
    }
    below |= {
        "pct_start": 1.01,
        "div_factor": 0,
        "final_div_factor": -1,
        "eta_min": -1e-9,
        "min_lr": -1,
        "total_steps": 0.5,
    }
    path = rng.choice(
        [p for p in paths(document) if p[-1] in below and not is_free(p) and not is_switched_off(document, p)]
    )
    parent(document, path)[path[-1]] = below[path[-1]]


def unknown_word(document, rng):
    words = {"scheduler", "step_on", "mode", "anneal_strategy", "threshold_mode", "architecture"}
    path = rng.choice([p for p in paths(document) if p[-1] in words and not is_free(p)])
    parent(document, path)[path[-1]] = "none-of-them"


BREAKS = [misspelt_key, value_of_another_kind, required_key_missing, number_out_of_bounds, unknown_word]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--documents", nargs="*", default=[])
    options = parser.parse_args()
    schema = json.loads(annealer.output(options.jar, "schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    rng = random.Random(options.seed)
    whole = {f"d{i:04}": d for i, d in enumerate(random_documents.documents(options.seed, options.count))}
    for folder in options.documents:
        for path in sorted(pathlib.Path(folder).glob("*.json")):
            whole[path.stem] = json.loads(path.read_text(encoding="utf-8"))
    broken = {}
    for name, document in whole.items():
        change = rng.choice(BREAKS)
        changed = copy.deepcopy(document)
        change(changed, rng)
        broken[f"{name}-{change.__name__}"] = changed
    problems = [
        f"{name}: a whole document does not validate: {error.json_path}: {error.message}"
        for name, document in whole.items()
        for error in validator.iter_errors(document)
    ]
    problems += [
        f"{name}: validates though broken"
        for name, document in broken.items()
        if validator.is_valid(document)
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for stem, document in broken.items():
            (folder / f"{stem}.json").write_text(json.dumps(document), encoding="utf-8")
        errors, _ = annealer.run(
            options.jar, "trace", *sorted(folder.glob("*.json")), "--out-dir", folder / "out"
        )
        problems += [f"{stem}: the program takes it" for stem in broken if f"{stem}.json: " not in errors]
    for problem in problems:
        print(problem)
    print(f"{len(whole) + 2 * len(broken) - len(problems)} passed, {len(problems)} failed")
    sys.exit(1 if problems or not whole else 0)


if __name__ == "__main__":
    main()
