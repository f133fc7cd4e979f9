"""Sanctions that plain clauses can say, and texts that look like clauses."""

import json
from pathlib import Path

from hypothesis import strategies as st

from lawtrack.penalties import Sanction
from lawtrack.sanction_text.lexicon import Lexicon

__all__ = ["clause_like", "sayable"]

numbers = st.integers(2, 40)


def _spans(units, signs):
    def one(unit):
        low_high = st.tuples(numbers, numbers).filter(lambda pair: pair[0] < pair[1])
        plain = [numbers.map(lambda n, sign=sign: f"{sign}{n}{unit}") for sign in signs if sign in "<=>="]
        return st.one_of(*plain, low_high.map(lambda pair: f"{pair[0]}..{pair[1]}{unit}"))

    return st.sampled_from(units).flatmap(one)


def sayable(lang: str):
    """Sanctions in notation that the sayings of *lang* cover."""
    sayings = Lexicon.shipped(lang).sayings
    kinds, units = sayings["kind"], sayings["unit"]
    times = [unit for unit in ("y", "mo", "d") if unit in units]
    sums = [f" {unit}" for unit in ("MCI", "EUR", "GBP", "KZT", "RUB") if unit in units]
    terms = [kind for kind in ("restriction", "arrest", "prison") if kind in kinds]
    plain = [kind for kind in ("warning", "death", "life") if kind in kinds]
    extras = [kind for kind in ("confiscation", "citizenship_loss", "expulsion") if kind in kinds]
    with_term = [kind for kind in ("disqualification",) if kind in kinds]
    signs = [sign for sign in ("<=", ">=", "=") if sign in sayings["amount"]]
    principal = st.one_of(
        st.sampled_from(plain),
        st.tuples(st.sampled_from(terms), _spans(times, signs)).map(" ".join),
        st.tuples(st.just("fine"), _spans(sums, signs)).map(" ".join),
    )
    added = st.just([])
    if extras or with_term:
        choices = [st.sampled_from(extras)] if extras else []
        if with_term:
            choices.append(st.tuples(st.sampled_from(with_term), _spans(["y"], signs)).map(" ".join))
        extra = st.tuples(st.one_of(*choices), st.sampled_from("!?")).map("".join)
        added = st.lists(extra, max_size=2, unique_by=lambda text: text.split()[0].rstrip("!?"))

    def put_together(parts):
        options, extras_of, shared = parts
        text = " | ".join(options)
        if extras_of:
            joined = " ".join(f"+ {one}" for one in extras_of)
            text += f" all: {joined}" if shared and len(options) > 1 else f" {joined}"
        return text

    options = st.lists(principal, min_size=1, max_size=4, unique_by=lambda text: text.split()[0])
    return st.tuples(options, added, st.booleans()).map(put_together).map(Sanction.read)


def clause_like(lang: str):
    """Texts of the words of a lexicon in any order, with numbers, signs and foreign words between."""
    path = Path(__file__).parents[2] / "lawtrack" / "data" / "penalty_words" / f"{lang}.toml"
    words = sorted(set(json.dumps(path.read_text("utf-8"), ensure_ascii=False).replace("*", "а").split()))
    piece = st.one_of(
        st.sampled_from(words).map(lambda word: word.strip('\\n",[]=')),
        st.integers(0, 10**7).map(str),
        st.sampled_from([*",.;:()[]–-/§$£€%'\"«»\u00ad\u0306", "(a)", "(i)"]),
        st.text(max_size=5),
    )
    return st.lists(piece, max_size=40).map(" ".join)
