"""One act acting upon another in time: from when, until when, and how surely each amendment is law."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import evolve

from .commencement_rules import CommencementRule
from .corpus import Corpus
from .dates import EdtfDate
from .dates.doubt import widened
from .errors import ReadingError
from .missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from .model.instruction import Amendment, Operation
from .model.modification import Repeal
from .model.text import CommencementPart, EventKind, Work
from .moved_days import Act, in_turn, prolonged_by, set_by, span
from .spells import Prolonging, Spell, Undoing
from .verdicts import Truth, any_of

__all__ = ["ENDS", "ends", "evaluated", "own_end", "part_start", "spell_of", "spell_on", "start_of"]

ENDS: Final = (Operation.REPEAL, Operation.END_OF_ENACTMENT, Operation.UNCONSTITUTIONALITY)
"""Operations that end their target, a provision or a whole work."""

_SETS: Final = (Operation.ENTRY_INTO_FORCE, Operation.POSTPONEMENT_OF_ENTRY_INTO_FORCE)
_DEEPEST: Final = 40
"""So many acts, each acting upon the next, are followed; beyond that nothing is sure."""

_Day = EdtfDate | Missing


def spell_of(corpus: Corpus, id: str, provisions: frozenset[str] = frozenset()) -> Spell:
    """When what the work or amendment of that id does to *provisions* is law, whatever others made of that.

    The one place where acts act upon each other. An act that surely never begins moves nothing; one of which
    a day is not sure leaves what it acts upon unsure, and never falls to one side.
    """
    record = corpus.get(id)
    if isinstance(record, Amendment):
        return _interplay(corpus).of_amendment(record, provisions)
    if isinstance(record, Work):
        return _interplay(corpus).of_work(record, record.part_for(provisions), provisions)
    return Spell()


def spell_on(corpus: Corpus, amendment: Amendment, target: str) -> Spell:
    """:func:`spell_of` of what ends a target, with the revivals of that target."""
    return _interplay(corpus).of_end(amendment, target)


def own_end(corpus: Corpus, work: Work) -> Spell | None:
    """When a work is repealed by its own events, as far as no other act revives it."""
    return _interplay(corpus).own_end(work)


def start_of(corpus: Corpus, work: Work, part: CommencementPart | None) -> tuple[_Day, tuple[str, ...]]:
    """:func:`part_start`, as other acts set or postponed the day; and who leaves it unsure, in words."""
    named = {work.id, *(part.provisions if part else ())}
    return _interplay(corpus).set_by_others(named, part_start(work, part))


def part_start(
    work: Work, part: CommencementPart | None, events: Mapping[str, EdtfDate] | None = None
) -> EdtfDate | Missing:
    """Day to which the rule of a part leads; without a part, the recorded day of entry into force.

    *events* are those of the work, for whoever asks for many parts.
    """
    if part is None:
        return work.event(EventKind.IN_FORCE)
    return evaluated(part.rule, work.event_dates() if events is None else events)


def evaluated(rule: CommencementRule, events: Mapping[str, EdtfDate]) -> EdtfDate | Missing:
    """The day of a rule; UNKNOWN beyond the calendar, which the checks name."""
    try:
        return rule.evaluate(events)
    except ReadingError:
        return UNKNOWN


def ends(amendment: Amendment) -> bool:
    """Whether an amendment ends its targets, by its operation or else by what it does to the text."""
    if is_known(amendment.operation):
        return amendment.operation in ENDS
    changes = amendment.modifications
    return bool(changes) and all(isinstance(change, Repeal) for change in changes)


def _interplay(corpus: Corpus) -> "_Interplay":
    return corpus.cached("interplay", _Interplay)


class _Interplay:
    """All acts of a corpus that act upon others. What is worked out once is kept.

    Acts may act upon each other in a circle. What is met again on its own way counts as perhaps law; what was
    worked out with the help of that is kept for this question only, so that the first question asked does
    not decide the others.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._setting: dict[str, list[Amendment]] = {}
        self._ending: dict[str, list[Amendment]] = {}
        self._reviving: dict[str, list[Amendment]] = {}
        self._prolonging: dict[str, list[Amendment]] = {}
        self._held: dict[tuple[str, frozenset[str]], Spell] = {}
        self._passing: dict[tuple[str, frozenset[str]], tuple[Spell, int]] = {}
        self._open: list[str] = []
        self._met = _DEEPEST
        acting: dict[str, Amendment] = {}
        for amendment in corpus.amendments:
            kind = self._kind(amendment)
            for target in amendment.targets if kind is not None else ():
                assert kind is not None
                kind.setdefault(target, []).append(amendment)
                acting[amendment.id] = amendment
        # From the first on, so that each finds what acted upon it before, however long the row of acts.
        for amendment in sorted(acting.values(), key=lambda act: span(self._own(act, frozenset()))):
            self.of_amendment(amendment)

    def _kind(self, amendment: Amendment) -> dict[str, list[Amendment]] | None:
        operation = amendment.operation
        if operation in _SETS:
            return self._setting
        if operation is Operation.PROROGATION_OF_FORCE:
            return self._prolonging
        if operation is Operation.RE_ENACTMENT and not amendment.modifications:
            return self._reviving
        return self._ending if ends(amendment) else None

    def of_amendment(self, amendment: Amendment, provisions: frozenset[str] = frozenset()) -> Spell:
        key = (amendment.id, provisions)
        if key in self._held:
            return self._held[key]
        if key in self._passing:
            spell, met = self._passing[key]
            self._met = min(self._met, met)
            return spell
        place = len(self._open)
        if amendment.id in self._open or place == _DEEPEST:
            self._met = min(self._met, self._open.index(amendment.id) if amendment.id in self._open else 0)
            return self._as_met_again(amendment)
        outer, self._met = self._met, _DEEPEST
        self._open.append(amendment.id)
        spell = self._worked_out(amendment, provisions)
        self._open.pop()
        if self._met < place:
            self._passing[key] = spell, self._met
        else:
            self._held[key], self._met = spell, _DEEPEST
        self._met = min(outer, self._met)
        if not self._open:
            self._passing.clear()
        return spell

    def of_work(self, work: Work, part: CommencementPart | None, provisions: frozenset[str]) -> Spell:
        start, doubts = self.set_by_others({work.id, *provisions}, part_start(work, part))
        return self._unless_ended({work.id}, work, Spell(start=start, doubts=doubts))

    def of_end(self, amendment: Amendment, target: str) -> Spell:
        spell = self.of_amendment(amendment)
        return evolve(spell, undone=self._undone(spell, target, but=amendment.id))

    def _worked_out(self, amendment: Amendment, provisions: frozenset[str]) -> Spell:
        named = _named(amendment)
        own = self._own(amendment, provisions)
        start, doubts = self.set_by_others(named, own, but=amendment.id)
        work = self._corpus.get(amendment.instrument)
        spell = Spell(start=start, until=amendment.until, doubts=doubts)
        spell = self._unless_ended(named, work, spell, but=amendment.id)
        return self._prolonged(amendment, spell)

    def _as_met_again(self, amendment: Amendment) -> Spell:
        is_set = any(self._setting.get(name) for name in _named(amendment))
        start = UNKNOWN if is_set else self._own(amendment, frozenset())
        return Spell(start=start, until=amendment.until, begins=UNKNOWN)

    def _own(self, amendment: Amendment, provisions: frozenset[str]) -> _Day:
        work = self._corpus.get(amendment.instrument)
        if not isinstance(work, Work):
            return UNKNOWN
        if is_known(amendment.commencement):
            return evaluated(amendment.commencement, work.event_dates())
        return part_start(work, work.part_for(provisions | frozenset(amendment.targets)))

    def set_by_others(
        self, named: Collection[str], start: _Day, *, but: str = ""
    ) -> tuple[_Day, tuple[str, ...]]:
        """The day on which what any of the ids *named* begins, as other acts set or postponed it.

        An amendment with the operation ``entry_into_force`` sets the day on which it begins itself, as the
        order does for which a law waits. One that postpones moves the day to its own end, ``until``, unless
        what it postpones began before; without such a day nobody knows when. They count in the order in which
        they begin.
        """
        if not any(self._setting.get(name) for name in named):
            return start, ()
        return in_turn(start, self._acting(self._setting, named, but), set_by)

    def _unless_ended(self, named: Collection[str], work: object, spell: Spell, *, but: str = "") -> Spell:
        """The spell of what an act does, unless the act was repealed first: then it waits for a revival."""
        over = list(self._ends_of(named, work, but))
        if not over:
            return spell

        def ended(day: date) -> Truth:
            return any_of(end.applies(day) for _, end in over)

        days = sorted({day for _, end in over for day in end.bounds()})
        first, last = span(spell.start)
        answers = {ended(day) for day in (first, *(day for day in days if first < day < last), last)}
        if answers == {False}:
            return spell
        doubt = f"perhaps repealed before it began, by {', '.join(dict.fromkeys(by for by, _ in over))}"
        later = [(day, ended(day)) for day in days if day > last]
        back = next((day for day, answer in later if answer is False), None)
        again = next((day for day, answer in later if answer is not True), None)  # perhaps from here on
        if answers == {True}:
            if again is None:
                return evolve(spell, begins=False)
            if again == back:
                return evolve(spell, start=EdtfDate.of(back))
        else:
            again = None if first == date.min else first
        spell = evolve(spell, doubts=(*spell.doubts, doubt), begins=True if back else UNKNOWN)
        may_wait = any(end.undone or end.until is not NOT_APPLICABLE for _, end in over)
        return evolve(spell, start=EdtfDate.between(again, back)) if again and may_wait else spell

    def own_end(self, work: Work) -> Spell | None:
        day = work.event(EventKind.REPEALED)
        end = Spell(start=day)
        return evolve(end, undone=self._undone(end, work.id)) if is_known(day) else None

    def _ends_of(self, named: Collection[str], work: object, but: str) -> Iterator[tuple[str, Spell]]:
        """What ends any of those named, with who does it: events and amendments, as far as not undone."""
        if isinstance(work, Work) and (end := self.own_end(work)) is not None:
            yield "its own events", end
        for name in named:
            for act in self._ending.get(name, ()):
                if act.id == but or (act.operation not in ENDS and isinstance(self._corpus.get(name), Work)):
                    continue
                spell = self._as_acting(act)
                if spell.begins is not False:
                    yield act.id, evolve(spell, undone=self._undone(spell, name, but=act.id))

    def _undone(self, end: Spell, target: str, *, but: str = "") -> tuple[Undoing, ...]:
        """The revivals of a target that are not surely from before its end."""
        found = []
        for revival in self._reviving.get(target, ()):
            spell = self._as_acting(revival)
            after: Truth = UNKNOWN
            if is_known(end.start) and is_known(spell.start):
                after = widened(end.start).before(widened(spell.start))
            if revival.id != but and spell.begins is not False and after is not False:
                found.append(Undoing(by=revival.id, spell=spell, comes_after=after))
        found.sort(key=lambda undoing: (*span(undoing.spell.start), undoing.by))
        lasting = next((one for one in found if one.is_sure and one.spell.until is NOT_APPLICABLE), None)
        # What surely comes after it undoes a later repeal.
        return tuple(one for one in found if lasting is None or one is lasting or not _after(one, lasting))

    def _prolonged(self, amendment: Amendment, spell: Spell) -> Spell:
        """The spell with its end moved by acts that prolong it, or prolong what prolonged it."""
        if not (is_known(amendment.until) and self._prolonging) or amendment.operation in (
            *_SETS,
            Operation.PROROGATION_OF_FORCE,
        ):
            return spell  # until says something else there
        found: dict[str, Amendment] = {}
        named = [*_named(amendment)]
        for name in named:  # grows meanwhile
            for act in self._prolonging.get(name, ()):
                if act.id != amendment.id and act.id not in found:
                    found[act.id] = act
                    named += [act.id, act.instrument]
        if amendment.operation is Operation.INAPPLICATION:
            whole = frozenset(amendment.targets)
            for act in (act for target in amendment.targets for act in self._prolonging.get(target, ())):
                if whole <= frozenset(act.targets):
                    found[act.id] = act
        acts = self._in_order(found.values())
        until, doubts = in_turn(spell.until, acts, prolonged_by)
        return evolve(
            spell,
            until=until,
            prolonged=tuple(_prolongings(spell.until, acts)),
            doubts=(*spell.doubts, *doubts),
        )

    def _acting(self, kind: Mapping[str, list[Amendment]], named: Collection[str], but: str) -> list[Act]:
        found = {act.id: act for name in named for act in kind.get(name, ()) if act.id != but}
        return self._in_order(found.values())

    def _in_order(self, acts: Iterable[Amendment]) -> list[Act]:
        """Those that are not surely never law, in the order in which they begin."""
        found = [
            Act(amendment=act, spell=self._as_acting(act), signed=_signed(self._corpus, act)) for act in acts
        ]
        return sorted((act for act in found if act.spell.begins is not False), key=Act.order)

    def _as_acting(self, amendment: Amendment) -> Spell:
        """Its spell; when nothing says from which day, it surely is not law before it was signed."""
        spell = self.of_amendment(amendment)
        work = self._corpus.get(amendment.instrument)
        signed = _signed(self._corpus, amendment)
        if is_known(spell.start) or not is_known(signed) or not isinstance(work, Work):
            return spell
        if is_known(work.retroactive_from) or widened(signed).earliest is None:
            return spell
        return evolve(spell, start=EdtfDate.between(widened(signed).earliest, None))


def _named(amendment: Amendment) -> tuple[str, ...]:
    """The ids by which others speak of an amendment."""
    place = amendment.source_provision
    return (amendment.id, amendment.instrument, *((place,) if is_known(place) else ()))


def _signed(corpus: Corpus, amendment: Amendment) -> _Day:
    work = corpus.get(amendment.instrument)
    if not isinstance(work, Work):
        return UNKNOWN
    signed = work.event(EventKind.SIGNED)
    return signed if is_known(signed) else work.event(EventKind.ADOPTED)


def _prolongings(end: _Day, acts: Iterable[Act]) -> Iterator[Prolonging]:
    for act in acts:
        before = end
        end, acted = prolonged_by(end, act)
        if acted is not False and end != before:
            yield Prolonging(by=act.amendment.id, start=act.spell.start, to=end)


def _after(one: Undoing, other: Undoing) -> bool:
    start, before = one.spell.start, other.spell.start
    return is_known(start) and is_known(before) and widened(start).before(widened(before)) is False
