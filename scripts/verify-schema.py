#!/usr/bin/env python3
"""Checks the published JSON Schemas with an independent implementation.

Every shipped scenario and catalogue file, and every fixture that the reader accepts, must validate against
docs/scenario.schema.json or docs/catalogue.schema.json, and the schemas must be valid drafts themselves.
Fixtures whose fault is one of form must not validate.

Needs the packages of scripts/requirements-schema.txt.
"""

import pathlib
import re
import sys

import json
import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 core schema: `on` is a text, 07:30 is no number, 1_000 is a text."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def validator(name):
    schema = json.loads((ROOT / "docs" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def main():
    scenario, catalogue = validator("scenario.schema.json"), validator("catalogue.schema.json")
    library = ROOT / "Sources" / "Content" / "Library"
    fixtures = ROOT / "Tests" / "ScenarioTests" / "Fixtures"
    cases = [(path, scenario) for path in sorted(library.glob("scenarios/*.yaml"))]
    cases += [(path, catalogue) for path in sorted([*library.glob("techniques/*.yaml"), *library.glob("*.yaml")])]
    cases += [(path, scenario) for path in sorted(fixtures.glob("thaotruong/accept/*.yaml"))]
    cases += [(path, catalogue) for path in sorted(fixtures.glob("catalogue/*.yaml"))]
    failures = 0
    for path, schema in cases:
        for error in schema.iter_errors(yaml.load(path.read_text(encoding="utf-8"), CoreLoader)):
            print(f"{path.relative_to(ROOT)}: {error.json_path}: {error.message}")
            failures += 1
    faulty = [path for path in sorted(fixtures.glob("thaotruong/reject/form-*.yaml"))]
    for path in faulty:
        if scenario.is_valid(yaml.load(path.read_text(encoding="utf-8"), CoreLoader)):
            print(f"{path.relative_to(ROOT)}: the schema accepts it")
            failures += 1
    print(f"{len(cases)} valid and {len(faulty)} faulty files, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
