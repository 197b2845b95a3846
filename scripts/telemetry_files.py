"""A run's telemetry and truth, read back in whatever format it was written.

A record becomes a `Record`: its id, its kind (what decides which fields it has), and its leaves as pairs of path and
value. Elements of a list share the path of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

Leaf = tuple[str, Any]

# RFC 5424 with one element of structured data that carries the id; stricter reading is the business of verify_formats.
SYSLOG = re.compile(r"<(\d+)>1 (\S+) (\S+) (\S+) (\S+) (\S+) (-|(?:\[.*?(?<!\\)\])+) ?(.*)", re.DOTALL)
SYSLOG_PARTS = ("priority", "time", "host", "program", "process", "message_id", "data", "message")
SYSLOG_ID = re.compile(r'record@32473 id="([^"]*)"')


@dataclass(frozen=True)
class Record:
    """One record of one file."""

    id: str
    kind: tuple[Any, ...]
    leaves: list[Leaf]
    line: bytes
    # What the parts of a line are called where the line does not say so itself.
    columns: tuple[str, ...] = ()


def leaves_of(node: Any, path: str, into: list[Leaf]) -> None:
    """Append the scalars below a node, in the order of the text."""
    if isinstance(node, dict):
        for name, value in node.items():
            leaves_of(value, f"{path}.{name}" if path else name, into)
    elif isinstance(node, list):
        for element in node:
            leaves_of(element, path, into)
    else:
        into.append((path, node))


def dotted(node: dict[str, Any], path: str) -> Any:
    """The value at a dotted path, whether the keys are nested or dotted themselves."""
    if path in node:
        return node[path]
    head, _, rest = path.partition(".")
    inner = node.get(head)
    return dotted(inner, rest) if rest and isinstance(inner, dict) else None


def identity(record: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    """Id and kind of a JSON record, by its shape."""
    if "class_uid" in record:
        metadata = record["metadata"]
        kind = (record["class_uid"], record.get("activity_id"), metadata.get("event_code"), metadata.get("log_name"))
        return metadata["uid"], kind
    if "Event" in record:
        system = record["Event"]["System"]
        return str(system["EventRecordID"]), (system.get("Channel"), system.get("EventID"))
    if "_path" in record:
        return str(record.get("record_id")), (record["_path"],)
    channel, event = dotted(record, "winlog.channel"), dotted(record, "winlog.event_id")
    if channel is not None:
        return str(dotted(record, "event.id")), (channel, str(event))
    category = dotted(record, "event.category")
    kind = (
        dotted(record, "event.dataset"),
        str(category),
        dotted(record, "event.action"),
        dotted(record, "event.code"),
    )
    return str(dotted(record, "event.id")), kind


def parse_line(line: bytes, columns: tuple[str, ...]) -> list[Leaf]:
    """The leaves of one line of any format."""
    if line.startswith(b"{"):
        leaves: list[Leaf] = []
        leaves_of(orjson.loads(line), "", leaves)
        return leaves
    text = line.decode("utf-8").rstrip("\n")
    if columns:
        return [(key, value) for key, value in zip(columns, text.split("\t"), strict=True) if value != "-"]
    match = SYSLOG.fullmatch(text)
    if match is None:
        raise ValueError(f"no RFC 5424 line: {text[:200]!r}")
    return list(zip(SYSLOG_PARTS, match.groups(), strict=True))


def read_json(path: Path) -> Iterator[Record]:
    """Records of a file of JSON lines."""
    with path.open("rb") as file:
        for line in file:
            record = orjson.loads(line)
            leaves: list[Leaf] = []
            leaves_of(record, "", leaves)
            identifier, kind = identity(record)
            yield Record(identifier, kind, leaves, line)


def read_zeek(path: Path) -> Iterator[Record]:
    """Records of a Zeek log with its header."""
    columns: tuple[str, ...] = ()
    name = path.stem
    with path.open("rb") as file:
        for line in file:
            if line.startswith(b"#"):
                words = line.decode("utf-8").rstrip("\n").split("\t")
                if words[0] == "#fields":
                    columns = tuple(words[1:])
                elif words[0] == "#path":
                    name = words[1]
                continue
            leaves = parse_line(line, columns)
            yield Record(str(dict(leaves).get("record_id")), (name,), leaves, line, columns)


def read_syslog(path: Path) -> Iterator[Record]:
    """Records of a file of RFC 5424 lines."""
    with path.open("rb") as file:
        for line in file:
            leaves = parse_line(line, ())
            parts = dict(leaves)
            identifier = SYSLOG_ID.search(parts["data"])
            kind = (parts["program"], parts["message_id"])
            yield Record(identifier.group(1) if identifier else "", kind, leaves, line)


def read_telemetry(path: Path) -> Iterator[Record]:
    """Records of a file, by what it begins with."""
    with path.open("rb") as file:
        first = file.read(1)
    if first == b"":
        return iter(())
    if first == b"{":
        return read_json(path)
    return read_zeek(path) if first == b"#" else read_syslog(path)


def telemetry_files(run: Path) -> list[Path]:
    """The files of a run's telemetry, in order of name."""
    return sorted(path for path in (run / "telemetry").rglob("*") if path.is_file())


@dataclass(frozen=True)
class Truth:
    """What truth says: the line of each record that is not benign, under all names of the record, and the steps."""

    records: dict[str, dict[str, Any]]
    steps: dict[int, dict[str, Any]]

    def label(self, identifier: str) -> str:
        entry = self.records.get(identifier)
        return entry["label"] if entry else "benign"


def read_truth(run: Path) -> Truth:
    """The truth of a run."""
    records: dict[str, dict[str, Any]] = {}
    steps: dict[int, dict[str, Any]] = {}
    with (run / "truth.jsonl").open("rb") as file:
        for line in file:
            entry = orjson.loads(line)
            if "record" in entry:
                records[entry["record"]] = entry
                # Formats whose ids are numbers have another name for the record.
                if "number" in entry:
                    records[str(entry["number"])] = entry
            else:
                steps[entry["step"]] = entry
    return Truth(records, steps)
