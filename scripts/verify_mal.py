"""Times to compromise of a small model of the Meta Attack Language: ours beside mal-simulator's, and both beside the law
that they must follow.

The language is exampleLang of mal-lang, read from a clone (`MAL_EXAMPLE_LANG`, or `../shared/exampleLang`). The model is
three hosts in a network, each with a user who knows its password; scripts/mal/examplelang.yaml is the same for our engine.
The attacker tries what takes time once an hour, each open way to a host that it has not yet equally often. docs/mal.md says how one becomes the other. Margins are fixed here, before anything runs:

* mean: the 99 % interval of the difference lies within 3 % of the mean that the law gives (two one-sided tests);
* the 10th, 25th, 50th, 75th, 90th and 95th percentile differ by one try or 5 % at most, whichever is more;
* the largest difference of the two distributions is at most 0.03, and Kolmogorov and Smirnov's test does not reject at 1 %;
* each alone differs from the law by no more than chance explains (their test for one sample, at 1 %).
"""

import argparse
import concurrent.futures
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Both packages of mal-lang write logs to the folder they are started in, a line a step: that is no part of the comparison.
START = Path.cwd()
os.chdir(tempfile.mkdtemp(prefix="verify-mal-"))
logging.disable(logging.CRITICAL)

import numpy
import scipy.stats
from malsim.config.agent_settings import AttackerSettings
from malsim.config.sim_settings import MalSimulatorSettings, TTCMode
from malsim.mal_simulator.simulator import MalSimulator
from maltoolbox.attackgraph import AttackGraph
from maltoolbox.language import LanguageGraph
from maltoolbox.model import Model

from external import EXAMPLE_LANG

HOSTS = ["first", "second", "third"]
GOAL = "third:access"
# A try in one unit of time succeeds with the chance that an exponential time is over by then.
PHISH, GUESS = -numpy.expm1(-0.1), -numpy.expm1(-0.02)
# One try with us: an hour of the card, a second of tempo. Everything else takes milliseconds and a second of tempo.
TRY_MILLISECONDS = 3_601_000

MEAN_MARGIN = 0.03
PERCENTILES = [10, 25, 50, 75, 90, 95]
PERCENTILE_MARGIN_TRIES, PERCENTILE_MARGIN_SHARE = 1, 0.05
DISTANCE_MARGIN = 0.03
SIGNIFICANCE = 0.01


def attack_graph() -> AttackGraph:
    language = LanguageGraph.from_mal_spec(str(EXAMPLE_LANG.folder() / EXAMPLE_LANG.marker))
    model = Model("three hosts in a network", language)
    network = model.add_asset("Network", "net")
    for name in HOSTS:
        host = model.add_asset("Host", name)
        user = model.add_asset("User", f"user-of-{name}")
        password = model.add_asset("Password", f"password-of-{name}")
        network.add_associated_assets("hosts", {host})
        host.add_associated_assets("passwords", {password})
        user.add_associated_assets("passwords", {password})
    return AttackGraph(language, model)


def theirs(runs: int, seed: int) -> tuple[numpy.ndarray, float]:
    """The runs in two halves, each in a process of its own with a seed of its own; the seconds of both together."""
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
        halves = list(pool.map(half_of_theirs, [runs // 2, runs - runs // 2], [2 * seed, 2 * seed + 1]))
    return numpy.concatenate([tries for tries, _ in halves]), sum(seconds for _, seconds in halves)


def half_of_theirs(runs: int, seed: int) -> tuple[numpy.ndarray, float]:
    """Tries until the goal is reached, run by run, and the seconds that the runs took.

    The attacker does at once whatever takes no time and then tries one of what does, drawn evenly, a unit of time.
    """
    entries = {"net:access"} | {f"user-of-{host}:attemptPhishing" for host in HOSTS}
    entries |= {f"{host}:guessPassword" for host in HOSTS}
    attacker = AttackerSettings(name="attacker", entry_points=entries, goals={GOAL})
    settings = MalSimulatorSettings(ttc_mode=TTCMode.PER_STEP_SAMPLE, seed=seed)
    simulator = MalSimulator(attack_graph(), [attacker], settings)
    slow = {f"user-of-{host}:phish": f"{host}:access" for host in HOSTS}
    slow |= {f"{host}:guessedPassword": f"{host}:access" for host in HOSTS}
    policy = numpy.random.default_rng(seed)
    tries = numpy.zeros(runs, dtype=int)
    start = time.perf_counter()
    for run in range(runs):
        states = simulator.reset()
        while not simulator.done():
            state = states["attacker"]
            surface = sorted(state.action_surface, key=lambda node: node.id)
            has = {node.full_name for node in state.performed_nodes}
            chosen = [node for node in surface if node.full_name not in slow]
            if not chosen:
                tries[run] += 1
                open_ways = [node for node in surface if slow[node.full_name] not in has]
                chosen = [open_ways[policy.integers(len(open_ways))]]
            states = simulator.step({"attacker": chosen})
        if not simulator.node_is_compromised(GOAL):
            sys.exit(f"run {run} of mal-simulator ended without its goal")
    return tries, time.perf_counter() - start


def ours(program: str, runs: int, seed: int, workers: int) -> tuple[numpy.ndarray, float]:
    """The same of our engine; the seconds are those of all workers together."""
    command = [
        program, "compromise", str(ROOT / "scripts/mal/examplelang.yaml"),
        str(ROOT / "scripts/mal/examplelang-cards.yaml"), "third", "--runs", str(runs), "--seed", str(seed),
        "--workers", str(workers)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    values = [json.loads(line) for line in lines]
    times = [value["milliseconds"] for value in values if "seed" in value]
    if None in times:
        sys.exit(f"{times.count(None)} of our runs ended without the goal")
    return numpy.array([round(value / TRY_MILLISECONDS) for value in times]), workers * values[-1]["seconds"]


def law(length: int = 2_000) -> numpy.ndarray:
    """The chance of so many tries: the goal's host is as often the first, the second or the third that falls, and each
    takes a geometric number of tries, of which half phish and half guess."""
    tries = numpy.arange(length)
    chance = (PHISH + GUESS) / 2
    # SciPy counts failures, tries are those and the successes.
    ranks = range(1, len(HOSTS) + 1)
    return sum(scipy.stats.nbinom.pmf(tries - rank, rank, chance) for rank in ranks) / len(HOSTS)


def distance_to_law(sample: numpy.ndarray, chances: numpy.ndarray) -> float:
    counts = numpy.bincount(sample, minlength=len(chances))[: len(chances)]
    return float(numpy.max(numpy.abs(numpy.cumsum(counts) / len(sample) - numpy.cumsum(chances))))


def main() -> None:
    parser = argparse.ArgumentParser(description="Times to compromise beside mal-simulator.")
    parser.add_argument("program", nargs="?", default=str(ROOT / ".build-engine/release/thao-bench"))
    parser.add_argument("--runs", type=int, default=15_000, help="of mal-simulator; ours are four times as many")
    parser.add_argument("--seed", type=int, default=1)
    choices = parser.parse_args()

    their_tries, their_seconds = theirs(choices.runs, choices.seed)
    our_tries, our_seconds = ours(str(START / choices.program), 4 * choices.runs, choices.seed, workers=2)
    chances = law()
    mean = float(numpy.sum(numpy.arange(len(chances)) * chances))
    failures: list[str] = []

    def expect(holds: bool, text: str) -> None:
        print(("ok      " if holds else "FAILED  ") + text)
        if not holds:
            failures.append(text)

    print(f"{len(our_tries)} runs of ours, {len(their_tries)} of mal-simulator; tries until the third host falls\n")
    print("| | ours | mal-simulator | the law |\n|---|---|---|---|")
    print(f"| mean | {our_tries.mean():.3f} | {their_tries.mean():.3f} | {mean:.3f} |")
    cumulated = numpy.cumsum(chances)
    for percentile in PERCENTILES:
        exact = int(numpy.searchsorted(cumulated, percentile / 100))
        ours_at, theirs_at = (
            int(numpy.percentile(sample, percentile, method="inverted_cdf")) for sample in (our_tries, their_tries))
        print(f"| {percentile} % | {ours_at} | {theirs_at} | {exact} |")
        if abs(ours_at - theirs_at) > max(PERCENTILE_MARGIN_TRIES, PERCENTILE_MARGIN_SHARE * exact):
            failures.append(f"the {percentile}th percentile differs by {abs(ours_at - theirs_at)}")
    print()

    difference = our_tries.mean() - their_tries.mean()
    error = (our_tries.var(ddof=1) / len(our_tries) + their_tries.var(ddof=1) / len(their_tries)) ** 0.5
    half = scipy.stats.norm.ppf(1 - SIGNIFICANCE / 2) * error
    expect(
        abs(difference) + half <= MEAN_MARGIN * mean,
        f"means differ by {difference:+.3f} ± {half:.3f} (99 %), margin {MEAN_MARGIN * mean:.3f}")
    expect(not any("percentile" in text for text in failures), "percentiles differ by one try or 5 % at most")
    distance, significance = scipy.stats.ks_2samp(our_tries, their_tries, method="asymp")
    expect(
        distance <= DISTANCE_MARGIN and significance > SIGNIFICANCE,
        f"largest difference of the distributions {distance:.4f}, margin {DISTANCE_MARGIN}, p = {significance:.2f}")
    for name, sample in (("ours", our_tries), ("mal-simulator", their_tries)):
        apart = distance_to_law(sample, chances)
        # Conservative for whole numbers.
        bound = float(scipy.stats.kstwobign.ppf(1 - SIGNIFICANCE)) / len(sample) ** 0.5
        expect(apart <= bound, f"{name}: largest difference to the law {apart:.4f}, by chance up to {bound:.4f}")

    our_rate, their_rate = len(our_tries) / our_seconds, len(their_tries) / their_seconds
    print(
        f"\none core: {our_rate:,.0f} runs/s of ours, {their_rate:,.0f} runs/s of mal-simulator, "
        f"{our_rate / their_rate:,.0f} times as many")
    if failures:
        sys.exit(1)


if __name__ == "__main__":
    main()
