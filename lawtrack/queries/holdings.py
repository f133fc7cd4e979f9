"""Who stands how: positions, duties, powers, and what a role is exposed to on a day."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from functools import cache

import attrs
from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..identifiers import tail
from ..kinds import Power
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known, is_open
from ..model.dimension import Stake
from ..model.position import Position, PositionDelta, Relation
from ..model.record import Record
from ..model.rule import Rule
from ..model.scope import Threshold, is_stated
from ..model.substance import Effect, Norm
from ..tables import counted
from ..timelines import force_of
from ..verdicts import Truth
from .asking import (
    day_or_none,
    effects_of,
    force_start,
    found_id,
    gist_of,
    package_name,
    provisions_label,
    source_tags,
    unknown_force_note,
    word_of,
)
from .derived import is_draft, once, stakes, standing_on, with_positions
from .knowledge import answer_as_known
from .selection import Column, Selection, echo
from .span import outside_note
from .suspended import suspended_notes

__all__ = ["Holding", "duties", "exposure", "positions", "powers", "trigger_of"]


@frozen(kw_only=True)
class Holding:
    """One Hohfeld position, with the record that gives it.

    Attributes:
        position: The position; its delta is NOT_APPLICABLE when it comes from a norm.
        record: The effect or norm.
        rule: The rule as it stands; a token when it is not known.
        stands: Whether it is law on the day asked about; True when none was.
        former: Whether it comes from the rule before a change that was still to come on that day. Since when
            that rule stood, the change does not say.
        reach: ``all`` of the role asked about, or ``some`` when only a role inside it is named.
    """

    position: Position
    record: Effect | Norm
    rule: Rule | Missing
    stands: Truth = True
    former: bool = False
    reach: str = "all"


def _holdings(
    corpus: Corpus, package: str | None, on: date | None, matters: Callable[[Effect], bool]
) -> Iterator[Holding]:
    """Positions of effects that matter (as they stand after the change) and, without a package, of norms.

    With a day, a rule that surely was not law then gives nothing, and neither does one that had ended.
    Before a change, the side before may stand: it did just before the change, and nobody dates it further.
    """
    standing = standing_on(corpus, on)
    for effect in filter(matters, effects_of(corpus, package)):
        stands = standing(effect)
        rule = effect.before if stands is False else effect.after
        if stands is False:
            if is_known(rule) and not is_draft(corpus, effect) and _still_to_come(corpus, effect, on):
                for position in rule.positions():
                    yield Holding(position=position, record=effect, rule=rule, stands=UNKNOWN, former=True)
            continue
        for position in with_positions(corpus, effect).positions:
            yield Holding(position=position, record=effect, rule=rule, stands=stands)
    for norm in corpus.norms if package is None else ():
        stands = standing(norm)
        if stands is not False and is_known(norm.rule):
            for position in norm.rule.positions():
                yield Holding(position=position, record=norm, rule=norm.rule, stands=stands)


def _still_to_come(corpus: Corpus, effect: Effect, on: date | None) -> bool:
    """Whether the change surely begins after that day, rather than having ended before it."""
    period = force_of(corpus, effect)
    return on is not None and is_known(period) and period.start is not None and period.start.after(on) is True


@checked
def positions(
    corpus: Corpus, *, effect: str | Record | None = None, package: str | Record | None = None
) -> Selection[Holding]:
    """Positions that effects move, with those of the other side, in order of effects.

    ``delta`` says what the change does to the position; UNKNOWN means that it changed in a way no source
    states. Raises UnknownNameError for an effect or package that does not exist.
    """

    def both_sides(effect: Effect) -> tuple[Holding, ...]:
        return tuple(
            Holding(position=side, record=effect, rule=effect.after)
            for position in with_positions(corpus, effect).positions
            for side in (position, position.correlative())
            if is_known(side)
        )

    package = package_name(package)
    wanted = None if effect is None else found_id(corpus, effect, "effect")
    rows: list[Holding] = []
    for each in effects_of(corpus, package):
        if wanted is None or each.id == wanted:
            rows += once(corpus, "positions_both_sides", each, both_sides)
    return Selection(
        rows=rows,
        columns=(
            Column("party", lambda row: row.position.holder),
            Column("relation", lambda row: word_of(row.position.relation)),
            Column("against", lambda row: row.position.against),
            Column("delta", lambda row: word_of(row.position.delta)),
            Column("action", lambda row: row.position.action),
            Column("effect", lambda row: tail(row.record.id)),
        ),
        title="Positions" + (f" moved by {tail(wanted)}" if wanted else ""),
        query=echo("positions", effect=wanted, package=package),
    )


@checked
def duties(
    corpus: Corpus,
    *,
    role: str | None = None,
    on: date | str | None = None,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Holding]:
    """Duties in the corpus, of effects after their change and of norms, in natural order of ids.

    *role* keeps duties of that role, of a role that includes it (``reach`` all) and of roles inside it
    (``reach`` some). *on* keeps what is law on that day; what may be is kept with a note, and a note counts
    what cannot be told because the rule before a later change is not on record. *as_known_on* leaves out
    what no source had told by that day, and the notes say how much that is. Raises UnknownNameError for a
    role that does not exist.
    """
    asked = _Asked(role=role, on=on, package=package, as_known_on=as_known_on)
    return _held(corpus, "duties", "Duties", (Relation.DUTY,), asked, _duty_columns)


@checked
def powers(
    corpus: Corpus,
    *,
    holder: str | None = None,
    on: date | str | None = None,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Holding]:
    """Powers in the corpus, one row for each holder and each role it is held over, in natural order of ids.

    Columns ``trigger``, ``authoriser`` and ``safeguards`` tell unknown from not stated; where the kind of a
    rule has no such field they are unknown, since nobody coded it. *on* and *as_known_on* work as in
    :func:`duties`. Raises UnknownNameError for a role that does not exist.
    """
    asked = _Asked(role=holder, on=on, package=package, as_known_on=as_known_on)
    return _held(corpus, "powers", "Powers", (Relation.POWER,), asked, _power_columns, "holder")


@checked
def exposure(
    corpus: Corpus,
    role: str,
    *,
    on: date | str | None = None,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Holding]:
    """Everything that touches a role: its positions and the other side of those held against it.

    The same conditions as in :func:`duties`. Column ``direction`` says what the change means for the
    role; for norms there is none.
    """
    title = f"Exposure of {role}"
    asked = _Asked(role=role, on=on, package=package, as_known_on=as_known_on)
    return _held(corpus, "exposure", title, tuple(Relation), asked, _exposure_columns, "", True)


@frozen(kw_only=True)
class _Asked:
    """The conditions that the three questions share."""

    role: str | None
    on: date | str | None
    package: str | Record | None
    as_known_on: date | str | None


def _held(
    corpus: Corpus,
    question: str,
    title: str,
    relations: tuple[Relation, ...],
    asked: _Asked,
    columns: Callable[[Corpus], tuple[Column, ...]],
    role_name: str = "role",
    both_sides: bool = False,
) -> Selection[Holding]:
    if asked.as_known_on is not None:
        then = attrs.evolve(asked, as_known_on=None)
        return answer_as_known(
            lambda known: _held(known, question, title, relations, then, columns, role_name, both_sides),
            corpus,
            asked.as_known_on,
        )
    role, package, day = asked.role, package_name(asked.package), day_or_none(asked.on)
    if role is not None:
        corpus.vocabulary.check_role(role)
    reach = _reach(corpus, role)

    # What a change took away is no longer held; that it touched the role is still an answer to exposure.
    taken = PositionDelta.LOST if day is not None or not both_sides else None

    def matters(effect: Effect) -> bool:
        own, others = stakes(corpus, effect)
        sides = own | others if both_sides else own
        return any(relation in relations and reach(holder) for holder, relation in sides)

    rows = []
    for holding in _holdings(corpus, package, day, matters):
        if holding.stands is True and holding.position.delta is taken:
            continue
        sides = (holding.position, holding.position.correlative()) if both_sides else (holding.position,)
        for side in sides:
            if is_known(side) and side.relation in relations and (reached := reach(side.holder)):
                rows.append(attrs.evolve(holding, position=side, reach=reached))

    lost = (*_rules_not_on_record(corpus, package, day, matters), *outside_note(corpus, day))
    if relations == (Relation.POWER,):
        lost = (*_of_nobody(corpus, package, day), *lost)

    def noted(rows: tuple[Holding, ...]) -> tuple[str, ...]:
        open_ = unknown_force_note(sum(row.stands is UNKNOWN for row in rows), day)
        return (*open_, *suspended_notes(corpus, (row.record for row in rows), day), *lost)

    given: dict[str, object] = {} if both_sides else {role_name: role}
    return Selection(
        rows=rows,
        columns=columns(corpus),
        title=title + (f" on {day}" if day else ""),
        noted=noted,
        query=echo(question, [role] if both_sides else [], **given, on=day, package=package),
    )


def _rules_not_on_record(
    corpus: Corpus, package: str | None, day: date | None, matters: Callable[[Effect], bool]
) -> tuple[str, ...]:
    """A note on changes that were still to come on that day, where nobody recorded the rule before."""
    if day is None:
        return ()
    standing = standing_on(corpus, day)
    to_come = [
        tail(effect.id)
        for effect in filter(matters, effects_of(corpus, package))
        if is_open(effect.before) and standing(effect) is False and _still_to_come(corpus, effect, day)
    ]
    if not to_come:
        return ()
    named = ", ".join(to_come[:5]) + (f" and {len(to_come) - 5} more" if len(to_come) > 5 else "")
    rules = "1 rule" if len(to_come) == 1 else f"{len(to_come)} rules"
    return (f"Left out: {rules} that changed after {day}, since the rule before is not on record ({named}).",)


def _of_nobody(corpus: Corpus, package: str | None, day: date | None) -> tuple[str, ...]:
    """A note on powers of which nobody states who holds them, so that no row has them."""
    standing = standing_on(corpus, day)
    rules: tuple[tuple[Effect | Norm, Rule | Missing], ...] = (
        *((effect, effect.after) for effect in effects_of(corpus, package)),
        *((norm, norm.rule) for norm in (corpus.norms if package is None else ())),
    )
    named = [
        tail(record.id)
        for record, rule in rules
        if is_known(rule) and not getattr(record, "positions", ()) and standing(record) is not False
        if (wielding := [d for d in rule.dimensions if d.parties is Stake.EMPOWERED and d.counts])
        if not any(is_stated(d.of(rule)) for d in wielding)
    ]
    if not named:
        return ()
    told = ", ".join(named[:5]) + (f" and {len(named) - 5} more" if len(named) > 5 else "")
    return (f"Left out: {counted(len(named), 'power')} of which nobody states who holds it ({told}).",)


def _reach(corpus: Corpus, role: str | None) -> Callable[[str], str]:
    """Tells how much of *role* a holder covers: ``all``, ``some``, or nothing, which is an empty text."""
    includes = corpus.vocabulary.includes

    @cache
    def reach(holder: str) -> str:
        if role is None or includes(holder, role) is True:
            return "all"
        return "some" if includes(role, holder) is True else ""

    return reach


def _shared(corpus: Corpus) -> tuple[Column, ...]:
    return (
        Column("in_force_from", lambda row: UNKNOWN if row.former else force_start(corpus, row.record)),
        Column("stands", lambda row: row.stands, detail=True),
        Column("provision", lambda row: provisions_label(corpus, row.record), detail=True),
        Column("confidence", lambda row: word_of(row.record.confidence), detail=True),
        Column("attribution", _attribution, detail=True),
        Column("id", lambda row: tail(row.record.id)),
        Column("sources", lambda row: source_tags(corpus, row.record.id)),
    )


def _of_rule(*names: str, lacking: Missing = NOT_APPLICABLE) -> Callable[[Holding], object]:
    """The first of these fields that the rule's kind has; *lacking* where it has none of them."""

    def get(row: Holding) -> object:
        if not is_known(row.rule):
            return UNKNOWN
        value = next((getattr(row.rule, name) for name in names if hasattr(row.rule, name)), lacking)
        if isinstance(value, Threshold):
            return value.words()
        return word_of(value) if isinstance(value, Enum) else value

    return get


def _attribution(row: Holding) -> object:
    return word_of(row.record.attribution) if isinstance(row.record, Effect) else NOT_APPLICABLE


def _duty_columns(corpus: Corpus) -> tuple[Column, ...]:
    return (
        Column("bearer", lambda row: row.position.holder),
        Column("reach", lambda row: row.reach),
        Column("duty", lambda row: row.position.action),
        Column("towards", lambda row: row.position.against, detail=True),
        Column("kind", lambda row: row.record.kind, detail=True),
        Column("threshold", _of_rule("threshold")),
        Column("sanction", _of_rule("sanction"), detail=True),
        Column("rights", lambda row: row.record.rights_engaged, detail=True),
        *_shared(corpus),
    )


def _power_columns(corpus: Corpus) -> tuple[Column, ...]:
    return (
        Column("holder", lambda row: row.position.holder),
        Column("power", lambda row: row.position.action),
        Column("over", lambda row: row.position.against),
        Column("delta", lambda row: word_of(row.position.delta), detail=True),
        Column("trigger", lambda row: trigger_of(corpus, row.rule)),
        # A power coded as a procedure or control has these fields under other names, or uncoded: never n/a.
        Column("authoriser", _of_rule("authoriser", "authorisation_level", lacking=UNKNOWN), detail=True),
        Column("safeguards", _of_rule("safeguards", lacking=UNKNOWN)),
        *_shared(corpus),
    )


def trigger_of(corpus: Corpus, rule: Rule | Missing) -> object:
    """The cases that set a power free: those of the rule, and the ends of the term it rests on."""
    if not isinstance(rule, Power):
        return UNKNOWN
    trigger = rule.trigger
    if not is_known(trigger):
        return trigger
    definition = corpus.get(trigger.definition) if isinstance(trigger.definition, str) else None
    ends = getattr(definition, "endpoints", ())
    # The ends of the defined term are often all that the rule's own list repeats.
    cases = [str(trigger)] if trigger.concepts and set(trigger.concepts) != set(ends) else []
    if ends:
        cases.append(
            f"{gist_of(definition)}, from {ends[0].replace('_', ' ')} to {ends[1].replace('_', ' ')}"
        )
    return "; ".join(cases) or NOT_STATED


def _exposure_columns(corpus: Corpus) -> tuple[Column, ...]:
    return (
        Column("relation", lambda row: word_of(row.position.relation)),
        Column("reach", lambda row: row.reach),
        Column("action", lambda row: row.position.action),
        Column("against", lambda row: row.position.against, detail=True),
        Column("direction", lambda row: word_of(row.position.direction())),
        Column("kind", lambda row: row.record.kind, detail=True),
        Column("threshold", _of_rule("threshold"), detail=True),
        Column("sanction", _of_rule("sanction")),
        *_shared(corpus),
    )
