"""Prints one table: our epoch of the paper's network, the peers', ratios, and the machine.

Called as `table.py BENCH`, with the built program; pin both to one core to compare like with like.
"""
import os
import pathlib
import platform
import subprocess
import sys

PEERS = [("jax_fit.py", {}), ("sklearn_fit.py", {}), ("torch_fit.py", {}),
         ("keras_fit.py", {"KERAS_BACKEND": "jax"}), ("keras_fit.py", {"KERAS_BACKEND": "tensorflow"})]


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def measured():
    """(name, by the clock, in processor time), medians in ms: ours first, then every peer that is installed."""
    output = subprocess.run([sys.argv[1], "--epoch"], capture_output=True, text=True, check=True).stdout
    yield output.strip().split("\t")
    for script, environment in PEERS:
        run = subprocess.run(
            [sys.executable, pathlib.Path(__file__).with_name(script)], capture_output=True, text=True,
            env=os.environ | environment)
        if run.returncode == 0:
            yield run.stdout.strip().splitlines()[-1].split("\t")
        else:
            reason = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
            print(f"{script} {environment}: {reason}", file=sys.stderr)


def main():
    print(f"{processor()}, {platform.system()}, one core: an epoch of the paper's network, medians\n")
    print("| | by the clock, ms | times ours | processor time, ms | times ours |")
    print("|---|---:|---:|---:|---:|")
    ours = None
    for name, *medians in measured():
        ours = ours or [float(median) for median in medians]
        cells = (f"{median} | {float(median) / our:.3g}" for median, our in zip(medians, ours))
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


main()
