"""Sanctions as clauses might have them, and small definite ones whose outcomes can be counted out."""

from fractions import Fraction

from hypothesis import strategies as st

from lawtrack.errors import ReadingError
from lawtrack.missing import NONE, UNKNOWN
from lawtrack.penalties import (
    KINDS,
    LIFE,
    LIFE_WITHOUT_RELEASE,
    UNLIMITED,
    Addition,
    Atom,
    Component,
    Greatest,
    Option,
    PenaltyLadder,
    Quantity,
    Quoted,
    Reference,
    Sanction,
    Span,
    Track,
)

LADDER = PenaltyLadder.read(
    "KZ: fine < corrective_labour < community_service < restriction < arrest < prison < death"
)

words = st.text(st.characters(exclude_characters='"', exclude_categories=("Cs",)), max_size=8)
_amounts = st.one_of(st.integers(0, 40), st.fractions(0, 9, max_denominator=4)).map(Fraction)
_times = st.builds(Quantity, amount=_amounts, unit=st.sampled_from(["y", "mo", "w", "d", "h"]))
_money = st.builds(
    Quantity, amount=_amounts, unit=st.sampled_from(["USD", "EUR", "MCI", "UR", "df", "level"])
)
_bases = st.one_of(st.none(), st.sampled_from(["bribe", "value"]), words.map(Quoted), words.map(Reference))
_multiples = st.builds(Quantity, amount=_amounts, unit=st.sampled_from(["x", "%"]), basis=_bases)
quantities = st.one_of(_times, _money, _multiples)
_limits = st.sampled_from([LIFE, LIFE_WITHOUT_RELEASE, UNLIMITED])
_simple_bounds = st.one_of(quantities, _limits, words.map(Reference), st.just(UNKNOWN))
bounds = st.one_of(
    _simple_bounds,
    st.builds(
        Greatest,
        which=st.sampled_from(["max", "min"]),
        of=st.lists(_simple_bounds, min_size=1, max_size=3).map(tuple),
    ),
)


@st.composite
def _ranges(draw):
    low, high = sorted(draw(st.tuples(st.integers(0, 30), st.integers(0, 30))))
    like = draw(quantities)
    ends = [Quantity(amount=Fraction(n), unit=like.unit, basis=like.basis) for n in (low, high)]
    return Span("..", *ends)


spans = st.one_of(
    _ranges(),
    st.builds(Span, st.sampled_from(["<=", ">=", "<", ">", "="]), bounds),
    st.builds(Span, st.just(""), _limits),
)
_objects = st.sampled_from([None, None, "driving", "the office (public) held", "право"])
_flags = st.sampled_from([None, "!", "?"])


@st.composite
def components(draw, flags=_flags):
    kind = draw(st.sampled_from(KINDS))
    bare = kind in ("life", "life+")
    return Component(
        kind=kind,
        object=draw(_objects),
        span=None if bare else draw(st.none() | spans),
        per=draw(st.sampled_from([None, None, "d", "violation"])),
        cap=draw(st.none() | bounds),
        flag=draw(flags),
        condition=draw(st.none() | words),
    )


additions = st.one_of(
    st.builds(Addition, join=st.just("+"), component=components(st.sampled_from(["!", "?"]))),
    st.builds(Addition, join=st.just("&"), component=components()),
)
_few_additions = st.lists(additions, max_size=2).map(tuple)
options = st.builds(
    Option, group=st.lists(components(), min_size=1, max_size=3).map(tuple), additions=_few_additions
)
_atoms = st.one_of(
    st.sampled_from(["natural", "legal", "first", "base", "case"]).map(Atom),
    words.map(lambda w: Atom(w, True)),
)
_labels = st.lists(st.lists(_atoms, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple)
tracks = st.one_of(
    st.builds(
        Track,
        labels=_labels,
        options=st.lists(options, min_size=1, max_size=3).map(tuple),
        shared=_few_additions,
    ),
    st.builds(Track, labels=_labels, options=st.sampled_from([UNKNOWN, NONE])),
)
sanctions = st.builds(Sanction, tracks=st.lists(tracks, min_size=1, max_size=3).map(tuple))
"""Anything the notation can say."""


def span_text(low, high, unit):
    """``low..high`` in notation; an end may also be a word, or None when the clause leaves it out."""
    ends = [end if end is None or isinstance(end, str) else f"{end}{unit}" for end in (low, high)]
    if ends[0] is None:
        return "" if ends[1] is None else f"<={ends[1]}"
    return f">={ends[0]}" if ends[1] is None else f"{ends[0]}..{ends[1]}"


@st.composite
def definite_options(draw):
    """One option in notation: all ends stated, each kind once, extras marked."""
    parts = []
    for kind, unit in draw(
        st.sampled_from([[("prison", "y")], [("fine", " USD")], [("prison", "y"), ("fine", " USD")]])
    ):
        low, high = sorted(draw(st.tuples(st.integers(1, 4), st.integers(1, 4))))
        parts.append(f"{kind} {span_text(low, high, unit)}")
    said = " & ".join(parts)
    for extra in ("confiscation", "citizenship_loss"):
        flag = draw(st.sampled_from(["", "", "!", "?"]))
        said += f" + {extra}{flag}" if flag else ""
    return said


definite_texts = st.lists(definite_options(), min_size=1, max_size=3).map(" | ".join)
definite = definite_texts.map(Sanction.read)
"""One track, every end stated: any two of them have definite verdicts."""


_UNITS = {"prison": ("y", "mo", "d"), "arrest": ("d",), "fine": (" EUR", " MCI"), "disqualification": ("y",)}


@st.composite
def _open_ends(draw, kind):
    """A span in notation, its ends stated, left out, unknown, life, or fixed by other words."""
    unit = draw(st.sampled_from(_UNITS[kind]))
    low, high = sorted(draw(st.tuples(st.integers(0, 4), st.integers(1, 5))))
    said = [f" {low}..{high}{unit}", f" ={high}{unit}", f" <={high}{unit}", f" >={low}{unit}", ""]
    said += [f" <{high}{unit}", f" unknown..{high}{unit}", f" {low}{unit}..unknown", " <=unknown"]
    if kind == "fine":
        said += [
            ' <=ref("a")',
            ' <=ref("b")',
            f' =x{high} "gain"',
            f' =x{high} "loss"',
            f" ={low} EUR /d cap unknown",
        ]
        said += [f" <=max({low} EUR, x2 gain)", f" <=max({high} EUR, unknown)"]
    else:
        said += [f" {low}{unit}..life", " <=life"]
    return draw(st.sampled_from(said[:3]) | st.sampled_from(said))


@st.composite
def open_parts(draw):
    """One penalty in notation, of the kinds that a mark may follow."""
    kind = draw(st.sampled_from([*_UNITS, "confiscation", "confiscation", "death", "life"]))
    thing = draw(st.sampled_from(["", "", "(car)", "(house)"]))
    ends = draw(_open_ends(kind)) if kind in _UNITS else ""
    mark = draw(st.sampled_from(["!", "!", "?", '! if("a")', '? if("b")']))
    return f"{kind}{thing}{ends}{mark}"


open_options = st.lists(open_parts(), min_size=1, max_size=3).map(" & ".join)
_open_track = st.lists(open_options, min_size=1, max_size=2).map(" | ".join)


@st.composite
def open_texts(draw):
    """A sanction in notation with alternatives, classes, extras, life, other words and unknown ends."""
    labels = draw(
        st.sampled_from([[""], [""], ["[first] ", "[second] "], ["", "[legal] "], ['["x"] ', '["y"] ']])
    )
    tracks = [f"{label}{draw(_open_track | st.sampled_from(['unknown', 'none']))}" for label in labels]
    return " ; ".join(draw(st.permutations(tracks)))


_SLIPS = (
    ("(car)", "(house)"), ("(car)", ""), ("1", "2"), ("2", "3"), ("5", "4"), ("!", "?"), ('"a"', '"b"'),
    ("life", "death"), ("unknown", "1y"), ("y", "mo"), ("gain", "loss"), ("first", "second"), ('"x"', '"y"'),
)  # fmt: skip


@st.composite
def open_pairs(draw):
    """Two such sanctions: unlike, or the second is the first with terms moved, a word changed, or nothing."""
    one, other = draw(open_texts()), draw(open_texts())
    if draw(st.booleans()):
        mark = draw(st.sampled_from(["", "", "?", ' if("a")']))
        places = draw(st.lists(st.integers(0, 9), min_size=1, max_size=2))
        options = [f"{option} & prison@{mark}" if i in places or not i else option for i, option in
                   enumerate(one.split(" | "))]  # fmt: skip
        skeleton = " | ".join(options)
        one, other = (skeleton.replace("@", draw(_open_ends("prison"))) for _ in range(2))
    elif draw(st.booleans()):
        other = one
    for old, new in draw(st.lists(st.sampled_from(_SLIPS), max_size=1)):
        other = other.replace(old, new)
    try:
        return Sanction.read(one), Sanction.read(other)
    except ReadingError:  # a slip may put the minimum above the maximum, and unknown takes no addition
        return Sanction.read("none"), Sanction.read(draw(open_texts()))
