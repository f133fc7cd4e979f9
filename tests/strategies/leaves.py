"""Strategies for the values that records are made of: texts, names, dates, amounts."""

import unicodedata
from typing import Any

from hypothesis import strategies as st
from strategies import dates, ranges, sanctions, texts, trees

from lawtrack.commencement_rules import CommencementRule
from lawtrack.dates import Duration, EdtfDate, Period
from lawtrack.hedges import Hedge, HedgeCategory
from lawtrack.identifiers import EId
from lawtrack.languages import LangMap
from lawtrack.missing import TOKENS, Missing
from lawtrack.model.modification import Modification
from lawtrack.model.predicate import Predicate
from lawtrack.model.scope import Comparator, ScopeTerm, Threshold
from lawtrack.passages import passage_digest
from lawtrack.penalties import PenaltyLadder, Sanction, SentenceDelta
from lawtrack.ranges import Range
from lawtrack.vocabulary import Vocabulary


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


# What reads like a token, and what reads like a token that was escaped.
token_like = st.sampled_from([f"{slashes}{word}" for word in TOKENS for slashes in ("", "\\", "\\\\")])
free_texts = st.one_of(
    texts.plain_texts, token_like, texts.any_texts.map(_nfc), texts.hostile_texts.map(_nfc)
)
"""Texts in normal form C, which is what canonical files hold."""

lang_maps = st.one_of(
    st.dictionaries(texts.tags, free_texts.filter(str.strip), min_size=1, max_size=3),
    free_texts.filter(str.strip),
).map(LangMap.of)

_word = st.from_regex(r"[a-z][a-z0-9_]{0,7}", fullmatch=True)
ids = st.one_of(
    st.builds("lt:{}/{}-{}".format, st.sampled_from(["kz", "x-eu"]), _word, st.integers(1, 99)),
    st.from_regex(r"[!-~]{1,12}", fullmatch=True),
    st.sampled_from(list(TOKENS)),
)
countries = st.sampled_from(["KZ", "GB", "RU", "US-DC", "x-osce"])
roles = st.sampled_from(Vocabulary().role_names())

concepts = st.sampled_from(["guest", "firearm", "internet_network", "x:demo/drone", "cash/note"])
_qualifiers = st.lists(st.sampled_from(["all", "known", "foreign", "не менее двух"]), max_size=2)
scope_terms = st.builds(ScopeTerm, concepts, st.sampled_from(["", "object", "person"]), _qualifiers)
thresholds = st.one_of(
    st.builds(Threshold, st.sampled_from(Comparator), dates.durations),
    st.builds(
        Threshold,
        st.sampled_from(Comparator),
        st.fractions(0, 30, max_denominator=4),
        st.sampled_from(["firearm", "copy/title", "MCI"]),
    ),
)
_surfaces = free_texts.filter(str.strip)
_hedge_words = ["almost a fifth", "some", "most", "about 12", "could", "none", "unknown"]
hedges = st.one_of(
    st.one_of(st.sampled_from(_hedge_words), _surfaces).map(Hedge.read),
    # Read by a lexicon of a study, which files have to carry.
    st.builds(
        Hedge,
        surface=_surfaces,
        category=st.sampled_from([*HedgeCategory, *Missing]),
        interval=st.one_of(ranges.ranges(), st.sampled_from(Missing)),
        rule=free_texts,
        universal=st.booleans(),
        ordinal=st.booleans(),
    ),
)
ladders = st.sampled_from(
    [sanctions.LADDER, PenaltyLadder.read("fine < restriction = arrest < prison", name="a study")]
)
deltas = st.sampled_from(
    [
        "min +2y max +0d",
        "min +2y? max +2y? any",
        "min unknown max +1y",
        "min +2y max -1y extras !fine",
    ]
).map(SentenceDelta.read)
predicates = st.sampled_from(
    [
        "any()",
        "simple_shift(+2y)",
        "simple_shift(+2y, either)",
        'rule(after.threshold, "> 10 d")',
        "all_of(kind(power, offence), not(change(created)))",
        'words_gone("a, b")',
    ]
).map(Predicate.read)
opaque_data = st.dictionaries(
    _word.filter(lambda key: key != "kind"),
    st.recursive(
        st.one_of(free_texts, st.integers(-9, 9), st.booleans()),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_word, inner, max_size=2),
        max_leaves=4,
    ),
    max_size=3,
)
"""Plain data of a rule whose kind is not installed."""

LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: free_texts,
    int: st.integers(-(10**6), 10**6),
    bool: st.booleans(),
    Missing: st.sampled_from(Missing),
    LangMap: lang_maps,
    EdtfDate: dates.edtf_dates,
    Period: dates.periods(),
    Duration: dates.durations,
    CommencementRule: dates.commencement_rules,
    EId: texts.eids,
    Hedge: hedges,
    Predicate: predicates,
    Range: ranges.ranges(),
    Sanction: sanctions.sanctions,
    SentenceDelta: deltas,
    PenaltyLadder: ladders,
    ScopeTerm: scope_terms,
    Threshold: thresholds,
    Modification: trees.any_modifications,
}
"""Strategies for what is not built from fields."""

_tags = st.lists(texts.tags, max_size=2).map(tuple)
BY_NAME = {
    "digest": st.sampled_from(["a passage", "две строки", "x"]).map(passage_digest),
    "id": ids,
    "jurisdiction": countries,
    "lang": texts.tags,
    "languages": _tags,
    "authentic_languages": _tags,
}
"""Strategies for texts that a record checks, by field name."""
