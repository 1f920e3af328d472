"""Runs the packaged command line, and compares numbers as Annealer promises them."""

import glob
import os
import pathlib
import re
import shutil
import subprocess

RELATIVE = 1e-9
OF_PEAK = 1e-15


def java():
    """A Java of 25 or newer: JAVA_HOME's, the one on the path, or one of those installed."""
    homes = [os.environ.get("JAVA_HOME", "")] + sorted(glob.glob("/usr/lib/jvm/*"), reverse=True)
    candidates = [str(pathlib.Path(home) / "bin" / "java") for home in homes if home]
    candidates.insert(1, shutil.which("java") or "")
    for candidate in candidates:
        if candidate and os.path.exists(candidate):
            version = subprocess.run([candidate, "-version"], capture_output=True, text=True).stderr
            number = re.search(r'version "(\d+)', version)
            if number and int(number.group(1)) >= 25:
                return candidate
    raise SystemExit("no Java of 25 or newer was found; set JAVA_HOME")


def run(jar, *arguments):
    """What `annealer ARGUMENTS` says on standard error, and its exit code."""
    command = [java(), "-jar", str(jar), *map(str, arguments)]
    finished = subprocess.run(command, capture_output=True, text=True)
    return finished.stderr, finished.returncode


def output(jar, *arguments):
    """What `annealer ARGUMENTS` prints on standard output; it has to succeed."""
    return subprocess.run(
        [java(), "-jar", str(jar), *map(str, arguments)], capture_output=True, check=True
    ).stdout.decode()


def first_difference(expected, actual, peak):
    """The first index at which the rates disagree, or None."""
    for i, (right, ours) in enumerate(zip(expected, actual)):
        if not abs(right - ours) <= RELATIVE * abs(right) + OF_PEAK * peak:
            return i
    return None if len(expected) == len(actual) else min(len(expected), len(actual))
