"""Where modifications lead addresses, held against what becomes of real trees."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies.trees import any_modifications

import lawtrack as lt
from lawtrack.model.addresses import eids, repeated
from lawtrack.texts import ModificationError
from lawtrack.texts.readdressing import readdressed

EID = lt.EId.read


@st.composite
def laws(draw):
    """Chapters of articles of paragraphs of points, each numbered in order and with words of its own."""
    told = iter(range(1000))
    articles = iter(range(1, 100))

    def unit(type, num, children=()):
        return lt.Unit(type=type, num=num, text=f"w{next(told)}.", children=tuple(children))

    def article():
        points = [[unit("point", f"({'ab'[k]})") for k in range(draw(st.integers(0, 2)))] for _ in range(2)]
        paragraphs = [unit("paragraph", f"{i}.", points[i - 1]) for i in range(1, draw(st.integers(1, 3)))]
        return unit("article", f"Article {next(articles)}.", paragraphs)

    chapters = [
        unit("chapter", f"Chapter {i}", [article() for _ in range(draw(st.integers(1, 3)))])
        for i in range(1, draw(st.integers(2, 3)))
    ]
    return lt.Unit(type="body", children=tuple(chapters))


@st.composite
def changes(draw, law):
    """A modification that may move units of a law; targets and places are called by eId or by label."""
    known = [eid for eid in eids(law) if eid]
    target = draw(st.sampled_from(known))
    unit = law.at(eids(law)[target])
    # Units go beside others of their type, or into those of the next type around it.
    around = {"article": "chapter", "paragraph": "article", "point": "paragraph"}.get(unit.type)
    into = [eid for eid in known if law.at(eids(law)[eid]).type == around]
    beside = [eid for eid in known if law.at(eids(law)[eid]).type == unit.type]
    other, where = draw(
        st.sampled_from(
            [(eid, place) for eid in into for place in (lt.Place.FIRST, lt.Place.LAST)]
            + [(eid, place) for eid in beside for place in (lt.Place.BEFORE, lt.Place.AFTER)]
        )
    )
    if draw(st.booleans()):
        target = EID(target).label()
    num = draw(st.sampled_from(["7.", "Article 8", "(c)", "9"]))
    half = attrs.evolve(unit, children=())
    return draw(
        st.sampled_from(
            [
                lt.Renumbering(target=target, num=num),
                lt.PartSubstitution(target=target, part="num", new=num),
                lt.Repeal(target=target),
                lt.Move(target=target, to=other, where=where),
                lt.Wrapping(target=target, num=num),
                lt.Unwrapping(target=target),
                lt.UnitSubstitution(target=target, units=(lt.Unit(type=unit.type, num=num, text="New."),)),
                lt.UnitSubstitution(target=target, units=(attrs.evolve(unit, children=unit.children[:1]),)),
                lt.Split(target=target, units=(half, attrs.evolve(unit, num="70", text="", heading=""))),
                lt.WordSubstitution(target=target, old="w", new="v", which=lt.Which.EACH),
            ]
        )
    )


def homes(law):
    """The eId of the unit that has each word as its own."""
    return {law.at(path).text: eid for eid, path in eids(law).items() if law.at(path).text}


@given(st.data())
def test_addresses_lead_where_the_words_are(data):
    """Carried out on a text, a modification leaves the words of each unit where its address is led."""
    law = data.draw(laws())
    change = data.draw(changes(law))
    try:
        after = lt.apply(law, change)
    except ModificationError:
        return
    assume(not repeated(after))  # two units of one number have no address alone
    found = homes(after)
    for words, eid in homes(law).items():
        led = readdressed(change, EID(eid))
        if isinstance(led, lt.Missing):
            continue
        now = found.get(words) or found.get(words.replace("w", "v"))
        # Words go into a new unit of the one that had them, or somewhere into one of several.
        inside = isinstance(change, lt.Wrapping | lt.Split)
        held = [now == str(each) or (inside and f"{now}".startswith(f"{each}__")) for each in led]
        assert any(held) if led else now is None


@pytest.mark.parametrize(
    ("change", "here", "led"),
    [
        (lt.Renumbering(target="art_5", num="Article 6."), "art_5__para_2", ("art_6__para_2",)),
        (lt.Renumbering(target="art. 5", num="6"), "art_5", ("art_6",)),
        (lt.Renumbering(target=("Article 5", "2."), num="3."), "art_5__para_2__x_a", ("art_5__para_3__x_a",)),
        (lt.Renumbering(target=("Chapter 1", "Article 5"), num="6"), "art_5", ("art_6",)),
        (lt.Renumbering(target="art_5-1", num="6"), "art_5", ("art_5",)),
        (lt.Renumbering(target=("Article 5", 0), num="3."), "art_6", ("art_6",)),
        (lt.Move(target="art_5__para_2", to="art_7"), "art_5__para_2__point_a", ("art_7__para_2__point_a",)),
        (
            lt.Move(target="art_5__para_2", to="art_7__para_1", where=lt.Place.AFTER),
            "art_5__para_2",
            ("art_7__para_2",),
        ),
        (lt.Move(target="art_5", to="chp_2"), "art_5__para_1", ("art_5__para_1",)),
        (lt.Repeal(target="art_5"), "art_5__para_1", ()),
        (lt.Wrapping(target="art_5", num="(1)"), "art_5__point_a", ("art_5__para_1__point_a",)),
        (lt.Unwrapping(target="art_5"), "art_5__para_1__point_a", ("art_5__point_a",)),
        (
            lt.Join(target="art_5", through="art_7", unit=lt.Unit(type="article", num="5", text="All.")),
            "art_6__para_1",
            ("art_5",),
        ),
        (
            lt.Join(target="art_5", through="art_7", unit=lt.Unit(type="article", num="5", text="All.")),
            "art_8",
            ("art_8",),
        ),
        (
            lt.Split(
                target="art_5",
                units=(lt.Unit(type="article", num="5"), lt.Unit(type="article", num="5-1")),
            ),
            "art_5__para_3",
            ("art_5", "art_5-1"),
        ),
        (lt.PartSubstitution(target="art_5", part="heading", new="Other"), "art_5", ("art_5",)),
        (lt.PartSubstitution(target="a_1__b_1", part="type", new="point"), "a_1__b_1", ("a_1__point_1",)),
    ],
)  # fmt: skip
def test_where_an_address_is_led(change, here, led):
    """A part goes with the unit around it; what is not touched stays; numbers of letters stay labels."""
    found = readdressed(change, EID(here))

    assert not isinstance(found, lt.Missing)
    assert tuple(map(str, found)) == led


@pytest.mark.parametrize(
    ("change", "token"),
    [
        (lt.Renumbering(target=("Article 5", 0), num="3."), lt.UNKNOWN),
        (lt.Renumbering(target="art_5", num="…"), lt.NOT_STATED),
        (lt.PartSubstitution(target="art_5", part="eid", new="no eId"), lt.NOT_STATED),
        (lt.Repeal(target="chp_2"), lt.UNKNOWN),
        (lt.Move(target="art_5__para_1", to=(3, 1)), lt.NOT_STATED),
        (lt.Move(target="art_5__para_1", to=("Article 7", "2.")), lt.NOT_STATED),
    ],
)
def test_what_only_the_text_would_tell(change, token):
    """Places in a text are not addresses: nobody is sent anywhere by guess."""
    assert readdressed(change, EID("art_5__para_1")) is token


@given(
    any_modifications, st.sampled_from(["art_1__para_2", "art_5", "sec_3__para_a", "chp_1__art_1", "annex"])
)
def test_whatever_a_modification_says_an_address_is_led_or_not(change, here):
    """Any numbers, labels and places: addresses come out, none, or a token, and never an error."""
    led = readdressed(change, EID(here))

    assert led in (lt.UNKNOWN, lt.NOT_STATED) or all(isinstance(eid, lt.EId) for eid in led)
