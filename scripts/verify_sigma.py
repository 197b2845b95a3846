#!/usr/bin/env python3
"""Compare `thao detect` with pySigma over SQLite, with rules and records of the public.

usage: verify_sigma.py [regression] [recordings] [speed]        all three where none is named

regression   every case of SigmaHQ's regression data: the rule must match its record
recordings   rules/windows over OTRF's recordings of Windows hosts: the same lines for each rule and file
speed        the same work by both, one run

What pySigma does here is said in `sigma_sqlite.py`. Its results are kept under out/oracles, by versions of packages and
by content, so that a second comparison takes seconds. Needs SIGMA_REPOSITORY and SECURITY_DATASETS, see `external.py`.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import external
import sigma_sqlite
import thao_program
import windows_records
import yaml
from sigma_sqlite import ConvertedRule

PARTS = ("regression", "recordings", "speed")
RULE_ID = re.compile(r"^id:\s*([0-9a-f-]{36})", re.MULTILINE)


def rule_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yml"))


def rules_by_id(repository: Path) -> dict[str, Path]:
    """Files of all rules by the id of the rule."""
    found: dict[str, Path] = {}
    for folder in sorted(repository.glob("rules*")):
        for path in rule_files(folder):
            match = RULE_ID.search(path.read_text(encoding="utf-8"))
            if match:
                found[match.group(1)] = path
    return found


def lines_by_file(findings: list[dict[str, Any]]) -> dict[tuple[str, str], set[int]]:
    """Lines by rule and file."""
    found: dict[tuple[str, str], set[int]] = collections.defaultdict(set)
    for finding in findings:
        found[finding["rule"], finding["file"]].add(finding["line"])
    return found


# MARK: regression


def regression() -> bool:
    """Whether every case matches with us."""
    repository = external.SIGMA.folder()
    paths = rules_by_id(repository)
    cases: list[tuple[str, Path, int]] = []
    infos = sorted((repository / "regression_data").rglob("info.yml"))
    for info in infos:
        described = yaml.safe_load(info.read_text(encoding="utf-8"))
        tests = described.get("regression_tests_info") or [{}]
        for entry in described["rule_metadata"]:
            for file in sorted(info.parent.iterdir()):
                # The same records in Windows' binary form lie beside the JSON.
                if file.suffix not in (".evtx", ".yml"):
                    cases.append((entry["id"], file, tests[0].get("match_count") or 1))
    output = external.CACHE / "regression.jsonl"
    output.parent.mkdir(parents=True, exist_ok=True)
    files = sorted({file for _, file, _ in cases})
    rules = sorted({paths[rule] for rule, _, _ in cases})
    thao_program.detect(rules, files, output)
    ours = lines_by_file(thao_program.findings(output))
    table = []
    passed: dict[Path, list[bool]] = collections.defaultdict(list)
    theirs_passed: dict[Path, list[bool]] = collections.defaultdict(list)
    for rule, file, expected in cases:
        converted = sigma_sqlite.convert_rule(paths[rule], rule)
        count = len(ours.get((rule, str(file)), ()))
        passed[file.parent].append(count >= expected)
        if converted.error:
            theirs, reason = 0, converted.error
        else:
            try:
                rows = sigma_sqlite.Table(sigma_sqlite.columns_of([converted]))
                rows.load(file)
                theirs, reason = len(rows.matches(converted)), ""
            except ValueError:
                theirs, reason = 0, "its loader reads JSON only"
        theirs_passed[file.parent].append(theirs >= expected)
        if count != theirs or count < expected:
            table.append((file.relative_to(repository / "regression_data"), expected, theirs, count, reason))
    good = sum(all(results) for results in passed.values())
    theirs_good = sum(all(results) for results in theirs_passed.values())
    print(f"regression: {len(infos)} cases; pySigma {theirs_good}, thao {good}")
    for file, expected, theirs, count, reason in table:
        print(f"  {file}: expected {expected}, pySigma {theirs}, thao {count} {reason}")
    return good == len(infos)


# MARK: recordings


def comparable_rules(repository: Path) -> tuple[list[ConvertedRule], list[ConvertedRule]]:
    """The rules that pySigma can run here, and those that it cannot."""
    paths = rule_files(repository / "rules" / "windows")
    rules = sigma_sqlite.convert_rules(paths, repository, external.CACHE)
    return [rule for rule in rules if not rule.error], [rule for rule in rules if rule.error]


OPERATIONS = {
    "%%1904": "New registry value created",
    "%%1905": "Existing registry value modified",
    "%%1906": "Registry value deleted",
}


def label(record: dict[str, Any]) -> dict[str, Any]:
    """4688 with its mandatory label as what Sysmon calls the level of integrity."""
    return {"IntegrityLevel": record.get("MandatoryLabel")}


def account(record: dict[str, Any]) -> dict[str, Any]:
    """4688 with its subject as what Sysmon calls the user."""
    return {"User": f"{record.get('SubjectDomainName')}\\{record.get('SubjectUserName')}"}


def operation(record: dict[str, Any]) -> dict[str, Any]:
    """4657 with the texts that its codes stand for."""
    code = record.get("OperationType")
    return {"OperationType": OPERATIONS.get(str(code), code)}


def operation_and_value(record: dict[str, Any]) -> dict[str, Any]:
    """4657 with texts, and with the name of the value at the end of the key's."""
    return operation(record) | {"ObjectName": f"{record.get('ObjectName')}\\{record.get('ObjectValueName')}"}


# What we read in records and pySigma's pipelines do not. An explanation counts only if pySigma's own query, asked of
# the record with these names added, answers as we do.
EXPLANATIONS = (
    ("Security", "4688", label, "we read 4688's MandatoryLabel as IntegrityLevel, pySigma's audit pipeline does not"),
    ("Security", "4688", account, "we read 4688's subject as User, pySigma's audit pipeline does not"),
    (
        "Security",
        "4657",
        operation,
        "we read 4657's message codes, pySigma's audit pipeline asks for their English texts",
    ),
    ("Security", "4657", operation_and_value, "and we read 4657's key and value as one path, as Sysmon writes it"),
)


def classify(rule: ConvertedRule, record: dict[str, Any], ours: bool) -> str:
    """Why one side alone matches a record, proved by asking again; or that nobody knows."""
    for channel, event, amend, reason in EXPLANATIONS:
        if str(record.get("Channel")).lower() != channel.lower() or str(record.get("EventID")) != event:
            continue
        table = sigma_sqlite.Table(sigma_sqlite.columns_of([rule]))
        table.insert(record | amend(record))
        if bool(table.matches(rule)) == ours:
            return reason
    return "unexplained"


def record_at(path: Path, line: int) -> dict[str, Any]:
    for number, record in windows_records.read_records(path):
        if number == line:
            return record
    return {}


def recordings(limit: int) -> bool:
    """Whether every difference between the two has an explanation."""
    repository = external.SIGMA.folder()
    files = external.windows_recordings(limit)
    rules, refused = comparable_rules(repository)
    key = sigma_sqlite.rules_key(rules)
    theirs: dict[tuple[str, str], set[int]] = {}
    for number, file in enumerate(files, 1):
        if sys.stderr.isatty():
            print(f"\rpySigma: {number} of {len(files)} files", end="", file=sys.stderr)
        for rule, lines in sigma_sqlite.match_file(file, rules, external.CACHE, key).items():
            theirs[rule, str(file)] = set(lines)
    output = external.CACHE / "recordings.jsonl"
    thao_program.detect([repository / "rules" / "windows"], files, output)
    by_id = {rule.id: rule for rule in rules}
    ours = {pair: lines for pair, lines in lines_by_file(thao_program.findings(output)).items() if pair[0] in by_id}

    size = sum(file.stat().st_size for file in files)
    print(f"recordings: {len(files)} files, {size / 1e6:.0f} MB; {len(rules) + len(refused)} rules of rules/windows")
    for reason, count in collections.Counter(rule.error.split(" (")[0] for rule in refused).most_common():
        print(f"  pySigma cannot run {count}: {reason}")
    pairs = sorted(set(ours) | set(theirs))
    equal = sum(ours.get(pair) == theirs.get(pair) for pair in pairs)
    print(f"  rule and file pairs with matches: {len(pairs)}; equal line by line: {equal}")
    print(f"  matches: pySigma {sum(map(len, theirs.values()))}, thao {sum(map(len, ours.values()))}")
    classes: dict[str, list[str]] = collections.defaultdict(list)
    for pair in pairs:
        mine, other = ours.get(pair, set()), theirs.get(pair, set())
        for is_ours, lines in ((True, mine - other), (False, other - mine)):
            if not lines:
                continue
            rule, file = by_id[pair[0]], Path(pair[1])
            record = record_at(file, min(lines))
            side = "only thao" if is_ours else "only pySigma"
            text = f"{side}, {len(lines)} lines: {rule.path} · {file.name}:{min(lines)}"
            shown = {name: record.get(name) for name in ["Channel", "EventID", *rule.fields] if name in record}
            classes[classify(rule, record, is_ours)].append(
                f"{text}\n        {json.dumps(shown, ensure_ascii=False)[:600]}"
            )
    for reason, texts in sorted(classes.items()):
        print(f"  {len(texts)} differences: {reason}")
        for text in texts if reason == "unexplained" else texts[:3]:
            print(f"      {text}")
    return "unexplained" not in classes


# MARK: speed


def speed(limit: int) -> None:
    """Time both over the same files and rules, everything included and apart."""
    repository = external.SIGMA.folder()
    files = external.windows_recordings(limit)
    paths = rule_files(repository / "rules" / "windows")
    clock = Stopwatch()
    converted = [sigma_sqlite.convert_rule(path, path.name) for path in paths]
    rules = [rule for rule in converted if not rule.error]
    clock.lap("rules")
    count = 0
    for file in files:
        table = sigma_sqlite.Table(sigma_sqlite.columns_of(rules))
        table.load(file)
        clock.lap("loading")
        for rule in rules:
            table.matches(rule)
        clock.lap("matching")
        table.index()
        for rule in rules:
            table.matches(rule)
        clock.lap("indexed")
        count += table.count
        table.connection.close()
    nothing = external.CACHE / "empty.json"
    nothing.write_bytes(b"")
    output = external.CACHE / "speed.jsonl"
    start = thao_program.detect([repository / "rules" / "windows"], [nothing], output)
    whole = thao_program.detect([repository / "rules" / "windows"], files, output)
    size = sum(file.stat().st_size for file in files)
    print(f"speed: {len(files)} files, {size / 1e6:.0f} MB, {count} records, {len(rules)} rules; seconds of CPU (wall)")
    for name, (wall, cpu) in clock.laps.items():
        print(f"  pySigma {name:9} {cpu:9.2f} ({wall:.2f})")
    print(f"  thao rules        {start.cpu:9.2f} ({start.wall:.2f})")
    print(f"  thao whole        {whole.cpu:9.2f} ({whole.wall:.2f})")
    ours = max(whole.cpu - start.cpu, 1e-3)
    print(f"  records a second of CPU: thao {count / ours:.0f}")
    for name, lap in (("as it comes", "matching"), ("with an index by event and channel", "indexed")):
        theirs = clock.laps["loading"][1] + clock.laps[lap][1]
        total = theirs + clock.laps["rules"][1]
        print(
            f"  {name}: pySigma {count / theirs:.0f}, ratio {theirs / ours:.0f}; "
            f"with the reading of rules on both sides: ratio {total / whole.cpu:.0f}"
        )


class Stopwatch:
    """Wall and CPU seconds by name."""

    def __init__(self) -> None:
        self.laps: dict[str, tuple[float, float]] = {}
        self.last = (time.perf_counter(), time.process_time())

    def lap(self, name: str) -> None:
        """Count the time since the last lap under a name."""
        now = (time.perf_counter(), time.process_time())
        wall, cpu = self.laps.get(name, (0.0, 0.0))
        self.laps[name] = (wall + now[0] - self.last[0], cpu + now[1] - self.last[1])
        self.last = now


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; all by default")
    parser.add_argument("--limit", type=int, default=60_000_000, help="largest recording to compare, in bytes")
    parser.add_argument("--speed-limit", type=int, default=10_000_000, help="largest recording to time, in bytes")
    options = parser.parse_args()
    parts = options.parts or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"unknown part: {', '.join(sorted(unknown))}")
    good = True
    if "regression" in parts:
        good = regression() and good
    if "recordings" in parts:
        good = recordings(options.limit) and good
    if "speed" in parts:
        speed(options.speed_limit)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
