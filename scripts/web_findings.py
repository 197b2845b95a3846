"""What a check in the browser found: lines of a table, and faults that make the run fail."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError


@dataclass
class Findings:
    """Faults by part of the check, and what every part looked at."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    part: str = ""

    @contextmanager
    def during(self, part: str) -> Iterator[None]:
        """Count everything within under this part; parts may lie within each other."""
        outer, self.part = self.part, part
        self.counts.setdefault(part, 0)
        start = time.monotonic()
        try:
            yield
        except PlaywrightError as error:
            # What comes after may still be looked at.
            self.fault(f"could not go on: {where(error)}")
        finally:
            self.seconds[part] = self.seconds.get(part, 0) + time.monotonic() - start
            self.part = outer

    def expect(self, holds: bool, text: str) -> bool:
        """Count one thing that was looked at, and note a fault where it does not hold."""
        self.counts[self.part] = self.counts.get(self.part, 0) + 1
        if not holds:
            self.fault(text)
        return holds

    def fault(self, text: str) -> None:
        """Note a fault, once."""
        if (self.part, text) not in self.faults:
            self.faults.append((self.part, text))
            print(f"  FAULT {self.part}: {text}", flush=True)

    def table(self) -> None:
        """Print what was looked at and what was wrong."""
        print(f"\n{'part':34} {'looked at':>9} {'faults':>6} {'seconds':>7}")
        for part, count in self.counts.items():
            faults = sum(1 for one, _ in self.faults if one == part)
            print(f"{part:34} {count:9} {faults:6} {self.seconds.get(part, 0):7.1f}")


def where(error: BaseException) -> str:
    """An error in a line, with the line of our scripts that it came from."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/web_" in frame.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}: " if frames else ""
    return place + " ".join(str(error).split())[:400]
