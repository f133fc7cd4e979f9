"""Critiques and claims at scale: ten thousand critiques, fifty thousand assertions, each question."""

import gc
from collections.abc import Callable, Iterator
from typing import Any

import attrs

import lawtrack as lt
from lawtrack.model.assertion import SourceKind
from lawtrack.model.counting import AMENDMENT_UNITS

from .generate import generated_corpus_data
from .timing import in_turns, worked

__all__ = ["critique_corpus", "critique_rows"]

_PER_CRITIQUE = 5


def critique_corpus(critiques: int, path: Any) -> lt.Corpus:
    """A corpus of a fifth as many effects, with that many critiques and five assertions about each."""
    import json

    effects = max(40, critiques // 5)
    data = generated_corpus_data(effects, effects * 2)
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    corpus = lt.read(path)
    places = [provision.id for provision in corpus.provisions]
    pattern = corpus.critiques
    grounds = [critique.grounds for critique in pattern]
    held: list[Any] = []
    for i in range(critiques):
        model = pattern[i % len(pattern)]
        target, other = corpus.effects[i * 7 % effects].id, places[i % len(places)]
        selector = lt.Selector(exact=f"words {i % 40} of the rule")
        held.append(
            attrs.evolve(
                model,
                id=f"lt:kz/critique/n-{i}",
                critics=(corpus.actors[i % len(corpus.actors)].id,),
                targets=(target, other),
                grounds=grounds[i * 3 % len(grounds)],
                points=(lt.CritiquePoint(target=other, selector=selector),),
                draws_on=(f"lt:kz/critique/n-{i - 1}",) if i % 9 == 4 else (),
            )
        )
        held += [
            lt.Assertion(
                id=f"lt:kz/assertion/n-{i}-{j}",
                about=f"lt:kz/critique/n-{i}",
                source=corpus.sources[(i + j) % len(corpus.sources)].id,
                says=f"they object ({i}, {j})",
            )
            for j in range(_PER_CRITIQUE)
        ]
    for i, rec in enumerate(corpus.recommendations):
        test = lt.Predicate.read(("change(repealed)", "change(narrowed)", "not(kind(power))")[i % 3])
        held.append(attrs.evolve(rec, critique=f"lt:kz/critique/n-{i}", testable_as=test))
    for i, place in enumerate(places):
        text = f"Here stand words {i % 40} of the rule, and more."
        held.append(lt.Wording(id=f"lt:kz/wording/n-{i}", provision=place, lang="en", text=text))
    package = attrs.evolve(corpus.packages[0], enumerates=AMENDMENT_UNITS)
    source = attrs.evolve(corpus.sources[0], kind=SourceKind.NGO)
    shares = lt.Claim(
        id="lt:kz/claim/n-share",
        about=package.id,
        source=source.id,
        quantity=lt.Range.read("[17/100, 1/5)"),
        unit="amendment",
        is_share=True,
        predicate=lt.Predicate.read("simple_shift(+2y)"),
    )
    return corpus.with_(*held, package, shares)


def _questions(corpus: lt.Corpus) -> dict[str, Callable[[lt.Corpus], Any]]:
    package, effect = corpus.packages[0].id, corpus.effects[0].id
    code = corpus.critiques[0].id
    return {
        "verify(share)": lambda c: lt.verify(c, "lt:kz/claim/n-share"),
        "critiques()": lambda c: lt.critiques(c),
        "critiques(package)": lambda c: lt.critiques(c, package=package),
        "critiques(target)": lambda c: lt.critiques(c, target=effect),
        "recommendations(status)": lambda c: lt.recommendations(c, status=["not_heeded", "unknown"]),
        "uncriticised(package)": lambda c: lt.uncriticised(c, package=package),
        "dangling()": lambda c: lt.dangling(c),
        "convergence()": lambda c: lt.convergence(c),
        "critique_counts(frame, stage)": lambda c: lt.critique_counts(
            c, by="three_part_test", across="stage"
        ),
        "critique_counts(right)": lambda c: lt.critique_counts(c, by="right"),
        "heeding()": lambda c: lt.heeding(c),
        "uptake()": lambda c: lt.uptake(c),
        "anchors(critique)": lambda c: lt.anchors(c, critique=code),
        "anchors()": lambda c: lt.anchors(c),
        "value_of()": lambda c: lt.value_of(c, code, "grounds"),
    }


def critique_rows(
    critiques: int, path: Any, rounds: int
) -> Iterator[tuple[str, float, str, float, float, float]]:
    """What, median seconds, against what, its seconds, the aim and the first time of each question."""
    small = critique_corpus(60, path)
    for ask in _questions(small).values():
        ask(small)  # so that the first time is that of the question, and not of importing what answers it
    corpus = critique_corpus(critiques, path)
    for name, ask in _questions(corpus).items():
        fresh = attrs.evolve(corpus)
        gc.collect()  # what building the corpus leaves to be collected is no part of the question
        first = worked(lambda ask=ask, fresh=fresh: ask(fresh))
        times = in_turns(
            {
                "ask": lambda ask=ask, fresh=fresh: ask(fresh),
                "scan": lambda fresh=fresh: [c for c in fresh.critiques if len(c.targets) == 2],
            },
            rounds,
        )
        yield name, times["ask"], "scan of critiques", times["scan"], 0.100, first
