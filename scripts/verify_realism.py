#!/usr/bin/env python3
"""Run strangers' Sigma rules over simulated telemetry and say which techniques they find, and what a quiet day raises.

usage: verify_realism.py [--seeds N] [--steps N] [--quiet-runs N] [--markdown FILE]

By technique: whether there is a rule of level medium or higher that is tagged with exactly that technique and whose log
source occurs in our records; whether such a rule matched a record of a step of that technique. A log source occurs
where a rule that matches everything of that source matches something. Rules fall into two halves by the hash of their
id: the half that whoever designs records may read, and the half that nobody has looked at. No rule of the latter is
named here.

The quiet day: what all rules find in a working day without an attack, scaled to 200 hosts.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import external
import simulated_runs
import thao_program
import yaml
from simulated_runs import Choice
from telemetry_files import read_telemetry, read_truth, telemetry_files

LEVELS = ("informational", "low", "medium", "high", "critical")
FOLDERS = ("rules", "rules-emerging-threats", "rules-threat-hunting")
TECHNIQUE_TAG = re.compile(r"attack\.(t\d{4}(?:\.\d{3})?)$")
# These shapes say nothing that the others do not.
LEFT_OUT = ("evtx", "zeek-tsv")
HOSTS = {"egov": 203, "power": 163}
HALVES = ("consulted", "unread")
# ATT&CK has moved these since; SigmaHQ's rules carry the new numbers only, the library's cards the old ones.
SUCCESSORS = {"T1685": "T1562.001", "T1685.005": "T1070.001"}
# Some rules hold placeholders for names of the organisation, which nobody gives here.
SKIP = ("--skip-bad-rules",)


@dataclass(frozen=True)
class Rule:
    """What counts of a rule here."""

    id: str
    level: str
    techniques: frozenset[str]
    source: tuple[str, str, str]
    half: str
    title: str

    @property
    def counts(self) -> bool:
        return LEVELS.index(self.level) >= LEVELS.index("medium")


def half_of(identifier: str) -> str:
    """Which half a rule belongs to."""
    return HALVES[hashlib.sha256(identifier.encode()).digest()[0] & 1]


def known_as(technique: str) -> str:
    """What the library's cards call a technique."""
    return SUCCESSORS.get(technique, technique)


def read_rules(repository: Path) -> dict[str, Rule]:
    """All rules by id. Correlations have no log source of their own and are left out."""
    rules: dict[str, Rule] = {}
    for folder in FOLDERS:
        for path in sorted((repository / folder).rglob("*.yml")):
            for document in yaml.load_all(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
                if not isinstance(document, dict) or "logsource" not in document:
                    continue
                matches = (TECHNIQUE_TAG.match(str(tag)) for tag in document.get("tags") or [])
                source = document["logsource"]
                rules[document["id"]] = Rule(
                    document["id"],
                    document.get("level") or "informational",
                    frozenset(known_as(match.group(1).upper()) for match in matches if match),
                    tuple(source.get(key) or "" for key in ("product", "category", "service")),
                    half_of(document["id"]),
                    document["title"],
                )
    return rules


# MARK: log sources


def probe_rules(sources: set[tuple[str, str, str]], file: Path) -> dict[str, tuple[str, str, str]]:
    """Write one rule for each log source that matches all of it; the sources by the rules' titles."""
    titles = {}
    documents = []
    for number, (product, category, service) in enumerate(sorted(sources)):
        identifier = f"00000000-0000-4000-8000-{number:012x}"
        titles[identifier] = (product, category, service)
        named = {"product": product, "category": category, "service": service}
        documents.append(
            {
                "title": f"Everything of {product} {category} {service}",
                "id": identifier,
                "logsource": {key: value for key, value in named.items() if value},
                # A field that no record has is null in all of them.
                "detection": {"selection": {"FieldThatNoRecordHas": None}, "condition": "selection"},
                "level": "informational",
            }
        )
    file.write_text(yaml.safe_dump_all(documents), encoding="utf-8")
    return titles


def one_of_each_kind(folder: Path, target: Path) -> list[Path]:
    """Files with a few records of each kind, for the question which log sources occur."""
    files = []
    target.mkdir(parents=True, exist_ok=True)
    for path in telemetry_files(folder):
        seen: collections.Counter[Any] = collections.Counter()
        file = target / path.name
        with file.open("wb") as output:
            output.writelines(header(path))
            for record in read_telemetry(path):
                kind = (record.kind, tuple(sorted({leaf for leaf, _ in record.leaves})))
                seen[kind] += 1
                if seen[kind] <= 2:
                    output.write(record.line)
        files.append(file)
    return files


def header(path: Path) -> list[bytes]:
    """The lines that a Zeek log begins with; none elsewhere."""
    lines = []
    with path.open("rb") as file:
        for line in file:
            if not line.startswith(b"#"):
                break
            lines.append(line)
    return lines


def sources_written(rules: dict[str, Rule], formats: list[str]) -> set[tuple[str, str, str]]:
    """The log sources of rules that occur in our records."""
    file = external.CACHE / "probe.yml"
    titles = probe_rules({rule.source for rule in rules.values()}, file)
    found = set()
    for scenario in sorted(simulated_runs.ADVERSARIES):
        with simulated_runs.run(simulated_runs.choices([scenario], 1)[0], formats) as folder:
            files = one_of_each_kind(folder, folder / "kinds")
            output = folder / "probe.jsonl"
            thao_program.detect([file], files, output)
            found |= {titles[finding["rule"]] for finding in thao_program.findings(output)}
    return found


# MARK: techniques


def technique_of(step: dict[str, Any]) -> str:
    """The technique of a step, without what tells cards of one technique apart."""
    return str(step["technique"]).split("/")[0]


def steps_of(runs: list[Choice]) -> dict[Choice, collections.Counter[str]]:
    """How many steps of which technique each run has; kept until the program or its content changes."""
    file = external.CACHE / f"steps-{thao_program.digest()}.json"
    known: dict[str, dict[str, int]] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for choice in runs:
        if str(choice) not in known:
            with simulated_runs.run(choice, ["ocsf"], ("--no-chatter",)) as folder:
                known[str(choice)] = collections.Counter(
                    technique_of(step) for step in read_truth(folder).steps.values()
                )
    file.write_text(json.dumps(known), encoding="utf-8")
    return {choice: collections.Counter(known[str(choice)]) for choice in runs}


def covering(runs: list[Choice], wanted: int) -> list[Choice]:
    """As few of the runs as do for `wanted` steps of every technique, or for all where there are fewer."""
    steps = steps_of(runs)
    total = sum(steps.values(), collections.Counter())
    missing = {technique: min(wanted, count) for technique, count in total.items()}
    chosen = []
    while any(missing.values()):
        best = max(steps, key=lambda choice: sum(min(missing[name], count) for name, count in steps[choice].items()))
        chosen.append(best)
        for technique, count in steps.pop(best).items():
            missing[technique] -= min(missing[technique], count)
    return sorted(chosen)


@dataclass
class Seen:
    """What happened to one technique."""

    steps: int = 0
    with_records: int = 0
    found: collections.Counter[str] = field(default_factory=collections.Counter)
    found_any: int = 0
    anything: int = 0


def follow(
    choice: Choice, rules: dict[str, Rule], paths: list[Path], formats: list[str], seen: dict[str, Seen]
) -> None:
    """Count a run's steps by technique, and which of them which half of the rules found."""
    with simulated_runs.run(choice, formats, ("--no-chatter",)) as folder:
        truth = read_truth(folder)
        output = folder / "findings.jsonl"
        thao_program.detect(paths, telemetry_files(folder), output, SKIP)
        findings = thao_program.findings(output)
    hits: dict[int, list[Rule]] = collections.defaultdict(list)
    for finding in findings:
        rule = rules.get(finding["rule"])
        entry = truth.records.get(str(finding["record"]))
        if rule is None or not rule.counts or entry is None or entry["label"] not in ("attack", "mixed"):
            continue
        for step in entry["steps"]:
            hits[step].append(rule)
    written = {step for entry in truth.records.values() for step in entry["steps"]}
    for number, step in truth.steps.items():
        technique = technique_of(step)
        state = seen.setdefault(technique, Seen())
        state.steps += 1
        state.with_records += number in written
        exact = {rule.half for rule in hits[number] if technique in rule.techniques}
        state.found.update(exact)
        state.found_any += bool(exact)
        state.anything += bool(hits[number])


# MARK: quiet days


@dataclass
class Quiet:
    """Findings of one day without an attack, each rule and record once."""

    hosts: int
    findings: set[tuple[str, str]]


def quiet_day(choice: Choice, paths: list[Path], formats: list[str]) -> Quiet:
    """What rules find on a day on which the adversary stays away."""
    with simulated_runs.run(choice, formats, ("--no-attack",)) as folder:
        output = folder / "findings.jsonl"
        thao_program.detect(paths, telemetry_files(folder), output, SKIP)
        found = {(finding["rule"], str(finding["record"])) for finding in thao_program.findings(output)}
    return Quiet(HOSTS[choice.scenario], found)


# MARK: report

INTRODUCTION = [
    "# Realism",
    "Rules in Sigma's language that strangers wrote for real systems, run over simulated telemetry. `make",
    "verify-realism` repeats it, and with `--markdown` its script writes this page. The rules are SigmaHQ's (`rules`,",
    "`rules-emerging-threats`, `rules-threat-hunting`), none of which is part of this repository.",
    "",
    "A technique counts as found where a rule of level medium or higher that is tagged with exactly that technique",
    "matches a record of one of its steps. It is asked for only if there is such a rule for a log source that occurs",
    "in our records. The rules are halved by the hash of their id: whoever writes technique cards may read the one",
    "half, nobody reads the other, so that only the latter says how records fare with rules that they were not",
    "written for.",
    "",
    "Whoever wrote cards and records has read the one half only. When ordinary life was made quieter, titles of rules",
    "of the other half that fired on benign records were looked at, with those records: so the quiet day below is no",
    "blind figure, the share of techniques found by the unread half is.",
    "",
    "Two of the simulated techniques have another number in the rules than in our cards, which keep the older one: the",
    "rules say T1685 (disable or modify tools) where they said T1562.001, and T1685.005 (clear Windows event logs)",
    "where they said T1070.001. Each counts as the other here; otherwise neither technique would have a rule.",
    "",
]


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "none"


def table_of(seen: dict[str, Seen], ruled: dict[str, dict[str, int]]) -> list[str]:
    """The table by technique, in Markdown."""
    lines = [
        "| technique | steps | rules: consulted half | unread half | found by: consulted half | unread half | either |"
        " any rule |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for technique, state in sorted(seen.items()):
        cells = [technique, str(state.steps)]
        cells += [str(ruled[technique][half]) for half in HALVES]
        cells += [str(state.found[half]) if ruled[technique][half] else "" for half in HALVES]
        cells += [str(state.found_any) if sum(ruled[technique].values()) else "", str(state.anything)]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def summary_of(seen: dict[str, Seen], ruled: dict[str, dict[str, int]]) -> tuple[list[str], bool]:
    """The figures that count, and whether they suffice."""
    with_rule = [technique for technique in seen if sum(ruled[technique].values())]
    found = [technique for technique in with_rule if seen[technique].found_any]
    unread = [technique for technique in seen if ruled[technique]["unread"]]
    unread_found = [technique for technique in unread if seen[technique].found["unread"]]
    consulted = [technique for technique in seen if ruled[technique]["consulted"]]
    consulted_found = [technique for technique in consulted if seen[technique].found["consulted"]]
    steps = sum(seen[technique].steps for technique in with_rule)
    steps_found = sum(seen[technique].found_any for technique in with_rule)
    lines = [
        f"* Simulated techniques: {len(seen)}; with an exactly tagged rule for a log source that we write: "
        f"{len(with_rule)}.",
        f"* Found by such a rule in at least one step: {share(len(found), len(with_rule))}.",
        f"* Consulted half of the rules alone: {share(len(consulted_found), len(consulted))}.",
        f"* Half that nobody has looked at: {share(len(unread_found), len(unread))}.",
        f"* Single steps of techniques with a rule that were found: {share(steps_found, steps)}.",
    ]
    good = len(found) >= 0.7 * len(with_rule) and len(unread_found) >= 0.45 * len(unread)
    return lines, good


def quiet_lines(days: list[Quiet], rules: dict[str, Rule], names: bool) -> tuple[list[str], bool]:
    """Benign findings of a 200-host day, by level."""
    lines = ["| level | findings a day and 200 hosts | rules |", "|---|--:|--:|"]
    counts: dict[str, float] = {}
    for level in LEVELS:
        totals = [sum(rules[rule].level == level for rule, _ in day.findings) * 200 / day.hosts for day in days]
        counts[level] = sum(totals) / len(totals)
        names = {rule for day in days for rule, _ in day.findings if rules[rule].level == level}
        lines.append(f"| {level} | {counts[level]:.1f} ({min(totals):.0f} to {max(totals):.0f}) | {len(names)} |")
    high = counts["high"] + counts["critical"]
    medium = counts["medium"] + high
    lines += ["", f"Medium or higher: {medium:.1f}, high or critical: {high:.1f} a day."]
    often = collections.Counter(rule for day in days for rule, _ in day.findings if rules[rule].counts)
    lines += ["", "The most frequent of medium level or higher; rules of the unread half have no name here:", ""]
    for rule, count in sorted(often.items(), key=lambda entry: (-entry[1], entry[0]))[:15]:
        name = rules[rule].title if names or rules[rule].half == "consulted" else "(unread half)"
        lines.append(f"* {count / len(days):.1f} a day, {rules[rule].level}: {name}")
    return lines, 5 <= medium <= 200 and high <= 20


def cards(root: Path) -> set[str]:
    """The techniques of all cards of the library."""
    found = set()
    for path in sorted((root / "Sources/Content/Library/techniques").glob("*.yaml")):
        described = yaml.safe_load(path.read_text(encoding="utf-8"))
        found |= {str(name).split("/")[0] for name in described["cards"]}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--seeds", type=int, default=110, help="seeds for each adversary, from which runs for the table are chosen"
    )
    parser.add_argument("--steps", type=int, default=6, help="steps of each technique to look at")
    parser.add_argument("--quiet-runs", type=int, default=1, help="seeds for each adversary, for the quiet day")
    parser.add_argument("--names", action="store_true", help="name rules of both halves; not for authors of records")
    parser.add_argument("--markdown", type=Path, help="file to write the report into as well")
    options = parser.parse_args()
    repository = external.SIGMA.folder()
    rules = read_rules(repository)
    paths = [repository / folder for folder in FOLDERS]
    formats = [name for name in simulated_runs.formats() if name not in LEFT_OUT]
    external.CACHE.mkdir(parents=True, exist_ok=True)

    written = sources_written(rules, formats)
    ruled: dict[str, dict[str, int]] = collections.defaultdict(lambda: dict.fromkeys(HALVES, 0))
    for rule in rules.values():
        if rule.counts and rule.source in written:
            for technique in rule.techniques:
                ruled[technique][rule.half] += 1
    seen: dict[str, Seen] = {}
    scenarios = sorted(simulated_runs.ADVERSARIES)
    for choice in covering(simulated_runs.choices(scenarios, options.seeds), options.steps):
        follow(choice, rules, paths, formats, seen)
    days = [quiet_day(choice, paths, formats) for choice in simulated_runs.choices(scenarios, options.quiet_runs, 501)]

    summary, found_enough = summary_of(seen, ruled)
    quiet, quiet_enough = quiet_lines(days, rules, options.names)
    never = sorted(cards(external.ROOT) - set(seen))
    sources = sorted(" ".join(part for part in source if part) for source in written)
    lines = [*INTRODUCTION, "## Techniques", "", *summary, "", *table_of(seen, ruled), ""]
    lines += [f"Cards that no run used: {', '.join(never) or 'none'}.", "", "## A quiet day", "", *quiet, ""]
    lines += ["## Log sources of rules that occur", "", ", ".join(sources) + "."]
    report = "\n".join(lines) + "\n"
    sys.stdout.write(report)
    if options.markdown:
        options.markdown.write_text(report, encoding="utf-8")
    state = {"found": found_enough, "quiet": quiet_enough}
    print(json.dumps(state), file=sys.stderr)
    return 0 if found_enough and quiet_enough else 1


if __name__ == "__main__":
    sys.exit(main())
