"""Checks OCSF JSON lines against the public OCSF schema: verify-ocsf.py FILE…

The schema comes with the package `ocsf-json-schema`, in the version that each record's metadata names. Every structure that
occurs is checked (a structure: which fields there are, of which types, with which codes), each several times, and beyond
that every 500th record; so half a million records take a minute and no kind of record goes unseen.
"""

import collections
import json
import sys

import jsonschema
import ocsf_json_schema

CHECKS_PER_STRUCTURE = 3
EVERY = 500
SHOWN = 20


def structure(value, name=""):
    """What makes two records alike for the schema."""
    if isinstance(value, dict):
        return tuple((key, structure(value[key], key)) for key in value)
    if isinstance(value, list):
        return ("list", *dict.fromkeys(structure(element) for element in value))
    if isinstance(value, int) and (name.endswith("_id") or name.endswith("_uid")):
        return value
    return type(value).__name__


class Validators:
    """One compiled validator per version, class and set of profiles."""

    def __init__(self):
        self.schemas = {}
        self.validators = {}

    def validator(self, record):
        metadata = record["metadata"]
        key = (metadata["version"], record["class_uid"], tuple(sorted(metadata.get("profiles", []))))
        if key not in self.validators:
            version, uid, profiles = key
            if version not in self.schemas:
                self.schemas[version] = ocsf_json_schema.OcsfJsonSchemaEmbedded(ocsf_json_schema.get_ocsf_schema(version))
            schema = self.schemas[version]
            document = schema.get_class_schema(schema.lookup_class_name_from_uid(uid), list(profiles))
            self.validators[key] = jsonschema.Draft202012Validator(document)
        return self.validators[key]


def main() -> int:
    validators = Validators()
    seen, problems, classes = collections.Counter(), collections.Counter(), collections.Counter()
    checked = total = failures = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                total += 1
                try:
                    record = json.loads(line)
                    key = structure(record)
                    seen[key] += 1
                    classes[record["class_uid"]] += 1
                    if seen[key] > CHECKS_PER_STRUCTURE and number % EVERY:
                        continue
                    messages = [
                        f"class {record['class_uid']} {error.json_path}: {error.message[:200]}"
                        for error in validators.validator(record).iter_errors(record)
                    ]
                except (ValueError, KeyError, TypeError) as error:
                    messages = [f"unreadable: {type(error).__name__}: {error}"]
                checked += 1
                if not messages:
                    continue
                failures += 1
                for message in messages:
                    if message not in problems and len(problems) < SHOWN:
                        print(f"{path}:{number}: {message}")
                    problems[message] += 1
    if not total:
        print("no record", file=sys.stderr)
        return 1
    print(f"{total} records of {len(classes)} classes, {len(seen)} structures, {checked} records checked")
    print(f"{checked - failures} passed, {failures} failed")
    return 1 if failures else 0


sys.exit(main())
