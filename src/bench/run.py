#!/usr/bin/env python3
"""Measures Annealer beside its peers, in one run, and prints ratios: absolute times drift with the machine, ratios hold.

    src/bench/run.py [trace] [csv] [frames] [accuracy] [start] [soak MINUTES]

Without arguments: all but the soak. `mvn -Pbench test-compile` comes first; `start` needs `mvn -Pjpackage package`.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "target"
PYTHON = "/usr/bin/python3"
IMAGE = TARGET / "jpackage/annealer"
HEADLESS = ["-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"]
RUNS = 7


def java(main, *arguments, options=()):
    home = os.environ.get("ANNEALER_JAVA_HOME") or os.environ.get("JAVA_HOME") or newest_jdk()
    path = f"{TARGET}/test-classes:{TARGET}/classes:{(TARGET / 'bench.classpath').read_text()}"
    flags = ["-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", *options]
    return [f"{home}/bin/java", *flags, "-classpath", path, main, *arguments]


def newest_jdk():
    homes = sorted(Path("/usr/lib/jvm").glob("*25*"))
    return str(homes[0]) if homes else sys.exit("set ANNEALER_JAVA_HOME to a JDK 25")


def run(command):
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} … {command[-1]} ended with code {done.returncode}\n{done.stdout}")
    return done.stdout


def peers(*arguments):
    return json.loads(run([PYTHON, str(ROOT / "src/bench/python/peers.py"), *arguments]))


def jmh(name, *options):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        run(
            java(
                "org.openjdk.jmh.Main",
                name,
                "-rf",
                "json",
                "-rff",
                file.name,
                "-foe",
                "true",
                *options,
            )
        )
        return json.loads(Path(file.name).read_text())


def trace():
    them = peers()
    print(f"M steps/s; PyTorch's step() loop, a cosine: {them['torch_steps']:.2f}")
    for result in jmh("TraceBenchmark"):
        score = result["primaryMetric"]["score"]
        name = result["params"]["stage"]
        numpy = them["numpy"][name]
        print(
            f"{name:22} {score:7.0f}   {score / them['torch_steps']:7.0f} x PyTorch   {score / numpy:5.1f} x numpy ({numpy:.0f})"
        )
    print("every one of 2^20 steps looked at, from the document on")
    for result in jmh("EvaluateBenchmark"):
        print(f"{result['params']['stage']:22} {result['primaryMetric']['score']:7.1f} ms")


def csv():
    with tempfile.NamedTemporaryFile(suffix=".csv") as log:
        them = peers("--log", log.name)
        results = jmh("CsvBenchmark", "-p", f"log={log.name}")
        size = os.path.getsize(log.name)
    seconds = {
        result["benchmark"].rpartition(".")[2]: result["primaryMetric"]["score"]
        for result in results
    }
    rows = 1 / seconds["out"]
    print(
        f"CSV out {rows:.1f} M rows/s  {rows / them['pandas_out_rows']:.1f} x pandas ({them['pandas_out_rows']:.2f})"
    )
    speed = size / seconds["in"] / 1e6
    ratios = f"{speed / them['pandas_in']:.2f} x pandas, {speed / them['pandas_in_exact']:.1f} x pandas exact"
    print(
        f"CSV in {speed:.0f} MB/s  {ratios} ({them['pandas_in']:.0f}, {them['pandas_in_exact']:.0f})"
    )


def frames():
    them = peers()
    text = run(java("dev.annealer.bench.ChartFrames"))
    medians = {}
    for line in text.splitlines():
        name, median = re.match(r"(.*?)\s+median\s+([\d.]+)", line).groups()
        medians[name] = float(median)
        print(f"{line}  {them['matplotlib_frame'] / float(median):5.1f} x faster than matplotlib")
    print(f"matplotlib, 1e6 points: {them['matplotlib_frame']:.1f} ms")
    print(f"time(1e8) / time(1e3) = {medians['chain of 100000000'] / medians['chain of 1000']:.2f}")


def accuracy():
    print(run(java("dev.annealer.bench.FillAccuracy")).strip())


def wall(command, environment=None):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def start():
    sample = ROOT / "sample-configs/gpt2-nanogpt.json"
    annealer = IMAGE / "bin/annealer"
    numpy = wall([PYTHON, "-c", "import numpy"])
    torch = wall([PYTHON, "-c", "import torch"])
    version = wall([annealer, "--version"])
    traced = wall([annealer, "trace", sample, "--to", "100000"])
    script = wall([PYTHON, ROOT / "src/bench/python/torch_trace.py", "100000"])
    print(f"import numpy {numpy:.0f} ms, import torch {torch:.0f} ms")
    print(f"annealer --version {version:.0f} ms  {version / numpy:.2f} x import numpy")
    print(
        f"annealer trace, 1e5 steps {traced:.0f} ms  {traced / script:.2f} x a torch script ({script:.0f} ms)"
    )
    shown, knobs = first_frames()
    print(f"window's first frame {shown:.0f} ms  {shown / torch:.2f} x import torch\n{knobs}")
    print(f"idle memory of the window {idle_memory(sample):.0f} MiB")


def first_frames():
    shown, knobs = [], []
    with tempfile.TemporaryDirectory() as home:
        report = Path(home) / "report.txt"
        for _ in range(RUNS):
            began = time.time() * 1000
            window(home, f"-Dannealer.rehearsal.report={report}").wait()
            lines = report.read_text().splitlines()
            shown.append(int(lines[0].split()[-1]) - began)
            knobs.append(lines[1])
    return statistics.median(shown), "\n".join(knobs)


def idle_memory(document):
    with tempfile.TemporaryDirectory() as home:
        open_window = window(home, "", document)
        time.sleep(20)
        memory = resident(open_window.pid)
        open_window.terminate()
        open_window.wait()
        return memory


def window(home, options, *arguments):
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": home,
        "XDG_STATE_HOME": home,
        "JAVA_TOOL_OPTIONS": f"-Dglass.platform=Headless -Dprism.order=sw {options}",
    }
    command = [IMAGE / "bin/annealer-studio", *arguments]
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def resident(pid):
    """Proportional set size, in MiB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE).group(1)) / 1024


def soak(minutes):
    command = java("dev.annealer.bench.Soak", minutes, *sys.argv[3:], options=HEADLESS)
    sys.exit(subprocess.run(command, cwd=ROOT).returncode)


def main():
    names = sys.argv[1:]
    if names and names[0] == "soak":
        soak(names[1] if len(names) > 1 else "30")
    measures = {"trace": trace, "csv": csv, "frames": frames, "accuracy": accuracy, "start": start}
    for name in names or measures:
        print(f"== {name}")
        measures[name]()


if __name__ == "__main__":
    main()
