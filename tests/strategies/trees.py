"""Trees of text: few numbers and words, so that they repeat, and blocks beside provisions."""

from hypothesis import strategies as st

from lawtrack.model.unit import Unit

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
