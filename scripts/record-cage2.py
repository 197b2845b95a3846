#!/usr/bin/env python3
"""Plays CAGE-2 episodes on the original code, one JSON line each, in the form of
Tests/BenchmarkWorldsTests/Fixtures/compared.jsonl.

usage: record-cage2.py CHECKOUT leaderboard|final bline|meander|sleep STEPS [--cramped] SEED...

CHECKOUT is cage-challenge/cage-challenge-2 at commit 4943e9b (leaderboard) or 26ce1c1 (final). It needs numpy, gym 0.26,
prettytable, PyYAML and paramiko (never used; an empty module of that name with a `__getattr__` does).

Blue's actions come from a generator of their own, in one of four mixtures by seed. The state of Python's generator at the
end shows that every draw was the same. --cramped leaves 256 process numbers and 64 ephemeral ports, so that numbers are
taken most of the time and rules that hardly ever matter do.
"""
import inspect
import json
import random
import sys
import warnings

warnings.filterwarnings("ignore")


def action(mixture, rng):
    """One of blue's 145 actions."""
    if mixture == 0:
        return rng.randrange(145)
    if mixture == 1:
        return rng.choice(
            [15 + rng.randrange(13), 28 + rng.randrange(104), 28 + rng.randrange(104), 132 + rng.randrange(13)]
        )
    if mixture == 2:
        return rng.choice(
            [15 + rng.randrange(13), 15 + rng.randrange(13), 2 + rng.randrange(13), 119 + rng.randrange(13)]
        )
    return 132 + rng.randrange(13) if rng.random() < 0.3 else rng.randrange(28)


def cramp(host_module):
    """Makes numbers of processes and ports scarce; the generator is asked as before."""

    def randrange(start, stop=None):
        if stop is None:
            return random.randrange(start) & 255
        return start + (random.randrange(start, stop) - start & 63)

    host_module.randrange = randrange


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--cramped"]
    if len(arguments) < 5:
        sys.exit(__doc__)
    is_cramped = "--cramped" in sys.argv
    checkout, rules, red, steps = arguments[0], arguments[1], arguments[2], int(arguments[3])
    sys.path.insert(0, checkout + "/CybORG")
    from CybORG import CybORG
    from CybORG.Agents import B_lineAgent, SleepAgent
    from CybORG.Agents.SimpleAgents.Meander import RedMeanderAgent
    from CybORG.Agents.Wrappers import ChallengeWrapper
    from CybORG.Simulator import Host

    if is_cramped:
        cramp(Host)
    scenario = inspect.getfile(CybORG)[: -len("CybORG.py")] + "Shared/Scenarios/Scenario2.yaml"
    attacker = {"bline": B_lineAgent, "meander": RedMeanderAgent, "sleep": SleepAgent}[red]
    environment = ChallengeWrapper(env=CybORG(scenario, "sim", agents={"Red": attacker}), agent_name="Blue")
    for seed in map(int, arguments[4:]):
        rng = random.Random(seed * 7919 + 1)
        random.seed(seed)
        environment.reset()
        actions, observations, rewards = [], [], []
        for _ in range(steps):
            actions.append(action(seed % 4, rng))
            observation, reward = environment.step(action=actions[-1])[:2]
            observations.append(format(sum(int(bit) << place for place, bit in enumerate(observation)), "x"))
            rewards.append(round(reward * 10))
        words = random.getstate()[1]
        episode = {
            "seed": seed, "rules": rules, "red": red, "steps": steps, "isCramped": is_cramped, "actions": actions,
            "observations": observations, "rewards": rewards, "generator": [words[-1], words[0], words[623]],
        }
        print(json.dumps(episode, separators=(",", ":")), flush=True)


if __name__ == "__main__":
    main()
