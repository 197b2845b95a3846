"""pySigma with its SQLite backend, as a detector over files of Windows records: the yardstick for `thao detect`.

What it does, precisely:
* A rule is converted as Zircolite does it: pipeline `sysmon` (categories to Sysmon's event ids) and pipeline
  `windows_logsource` (services to channels). Rules of the categories that pipeline `windows_audit` knows
  (`process_creation` and the registry's) are converted a second time with that one in place of `sysmon`; the rule's
  matches are those of either query. So a process that Security 4688 tells of counts, as it does for us.
* Records are rows of one table. A column for every field that a rule asks for, `TEXT COLLATE NOCASE`, absent fields
  NULL. `REGEXP` is Python's `re.search`.
* A rule that pySigma refuses, or whose log source no pipeline maps, is listed and not compared.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import windows_records
from sigma.backends.sqlite import sqliteBackend
from sigma.collection import SigmaCollection
from sigma.pipelines.sysmon import sysmon_pipeline
from sigma.pipelines.windows import windows_audit_pipeline, windows_logsource_pipeline
from sigma.pipelines.windows.windows import generic_logsource_to_windows_audit_event_mapping as AUDIT_CATEGORIES

PACKAGES = ("pysigma", "pysigma-backend-sqlite", "pysigma-pipeline-sysmon", "pysigma-pipeline-windows")


@dataclass
class ConvertedRule:
    """A rule as the oracle runs it. `error` says why it cannot, where it cannot."""

    id: str
    title: str
    level: str
    path: str
    category: str
    service: str
    predicates: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    error: str = ""


def versions() -> str:
    """What results depend on besides rules and records, as one text."""
    names = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    sources = [Path(__file__), Path(windows_records.__file__)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    return ", ".join([*names, f"sqlite {sqlite3.sqlite_version}", f"loader {digest}"])


def convert_rule(path: Path, name: str) -> ConvertedRule:
    """Convert the rule of a file. `name` is what the path is called in lists."""
    text = path.read_text(encoding="utf-8")
    rule = SigmaCollection.from_yaml(text).rules[0]
    source = rule.logsource
    converted = ConvertedRule(
        id=str(rule.id),
        title=rule.title,
        level=rule.level.name.lower() if rule.level else "",
        path=name,
        category=source.category or "",
        service=source.service or "",
    )
    pipelines = [sysmon_pipeline() + windows_logsource_pipeline()]
    if source.product == "windows" and source.category in AUDIT_CATEGORIES:
        pipelines.append(windows_audit_pipeline() + windows_logsource_pipeline())
    errors = []
    fields: set[str] = set()
    for pipeline in pipelines:
        backend = sqliteBackend(pipeline)
        # Conversion changes the rule, so each pipeline has its own.
        collection = SigmaCollection.from_yaml(text)
        try:
            queries = backend.convert(collection)
        except Exception as error:  # pySigma has no common class of error for what it cannot express
            errors.append(f"{type(error).__name__}: {error}")
            continue
        # Without a condition on channel and event a query would be asked of every record of every log.
        if not backend.last_processing_pipeline.applied_ids:
            errors.append("no pipeline maps its log source")
            continue
        converted.predicates += [query.removeprefix("SELECT * FROM logs WHERE ") for query in queries]
        fields.update(backend.required_fields(collection.rules[0]))
    converted.fields = sorted(fields)
    # Registry rules may ask for fields that 4657 does not have; the Sysmon query stands then.
    if not converted.predicates:
        converted.error = errors[0]
    return converted


def convert_rules(paths: Iterable[Path], root: Path, cache: Path) -> list[ConvertedRule]:
    """Convert rules, keeping results in a folder until rules or packages change."""
    ordered = sorted(paths)
    digest = hashlib.sha256(versions().encode())
    for path in ordered:
        digest.update(path.read_bytes())
    file = cache / f"rules-{digest.hexdigest()[:24]}.json"
    if file.exists():
        return [ConvertedRule(**entry) for entry in json.loads(file.read_text(encoding="utf-8"))]
    rules = [convert_rule(path, str(path.relative_to(root))) for path in ordered]
    cache.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(rule) for rule in rules]), encoding="utf-8")
    return rules


@functools.lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def regexp(pattern: str, value: str | None) -> bool:
    """SQLite's `value REGEXP pattern`."""
    return value is not None and compiled(pattern).search(str(value)) is not None


class Table:
    """The records of one file in SQLite."""

    def __init__(self, columns: Iterable[str]) -> None:
        # SQLite's columns differ by more than case; rules that spell a field in two ways share a column.
        self.columns: dict[str, str] = {}
        for name in columns:
            self.columns.setdefault(name.lower(), name)
        self.connection = sqlite3.connect(":memory:")
        self.connection.create_function("REGEXP", 2, regexp, deterministic=True)
        self.connection.execute("PRAGMA case_sensitive_like = OFF")
        listed = ", ".join(f"`{name}` TEXT COLLATE NOCASE" for name in self.columns.values())
        self.connection.execute(f"CREATE TABLE logs (line INTEGER, {listed})")
        self.count = 0

    def load(self, path: Path) -> None:
        """Take in a file's records."""
        self._insert(windows_records.read_records(path))

    def insert(self, record: dict[str, object]) -> None:
        """Take in one record, as if it stood on the next line."""
        self._insert([(self.count + 1, record)])

    def _insert(self, records: Iterable[tuple[int, dict[str, object]]]) -> None:
        names = list(self.columns.values())
        marks = ", ".join("?" * (len(names) + 1))

        def rows() -> Iterable[list[object]]:
            for line, record in records:
                self.count += 1
                yield [line, *(record.get(name) for name in names)]

        self.connection.executemany(f"INSERT INTO logs VALUES ({marks})", rows())

    def index(self) -> None:
        """Help queries along. Not part of what pySigma prescribes."""
        self.connection.execute("CREATE INDEX kinds ON logs (EventID, Channel)")

    def matches(self, rule: ConvertedRule) -> list[int]:
        """The lines of records that a rule matches, ascending."""
        lines: set[int] = set()
        for predicate in rule.predicates:
            lines.update(line for (line,) in self.connection.execute(f"SELECT line FROM logs WHERE {predicate}"))
        return sorted(lines)


def columns_of(rules: Iterable[ConvertedRule]) -> list[str]:
    """Every field that rules ask for, in order of name."""
    return sorted({"EventID", "Channel"}.union(*(rule.fields for rule in rules)))


def match_file(path: Path, rules: list[ConvertedRule], cache: Path, rules_key: str) -> dict[str, list[int]]:
    """Lines by rule id for one file, kept in a folder until records, rules or packages change."""
    digest = hashlib.sha256(f"{versions()} {rules_key}".encode())
    digest.update(path.read_bytes())
    file = cache / f"matches-{digest.hexdigest()[:24]}.json"
    if file.exists():
        return json.loads(file.read_text(encoding="utf-8"))
    table = Table(columns_of(rules))
    table.load(path)
    table.index()
    found: dict[str, list[int]] = {}
    for rule in rules:
        try:
            lines = table.matches(rule)
        except sqlite3.Error as error:
            raise RuntimeError(f"{rule.path}: {error}") from error
        if lines:
            found[rule.id] = lines
    cache.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(found), encoding="utf-8")
    return found


def rules_key(rules: list[ConvertedRule]) -> str:
    """A text that changes with the rules."""
    return hashlib.sha256(json.dumps([asdict(rule) for rule in rules]).encode()).hexdigest()[:24]
