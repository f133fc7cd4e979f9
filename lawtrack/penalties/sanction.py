"""A sanction: the set of sentences a court may impose for one offence part."""

from functools import cached_property
from typing import Literal

from attrs import field, frozen

from ..missing import NONE, UNKNOWN, Missing
from ..verdicts import PartlyOrdered
from .ladder import PenaltyLadder
from .normal import NormalForm, normal_form
from .notation import read_tracks
from .order import SanctionComparison, compare_sanctions
from .pairing import Classes, classes_of
from .parts import Flag, Track
from .reduced import ReducedForm, reduced_form
from .units import Bound

__all__ = ["Sanction"]

ExtraFlag = Flag | Literal["if"]


@frozen(kw_only=True, order=False, cache_hash=True)
class Sanction(PartlyOrdered):
    """What a court may impose, in one or several tracks (classes of persons, procedures, repetition).

    Two sanctions are equal when they are written alike; compare ``.normal_form()`` for equal meaning and
    use ``.compare()`` for harsher and milder.

    Attributes:
        tracks: At least one, in the order of the clause.
    """

    tracks: tuple[Track, ...] = field()

    @tracks.validator
    def _not_empty(self, attribute: object, value: tuple[Track, ...]) -> None:
        if not value:
            raise ValueError("a sanction needs a track; no penalty at all is written none")

    @classmethod
    def read(cls, text: str) -> "Sanction":
        """Read the author notation, such as ``prison 6..10y + confiscation!``.

        Raises:
            NotationError: The only exception, whatever the text; it points at the place.
        """
        return cls(tracks=read_tracks(text))

    @classmethod
    def of(cls, given: "Sanction | str") -> "Sanction":
        """*given* itself, or what its notation says.

        Raises:
            NotationError: A text does not follow the notation.
            ReadingError: (LT-PEN-006) It is neither a sanction nor a text.
        """
        return given if isinstance(given, cls) else cls(tracks=classes_of(given).tracks)

    def __str__(self) -> str:
        return " ; ".join(map(str, self.tracks))

    def __repr__(self) -> str:
        return f"Sanction.read({str(self)!r})"

    @property
    def is_known(self) -> bool:
        """Whether no track is ``unknown``; ``none`` is an answer and therefore known."""
        return all(track.options is not UNKNOWN for track in self.tracks)

    def normal_form(self) -> NormalForm:
        """What the notation says, whatever the words; equal exactly for equal notation. Worked out once."""
        return self._normal_form

    @cached_property
    def _normal_form(self) -> NormalForm:
        return normal_form(self.tracks)

    @cached_property
    def classes(self) -> Classes:
        """The classes of persons that the tracks name, prepared for comparison. Worked out once."""
        return Classes(self.tracks)

    def reduced(self, *, ladder: PenaltyLadder | None = None) -> ReducedForm:
        """What is left when dominated outcomes are dropped; equal for equivalent sanctions."""
        return reduced_form(self.classes, ladder)

    def compare(
        self, other: "Sanction | str", *, ladder: PenaltyLadder | None = None, same_general_part: bool = True
    ) -> SanctionComparison:
        """How *other* compares with this sanction; MORE_RESTRICTIVE means *other* is harsher.

        See :func:`lawtrack.penalties.compare_sanctions`; *other* may be given in notation.
        """
        return compare_sanctions(self, other, ladder=ladder, same_general_part=same_general_part)

    def term(self, kind: str = "prison") -> tuple[Bound | Missing, Bound | Missing]:
        """Low and high end of the first penalty of *kind* among the alternatives (extras after + left out).

        Ends print themselves (``4y``, ``life``). NONE twice when there is no such penalty, UNKNOWN twice
        when the sanction is. ``life`` counts as prison. Raises ValueError when there are several tracks.
        """
        track = self._only_track()
        if isinstance(track.options, Missing):
            return track.options, track.options
        joined = (a.component for a in track.shared if a.join == "&")
        for option in track.options:
            for component in (*option.group, *(a.component for a in option.additions if a.join == "&")):
                if component.meant_kind == kind:
                    return component.ends
        return next((component.ends for component in joined if component.meant_kind == kind), (NONE, NONE))

    def extras(self) -> dict[str, ExtraFlag]:
        """Kinds joined by ``+``, with ``!``, ``?`` or ``if`` (in some case only), in order of the text.

        A kind that stands there more than once keeps its first flag. Raises ValueError when there are
        several tracks.
        """
        track = self._only_track()
        options = () if isinstance(track.options, Missing) else track.options
        found: dict[str, ExtraFlag] = {}
        for addition in (*(a for option in options for a in option.additions), *track.shared):
            component = addition.component
            if addition.join == "+":
                flag: ExtraFlag = "if" if component.condition is not None else component.flag or "!"
                found.setdefault(component.meant_kind, flag)
        return found

    def _only_track(self) -> Track:
        if len(self.tracks) > 1:
            raise ValueError(f"this sanction has {len(self.tracks)} tracks; choose one of .tracks")
        return self.tracks[0]
