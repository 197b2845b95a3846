"""Checks every scenario below a folder against the JSON Schema that `thao schema` prints: verify-schema.py SCHEMA FOLDER"""

import json
import pathlib
import sys

import jsonschema
import yaml


class PlainLoader(yaml.SafeLoader):
    """YAML as the scenario reader sees it: dates and times stay texts."""


PlainLoader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


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
