"""The runs that several verify targets look at: scenarios, adversaries and seeds, made one by one and thrown away."""

from __future__ import annotations

import contextlib
import itertools
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import external
import thao_program

ADVERSARIES = {"egov": ["espionage", "ransomware"], "power": ["sabotage", "ransomware", "espionage"]}


@dataclass(frozen=True, order=True)
class Choice:
    """What a run is made of."""

    scenario: str
    adversary: str
    seed: int

    def __str__(self) -> str:
        return f"{self.scenario} {self.adversary} {self.seed}"


def choices(scenarios: list[str], seeds: int, first: int = 101) -> list[Choice]:
    """Every adversary of the scenarios with as many seeds, each seed once."""
    numbers = itertools.count(first)
    return [
        Choice(scenario, adversary, next(numbers))
        for scenario in scenarios
        for adversary in ADVERSARIES[scenario]
        for _ in range(seeds)
    ]


@contextlib.contextmanager
def run(choice: Choice, formats: list[str], extra: tuple[str, ...] = ()) -> Iterator[Path]:
    """The output folder of a run, which is removed afterwards."""
    external.CACHE.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=external.CACHE))
    arguments = ["run", choice.scenario, "--adversary", choice.adversary, "--seed", str(choice.seed), "--quiet"]
    arguments += ["--out", str(folder), *extra]
    if formats != ["ocsf"]:  # what is written by default
        arguments += ["--format", ",".join(formats)]
    try:
        thao_program.call(arguments)
        yield folder
    finally:
        shutil.rmtree(folder)


def formats() -> list[str]:
    """The formats that the program under test can write, as its help says."""
    text = subprocess.run(
        [str(thao_program.PROGRAM), "run", "--help"], capture_output=True, text=True, check=True
    ).stdout
    known = ["ocsf", "ecs", "winlogbeat", "evtx", "zeek", "zeek-tsv", "syslog"]
    return [name for name in known if name in text]
