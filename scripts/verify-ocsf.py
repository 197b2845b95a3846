#!/usr/bin/env python3
"""Check lines of telemetry against the public schema of OCSF.

usage: verify-ocsf.py [--sample N] [--truth TRUTH.jsonl] TELEMETRY.jsonl...

The compiled schema comes with the package `ocsf-json-schema` (PyPI), which also turns a class and its profiles into a
JSON Schema (draft 2020-12); `jsonschema` applies it. `ocsf-lib` carries no schema of its own and would ask a server
for it, so it is not used. Every class, activity, event code and sensor that occurs is in the sample, the rest are spread evenly.

Beyond the JSON Schema it checks what that cannot say: captions that stand beside their numbers, `type_uid`, the version,
that ids are unique and times ascend, and that what the truth tells of is there.
"""

import argparse
import collections
import json
import re
import sys

import jsonschema
from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema

VERSION = "1.3.0"
RECORD_ID = re.compile(r"[0-9a-f]{32}")


class Checker:
    """Validates single records, keeping one compiled validator per class and set of profiles."""

    def __init__(self):
        schema = get_ocsf_schema(version=VERSION)
        self.classes = {entry["uid"]: (name, entry) for name, entry in schema["classes"].items()}
        self.embedded = OcsfJsonSchemaEmbedded(schema)
        self.validators = {}

    def errors(self, record):
        """Return what is wrong with a record, as texts."""
        found = []
        uid = record.get("class_uid")
        if uid not in self.classes:
            return [f"unknown class {uid}"]
        name, entry = self.classes[uid]
        metadata = record.get("metadata", {})
        profiles = tuple(metadata.get("profiles", []))
        unknown = [profile for profile in profiles if profile not in (entry.get("profiles") or [])]
        if unknown:
            found.append(f"{name} has no profiles {unknown}")
        key = (name, profiles)
        if key not in self.validators:
            schema = self.embedded.get_class_schema(name, list(profiles))
            self.validators[key] = jsonschema.Draft202012Validator(schema)
        for error in self.validators[key].iter_errors(record):
            found.append(f"{name}: {error.json_path}: {error.message[:200]}")
        if metadata.get("version") != VERSION:
            found.append("metadata.version is not " + VERSION)
        if record.get("type_uid") != uid * 100 + record.get("activity_id", -1):
            found.append(f"{name}: type_uid does not go with activity_id")
        if record.get("class_name") != entry["caption"]:
            found.append(f"{name}: class_name {record.get('class_name')!r} is not {entry['caption']!r}")
        found += captions(record, entry["attributes"], name)
        if not RECORD_ID.fullmatch(metadata.get("uid", "")):
            found.append("metadata.uid is not 32 hexadecimal digits")
        return found


def captions(record, attributes, name):
    """Return errors where a text beside a number is not the number's caption."""
    found = []
    for attribute, definition in attributes.items():
        sibling = definition.get("sibling")
        values = definition.get("enum")
        if not values or attribute not in record or sibling not in record:
            continue
        value = record[attribute]
        if value != 99 and values.get(str(value), {}).get("caption") != record[sibling]:
            found.append(f"{name}: {sibling} {record[sibling]!r} does not go with {attribute} {value}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=20_000, help="lines to check per file at least")
    parser.add_argument("--truth", help="file of truth lines that go with the telemetry")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()

    checker = Checker()
    failures = collections.Counter()
    kinds = collections.Counter()
    ids = set()
    checked = total = size = 0
    for path in options.files:
        with open(path, "rb") as file:
            lines = sum(1 for _ in file)
        stride = max(1, lines // max(1, options.sample))
        previous = -1
        per_kind = collections.Counter()
        with open(path, "rb") as file:
            for number, line in enumerate(file):
                total += 1
                size += len(line)
                record = json.loads(line)
                metadata = record["metadata"]
                if metadata["uid"] in ids:
                    failures["an id occurs twice"] += 1
                ids.add(metadata["uid"])
                if record["time"] < previous:
                    failures["times do not ascend"] += 1
                previous = record["time"]
                kind = (record["class_uid"], record["activity_id"], metadata.get("event_code"), metadata["log_name"])
                per_kind[kind] += 1
                kinds[record["class_uid"]] += 1
                if number % stride and per_kind[kind] > 40:
                    continue
                checked += 1
                for error in checker.errors(record):
                    failures[error] += 1
    if options.truth:
        with open(options.truth, encoding="utf-8") as file:
            told = [json.loads(line) for line in file]
        missing = [entry["record"] for entry in told if "record" in entry and entry["record"] not in ids]
        if missing:
            failures["truth tells of records that are not there"] += len(missing)
        print(f"truth: {sum('record' in entry for entry in told)} records, {sum('step' in entry for entry in told)} steps")
    for uid, count in sorted(kinds.items()):
        print(f"{uid:>7} {checker.classes.get(uid, ('?',))[0]:32} {count:>9}")
    print(f"{total} lines, mean {size // max(1, total)} bytes; {checked} checked against OCSF {VERSION}")
    for error, count in failures.most_common(40):
        print(f"FAILED {count:>7} {error}", file=sys.stderr)
    if checked < min(options.sample, total):
        print("FAILED the sample is too small", file=sys.stderr)
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
