#!/usr/bin/env python3
"""Draw the shape of a simulated working day beside that of public recordings, as small SVG files; print the figures.

usage: shape.py FOLDER

The recordings:
* Stratosphere Laboratory, Czech Technical University in Prague, `security-datasets-for-testing`: Zeek logs of four
  whole days in June 2022 (008, 010, 011, 012), each of one Windows computer in ordinary use that was reachable from the
  Internet. Connections labelled as attacks are left out.
* OTRF/Security-Datasets: Windows events of laboratory hosts during staged attacks. Good for which events a Windows host
  writes and in what proportion, not for how people spend a day.

The simulated day is a working day of `egov` without an attack: a whole day of history where the program writes any,
else the benign records of a run. Times are local: seven hours ahead of UTC there, two in Prague.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import external
import matplotlib.pyplot as pyplot
import orjson
import thao_program
import windows_records
from telemetry_files import dotted, read_truth, telemetry_files

SCENARIO = external.ROOT / "Sources/Content/Library/scenarios/egov.yaml"
HANOI, PRAGUE = timezone(timedelta(hours=7)), timezone(timedelta(hours=2))
DAYS = ("008-zeek-mixed", "010-zeek-mixed", "011-zeek-mixed", "012-zeek-mixed")
SIMULATED, RECORDED = "#1b6ca8", "#c9683c"
CHANNELS = {
    "microsoft-windows-sysmon/operational": "Sysmon",
    "security": "Security",
    "system": "System",
    "microsoft-windows-powershell/operational": "PowerShell",
    "windows powershell": "PowerShell classic",
}


@dataclass
class Shape:
    """What is counted of a body of records."""

    hours: collections.Counter[int] = field(default_factory=collections.Counter)
    services: collections.Counter[str] = field(default_factory=collections.Counter)
    events: collections.Counter[str] = field(default_factory=collections.Counter)
    logons: collections.Counter[int] = field(default_factory=collections.Counter)
    failures: collections.Counter[int] = field(default_factory=collections.Counter)

    def failed_share(self) -> float:
        """Failed logons among all attempts."""
        failed, good = sum(self.failures.values()), sum(self.logons.values())
        return failed / (failed + good) if failed + good else 0.0


def count_event(shape: Shape, channel: str, event: str, hour: int) -> None:
    """Count a Windows event."""
    name = CHANNELS.get(channel.lower(), "other")
    shape.events[f"{name} {event}" if name != "other" else name] += 1
    if name == "Security" and event == "4624":
        shape.logons[hour] += 1
    elif name == "Security" and event == "4625":
        shape.failures[hour] += 1


# MARK: recordings


def recorded_network(folder: Path) -> tuple[Shape, list[collections.Counter[int]]]:
    """The four days together, and the hours of each."""
    shape = Shape()
    days = []
    for name in DAYS:
        hours: collections.Counter[int] = collections.Counter()
        columns: list[str] = []
        with (folder / name / "data" / "conn.log.labeled").open(encoding="utf-8") as file:
            for line in file:
                if line.startswith("#fields"):
                    columns = line.split()[1:]
                if line.startswith("#"):
                    continue
                values = dict(zip(columns, line.rstrip("\n").split("\t"), strict=False))
                if values.get("label") == "Malicious":
                    continue
                hours[datetime.fromtimestamp(float(values["ts"]), PRAGUE).hour] += 1
                shape.services[values.get("service", "-")] += 1
        days.append(hours)
        shape.hours += hours
    return shape, days


def recorded_events() -> Shape:
    """Windows events of all recordings up to 25 MB; kept, since it reads half a gigabyte."""
    file = external.CACHE / "recorded-events.json"
    shape = Shape()
    if not file.exists():
        counts: collections.Counter[str] = collections.Counter()
        for path in external.windows_recordings(25_000_000):
            for _, record in windows_records.read_records(path):
                counts[f"{record.get('Channel')}\t{record.get('EventID')}"] += 1
        file.write_text(json.dumps(dict(counts)), encoding="utf-8")
    for key, count in json.loads(file.read_text(encoding="utf-8")).items():
        channel, event = key.split("\t")
        single = Shape()
        count_event(single, channel, event, 0)
        for name in ("events", "logons", "failures"):
            for what in getattr(single, name):
                getattr(shape, name)[what] += count
    return shape


# MARK: simulation


def with_history(days: int, folder: Path) -> Path | None:
    """The scenario with days before its start, if the program knows such."""
    text = SCENARIO.read_text(encoding="utf-8")
    text = re.sub(r"^(\s*)duration: 8h$", rf"\1duration: 8h\n\1history: {days}", text, count=1, flags=re.MULTILINE)
    file = folder / "egov.yaml"
    file.write_text(text, encoding="utf-8")
    return file if thao_program.accepts(["validate", str(file)]) else None


def simulated(folder: Path) -> tuple[Shape, str]:
    """The simulated day, and what day it is."""
    scenario = with_history(4, folder)
    out = folder / "run"
    arguments = ["run", str(scenario or SCENARIO), "--format", "winlogbeat,zeek", "--out", str(out), "--quiet"]
    thao_program.call(arguments)
    truth = read_truth(out)
    shapes: dict[str, Shape] = collections.defaultdict(Shape)
    for path in telemetry_files(out):
        for record in json_lines(path):
            zeek = "_path" in record
            identifier = str(record.get("record_id") if zeek else dotted(record, "event.id"))
            if truth.label(identifier) != "benign":
                continue
            if zeek:
                moment = moment_of(record["ts"])
                if record["_path"] == "conn":
                    shapes[str(moment.date())].hours[moment.hour] += 1
                    shapes[str(moment.date())].services[record.get("service", "-")] += 1
            elif channel := dotted(record, "winlog.channel"):
                moment = moment_of(record["@timestamp"])
                count_event(shapes[str(moment.date())], channel, str(dotted(record, "winlog.event_id")), moment.hour)
    # The run begins on a Monday morning. Records begin as many days before it, in the morning too, so that the first
    # date is not whole; the next one is a Friday. Without history there is the Monday only.
    for date, shape in sorted(shapes.items())[1 if scenario else 0 :]:
        if datetime.fromisoformat(date).weekday() < 5:
            return shape, date
    sys.exit("there is no working day in the simulated records")


def json_lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open("rb") as file:
        for line in file:
            yield orjson.loads(line)


def moment_of(value: object) -> datetime:
    """A moment in time in the scenario's zone, from seconds or from text."""
    if isinstance(value, (int, float)):
        return datetime.fromtimestamp(value, HANOI)
    return datetime.fromisoformat(str(value)).astimezone(HANOI)


# MARK: plots


def save(figure: pyplot.Figure, path: Path) -> None:
    """Write an SVG whose bytes follow from its content."""
    figure.tight_layout()
    figure.savefig(path, format="svg", metadata={"Date": None})
    pyplot.close(figure)


def plot_hours(path: Path, ours: Shape, days: list[collections.Counter[int]]) -> None:
    """Connections by hour as shares of the day."""
    figure, axes = pyplot.subplots(figsize=(6, 2.8))
    for index, hours in enumerate(days):
        total = sum(hours.values())
        label = "recorded, four days" if index == 0 else None
        axes.plot(range(24), [100 * hours[hour] / total for hour in range(24)], color=RECORDED, alpha=0.6, label=label)
    total = sum(ours.hours.values())
    axes.plot(
        range(24), [100 * ours.hours[hour] / total for hour in range(24)], color=SIMULATED, lw=2, label="simulated"
    )
    axes.set(xlabel="hour of the day, local", ylabel="% of connections", xlim=(0, 23), ylim=(0, None))
    axes.legend(frameon=False)
    save(figure, path)


def plot_shares(path: Path, ours: collections.Counter[str], theirs: collections.Counter[str], count: int) -> None:
    """The most frequent kinds of either side as shares of all."""
    totals = sum(ours.values()) or 1, sum(theirs.values()) or 1
    weight = {name: ours[name] / totals[0] + theirs[name] / totals[1] for name in {*ours, *theirs}}
    names = sorted(weight, key=lambda name: (-weight[name], name))[:count][::-1]
    figure, axes = pyplot.subplots(figsize=(6, 0.8 + 0.3 * len(names)))
    places = range(len(names))
    axes.barh([place + 0.2 for place in places], [100 * ours[name] / totals[0] for name in names], 0.4,
              color=SIMULATED, label="simulated")  # fmt: skip
    axes.barh([place - 0.2 for place in places], [100 * theirs[name] / totals[1] for name in names], 0.4,
              color=RECORDED, label="recorded")  # fmt: skip
    axes.set_yticks(list(places), names)
    axes.set(xlabel="% of records")
    axes.legend(frameon=False)
    save(figure, path)


def plot_failures(path: Path, ours: Shape, theirs: Shape) -> None:
    """Failed logons among attempts by hour, and the recordings' share as a line."""
    figure, axes = pyplot.subplots(figsize=(6, 2.6))
    tried = {hour: ours.failures[hour] + ours.logons[hour] for hour in range(24)}
    axes.bar(range(24), [100 * ours.failures[hour] / tried[hour] if tried[hour] else 0 for hour in range(24)],
             color=SIMULATED, label="simulated")  # fmt: skip
    axes.axhline(100 * theirs.failed_share(), color=RECORDED, label="recorded, all hours")
    axes.set(xlabel="hour of the day, local", ylabel="% of logons failed", xlim=(-0.5, 23.5))
    axes.legend(frameon=False)
    save(figure, path)


def figures(name: str, counter: collections.Counter[str], count: int = 12) -> str:
    """The most frequent kinds as one line."""
    total = sum(counter.values()) or 1
    shares = (f"{kind} {100 * number / total:.1f} %" for kind, number in counter.most_common(count))
    return f"{name} ({total}): " + ", ".join(shares)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the plots go")
    options = parser.parse_args()
    network, days = recorded_network(external.STRATOSPHERE.folder())
    external.RECORDINGS.folder()
    external.CACHE.mkdir(parents=True, exist_ok=True)
    events = recorded_events()
    with tempfile.TemporaryDirectory(dir=external.CACHE) as folder:
        ours, date = simulated(Path(folder))
    matplotlib.rcParams.update(
        {
            "svg.hashsalt": "shape",
            "svg.fonttype": "none",
            "font.size": 9,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    )
    options.folder.mkdir(parents=True, exist_ok=True)
    plot_hours(options.folder / "hours.svg", ours, days)
    plot_shares(options.folder / "services.svg", ours.services, network.services, 10)
    plot_shares(options.folder / "events.svg", ours.events, events.events, 18)
    plot_failures(options.folder / "failed-logons.svg", ours, events)
    print(f"simulated day: {date}")
    print("hours, simulated:", [ours.hours[hour] for hour in range(24)])
    print("hours, recorded: ", [network.hours[hour] for hour in range(24)])
    print(figures("services, simulated", ours.services))
    print(figures("services, recorded", network.services))
    print(figures("events, simulated", ours.events, 20))
    print(figures("events, recorded", events.events, 20))
    for name, shape in (("simulated", ours), ("recorded", events)):
        failed, good = sum(shape.failures.values()), sum(shape.logons.values())
        print(f"failed logons, {name}: {failed} of {failed + good} ({100 * shape.failed_share():.2f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
