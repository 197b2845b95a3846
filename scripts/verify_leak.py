#!/usr/bin/env python3
"""Look for what would give attacks away without skill, in telemetry whose truth is known here and to nobody else.

usage: verify_leak.py [--scenario NAME]... [--seeds N] [--quiet-days N] [--format NAME]... [--jobs N]

values      a field, a value or a kind of record that attacks of at least two runs have and no benign record of any run
            or quiet day, exactly and with digits and hexadecimal runs blotted out, less what leak_allowlist.txt lists
            with a reason. What everyday life writes once in weeks is not seen in as few days as there are attacks:
            quiet days are read until nothing is left, up to a number
tree        a decision tree of depth 3 on single records, learnt on some runs, tried on others: precision at recall 0.5
by-products a classifier on ids, order, sub-second times, lengths and formatting, attack records against benign ones of
            the same kind and the same fields: area under the curve, with a permutation test

Attack records are those labelled `attack` or `mixed`; what attacks merely provoked counts neither way.
"""

from __future__ import annotations

import argparse
import collections
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy
import orjson
import simulated_runs
from scipy import sparse
from scipy.stats import rankdata
from simulated_runs import Choice
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier
from telemetry_files import (
    Leaf,
    Record,
    identity,
    leaves_of,
    parse_line,
    read_telemetry,
    read_truth,
    telemetry_files,
)

ALLOWED = Path(__file__).with_name("leak_allowlist.txt")
ATTACK = ("attack", "mixed")
# Names of records and moments in time are new every time; that is what they are for.
UNIQUE = re.compile(
    r"(^|\.)(uid|id|record_id|EventRecordID|time|logged_time|@timestamp|ts|created|SystemTime|UtcTime)$"
)
TIMES = ("time", "@timestamp", "ts", "Event.System.TimeCreated.#attributes.SystemTime")
BLOT = re.compile(r"[0-9a-fA-F]{6,}|[0-9]+")
PER_KIND = 200  # benign records kept of each kind and run
PERMUTATIONS = 5000
# Two classifiers over up to seven formats are tried: 1 % for all of them together.
SIGNIFICANCE = 0.01 / 14


# In how many runs, what sort of thing (kind, field, value, shape), at which path, which value.
Entry = tuple[int, str, str, Any]

# MARK: values


@dataclass(frozen=True)
class Allowance:
    """One line of the list of what may occur in attacks only.

    Where its pattern has a group `who`, the host, account or address in it has to occur in benign records too, in whatever
    field: then it is only the meeting that attacks have for themselves, not the name.
    """

    format: str
    path: str
    value: re.Pattern[str]
    reason: str

    def who(self, format_name: str, path: str, value: Any) -> str | None:
        """Who has to be known for this to be allowed, empty where nobody has to be; None where it is not allowed."""
        if self.format not in ("*", format_name) or self.path not in ("*", path):
            return None
        match = self.value.fullmatch(str(value))
        return None if match is None else match.groupdict("").get("who", "")

    def covers(self, format_name: str, path: str, value: Any, known: set[str]) -> bool:
        """Whether attacks may have this for themselves, where benign records know so many hosts, accounts and addresses."""
        who = self.who(format_name, path, value)
        return who is not None and (not who or who in known)


def read_allowances(path: Path) -> list[Allowance]:
    """The list; ends the program where a line has no reason."""
    allowances = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 4 or not parts[3].strip():
            sys.exit(f"{path.name}:{number}: expected format, path, pattern and reason, separated by tabs")
        allowances.append(Allowance(parts[0], parts[1], re.compile(parts[2]), parts[3]))
    return allowances


def needle(sort: str, value: Any) -> bytes:
    """Bytes that every JSON line with that value has, or with a value of that shape; none for what is no value."""
    if sort == "value":
        return orjson.dumps(value)
    if sort == "shape":
        return max((orjson.dumps(piece)[1:-1] for piece in str(value).split("#")), key=len)
    return b""


class Candidates:
    """What attacks have: by thing, the runs in which they have it. Struck out when a benign record has it too."""

    def __init__(self) -> None:
        self.kinds: dict[Any, set[Choice]] = collections.defaultdict(set)
        self.fields: dict[str, set[Choice]] = collections.defaultdict(set)
        self.values: dict[str, dict[Any, set[Choice]]] = collections.defaultdict(dict)
        self.shapes: dict[str, dict[str, set[Choice]]] = collections.defaultdict(dict)
        self.blots: dict[str, str] = {}
        self.wanted: set[str] = set()
        self.known: set[str] = set()

    def ask_for(self, format_name: str, allowances: list[Allowance]) -> None:
        """Look out, in benign records, for those of whom attacks may have only the meeting for themselves."""
        for things in (self.values, self.shapes):
            for path, values in things.items():
                for value in values:
                    self.wanted.update(filter(None, (one.who(format_name, path, value) for one in allowances)))

    def blotted(self, value: str) -> str:
        """A value without what is made at random in it."""
        shape = self.blots.get(value)
        if shape is None:
            if len(self.blots) > 500_000:
                self.blots.clear()
            shape = self.blots[value] = BLOT.sub("#", value)
        return shape

    def add(self, record: Record, choice: Choice) -> None:
        """Take in an attack record."""
        self.kinds[record.kind].add(choice)
        for path, value in record.leaves:
            self.fields[path].add(choice)
            if UNIQUE.search(path):
                continue
            self.values[path].setdefault(value, set()).add(choice)
            if isinstance(value, str):
                shape = self.blotted(value)
                if shape != value:
                    self.shapes[path].setdefault(shape, set()).add(choice)

    def strike(self, record: Record) -> None:
        """Strike out what a benign record has."""
        self.kinds.pop(record.kind, None)
        for path, value in record.leaves:
            if isinstance(value, str) and len(value) < 64:
                self.known.update(self.wanted.intersection((value, self.blotted(value))))
            self.fields.pop(path, None)
            values = self.values.get(path)
            if values:
                values.pop(value, None)
            shapes = self.shapes.get(path)
            if shapes and isinstance(value, str):
                shapes.pop(self.blotted(value), None)

    def strike_all(self, path: Path, entries: list[Entry]) -> None:
        """Strike out what the benign records of a file have, of these entries at least.

        Only lines with a needle are read where every entry has one, which is most of the speed.
        """
        needles = [needle(sort, value) for _, sort, _, value in entries]
        with path.open("rb") as file:
            found = needles if file.read(1) == b"{" and all(needles) else []
        if not found:
            for record in read_telemetry(path):
                self.strike(record)
            return
        arguments = ["grep", "--text", "--fixed-strings", "--file=-", "--", str(path)]
        # The C locale compares bytes.
        result = subprocess.run(
            arguments, input=b"\n".join(found), stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}, check=False
        )
        if result.returncode > 1:
            sys.exit(f"grep ended with {result.returncode}")
        for line in result.stdout.splitlines():
            node = orjson.loads(line)
            leaves: list[Leaf] = []
            leaves_of(node, "", leaves)
            self.strike(Record("", identity(node)[1], leaves, line))

    def left(self) -> list[Entry]:
        """What attacks of at least two runs have for themselves: in how many runs, what sort of thing, path, value.

        A shape is left out where a value of that shape is listed already.
        """
        found = [(len(runs), "kind", "", kind) for kind, runs in self.kinds.items()]
        found += [(len(runs), "field", path, "") for path, runs in self.fields.items()]
        for path, values in self.values.items():
            found += [(len(runs), "value", path, value) for value, runs in values.items()]
        told = {(path, self.blotted(str(value))) for count, sort, path, value in found if sort == "value" and count > 1}
        for path, shapes in self.shapes.items():
            found += [(len(runs), "shape", path, shape) for shape, runs in shapes.items() if (path, shape) not in told]
        return sorted((entry for entry in found if entry[0] > 1), key=lambda entry: (-entry[0], str(entry[1:])))


# MARK: samples


@dataclass
class Sample:
    """A record kept for the classifiers. `weight` is how many records it stands for."""

    choice: Choice
    kind: tuple[Any, ...]
    line: bytes
    columns: tuple[str, ...]
    attack: bool
    place: float
    weight: float = 1.0


@dataclass
class Reservoir:
    """As many benign records of each kind as fit, each with the same chance."""

    random: random.Random
    kept: dict[tuple[Any, ...], list[Sample]] = field(default_factory=lambda: collections.defaultdict(list))
    seen: collections.Counter[tuple[Any, ...]] = field(default_factory=collections.Counter)

    def offer(self, sample: Sample) -> None:
        self.seen[sample.kind] += 1
        samples = self.kept[sample.kind]
        if len(samples) < PER_KIND:
            samples.append(sample)
            return
        position = self.random.randrange(self.seen[sample.kind])
        if position < PER_KIND:
            samples[position] = sample

    def samples(self) -> list[Sample]:
        """What was kept, with weights."""
        for kind, samples in self.kept.items():
            for sample in samples:
                sample.weight = self.seen[kind] / len(samples)
        return [sample for samples in self.kept.values() for sample in samples]


def with_places(records: Iterable[Record]) -> Iterator[tuple[Record, float]]:
    """Each record with its place among those of the same moment: 0 the first, 1 the last, 0.5 alone."""
    group: list[Record] = []
    moment: Any = None
    for record in records:
        now = next((value for path, value in record.leaves[:40] if path in TIMES), None)
        if now != moment:
            yield from placed(group)
            group, moment = [], now
        group.append(record)
    yield from placed(group)


def placed(group: list[Record]) -> Iterator[tuple[Record, float]]:
    for index, record in enumerate(group):
        yield record, index / (len(group) - 1) if len(group) > 1 else 0.5


def gather(
    format_name: str, runs: list[Choice], allowances: list[Allowance]
) -> tuple[Candidates, list[Sample]]:
    """Read all runs in a format. Attack records come first, from runs without everyday life, which are small."""
    candidates = Candidates()
    for choice in runs:
        with simulated_runs.run(choice, [format_name], ("--no-chatter",)) as folder:
            truth = read_truth(folder)
            for path in telemetry_files(folder):
                for record in read_telemetry(path):
                    if truth.label(record.id) in ATTACK:
                        candidates.add(record, choice)
    candidates.ask_for(format_name, allowances)
    samples: list[Sample] = []
    for choice in runs:
        reservoir = Reservoir(random.Random(choice.seed))
        with simulated_runs.run(choice, [format_name]) as folder:
            truth = read_truth(folder)
            for path in telemetry_files(folder):
                for record, place in with_places(read_telemetry(path)):
                    label = truth.label(record.id)
                    sample = Sample(choice, record.kind, record.line, record.columns, label in ATTACK, place)
                    if label in ATTACK:
                        samples.append(sample)
                    elif label == "benign":
                        candidates.strike(record)
                        reservoir.offer(sample)
        samples += reservoir.samples()
        if sys.stderr.isatty():
            print(f"  {format_name}: {choice}", file=sys.stderr)
    return candidates, samples


def read_quiet_days(
    format_name: str, candidates: Candidates, quiet: list[Choice], allowances: list[Allowance]
) -> int:
    """Strike out what quiet days have, until nothing is left that is not listed; how many days that took."""
    for days, choice in enumerate(quiet):
        entries = unlisted(format_name, candidates, allowances)
        if not entries:
            return days
        with simulated_runs.run(choice, [format_name], ("--no-attack",)) as folder:
            for path in telemetry_files(folder):
                candidates.strike_all(path, entries)
    return len(quiet)


def unlisted(format_name: str, candidates: Candidates, allowances: list[Allowance]) -> list[Entry]:
    """What only attacks have and no list excuses."""
    return [
        entry
        for entry in candidates.left()
        if not any(one.covers(format_name, entry[2], entry[3], candidates.known) for one in allowances)
    ]


# MARK: tree


def features_of(samples: list[Sample], learning: numpy.ndarray) -> tuple[sparse.csr_matrix, list[str]]:
    """Single records as numbers: which fields are there, which of the values worth a look, and numbers as they are.

    Values are worth a look that attack records of at least two learning samples have, or one benign record in 200.
    """
    attack: collections.Counter[Leaf] = collections.Counter()
    benign: collections.Counter[Leaf] = collections.Counter()
    parsed = [[leaf for leaf in parse_line(one.line, one.columns) if not UNIQUE.search(leaf[0])] for one in samples]
    for leaves, sample, used in zip(parsed, samples, learning, strict=True):
        if used:
            (attack if sample.attack else benign).update(set(leaves))
    often = sum(learning) / 200
    chosen = [leaf for leaf, count in attack.items() if count > 1]
    chosen += [leaf for leaf, count in benign.items() if count > often and attack[leaf] <= 1]
    columns = {leaf: index for index, leaf in enumerate(sorted(chosen, key=str))}
    names = [f"{path}={value}" for path, value in columns]
    numbers: dict[str, int] = {}
    rows, places, entries = [], [], []
    for row, leaves in enumerate(parsed):
        seen: dict[int, float] = {}
        for path, value in leaves:
            index = columns.get((path, value))
            if index is not None:
                seen[index] = 1.0
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                place = numbers.setdefault(path, len(columns) + len(numbers))
                # Absence is 0 in a sparse table, so that present numbers begin at 1.
                seen[place] = float(value) + 1.0
        rows += [row] * len(seen)
        places += seen.keys()
        entries += seen.values()
    names += list(numbers)
    return sparse.csr_matrix((entries, (rows, places)), shape=(len(samples), len(names))), names


def precision_at_half(labels: numpy.ndarray, scores: numpy.ndarray, weights: numpy.ndarray) -> float:
    """The best precision at which at least half of the attack records are found."""
    precision, recall, _ = precision_recall_curve(labels, scores, sample_weight=weights)
    return float(precision[recall >= 0.5].max())


def try_tree(samples: list[Sample], groups: numpy.ndarray, labels: numpy.ndarray) -> list[tuple[float, str]]:
    """Precision at recall 0.5 and the questions of the tree, for each fold of runs."""
    weights = numpy.array([sample.weight for sample in samples])
    results = []
    folds = GroupKFold(n_splits=min(4, len(set(groups))))
    for learn, test in folds.split(labels, labels, groups):
        learning = numpy.zeros(len(samples), dtype=bool)
        learning[learn] = True
        table, names = features_of(samples, learning)
        best = (0.0, "")
        for balance in (None, {0: 1, 1: 30}, "balanced"):
            tree = DecisionTreeClassifier(max_depth=3, class_weight=balance, random_state=0)
            tree.fit(table[learn], labels[learn], sample_weight=weights[learn])
            scores = tree.predict_proba(table[test])[:, 1]
            precision = precision_at_half(labels[test], scores, weights[test])
            asked = ", ".join(dict.fromkeys(names[index] for index in tree.tree_.feature if index >= 0))
            best = max(best, (precision, asked))
        results.append(best)
    return results


# MARK: by-products


def fraction(value: Any) -> int | None:
    """The milliseconds within the second of a moment in time, however it is written."""
    if isinstance(value, int) and value > 10**11:
        return value % 1000
    if isinstance(value, float):
        return round(value * 1000) % 1000
    match = re.search(r"[.](\d{1,6})", str(value))
    return int(match.group(1).ljust(6, "0")[:3]) if match else None


def by_products(sample: Sample, orders: dict[tuple[Any, ...], dict[str, int]]) -> list[float]:
    """What a record betrays besides its content, as numbers. Every list has the same length."""
    leaves = parse_line(sample.line, sample.columns)
    values = dict(leaves)
    identifier = next(
        (str(values[path]) for path in values if re.search(r"(^|\.)(uid|id|record_id|EventRecordID)$", path)), ""
    )
    digits = [int(digit, 16) for digit in identifier.lower() if digit in "0123456789abcdef"]
    digits = (digits + [0] * 32)[:32]
    moments = [fraction(value) for path, value in leaves if path in TIMES or path.endswith("logged_time")]
    moments = ([moment if moment is not None else -1 for moment in moments] + [-1, -1])[:2]
    text = sample.line
    order = "|".join(path for path, _ in leaves)
    fields = (sample.kind, *sorted(values))
    known = orders.setdefault(fields, {})
    return [
        sample.place,
        *digits,
        sum(digits) / 32,
        *moments,
        *(moment % 10 for moment in moments),
        *(float(moment == 0) for moment in moments),
        *(len(text) % modulus for modulus in (2, 4, 8)),
        known.setdefault(order, len(known)),
        text.count(b'": '),
        text.count(b"\\u"),
        text.count(b"\\/"),
        float(text.endswith(b"\r\n")),
    ]


def matched(samples: list[Sample]) -> list[tuple[tuple[Any, ...], Sample]]:
    """Attack records and at most four benign ones of the same run, kind and fields for each, with what they share."""
    strata: dict[tuple[Any, ...], tuple[list[Sample], list[Sample]]] = collections.defaultdict(lambda: ([], []))
    attacked = {(sample.choice, sample.kind) for sample in samples if sample.attack}
    for sample in samples:
        if (sample.choice, sample.kind) in attacked:
            fields = tuple(sorted({path for path, _ in parse_line(sample.line, sample.columns)}))
            strata[sample.choice, sample.kind, fields][0 if sample.attack else 1].append(sample)
    chosen = []
    generator = random.Random(0)
    for key, (attack, benign) in strata.items():
        generator.shuffle(benign)
        if attack and benign:
            chosen += [(key, sample) for sample in attack + benign[: 4 * len(attack)]]
    return chosen


def out_of_fold(table: numpy.ndarray, labels: numpy.ndarray, groups: numpy.ndarray, boosted: bool) -> numpy.ndarray:
    """Scores of all records by models that have not seen their runs, as ranks within the fold."""
    scores = numpy.zeros(len(labels))
    for learn, test in GroupKFold(n_splits=min(4, len(set(groups)))).split(table, labels, groups):
        if boosted:
            model = HistGradientBoostingClassifier(max_iter=40, random_state=0)
        else:
            model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=200))
        model.fit(table[learn], labels[learn])
        # Models of different folds have different scales.
        scores[test] = rankdata(model.predict_proba(table[test])[:, 1]) / len(test)
    return scores


def try_by_products(samples: list[Sample]) -> list[tuple[str, float, float, int]]:
    """By classifier: its area under the curve, the share of shuffles that do as well, and attack records tried.

    The scores of a run come from models of other runs, so that shuffling labels among records of one run, kind and set
    of fields gives the areas that chance would give.
    """
    chosen = matched(samples)
    if len({sample.choice for _, sample in chosen}) < 2:
        return []
    orders: dict[tuple[Any, ...], dict[str, int]] = {}
    table = numpy.array([by_products(sample, orders) for _, sample in chosen], dtype=float)
    labels = numpy.array([sample.attack for _, sample in chosen], dtype=int)
    runs = {choice: index for index, choice in enumerate(sorted({sample.choice for _, sample in chosen}))}
    groups = numpy.array([runs[sample.choice] for _, sample in chosen])
    strata: dict[tuple[Any, ...], list[int]] = collections.defaultdict(list)
    for index, (key, _) in enumerate(chosen):
        strata[key].append(index)
    generator = numpy.random.default_rng(1)
    results = []
    for name, boosted in (("boosted trees", True), ("logistic regression", False)):
        scores = out_of_fold(table, labels, groups, boosted)
        area = roc_auc_score(labels, scores)
        better = 0
        for _ in range(PERMUTATIONS):
            shuffled = labels.copy()
            for indices in strata.values():
                shuffled[indices] = generator.permutation(labels[indices])
            better += roc_auc_score(shuffled, scores) >= area
        results.append((name, area, (better + 1) / (PERMUTATIONS + 1), int(labels.sum())))
    return results


# MARK: report


def examine(
    format_name: str, runs: list[Choice], quiet: list[Choice], allowances: list[Allowance]
) -> tuple[bool, list[str]]:
    """Whether a format gives nothing away, and what there is to say about it."""
    candidates, samples = gather(format_name, runs, allowances)
    days = read_quiet_days(format_name, candidates, quiet, allowances)
    left = candidates.left()
    leaks = unlisted(format_name, candidates, allowances)
    attack = sum(sample.attack for sample in samples)
    report = [
        f"{format_name}: {len(runs)} runs and {days} quiet days, {attack} attack records",
        f"  values: {len(left)} things that only attacks have, {len(left) - len(leaks)} of them listed with a reason",
    ]
    for entry in left:
        word = "LEAK" if entry in leaks else "listed"
        report.append(f"    {word} {entry[1]} in {entry[0]} runs: {entry[2]} {entry[3]!r}"[:300])
    groups = numpy.array([runs.index(sample.choice) for sample in samples])
    labels = numpy.array([sample.attack for sample in samples], dtype=int)
    folds = try_tree(samples, groups, labels)
    precision = float(numpy.mean([result for result, _ in folds]))
    worst = max(folds)
    report.append(
        f"  tree: precision at recall 0.5 is {precision:.3f} on average, {worst[0]:.3f} at worst, by {worst[1][:300]}"
    )
    chance = True
    for name, area, share, count in try_by_products(samples):
        report.append(f"  by-products, {name}: area {area:.3f} on {count} attack records, p = {share:.3f}")
        chance = chance and share > SIGNIFICANCE
    return not leaks and precision < 0.5 and chance, report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--scenario", action="append", choices=sorted(simulated_runs.ADVERSARIES), help="all by default"
    )
    parser.add_argument("--seeds", type=int, default=2, help="seeds for each adversary")
    parser.add_argument(
        "--quiet-days", type=int, default=100, help="at most so many days without an attack for each scenario"
    )
    parser.add_argument("--jobs", type=int, default=2, help="formats looked at side by side")
    parser.add_argument("--format", action="append", help="all that the program writes by default")
    options = parser.parse_args()
    scenarios = options.scenario or sorted(simulated_runs.ADVERSARIES)
    runs = simulated_runs.choices(scenarios, options.seeds)
    quiet = [
        Choice(scenario, simulated_runs.ADVERSARIES[scenario][0], 5001 + day)
        for day in range(options.quiet_days)
        for scenario in scenarios
    ]
    allowances = read_allowances(ALLOWED)
    names = options.format or simulated_runs.formats()
    good = True
    with ProcessPoolExecutor(max_workers=max(1, options.jobs)) as pool:
        for passed, report in pool.map(partial(examine, runs=runs, quiet=quiet, allowances=allowances), names):
            print("\n".join(report), flush=True)
            good = good and passed
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
