"""Checks every scenario below a folder against the JSON Schema that `thao schema` prints: verify-schema.py SCHEMA FOLDER"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class PlainLoader(yaml.SafeLoader):
    """YAML 1.2 as the scenario reader sees it: `on` is a key and no truth value, and 7:30 is a text, not a number."""


PlainLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", list("tf")),
    ("int", r"^[-+]?[0-9][0-9_]*$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9][0-9_]*)?\.?[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ("merge", r"^<<$", ["<"]),
]:
    PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def main() -> int:
    schema_path, folder = map(pathlib.Path, sys.argv[1:3])
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    validator_type = jsonschema.validators.validator_for(schema)
    validator_type.check_schema(schema)
    validator = validator_type(schema)
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        print(f"no scenario below {folder}", file=sys.stderr)
        return 1
    failures = 0
    for path in files:
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=PlainLoader)
        errors = sorted(validator.iter_errors(document), key=lambda error: error.json_path)
        print(f"{'valid  ' if not errors else 'INVALID'} {path}")
        for error in errors:
            print(f"    {error.json_path}: {error.message[:300]}")
        failures += bool(errors)
    print(f"{len(files) - failures} passed, {failures} failed")
    return 1 if failures else 0


sys.exit(main())
