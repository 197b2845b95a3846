"""Windows-event records out of files, flattened to the field names that Sigma rules use.

Three shapes are read, as they occur in public collections: one flat object a line (NXLog, as in
OTRF/Security-Datasets), Winlogbeat (`winlog.*`), and `evtx_dump` (`Event.System`, `Event.EventData`). What a rule calls
`Provider_Name` and `Computer` is called otherwise in each of them; nothing else is renamed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Names of the flat shape that rules know under another name. A name that is there already is left alone.
FLAT_NAMES = {"SourceName": "Provider_Name", "Hostname": "Computer"}


def scalar(value: Any) -> str | int | float | None:
    """A value as a column holds it: absent values are NULL, booleans the words that rules compare with."""
    if value is None or isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "\n".join(str(scalar(element)) for element in value)
    return json.dumps(value, ensure_ascii=False)


def flatten(record: dict[str, Any]) -> dict[str, Any]:
    """One record under the names of Sigma's taxonomy."""
    if "Event" in record:
        return flatten_dump(record["Event"])
    if isinstance(record.get("winlog"), dict):
        return flatten_winlogbeat(record["winlog"])
    flat = {name: scalar(value) for name, value in record.items()}
    for old, new in FLAT_NAMES.items():
        if old in flat:
            flat.setdefault(new, flat[old])
    return flat


def flatten_dump(event: dict[str, Any]) -> dict[str, Any]:
    """A record in the shape of `evtx_dump`."""
    system = event.get("System") or {}
    event_id = system.get("EventID")
    flat: dict[str, Any] = {
        "EventID": event_id.get("#text") if isinstance(event_id, dict) else event_id,
        "Channel": system.get("Channel"),
        "Computer": system.get("Computer"),
        "EventRecordID": system.get("EventRecordID"),
        "Level": system.get("Level"),
    }
    provider = (system.get("Provider") or {}).get("#attributes") or {}
    flat["Provider_Name"] = provider.get("Name")
    for part in ("EventData", "UserData"):
        collect(event.get(part), flat)
    return flat


def flatten_winlogbeat(winlog: dict[str, Any]) -> dict[str, Any]:
    """A record as Winlogbeat writes it."""
    flat: dict[str, Any] = {
        "EventID": winlog.get("event_id"),
        "Channel": winlog.get("channel"),
        "Computer": winlog.get("computer_name"),
        "Provider_Name": winlog.get("provider_name"),
    }
    for part in ("event_data", "user_data"):
        collect(winlog.get(part), flat)
    return flat


def collect(node: Any, flat: dict[str, Any]) -> None:
    """Take the members of nested event data by their own names."""
    if not isinstance(node, dict):
        return
    for name, value in node.items():
        if name == "#attributes":
            continue
        if isinstance(value, dict) and "#text" in value:
            flat.setdefault(name, scalar(value["#text"]))
        elif isinstance(value, dict):
            collect(value, flat)
        else:
            flat.setdefault(name, scalar(value))


def read_records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a file with the number of the line that each begins at, from 1.

    Lines are tried first; a file in which the first line is no record by itself is read as objects one after the
    other, or as an array of them. Lines that are no JSON are left out, as a reader of logs has to.
    """
    with path.open("rb") as file:
        first = file.readline().lstrip(b"\xef\xbb\xbf")
    try:
        one_per_line = isinstance(json.loads(first), dict)
    except ValueError:
        one_per_line = False
    if one_per_line:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    record = json.loads(line.lstrip(b"\xef\xbb\xbf") if number == 1 else line)
                except ValueError:
                    continue
                if isinstance(record, dict):
                    yield number, flatten(record)
        return
    text = path.read_text(encoding="utf-8-sig")
    decoder = json.JSONDecoder()
    position = line = 0
    while position < len(text):
        start = position
        while start < len(text) and text[start] in " \t\r\n,[]":
            start += 1
        if start >= len(text):
            return
        line += text.count("\n", position, start)
        record, end = decoder.raw_decode(text, start)
        yield line + 1, flatten(record)
        line += text.count("\n", start, end)
        position = end
