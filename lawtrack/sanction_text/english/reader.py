"""Penalty clauses in English: the United Kingdom, Canada, the United States, and codes in translation.

Procedures, persons, repetition and cases divide a clause into tracks, before or behind the penalty they
govern; marks of enumeration nest them. "A or B or both" lets the court choose either or both.
"""

from typing import Final

from ...penalties import Atom, Option, Sanction, Track
from ..amounts import Amount, life
from ..draft import Tracks
from ..lexicon import Item
from ..pieces import DraftTrack, Label, Part
from .measures import EnglishMeasures

__all__ = ["EnglishReader"]

_WITH_OBJECT: Final = frozenset(
    {
        "confiscation", "costs", "disqualification", "expulsion", "licence_loss", "rank_loss", "restitution",
        "suspension", "citizenship_loss", "community_service", "probation",
    }
)  # fmt: skip


class EnglishReader(EnglishMeasures):
    """Reads one clause."""

    lang = "en"

    # penalties

    def on_kind(self, item: Item) -> None:
        """A penalty."""
        self.at += 1
        self._penalty(item.value, item)

    def on_penalty(self, item: Item) -> None:
        """'a penalty': a fine, unless a term follows."""
        self.at += 1
        self._penalty("fine", item)
        self.generic = self.draft.last

    def on_open(self, item: Item) -> None:
        """'(or both)' is read like the words without parentheses."""
        end = self.closing(self.at, 12)
        if end is not None and any(self.item(here).what == "both" for here in range(self.at, end)):
            self.at += 1
        else:
            super().on_open(item)

    def on_greater(self, item: Item) -> None:
        """'such greater term of imprisonment': the same imprisonment, with another maximum."""
        self.at += 1
        self._penalty("prison", item)

    def _penalty(self, kind: str, item: Item) -> Part:
        draft, joint = self.draft, self.joint
        last = draft.last
        options = draft.track.options
        if last is not None and last.kind == kind and options and last.amount is None:
            if joint <= {"or"}:
                # "incarcerated … a term of incarceration", "imprisonment or penal servitude for …"
                self.grow(last)
                self.joint = set()
                return last
            if last.join == "&" and "and" in joint:
                # "may be fined not more than and … may be fined not more than": a slip of the draftsman
                self.doubt("defect_in_print", (last.start, self.place(item)[1]))
                self.left = [one for one in self.left if one[0] < last.start]
                self.joint = set()
                return last
        part = draft.part(kind, self.place(item))
        if self.in_default and kind == "prison":
            self._default(part)
        elif draft.replace_implied(part):
            pass
        elif not options or "or" in joint:
            draft.alternative(part)
        elif joint & {"and", "addition", "stop"}:
            if "may" in joint:
                part.flag = "?"
            self._second(part)
        else:
            draft.alternative(part)
        self.joint = set()
        if self.early is not None:
            self._give(part, self.early)
            self.early = None
        if kind in _WITH_OBJECT and not self.stops(self.at):
            self.tail()
            self.grow(part)
        return part

    def _second(self, part: Part) -> None:
        """Joined by 'and': to the last alternative, or to all of several."""
        draft = self.draft
        if len(draft.track.options) == 1:
            draft.second(part)
            return
        part.join = "&"
        if draft.group is not None:
            draft.group.parts.append(part)
            return
        settled = draft.track.settled > 0
        group = draft.open_extras(reaches_all="comma" in self.joint or settled)
        if group is None:
            draft.alternative(part)
            return
        if not settled:
            self.doubt("attaches", (part.start, part.end))
        group.open = not settled
        group.parts.append(part)

    def on_same(self, item: Item) -> None:
        """'either to that fine or …', 'in the same amount': the amount of the one named before."""
        self.at += 1
        if item.value in ("amount", "term"):
            self._same_amount(item)
            return
        before = next(
            (p for p in reversed(self.draft.parts) if p.kind == item.value and p.amount is not None), None
        )
        if before is None or self.sees("comma"):
            # "to such fine, not exceeding …": a fine of its own
            self._penalty(item.value, item)
            if self.sees("comma") and self.ahead(1).what in ("low", "high"):
                self.at += 1
            return
        part = self._penalty(item.value, item)
        if before.amount is not None:
            self._give(part, before.amount)
        self.rule("same_amount")

    def _same_amount(self, item: Item) -> None:
        last = self.draft.last
        before = self.draft.measured_before()
        if last is None or last.amount is not None or before is None or before.amount is None:
            self.left.append(self.place(item))
            return
        self._give(last, before.amount)
        self.rule("same_amount")

    # joints

    def on_or(self, item: Item) -> None:
        """Kept in mind for what follows; 'or without it' makes what precedes optional."""
        self.at += 1
        last = self.draft.last
        if self.sees("without") and last is not None and last.join:
            self.at += 1
            last.flag = "?"
            self.grow(last)
            return
        self.joint.add(item.what)

    def on_comma(self, item: Item) -> None:
        """Kept in mind for what follows."""
        self.at += 1
        self.joint.add(item.what)

    on_and = on_may = on_comma

    def on_not_both(self, item: Item) -> None:
        """'but not both': alternatives, as 'or' says."""
        self.at += 1
        self.draft.track.settled = len(self.draft.track.options)

    def on_with_or(self, item: Item) -> None:
        """'with or without confiscation': the court may add it."""
        self.at += 1
        self.joint |= {"and", "may"}

    def on_stop(self, item: Item) -> None:
        """A full stop or semicolon ends what 'or both' can reach."""
        self.at += 1
        self.joint.add("stop")

    # for life

    def on_life(self, item: Item) -> None:
        """'imprisonment for life', 'life imprisonment', 'or for life'."""
        self.at += 1
        last = self.draft.last
        amount = life(without_release=item.value == "life+")
        amount.at = self.place(item)
        if last is not None and last.kind == "prison" and last.amount is None and "or" not in self.joint:
            self._give(last, amount)
        else:
            self._give(self._penalty("prison", item), amount)
        self.took("kind" if self.ahead().value == "prison" else "")

    # the end

    def finish(self) -> None:
        """What was left open."""
        self._close()
        if self.early is not None and self.early.ends[-1].number is None:
            # "shall be not less than 30 years nor more than life": only imprisonment is for life
            self._understood("prison", self.early)
        elif self.early is not None:
            self.left.append(self.early.at)
        if self.worse is not None:
            self._aggravated(*self.worse)
        self.draft.extras = [group for group in self.draft.extras if group.parts]
        if self.country in self.lexicon.settings["bare_maximum"]:
            self._bare_maximum()

    def _aggravated(self, general: DraftTrack, label: Label) -> None:
        """A case that is added with 'and if', and whose penalty is harsher, aggravates."""
        case = next((track for track in self.draft.tracks if label in track.labels), None)
        if case is None or not case.options or not general.options:
            return
        before, after = (Sanction(tracks=(self.draft.track_alone(track),)) for track in (general, case))
        if before.compare(after).ceiling_moved == "up":
            case.labels = [("case", (Atom("aggravated"),)) if one == label else one for one in case.labels]
            self.rule("graver_case")

    def _bare_maximum(self) -> None:
        """A bare term in a jurisdiction that drafts maxima so."""
        exact = [
            p
            for p in self.draft.parts
            if p.amount is not None and p.amount.sign == "=" and p.kind == "prison"
        ]
        if not exact:
            return
        self.doubt("bare_amount", (exact[0].start, exact[0].end))
        for part in exact:
            if part.amount is not None:
                part.other["bare_amount"] = {"amount": Amount("<=", part.amount.first, at=part.amount.at)}

        def either(tracks: Tracks) -> Tracks:
            return tuple(map(_either, tracks))

        self.draft.rewrites["bare_amount"] = either


def _either(track: Track) -> Track:
    """Penalties joined by 'and' as penalties of which any may be imposed."""
    if not isinstance(track.options, tuple):
        return track
    options = tuple(
        Option(group=(*option.group, *(added.component for added in option.additions)))
        for option in track.options
    )
    return Track(labels=track.labels, options=options, shared=track.shared)
