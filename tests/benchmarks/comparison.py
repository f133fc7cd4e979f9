"""Comparing many rules, and whole packages: how many a second, and how time grows with size."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

import lawtrack as lt
from lawtrack.comparison import ManyRules
from lawtrack.comparison.grounds import Grounds
from lawtrack.comparison.subjects import rule_of
from lawtrack.kinds import Power

from .generate import generated_corpus_data
from .timing import in_turns

__all__ = ["all_pairs_rows", "package_rows", "rank_rows"]

Timed = tuple[str, float, str, float, float | None]


def _corpus(effects: int) -> lt.Corpus:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "generated.json"
        path.write_text(json.dumps(generated_corpus_data(effects, 2 * effects)), "utf-8")
        return lt.read(path)


def all_pairs_rows(rounds: int) -> Iterator[Timed]:
    """Every pair of one kind among a thousand rules, against one look at every pair; then half as many.

    The aim is 50,000 comparisons a second.
    """
    size = 1000 if rounds > 1 else 20
    corpus = _corpus(size)
    rules = [rule_of(effect) for effect in corpus.effects]
    pairs = 0

    def bulk(rules: list[lt.Rule | lt.Missing]) -> int:
        many = ManyRules(Grounds((corpus, corpus)))
        for rule in rules:
            many.add(rule)
        return sum(many.counts().values())

    def looked_at() -> int:
        kinds = [effect.kind for effect in corpus.effects]
        return sum(one == other for i, one in enumerate(kinds) for other in kinds[i + 1 :])

    pairs = bulk(rules)
    times = in_turns(
        {"bulk": lambda: bulk(rules), "half": lambda: bulk(rules[: size // 2]), "scan": looked_at}, rounds
    )
    aim = pairs / 50_000
    yield f"all pairs of {size} rules, {pairs} comparisons", times["bulk"], "kinds alone", times["scan"], aim
    yield "… against half as many rules", times["bulk"], f"{size // 2} rules", times["half"], None


def package_rows(rounds: int) -> Iterator[Timed]:
    """Two packages aligned and compared effect by effect, each against a package of half the size."""
    sizes = (1250, 2500, 5000) if rounds > 1 else (20, 40)
    corpus = _corpus(sizes[-1])

    def run(size: int) -> object:
        left = corpus.effects[:size]
        # The same matter under other ids and provisions, so that subjects alone can pair them.
        right = [attrs.evolve(effect, id=f"{effect.id}/x", provisions=()) for effect in left]
        return lt.compare(left, right, corpus=corpus, others_equal=True).counts()

    times = in_turns({str(size): lambda size=size: run(size) for size in sizes}, min(rounds, 3))
    for size, before in zip(sizes[1:], sizes, strict=False):
        yield (
            f"two packages of {size} effects", times[str(size)], f"of {before}", times[str(before)], None,
        )  # fmt: skip


def rank_rows(rounds: int) -> Iterator[Timed]:
    """Tiers of one kind: rules that are all alike, and rules that all differ, each against half as many."""
    size = 800 if rounds > 1 else 20

    def powers(count: int, *, alike: bool) -> lt.Corpus:
        return lt.Corpus.of(
            lt.Effect(
                id=f"e/{i}",
                kind="power",
                after=Power(holder=("police",), acts=lt.Scope.of(f"x:b/{i * (not alike)}")),
            )
            for i in range(count)
        )

    corpora = {(n, alike): powers(n, alike=alike) for n in (size, size // 2) for alike in (True, False)}
    cases = {str(key): lambda held=held: lt.rank([held], "power") for key, held in corpora.items()}
    times = in_turns(cases, min(rounds, 3))
    for alike, word in ((True, "alike"), (False, "all different")):
        whole, half = times[str((size, alike))], times[str((size // 2, alike))]
        yield f"rank of {size} powers, {word}", whole, f"{size // 2} powers", half, None
