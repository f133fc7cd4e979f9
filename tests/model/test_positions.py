"""Hohfeld's relations and what changes to them mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.leaves import roles

from lawtrack.missing import NOT_STATED, is_known
from lawtrack.model.position import Direction, Position, PositionDelta, Relation

positions = st.builds(
    Position,
    holder=roles,
    relation=st.sampled_from(Relation),
    against=roles,
    action=st.just("enter"),
    delta=st.sampled_from(PositionDelta),
)


@pytest.mark.parametrize("relation", Relation)
def test_the_correlative_of_the_correlative_is_the_relation(relation):
    """Seen from the other side twice, a relation is itself (I-25)."""
    assert relation.correlative.correlative is relation


@pytest.mark.parametrize("relation", Relation)
def test_the_opposite_of_the_opposite_is_the_relation(relation):
    """Lacking the lack of a relation is having it (I-25)."""
    assert relation.opposite.opposite is relation


@pytest.mark.parametrize("relation", Relation)
def test_correlative_and_opposite_commute(relation):
    """Hohfeld's table closes: the opposite of the correlative is the correlative of the opposite (I-25)."""
    assert relation.correlative.opposite is relation.opposite.correlative


@given(positions)
def test_the_other_side_sees_the_same_position(position):
    """The correlative of a position against a named role has that role as its holder, and comes back."""
    other = position.correlative()

    assert is_known(other)
    assert (other.holder, other.against) == (position.against, position.holder)
    assert other.correlative() == position


def test_a_gained_power_is_a_gained_liability_of_the_other_side():
    """A power that A gains against B is a liability that B gains against A (I-25)."""
    power = Position(holder="police", relation=Relation.POWER, against="suspect", delta=PositionDelta.GAINED)
    liability = power.correlative()

    assert is_known(liability)
    assert (liability.relation, liability.delta) == (Relation.LIABILITY, PositionDelta.GAINED)
    assert (power.direction(), liability.direction()) == (Direction.MORE_POWER, Direction.MORE_EXPOSED)


@given(positions)
def test_a_position_against_nobody_named_has_no_other_side(position):
    """Where the other side is not stated, no correlative is invented."""
    alone = Position(holder=position.holder, relation=position.relation)

    assert alone.correlative() is NOT_STATED


@pytest.mark.parametrize("direction", Direction)
def test_reversing_a_direction_twice_gives_it_back(direction):
    """Back and forth is where one started."""
    assert direction.reversed().reversed() is direction


@pytest.mark.parametrize("delta", PositionDelta)
@pytest.mark.parametrize("relation", Relation)
def test_the_opposite_change_means_the_opposite(relation, delta):
    """Losing means the reverse of gaining, for every relation."""
    there, back = (Position(holder="police", relation=relation, delta=d) for d in (delta, delta.reversed()))

    assert there.direction().reversed() is back.direction()
