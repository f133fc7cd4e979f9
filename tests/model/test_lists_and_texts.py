"""A text where a tuple is due is refused when a record is built."""

from typing import ClassVar

import attrs
import pytest

import lawtrack as lt
from lawtrack.corpus import RECORD_TYPES
from lawtrack.errors import ReadingError
from lawtrack.kinds import KINDS
from lawtrack.model.critique import Harm
from lawtrack.model.scope import Scope, ScopeTerm, Trigger
from lawtrack.model.text import CommencementPart

LISTS = [
    (cls, a.name)
    for cls in (*RECORD_TYPES.values(), *map(KINDS.__getitem__, KINDS), CommencementPart, Harm)
    for a in attrs.fields(cls)
    if str(a.type).startswith(("tuple", "typing.Tuple")) and a.init
]
NEEDED = {"id": "a/1", "kind": "power"}


@pytest.mark.parametrize(("cls", "name"), LISTS, ids=lambda case: getattr(case, "__name__", case))
def test_a_text_is_no_tuple(cls, name):
    """Every tuple field of every record and rule refuses a text, and says how a tuple is written."""
    given = {a.name: NEEDED.get(a.name, lt.UNKNOWN) for a in attrs.fields(cls) if a.default is attrs.NOTHING}

    with pytest.raises(ReadingError, match=rf"{name}=\('am/1',\)") as told:
        cls(**given | {name: "am/1"})
    assert told.value.code == "LT-KEY-002"


def test_there_are_such_fields():
    """The list of fields above is not empty, and holds those of records and of rules."""
    assert {(lt.Effect, "by"), (lt.Work, "events"), (KINDS["power"], "holder")} & set(LISTS)
    assert len(LISTS) > 50


def test_a_claim_may_have_a_text_for_a_value():
    """A field that holds a tuple or a text takes the text."""
    assert lt.Assertion(id="a/1", about="b", source="s", value="text").value == "text"


@pytest.mark.parametrize("keyword", [True, False])
def test_a_kind_of_a_study_is_covered(keyword):
    """So is a class of a study, whether its fields are given by name or by place."""

    @attrs.frozen(kw_only=keyword)
    class Curfew(lt.Rule):
        kind: ClassVar[str] = "x:demo/curfew"
        hours: int = 0
        bearer: tuple[str, ...] = ()

    with pytest.raises(ReadingError, match="bearer"):
        Curfew(bearer="resident")
    if not keyword:
        with pytest.raises(ReadingError, match="bearer"):
            Curfew(6, "resident")
        assert Curfew(6, ("resident",)).hours == 6


@pytest.mark.parametrize(
    "build",
    [
        lambda: Scope(include="guest"),
        lambda: Scope(exclude="guest"),
        lambda: Trigger(concepts="war"),
        lambda: ScopeTerm("guest", "", "known"),
    ],
)
def test_scopes_do_not_fall_into_letters(build):
    """Values that sort what they are given refuse a text too."""
    with pytest.raises(ReadingError, match="tuple"):
        build()


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_side_is_a_rule_or_a_token(side):
    """A text is no rule."""
    with pytest.raises(ReadingError, match="a rule or a missing-value token"):
        lt.Effect(id="e", kind="sentence", **{side: "prison 1..2 y"})
