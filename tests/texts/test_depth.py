"""How deep a tree may be: far deeper than any law, and no deeper than every walk through it can go."""

import pickle

import pytest

import lawtrack as lt
from lawtrack import Unit
from lawtrack.model.unit import DEEPEST


def nested(depth):
    unit = Unit(type="p", text="Words.")
    for _ in range(depth - 1):
        unit = Unit(type="point", num="1", children=[unit])
    return unit


def test_the_deepest_tree_works():
    """A tree as deep as allowed is compared, changed, written and read like any other."""
    one, other = nested(DEEPEST), nested(DEEPEST).with_(num="2")
    law = lt.Expression(work="w", root=one)

    assert one.depth == DEEPEST
    assert one == nested(DEEPEST)
    assert len({one, other, nested(DEEPEST)}) == 2
    assert pickle.loads(pickle.dumps(one)) == one
    assert lt.apply(one, lt.diff(one, other)) == other
    assert len(law.eids) == DEEPEST
    assert lt.dump(law, "markdown").count("1") == DEEPEST - 1


@pytest.mark.parametrize(
    "deeper",
    [
        lambda deepest: Unit(type="body", children=[deepest]),
        lambda deepest: deepest.with_(children=(deepest,)),
        lambda deepest: lt.apply(deepest, lt.Wrapping(target=(0, 0), num="9")),
        lambda deepest: lt.apply(
            deepest,
            lt.Insertion(target=(0,) * (DEEPEST - 1), where=lt.Place.LAST, units=Unit(type="p", text="x")),
        ),
    ],
    ids=["new", "with", "wrapped", "inserted"],
)
def test_a_deeper_tree_is_refused(deeper):
    """However a tree would become too deep, one error says how deep."""
    with pytest.raises(lt.LawtrackError, match=f"{DEEPEST + 1} units one inside another") as fault:
        deeper(nested(DEEPEST))

    assert fault.value.code == "LT-TXT-027"


def test_depth_is_counted_anew_after_parts_went():
    """A tree from which the deepest part went may grow as deep elsewhere."""
    law = Unit(type="body", children=[nested(DEEPEST - 1)])
    shallow = lt.apply(law, lt.Repeal(target=(0, 0)))
    around = Unit(type="act", children=[shallow])

    assert around.depth == 3
