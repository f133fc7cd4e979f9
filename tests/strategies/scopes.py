"""Scopes over a small vocabulary, and what they stand for in a world small enough to count out."""

from hypothesis import strategies as st

from lawtrack.missing import UNKNOWN
from lawtrack.model.scope import Openness, Scope, ScopeTerm

BROADER = {"weapon": (), "firearm": ("weapon",), "rifle": ("firearm",), "knife": ("weapon",), "book": ()}
CONCEPTS = tuple(BROADER)


def above(name):
    """*name* and every concept that includes it."""
    return {name}.union(*(above(wide) for wide in BROADER[name]))


def broader(wide, narrow):
    """Inclusion in the vocabulary; what it does not have is not known."""
    if wide not in BROADER or narrow not in BROADER:
        return True if wide == narrow else UNKNOWN
    return wide in above(narrow)


def things(scope):
    """What a closed scope of plain concepts holds, in a world with one thing of each concept's own."""
    held = {name for name in CONCEPTS if above(name) & set(scope.concepts)}
    return held - {name for name in CONCEPTS if above(name) & {term.concept for term in scope.exclude}}


_qualifiers = st.lists(st.sampled_from(["known", "foreign"]), max_size=1)
terms = st.builds(
    ScopeTerm, st.sampled_from([*CONCEPTS, "x:demo/drone"]), st.sampled_from(["", "object"]), _qualifiers
)
plain_terms = st.builds(ScopeTerm, st.sampled_from(CONCEPTS))


_any_openness = st.sampled_from(Openness)


def scopes(term=terms, openness=_any_openness):
    """Scopes of a few terms."""
    lists = st.lists(term, max_size=2)
    return st.builds(Scope, include=lists, exclude=lists, openness=openness)
