"""What is kept with a corpus is what would be worked out anew."""

import attrs
from hypothesis import HealthCheck, given, settings
from strategies import dates, records

from lawtrack.missing import UNKNOWN, is_known
from lawtrack.queries.derived import is_draft, once, stakes, standing_on, with_positions
from lawtrack.timelines import force_of, in_force

CORPORA = records.corpora(words=("work", "amendment", "effect", "norm"))
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@few
@given(CORPORA)
def test_written_out_positions_are_those_moved(corpus):
    """An effect with its positions written out moves what it moved, and means the same to everybody."""
    for effect in corpus.effects:
        told = with_positions(corpus, effect)

        assert told.moved_positions() == effect.moved_positions()
        for role in ("householder", "police", "court"):
            assert told.direction(role) is effect.direction(role)


@few
@given(CORPORA)
def test_what_moves_is_at_stake(corpus):
    """No effect moves a position that its stakes do not name, on either side."""
    for effect in corpus.effects:
        own, others = stakes(corpus, effect)
        moved = effect.moved_positions()

        assert {(p.holder, p.relation) for p in moved} <= own
        assert {(p.holder, p.relation) for q in moved if is_known(p := q.correlative())} <= others


@few
@given(CORPORA, dates.days)
def test_standing_is_being_in_force(corpus, day):
    """Asked for all rules at once or one by one, a day has one answer; what bills alone have never stands."""
    stands = standing_on(corpus, day)

    for record in (*corpus.effects, *corpus.norms):
        law = False if is_draft(corpus, record) else in_force(corpus, record, day)
        assert stands(record) is law


@few
@given(CORPORA)
def test_force_is_the_same_again(corpus):
    """The period of force does not depend on what was asked before."""
    fresh = attrs.evolve(corpus)

    for record in (*corpus.effects, *corpus.norms):
        assert force_of(corpus, record) == force_of(corpus, record) == force_of(fresh, record)


def test_one_day_is_not_another(small):
    """What was worked out for one day does not answer for the next."""
    effect = small["e-10"]

    assert standing_on(small, effect_day(20))(effect) is False
    assert standing_on(small, effect_day(21))(effect) is True
    assert standing_on(small, None)(small["e-13"]) is True
    assert standing_on(small, effect_day(21))(small["e-13"]) is UNKNOWN


def effect_day(day):
    from datetime import date

    return date(2020, 3, day)


def test_records_of_one_id_are_told_apart(small):
    """Two records with one id, as in a corpus nobody checked, each get their own."""
    effect = small["e-10"]
    twin = attrs.evolve(effect, topics=("other",))

    assert once(small, "a test", effect, lambda e: e.topics) == ()
    assert once(small, "a test", twin, lambda e: e.topics) == ("other",)
