"""The program under test, called as users call it."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from external import ROOT

PROGRAM = Path(os.environ.get("THAO", ROOT / ".build" / "release" / "thao"))


@dataclass(frozen=True)
class Cost:
    """What a call took, in seconds."""

    wall: float
    cpu: float


def call(arguments: list[str], output: Path | None = None) -> Cost:
    """Run the program; its standard output goes to a file or nowhere. Ends with its message where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with open(output or os.devnull, "wb") as sink:
        result = subprocess.run([str(PROGRAM), *arguments], stdout=sink, stderr=subprocess.PIPE, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.stderr.write(result.stderr.decode("utf-8", "replace")[-4000:])
        sys.exit(f"{PROGRAM.name} {' '.join(arguments[:6])} … ended with {result.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu)


def detect(rules: list[Path], files: list[Path], output: Path, extra: tuple[str, ...] = ()) -> Cost:
    """Run `thao detect`, one JSON object per finding into a file."""
    arguments = ["detect", "--json", *extra]
    for rule in rules:
        arguments += ["--rules", str(rule)]
    for file in files:
        arguments += ["--in", str(file)]
    return call(arguments, output)


def findings(output: Path) -> list[dict[str, Any]]:
    """The findings that `detect` wrote."""
    with output.open("rb") as file:
        return [json.loads(line) for line in file if line.strip()]


def digest() -> str:
    """A text that changes with the program and its content."""
    content = sorted(PROGRAM.parent.glob("*_Content.resources/**/*"))
    total = hashlib.sha256()
    for path in [PROGRAM, *content]:
        if path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()[:24]


def accepts(arguments: list[str]) -> bool:
    """Whether the program ends well with these arguments."""
    return subprocess.run([str(PROGRAM), *arguments], capture_output=True, check=False).returncode == 0
