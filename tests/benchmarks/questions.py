"""The questions that are timed, each as somebody would ask it of a large corpus."""

from collections.abc import Callable
from typing import Any

import lawtrack as lt

__all__ = ["plain_scan", "questions"]

DAY = "2022-06-01"


def questions(corpus: lt.Corpus) -> dict[str, Callable[[lt.Corpus], Any]]:
    """Questions by the call that asks them; ids are the first of their kind in *corpus*."""
    package, code, act = corpus.packages[0].id, corpus.works[0].id, corpus.amendments[0].instrument
    source, effect = corpus.sources[0].id, corpus.effects[0].id
    return {
        "effects(package)": lambda c: lt.effects(c, package=package),
        "effects(kind, role, on)": lambda c: lt.effects(c, kind="power", role="householder", on=DAY),
        "sentence_changes(package)": lambda c: lt.sentence_changes(c, package=package),
        "sentence_changes()": lambda c: lt.sentence_changes(c),
        "duties(role, on)": lambda c: lt.duties(c, role="householder", on=DAY),
        "powers(on)": lambda c: lt.powers(c, on=DAY),
        "positions(package)": lambda c: lt.positions(c, package=package),
        "positions(effect)": lambda c: lt.positions(c, effect=effect),
        "exposure(role, on)": lambda c: lt.exposure(c, "householder", on=DAY),
        "impact(work)": lambda c: lt.impact(c, code),
        "critiques(package)": lambda c: lt.critiques(c, package=package),
        "recommendations(status)": lambda c: lt.recommendations(c, status="not_heeded"),
        "gaps()": lambda c: lt.gaps(c),
        "conflicts()": lambda c: lt.conflicts(c),
        "coverage(source)": lambda c: lt.coverage(c, source=source),
        "show(effect)": lambda c: lt.show(c, effect),
        "timeline(work)": lambda c: lt.timeline(c, code),
        "commencement(work)": lambda c: lt.commencement(c, act),
        "status(work, on)": lambda c: lt.status(c, act, on=DAY),
        "brief(package, for_)": lambda c: lt.brief(c, package=package, for_="householder"),
        "validate()": lambda c: lt.validate(c),
    }


def plain_scan(corpus: lt.Corpus) -> list[lt.Effect]:
    """The alternative: the effects of the first package by looking at every effect, without any index."""
    members = set(corpus.packages[0].members)
    wanted = {amendment.id for amendment in corpus.amendments if amendment.instrument in members}
    return [effect for effect in corpus.effects if not wanted.isdisjoint(effect.by)]
