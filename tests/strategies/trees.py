"""Trees of text: few numbers and words, so that they repeat, and blocks beside provisions."""

from hypothesis import strategies as st

from lawtrack.model.addresses import eids
from lawtrack.model.modification import (
    MODIFICATIONS,
    Insertion,
    Join,
    Move,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    Split,
    UnitSubstitution,
    Unwrapping,
    Which,
    WordSubstitution,
    Wrapping,
)
from lawtrack.model.unit import Unit
from lawtrack.texts import ModificationError, apply

nums = st.sampled_from(["", "(a)", "(b)", "(a-1)", "1", "2", "Article 3", "бис"])
words = st.lists(st.sampled_from(["the", "fine", "of", "ten", "days", "days.", "срок"]), max_size=5).map(
    " ".join
)
types = st.sampled_from(["chapter", "section", "article", "paragraph", "point", "content", "wrapUp", "annex"])


headings = st.sampled_from(["", "", "General"])
attributes = st.sampled_from([{}, {"n": "1"}])
no_children = st.just(())


def units(children=no_children):
    """Units with the *children* given; blocks have no number and no heading."""
    return st.builds(_unit, types, nums, headings, words, children, attributes)


def _unit(type, num, heading, text, children, attributes):
    if type in ("content", "wrapUp"):
        return Unit(type=type, text=text)
    return Unit(type=type, num=num, heading=heading, text=text, children=children, attributes=attributes)


inner = st.recursive(units(), lambda inside: units(st.lists(inside, max_size=4)), max_leaves=14)
trees = st.builds(
    lambda kind, num, children: Unit(type=kind, num=num, children=children),
    st.sampled_from(["body", "section"]),
    st.sampled_from(["", "5"]),
    st.lists(inner, max_size=4),
)
"""Whole trees; numbers may repeat among siblings and across chapters."""


@st.composite
def fitting_modifications(draw, tree, most=4):
    """Modifications that fit *tree* one after the other; targets are called by eId or by places."""
    found = []
    for _ in range(draw(st.integers(0, most))):
        eid, path = draw(st.sampled_from(list(eids(tree).items())))
        change = draw(_modification(tree, draw(st.sampled_from([eid, path])), path))
        try:
            tree = apply(tree, change)
        except ModificationError:
            continue
        found.append(change)
    return tuple(found)


_strays = st.builds(Unit, type=st.just("paragraph"), num=st.sampled_from(["", "(x)", "(a)"]), text=words)
_places = st.sampled_from([*Place, 0, 1])


@st.composite
def _modification(draw, tree, target, path):
    unit = tree.at(path)
    kind = draw(st.sampled_from(list(MODIFICATIONS.values())))
    some = st.lists(_strays, min_size=1, max_size=2)
    if kind is Insertion:
        return Insertion(target=target, units=draw(some), where=draw(_places), twin=draw(st.booleans()))
    if kind is UnitSubstitution:
        return UnitSubstitution(target=target, units=draw(some))
    if kind is WordSubstitution:
        return WordSubstitution(
            target=target,
            old=draw(st.sampled_from(["fine", "days", "the", "e", " "])),
            new=draw(st.sampled_from(["", "fee", "the days", " "])),
            which=draw(st.sampled_from([*Which, 1, 2])),
            part=draw(st.sampled_from(["", "", "text", "heading", "wrapUp"])),
            tidy=draw(st.booleans()),
        )
    if kind is PartSubstitution:
        part = draw(st.sampled_from(["num", "heading", "text", "type", "n"]))
        return PartSubstitution(target=target, part=part, new=draw(st.sampled_from(["point", "x"])))
    if kind is Repeal:
        return Repeal(target=target, leaving=draw(st.sampled_from(["", "Repealed."])))
    if kind is Renumbering:
        return Renumbering(target=target, num=draw(nums))
    if kind is Move:
        to = draw(st.sampled_from(list(eids(tree))))
        return Move(target=target, to=to, where=draw(_places))
    if kind is Split:
        half = unit.with_(children=(), text=unit.text)
        rest = unit.with_(num=f"{unit.num}-1", heading="", text="")
        return Split(target=target, units=(half, rest))
    if kind is Join:
        last = (*path[:-1], path[-1] + 1) if path else path
        joined = "".join(u.text for place in (path, last) for _, u in _walk(tree, place))
        return Join(target=target, through=last, unit=Unit(type="article", num="9", text=joined))
    if kind is Wrapping:
        return Wrapping(target=target, num=draw(nums))
    return Unwrapping(target=target)


def _walk(tree, path):
    try:
        return tree.at(path).walk()
    except IndexError:
        return ()


addresses = st.one_of(
    st.sampled_from(["", "art_1__para_2", "art. 5"]),
    st.lists(st.one_of(nums.filter(bool), st.integers(0, 3)), max_size=3).map(tuple),
)
_inserted = st.lists(units(), min_size=1, max_size=2).map(tuple)
any_modifications = st.one_of(
    st.builds(Insertion, target=addresses, units=_inserted, where=_places, twin=st.booleans(), by=words),
    st.builds(UnitSubstitution, target=addresses, units=_inserted),
    st.builds(
        WordSubstitution,
        target=addresses,
        old=words.filter(bool),
        new=words,
        which=st.sampled_from([*Which, 1, 2]),
        count=st.sampled_from([None, 2]),
        attributes=st.sampled_from([(), ("n",)]),
        at=st.sampled_from([None, 0, 4]),
        tidy=st.booleans(),
    ),
    st.builds(PartSubstitution, target=addresses, part=st.just("heading"), new=st.none() | words),
    st.builds(Repeal, target=addresses, leaving=words),
    st.builds(Renumbering, target=addresses, num=nums),
    st.builds(Move, target=addresses, to=addresses, where=_places),
    st.builds(Split, target=addresses, units=_inserted),
    st.builds(Join, target=addresses, through=addresses, unit=units()),
    st.builds(Wrapping, target=addresses, num=nums),
    st.builds(Unwrapping, target=addresses),
)
"""Modifications of every kind, whether or not there is a text that they fit."""
