#!/usr/bin/env python3
"""Hold telemetry to its formats with readers and field lists that are not ours.

usage: verify_formats.py RUN            the output folder of a run with all formats

zeek-tsv   PyPI `zat` in its strict mode reads every line of every log, and types convert
syslog     the grammar of RFC 5424 on every line, and PyPI `syslog-rfc5424-parser` on a sample
ecs        every field is in Elastic's own list (generated/ecs/ecs_flat.yml) with a value of its type, or one of those
           that Elastic's shippers add beside it (`winlog.` and the like)
winlogbeat the same; and the names in `winlog.event_data` are those of real recordings of the same channel and event
evtx       the skeleton of real `evtx_dump` records; names as in real recordings; by pySigma's mapping of
           categories to events, every field that rules ask for and real records have; and pySigma's own queries find
           the same lines as `thao detect`
OCSF is the business of verify-ocsf.py. Needs ECS_REPOSITORY, SIGMA_REPOSITORY and SECURITY_DATASETS, see `external.py`;
a part whose material is absent says so and is left out.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import io
import ipaddress
import json
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import external
import sigma_sqlite
import thao_program
import verify_sigma
import windows_records
import yaml
from sigma.pipelines.sysmon.sysmon import sysmon_generic_logsource_eventid_mapping as SYSMON_EVENTS
from sigma.pipelines.windows.windows import generic_logsource_to_windows_audit_event_mapping as AUDIT_EVENTS
from syslog_rfc5424_parser import ParseError, SyslogMessage
from telemetry_files import read_telemetry, telemetry_files
from zat.zeek_log_reader import ZeekLogReader

SAMPLE = 20_000
SYSTEM_FIELDS = {"Level", "EventRecordID", "Provider_Name", "Computer"}
# Names that Windows documents and no recording here has.
KNOWN_NAMES = {
    # Empty without a certificate, and the recordings leave empty values out.
    "security 4768": {"CertIssuerName", "CertSerialNumber", "CertThumbprint"},
    # Since Sysmon 13.30, which is younger than the recordings.
    "microsoft-windows-sysmon/operational 8": {"SourceUser", "TargetUser"},
    # Texts without names: Winlogbeat numbers them, evtx_dump calls them Data, NXLog splits them up.
    "windows powershell 400": {"param1", "param2", "param3", "Data"},
    # In UserData, which NXLog splits up by the message's words; Winlogbeat adds the element's name.
    **{
        f"microsoft-windows-terminalservices-localsessionmanager/operational {event}": {
            "User",
            "SessionID",
            "Address",
            "xml_name",
        }
        for event in (21, 22, 23, 24, 25)
    },
    "microsoft-windows-terminalservices-remoteconnectionmanager/operational 1149": {
        "Param1",
        "Param2",
        "Param3",
        "xml_name",
    },
    "security 1102": {"SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId", "xml_name"},
}
# Fields beside ECS that Elastic's own shippers add (Filebeat's Zeek module, Winlogbeat's PowerShell module), and those
# with a capital, which ECS leaves to everybody's own use.
BESIDE_ECS = re.compile(r"winlog\.|zeek\.|powershell\.|[A-Z]")
PRINTABLE = r"[\x21-\x7e]"
# RFC 5424, section 6: header, structured data with escapes of `"`, `\` and `]` only, and a message in UTF-8.
RFC5424 = re.compile(
    r"<(?P<priority>0|[1-9]\d{0,2})>1 "
    r"(?P<time>-|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)) "
    rf"(?:-|{PRINTABLE}{{1,255}}) (?:-|{PRINTABLE}{{1,48}}) (?:-|{PRINTABLE}{{1,128}}) (?:-|{PRINTABLE}{{1,32}}) "
    r"(?:-|(?:\[[\x21\x23-\x3c\x3e-\x5c\x5e-\x7e]{1,32}"
    r'(?: [\x21\x23-\x3c\x3e-\x5c\x5e-\x7e]{1,32}="(?:[^"\\\]]|\\["\\\]])*")*\])+)'
    r"(?: (?P<message>.*))?",
    re.DOTALL,
)


class Findings:
    """What is wrong, counted, with one example of each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.checked = 0
        self.wrong: collections.Counter[str] = collections.Counter()
        self.examples: dict[str, str] = {}

    def add(self, problem: str, example: str = "") -> None:
        """Count a problem."""
        self.wrong[problem] += 1
        self.examples.setdefault(problem, example[:300])

    def report(self) -> bool:
        """Print what was found; whether it is nothing."""
        print(f"{self.name}: {self.checked} checked, {sum(self.wrong.values())} problems")
        for problem, count in self.wrong.most_common(40):
            print(f"  FAILED {count:>7} {problem}  {self.examples[problem]}")
        return not self.wrong and self.checked > 0


def files_of(run: Path, format_name: str) -> list[Path]:
    """The files of one format. Zeek's tables are logs in a folder of their own."""
    base = run / "telemetry"
    if format_name == "zeek-tsv":
        return [path for path in telemetry_files(run) if path.parent == base / "zeek"]
    return [path for path in telemetry_files(run) if path.name.startswith(f"{format_name}.")]


# MARK: Zeek, syslog


def check_zeek(files: list[Path]) -> Findings:
    """Every row read by zat, as many rows as there are lines."""
    findings = Findings("zeek-tsv by zat")
    for path in files:
        with path.open("rb") as file:
            lines = sum(not line.startswith(b"#") for line in file)
        rows = 0
        output = io.StringIO()
        try:
            with contextlib.redirect_stdout(output):
                for _ in ZeekLogReader(str(path), strict=True).readrows():
                    rows += 1
        except (ValueError, KeyError, IndexError) as error:
            findings.add(f"{path.name}: {type(error).__name__}", f"{error} {output.getvalue()}")
        findings.checked += rows
        if rows != lines:
            findings.add(f"{path.name}: {lines} lines, {rows} rows")
    return findings


def check_syslog(files: list[Path]) -> Findings:
    """Every line against the grammar, a sample by a foreign parser."""
    findings = Findings("syslog by RFC 5424's grammar and syslog-rfc5424-parser")
    for path in files:
        with path.open("rb") as file:
            for number, line in enumerate(file):
                findings.checked += 1
                try:
                    text = line.decode("utf-8").removesuffix("\n")
                except UnicodeDecodeError:
                    findings.add("no UTF-8", repr(line))
                    continue
                match = RFC5424.fullmatch(text)
                if match is None:
                    findings.add("does not fit the grammar", text)
                    continue
                if int(match["priority"]) > 191:
                    findings.add("priority above 191", text)
                if match["time"] != "-":
                    with reported(findings, "no moment in time", text):
                        datetime.fromisoformat(match["time"])
                if number % 50 == 0:
                    with reported(findings, "refused by syslog-rfc5424-parser", text):
                        SyslogMessage.parse(text)
    return findings


@contextlib.contextmanager
def reported(findings: Findings, problem: str, example: str) -> Iterable[None]:
    """Count what a foreign reader does not accept."""
    try:
        yield
    except (ValueError, ParseError) as error:
        findings.add(problem, f"{error}: {example}")


# MARK: ECS


def fits(value: Any, kind: str) -> bool:
    """Whether a JSON value is of a type of Elasticsearch's."""
    if kind in ("long", "integer"):
        return isinstance(value, int) and not isinstance(value, bool)
    if kind in ("float", "double", "scaled_float"):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "date":
        try:
            datetime.fromisoformat(str(value))
        except ValueError:
            return False
        return True
    if kind == "ip":
        try:
            ipaddress.ip_address(str(value))
        except ValueError:
            return False
        return True
    return isinstance(value, str)


def check_ecs(name: str, files: list[Path], fields: dict[str, dict[str, Any]]) -> Findings:
    """Every leaf of every record against Elastic's list."""
    findings = Findings(f"{name} by Elastic's field list")
    flexible = tuple(path + "." for path, entry in fields.items() if entry["type"] in ("object", "flattened", "nested"))
    for path in files:
        for record in read_telemetry(path):
            findings.checked += 1
            for leaf, value in record.leaves:
                if BESIDE_ECS.match(leaf):
                    continue
                entry = fields.get(leaf)
                if entry is None:
                    if not leaf.startswith(flexible):
                        findings.add(f"no field of ECS: {leaf}", record.line.decode("utf-8", "replace"))
                    continue
                if not fits(value, entry["type"]):
                    findings.add(f"{leaf} is no {entry['type']}", repr(value))
                allowed = [one["name"] for one in entry.get("allowed_values") or []]
                if allowed and value not in allowed:
                    findings.add(f"{leaf} has a value that is not allowed", repr(value))
    return findings


# MARK: Windows events


def real_names(cache: Path) -> dict[str, set[str]]:
    """The names of data that real recordings have, by channel and event; with those of SigmaHQ's regression data."""
    file = cache / "real-names.json"
    if file.exists():
        return {key: set(names) for key, names in json.loads(file.read_text(encoding="utf-8")).items()}
    names: dict[str, set[str]] = collections.defaultdict(set)
    paths = external.windows_recordings(25_000_000) if external.RECORDINGS.found() else []
    sigma = external.SIGMA.found()
    if sigma:
        paths += sorted((sigma / "regression_data").rglob("*.json"))
    for path in paths:
        for _, record in windows_records.read_records(path):
            names[event_key(record.get("Channel"), record.get("EventID"))].update(record)
    cache.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({key: sorted(values) for key, values in sorted(names.items())}), encoding="utf-8")
    return names


def event_key(channel: Any, event: Any) -> str:
    return f"{str(channel).lower()} {event}"


def check_names(name: str, files: list[Path], real: dict[str, set[str]]) -> Findings:
    """The names of event data against those of real records of the same event."""
    findings = Findings(f"{name} by names in real recordings")
    unknown: collections.Counter[str] = collections.Counter()
    for path in files:
        for _, record in windows_records.read_records(path):
            key = event_key(record.get("Channel"), record.get("EventID"))
            known = real.get(key)
            if known is None:
                unknown[key] += 1
                continue
            findings.checked += 1
            for field in record.keys() - known - SYSTEM_FIELDS - KNOWN_NAMES.get(key, set()):
                findings.add(f"{key}: {field} is in no recording", json.dumps(record, ensure_ascii=False))
    print(f"  events that no recording has, not compared: {', '.join(sorted(unknown)) or 'none'}")
    return findings


def skeleton(record: dict[str, Any]) -> set[str]:
    """The paths of `Event.System` and what stands beside it."""
    paths = {f"Event.{name}" for name in record.get("Event", {}) if name not in ("EventData", "UserData")}

    def walk(node: Any, path: str) -> None:
        if isinstance(node, dict):
            for name, value in node.items():
                paths.add(f"{path}.{name}")
                walk(value, f"{path}.{name}")

    walk(record.get("Event", {}).get("System"), "Event.System")
    return paths


def check_skeleton(files: list[Path], repository: Path) -> Findings:
    """The System part of our records against that of real `evtx_dump` records of the same channel."""
    findings = Findings("evtx by real evtx_dump records")
    ever: dict[str, set[str]] = collections.defaultdict(set)
    always: dict[str, set[str]] = {}
    decoder = json.JSONDecoder()
    for path in sorted((repository / "regression_data").rglob("*.json")):
        record, _ = decoder.raw_decode(path.read_text(encoding="utf-8-sig"))
        channel = record["Event"]["System"]["Channel"]
        paths = skeleton(record)
        ever[channel] |= paths
        always[channel] = set(always.get(channel, paths) & paths)
    all_paths = set().union(*ever.values())
    for paths in always.values():
        # Windows fills it in where one activity has several events, which differs from event to event.
        paths -= {path for path in paths if path.startswith("Event.System.Correlation.")}
    unknown: collections.Counter[str] = collections.Counter()
    for path in files:
        with path.open("rb") as file:
            for line in file:
                record = json.loads(line)
                channel = record["Event"]["System"]["Channel"]
                if channel not in ever:
                    unknown[channel] += 1
                    continue
                findings.checked += 1
                paths = skeleton(record)
                for one in paths - all_paths:
                    findings.add(f"{channel}: {one} is in no real record", line.decode("utf-8", "replace"))
                for one in always[channel] - paths:
                    findings.add(f"{channel}: {one} is in every real record", line.decode("utf-8", "replace"))
    print(f"  channels without real evtx_dump records, not compared: {', '.join(sorted(unknown)) or 'none'}")
    return findings


def check_mapping(files: list[Path], repository: Path, real: dict[str, set[str]]) -> Findings:
    """By pySigma's mapping of categories to events: the fields that rules ask for and real records have, in ours."""
    findings = Findings("evtx by pySigma's mapping of categories and fields")
    asked: dict[str, set[str]] = collections.defaultdict(set)
    for rule in verify_sigma.comparable_rules(repository)[0]:
        events = SYSMON_EVENTS.get(rule.category, [])
        for event in events if isinstance(events, list) else [events]:
            asked[event_key("microsoft-windows-sysmon/operational", event)].update(rule.fields)
        if rule.category in AUDIT_EVENTS:
            asked[event_key("security", AUDIT_EVENTS[rule.category]["EventID"])].update(rule.fields)
    ours: dict[str, set[str]] = collections.defaultdict(set)
    for path in files:
        for _, record in windows_records.read_records(path):
            ours[event_key(record.get("Channel"), record.get("EventID"))].update(record)
    for key, fields in sorted(asked.items()):
        if key in ours:
            wanted = fields & real.get(key, set())
            findings.checked += len(wanted)
            for field in sorted(wanted - ours[key]):
                findings.add(f"{key} never has {field}")
    return findings


def check_matches(name: str, files: list[Path], repository: Path) -> Findings:
    """pySigma's queries over our records against our own engine."""
    findings = Findings(f"{name} by pySigma's queries beside thao detect")
    rules, _ = verify_sigma.comparable_rules(repository)
    key = sigma_sqlite.rules_key(rules)
    output = external.CACHE / "formats.jsonl"
    thao_program.detect([repository / "rules" / "windows"], files, output)
    ours = verify_sigma.lines_by_file(thao_program.findings(output))
    by_id = {rule.id: rule for rule in rules}
    for path in files:
        theirs = sigma_sqlite.match_file(path, rules, external.CACHE, key)
        mine = {rule: lines for (rule, file), lines in ours.items() if file == str(path) and rule in by_id}
        for rule in sorted(set(theirs) | set(mine)):
            findings.checked += 1
            other, own = set(theirs.get(rule, [])), mine.get(rule, set())
            for line in sorted(own ^ other)[:1]:
                record = verify_sigma.record_at(path, line)
                reason = verify_sigma.classify(by_id[rule], record, line in own)
                if reason == "unexplained":
                    findings.add(f"{by_id[rule].path}: pySigma {len(other)}, thao {len(own)}", json.dumps(record))
    return findings


def check_windows(run: Path, results: list[bool]) -> None:
    """All that is asked of the Windows formats."""
    evtx, winlogbeat = files_of(run, "evtx"), files_of(run, "winlogbeat")
    if external.RECORDINGS.found() and external.SIGMA.found():
        real = real_names(external.CACHE)
        results.append(check_names("evtx", evtx, real).report())
        results.append(check_names("winlogbeat", winlogbeat, real).report())
        results.append(check_mapping(evtx, external.SIGMA.folder(), real).report())
    else:
        print("SKIPPED names in real recordings: SECURITY_DATASETS and SIGMA_REPOSITORY name no clones")
    sigma = external.SIGMA.found()
    if sigma:
        results.append(check_skeleton(evtx, sigma).report())
        results.append(check_matches("evtx", evtx, sigma).report())
    else:
        print("SKIPPED evtx_dump's skeleton: SIGMA_REPOSITORY names no clone")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, help="output folder of a run with all formats")
    options = parser.parse_args()
    results: list[bool] = []
    results.append(check_zeek(files_of(options.run, "zeek-tsv")).report())
    results.append(check_syslog(files_of(options.run, "syslog")).report())
    ecs = external.ECS.found()
    if ecs:
        text = (ecs / "generated/ecs/ecs_flat.yml").read_text(encoding="utf-8")
        fields = yaml.load(text, yaml.CSafeLoader)
        for name in ("ecs", "winlogbeat"):
            results.append(check_ecs(name, files_of(options.run, name), fields).report())
    else:
        print("SKIPPED Elastic's field list: ECS_REPOSITORY names no clone of https://github.com/elastic/ecs")
    check_windows(options.run, results)
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
