#!/usr/bin/env python3
"""Drives the packaged image as users would: the whole command line and a window, moved into a folder with spaces, with no Java,
no display and no home in reach.

    check_image.py --image target/jpackage/annealer [--jar target/annealer.jar --java JAVA]

With --jar the image's trace is also compared with that of the jar under another Java.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "sample-configs").glob("*.json"))
RUN = ROOT / "src/test/resources/runs"
MEGABYTE = 1_000_000
LARGEST_IMAGE = 170 * MEGABYTE
LARGEST_DEB = 40 * MEGABYTE


class Image:
    def __init__(self, folder, home):
        self.bin = folder / "bin"
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
        }

    def run(self, *arguments, launcher="annealer", expect=0, cwd="/", options="", timeout=120, refusal=""):
        environment = dict(self.environment)
        if options:
            environment["JAVA_TOOL_OPTIONS"] = options
        command = [str(self.bin / launcher), *map(str, arguments)]
        done = subprocess.run(command, env=environment, cwd=cwd, capture_output=True, timeout=timeout)
        error = done.stderr.decode()
        complaint = "\n".join(line for line in error.splitlines() if not line.startswith("Picked up"))
        if refusal and done.returncode == 3 and refusal in error:
            return done.stdout
        if done.returncode != expect or (expect == 0 and complaint):
            sys.exit(f"{command}: exit code {done.returncode}, expected {expect}\n{error}")
        return done.stdout


def check_commands(image, out):
    """Every command that `--help` names has a check here, or this fails."""
    checks = {
        "trace": trace,
        "export": export,
        "render": render,
        "find": find,
        "convert": convert,
        "import": imported,
        "lint": lint,
        "schema": schema,
        "recipes": recipes,
        "help": lambda image, _: image.run("help", "trace"),
    }
    text = image.run("--help").decode()
    commands = re.findall(r"^  ([a-z][a-z-]*) ", text.partition("Commands:")[2], re.MULTILINE)
    unknown = set(commands) - set(checks)
    if unknown or not commands:
        sys.exit(f"commands without a check: {sorted(unknown)}, of {commands}")
    for name in commands:
        checks[name](image, out)
        print("ok", name)


def trace(image, out):
    image.run("trace", *SAMPLES, "--out-dir", out / "traces")
    for sample in SAMPLES:
        header = (out / "traces" / f"{sample.stem}.csv").open().readline()
        assert header.startswith("step,epoch,lr"), header
    broken = out / "broken.json"
    broken.write_text('{"annealer": 1, "nonsense": true}')
    image.run("trace", broken, expect=3)
    image.run("trace", "--no-such-option", expect=2)


def export(image, out):
    formats = re.search(r"One of: ([a-z,\s]+)", image.run("export", "--help").decode()).group(1).replace(",", " ").split()
    assert len(formats) >= 3, formats
    for form in formats:
        folder = out / form
        # Not every target has words for every schedule, and then says why.
        image.run("export", *SAMPLES, "--format", form, "--out-dir", folder, refusal="not expressible")
        assert len(list(folder.iterdir())) >= 1, form
    image.run("export", *SAMPLES, "--format", "pytorch", "--out-dir", out / "pytorch", "--check")


def render(image, out):
    beginnings = {"png": b"\x89PNG", "svg": b"<?xml"}
    for ending, beginning in beginnings.items():
        picture = out / f"chart.{ending}"
        image.run("render", SAMPLES[0], "--out", picture, "--theme", "dark", "--log")
        assert picture.read_bytes().startswith(beginning), picture


def a_run():
    return next(path for path in sorted(RUN.rglob("*.csv")) if "lr" in path.open(errors="replace").readline().lower())


def find(image, out):
    assert b"valley" in image.run("find", a_run()), "find names no rule"
    json.loads(image.run("find", a_run(), "--format", "json"))


def convert(image, out):
    json.loads(image.run("convert", a_run(), "--format", "json"))
    image.run("convert", a_run(), "--out", out / "plain.csv")
    assert (out / "plain.csv").stat().st_size > 100


def imported(image, out):
    script = out / "train.py"
    image.run("export", SAMPLES[0], "--format", "pytorch", "--out", script)
    image.run("import", "--help")
    image.run("import", script, "--out", out / "imported.json")
    image.run("trace", out / "imported.json")


def lint(image, out):
    image.run("lint", *SAMPLES, "--fail-on", "never", "--format", "json")


def schema(image, out):
    assert "$schema" in json.loads(image.run("schema"))


def recipes(image, out):
    image.run("recipes", "--help")


def check_window(image, home):
    report = home / "report.txt"
    options = f'-Dglass.platform=Headless -Dprism.order=sw -Dannealer.rehearsal.report="{report}"'
    image.run(SAMPLES[0], launcher="annealer-studio", options=options)
    lines = report.read_text().splitlines()
    print("ok window:", lines[-1])
    if len(lines) != 2 or not lines[0].startswith("first frame") or "knob changes" not in lines[1]:
        sys.exit(f"the window's report: {lines}")
    if (home / ".openjfx").exists():
        sys.exit("JavaFX unpacked its libraries into the home folder")
    for launcher in ("annealer-studio", "annealer"):
        shown = image.run(SAMPLES[0], launcher=launcher, options=f'-Dannealer.preview.folder="{home}"').decode()
        assert "There is no display" in shown and (home / "annealer-preview.png").exists(), shown
        (home / "annealer-preview.png").unlink()


def check_cache(folder, launcher):
    """The launcher's AOT cache fits the jars; a misfit would only be slow."""
    java = folder / "lib/runtime/bin/java"
    script = (folder / "bin" / launcher).read_text()
    options = re.search(r"-XX:\+UseSerialGC.*(?= -Xlog:disable)", script).group(0).split()
    cache = f"-XX:AOTCache={folder}/lib/app/{launcher}.aot"
    command = [java, cache, "-XX:AOTMode=on", *options, "-jar", folder / "lib/app/annealer.jar", "--version"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or "AOT" in done.stdout + done.stderr:
        sys.exit(f"the AOT cache of {launcher} is not used:\n{done.stdout}{done.stderr}")


def check_size(image):
    size = sum(path.stat().st_size for path in image.rglob("*") if path.is_file() and not path.is_symlink())
    assert size <= LARGEST_IMAGE, f"the image has {size / MEGABYTE:.0f} MB"
    for deb in image.parent.glob("*.deb"):
        assert deb.stat().st_size <= LARGEST_DEB, f"{deb} has {deb.stat().st_size / MEGABYTE:.1f} MB"
        listed = subprocess.run(["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True).stdout
        for path in (
            "usr/bin/annealer ",
            "usr/bin/annealer-studio ",
            "applications/annealer.desktop",
            "mime/packages/annealer.xml",
        ):
            assert path in listed, f"{deb} has no {path}"
    print(f"ok size: image {size / MEGABYTE:.0f} MB")


def check_against_jar(image, jar, java):
    of_image = image.run("trace", SAMPLES[0])
    of_jar = subprocess.run([java, "-jar", jar, "trace", SAMPLES[0]], capture_output=True, check=True).stdout
    assert of_image == of_jar, "the image's trace differs from the jar's"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--image", type=Path, required=True)
    parser.add_argument("--jar", type=Path)
    parser.add_argument("--java", default="java")
    arguments = parser.parse_args()
    check_size(arguments.image)
    with tempfile.TemporaryDirectory(prefix="annealer ") as scratch:
        scratch = Path(scratch)
        home = scratch / "home"
        home.mkdir()
        folder = scratch / "moved, with späces" / "annealer"
        shutil.copytree(arguments.image, folder, symlinks=True)
        check_cache(folder, "annealer")
        check_cache(folder, "annealer-studio")
        image = Image(folder, home)
        check_commands(image, scratch)
        check_window(image, home)
        links = scratch / "bin"
        links.mkdir()
        for launcher in ("annealer", "annealer-studio"):
            (links / launcher).symlink_to(folder / "bin" / launcher)
        image.bin = links
        assert image.run("--version").startswith(b"annealer "), "through a link"
        if arguments.jar:
            check_against_jar(image, arguments.jar, arguments.java)
    print("the image works")


if __name__ == "__main__":
    main()
