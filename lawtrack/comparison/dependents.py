"""What rests on a definition: a wider "emergency" widens every power that uses the word."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import ABSENT, UNKNOWN, Missing, is_known
from ..model.record import Record
from ..model.rule import Rule
from ..model.scope import Trigger
from ..model.substance import Change, Definition, Effect, Norm
from ..queries.asking import found_id, gist_of, source_tags
from ..queries.selection import Column, Selection, echo
from ..references import naming
from ..verdicts import Verdict
from .grounds import Grounds, extent_of
from .pairs import compare_rules
from .result import Comparison

__all__ = ["Dependent", "DerivedEffect", "dependents", "derived_effects"]

_SIDES = ("before", "after", "rule")


@frozen(kw_only=True)
class Dependent:
    """A record whose rule rests on a definition.

    Attributes:
        record: The effect or norm.
        path: Ids and fields on the way, from the definition to the record.
    """

    record: Effect | Norm
    path: tuple[str, ...]


def _resting(corpus: Corpus, id: str) -> Iterator[Dependent]:
    """Records whose rules name the definition, then those whose rules name such a record, each once."""
    seen = {id}
    front: list[tuple[str, tuple[str, ...]]] = [(id, (id,))]
    mentions = naming(corpus)
    while front:
        found = []
        for name, path in front:
            for mention in mentions.get(name, ()):
                record, where = mention.record, mention.where
                in_rule = where.split(".")[0] in _SIDES
                if not isinstance(record, Effect | Norm) or not in_rule or record.id in seen:
                    continue
                seen.add(record.id)
                longer = (*path, where, record.id)
                found.append((record.id, longer))
                yield Dependent(record=record, path=longer)
        front = found


@checked
def dependents(corpus: Corpus, definition: str | Record) -> Selection[Dependent]:
    """Effects and norms whose rules rest on a definition, directly first, then through other rules.

    The column ``path`` tells the way: the definition, the field that names it, the record. Raises
    UnknownNameError for a definition that does not exist.
    """
    id = found_id(corpus, definition, "definition")
    return Selection(
        rows=tuple(_resting(corpus, id)),
        columns=(
            Column("id", lambda row: tail(row.record.id)),
            Column("kind", lambda row: row.record.kind),
            Column("gist", lambda row: gist_of(row.record)),
            Column("path", lambda row: " ← ".join(map(_step, row.path))),
            Column("sources", lambda row: source_tags(corpus, row.record.id)),
        ),
        title=f"What rests on {tail(id)}",
        query=echo("dependents", [id]),
    )


def _step(step: str) -> str:
    return tail(step) if "/" in step else step


@frozen(kw_only=True)
class DerivedEffect:
    """What the change of a definition does to a rule that rests on it, although no amendment names the rule.

    Attributes:
        effect: The change that follows: the rule with the term as it was, and as it became. It is in no
            corpus; its note says that it is derived.
        cause: The effect that changed the definition.
        path: From the definition to the rule.
        comparison: How the rule compares before and after; everything but the term is the same.
        asserted: Whether the direction rests on the word of a source ("broadened") because the extent of
            the definition is not known on both sides.
    """

    effect: Effect
    cause: Effect
    path: tuple[str, ...]
    comparison: Comparison
    asserted: bool = False


@checked
def derived_effects(corpus: Corpus, *, for_: str | None = None) -> Selection[DerivedEffect]:
    """Effects that follow from changed definitions, in order of the changes and then of their dependents.

    Each effect of kind ``definition`` that moves from one definition to another is carried to the powers
    whose trigger rests on either. A wider term gives a more restrictive power to those it is held over.
    Raises UnknownNameError for a role that does not exist.
    """
    if for_ is not None:
        corpus.vocabulary.check_role(for_)
    causes = [effect for effect in corpus.effects if effect.kind == "definition"]
    rows = [row for cause in causes for row in _derived(corpus, cause, for_)]
    return Selection(
        rows=tuple(rows),
        columns=(
            Column("rule", lambda row: tail(row.path[-1])),
            Column("kind", lambda row: row.effect.kind),
            Column("verdict", lambda row: row.comparison.words()),
            Column("basis", lambda row: "asserted" if row.asserted else "derived"),
            Column("cause", lambda row: tail(row.cause.id)),
            Column("path", lambda row: " ← ".join(map(_step, row.path))),
            Column("sources", lambda row: source_tags(corpus, row.cause.id)),
        ),
        title="Effects derived through definitions",
        query=echo("derived_effects", for_=for_),
    )


def _derived(corpus: Corpus, cause: Effect, for_: str | None) -> Iterator[DerivedEffect]:
    old, new = (_definition(corpus, side) for side in (cause.before, cause.after))
    if old is not None and old is new:  # one state of the definition is on record, not two
        old = None
    grounds = Grounds((corpus, corpus), others_equal=True)
    done: set[str] = set()
    for term in (old, new):
        if term is None:
            continue
        for dependent in _resting(corpus, term.id):
            rule = _rule(dependent.record)
            if rule is None or dependent.record.id in done or not _rests(rule, term.id):
                continue
            done.add(dependent.record.id)
            before, after = (_with_term(rule, side, old) for side in (old, new))
            compared = compare_rules(before, after, grounds, for_, labels=_LABELS)
            asserted = not compared.is_definite and cause.change in _BY_NAME
            effect = Effect(
                id=f"{dependent.record.id}/through/{tail(cause.id)}",
                kind=dependent.record.kind,
                change=_change(compared, cause),
                before=before,
                after=after,
                by=cause.by,
                provisions=dependent.record.provisions,
                addressees=dependent.record.addressees,
                note=f"Derived through {' ← '.join(map(_step, dependent.path))}; no amendment names it.",
            )
            yield DerivedEffect(
                effect=effect, cause=cause, path=dependent.path, comparison=compared, asserted=asserted
            )


_LABELS = ("the rule before", "the rule after")
_BY_NAME = (Change.BROADENED, Change.NARROWED)
_CHANGE = {
    Verdict.MORE_RESTRICTIVE: Change.BROADENED,
    Verdict.LESS_RESTRICTIVE: Change.NARROWED,
    Verdict.EQUIVALENT: Change.RESTATED,
    Verdict.INCOMPARABLE: Change.SUBSTITUTED,
}


def _change(compared: Comparison, cause: Effect) -> Change:
    if is_known(compared.verdict):
        return _CHANGE[compared.verdict]
    return cause.change if cause.change in _BY_NAME else Change.UNSPECIFIED


def _definition(corpus: Corpus, side: Rule | Missing) -> Definition | None:
    id = getattr(side, "definition", None)
    record = corpus.get(id) if isinstance(id, str) else None
    return record if isinstance(record, Definition) else None


def _rule(record: Effect | Norm) -> Rule | None:
    held = (record.after, record.before) if isinstance(record, Effect) else (record.rule,)
    return next((side for side in held if is_known(side)), None)


def _rests(rule: Rule, id: str) -> bool:
    trigger = getattr(rule, "trigger", None)
    return isinstance(trigger, Trigger) and trigger.definition == id


def _with_term(rule: Rule, term: Definition | None, old: Definition | None) -> Rule | Missing:
    """The rule resting on that definition; UNKNOWN when the definition of that day is not on record."""
    trigger = getattr(rule, "trigger", ABSENT)
    if term is None or not isinstance(trigger, Trigger):
        return UNKNOWN
    # What the rule's own list repeats of the old term goes with it.
    repeated = extent_of(old).cases if old is not None else frozenset()
    own = tuple(case for case in trigger.concepts if case not in repeated)
    return attrs.evolve(rule, trigger=attrs.evolve(trigger, definition=term.id, concepts=own))  # type: ignore[call-arg]
