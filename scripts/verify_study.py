#!/usr/bin/env python3
"""Kills a study again and again, lets it go on, splits and merges it: the results must have the same bytes.

usage: verify_study.py [--thao PATH] [--study NAME] [--runs N] [--kills N] [--shards N] [--seed N]
"""
import argparse
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

RESULTS = ["study.json", "study.csv"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--thao", default=".build/release/thao")
    parser.add_argument("--study", default="egov")
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--shards", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="thao-study-") as folder:
        failures = Check(options, chance, pathlib.Path(folder)).run()
    for failure in failures:
        print("FAILED ", failure)
    sys.exit(1 if failures else 0)


class Check:
    def __init__(self, options, chance, folder):
        self.options = options
        self.chance = chance
        self.folder = folder
        self.failures = []

    def run(self):
        start = time.monotonic()
        self.study("whole", "--workers", "2")
        wall = time.monotonic() - start
        print(f"whole: {wall:.1f} s with two workers")
        self.study("one", "--workers", "1")
        self.same("one", "one worker and two")
        self.killed(wall)
        self.interrupted(wall)
        self.split()
        return self.failures

    def command(self, out, *more):
        return [self.options.thao, "study", self.options.study, "--runs", str(self.options.runs),
                "--out", str(self.folder / out), *more]

    def study(self, out, *more):
        subprocess.run(self.command(out, *more), check=True, stdout=subprocess.DEVNULL)

    def same(self, out, what):
        for name in RESULTS:
            if (self.folder / out / name).read_bytes() != (self.folder / "whole" / name).read_bytes():
                self.failures.append(f"{what}: {name} differs")
                return
        print(f"ok      {what}: the same bytes")

    def killed(self, wall):
        """SIGKILL after a part of the time that the whole takes; every later start goes on."""
        kept = 0
        for number in range(self.options.kills):
            process = subprocess.Popen(self.command("killed", "--resume"), stdout=subprocess.DEVNULL)
            time.sleep(wall * self.chance.uniform(0.15, 0.4))
            process.kill()
            if process.wait() == 0:
                break
            part = self.folder / "killed" / f"{self.options.study}.study-part"
            kept += part.exists()
        print(f"        killed {number + 1} times, {kept} times a part was there")
        if kept == 0:
            self.failures.append("no part was ever written before the kill: take more runs")
        self.study("killed", "--resume")
        self.same("killed", "killed and resumed")

    def interrupted(self, wall):
        """Ctrl-C ends the blocks under way and says so with its exit code."""
        process = subprocess.Popen(
            self.command("interrupted"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(wall / 3)
        process.send_signal(signal.SIGINT)
        errors = process.communicate()[1]
        if process.returncode != 130 or "--resume" not in errors:
            self.failures.append(f"interrupt: exit code {process.returncode}, {errors!r}")
        self.study("interrupted", "--resume")
        self.same("interrupted", "interrupted and resumed")

    def split(self):
        parts = []
        for number in range(1, self.options.shards + 1):
            out = f"shard-{number}"
            self.study(out, "--shard", f"{number}/{self.options.shards}")
            parts += [str(path) for path in (self.folder / out).glob("*.study-part")]
        self.chance.shuffle(parts)
        merge = [self.options.thao, "study", "merge", *parts, "--out", str(self.folder / "merged")]
        subprocess.run(merge, check=True, stdout=subprocess.DEVNULL)
        self.same("merged", f"{self.options.shards} shards merged")


if __name__ == "__main__":
    main()
