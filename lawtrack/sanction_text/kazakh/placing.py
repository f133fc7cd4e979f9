"""Where penalties and extras of a Kazakh clause belong: extras stand before the penalties they reach."""

from typing import Any, Final

from attrs import evolve

from ...missing import Missing
from ...penalties import Addition, Option, Track
from ..amounts import Amount
from ..draft import Rewrite, Tracks
from ..lexicon import Item
from ..pieces import DraftOption, DraftTrack, Part
from .amounts import KazakhAmounts

__all__ = ["Ahead", "KazakhPlacing", "Share"]

_NO_AMOUNT: Final = frozenset(
    {"warning", "death", "expulsion", "confiscation", "liquidation", "restitution", "citizenship_loss"}
)
_MOST: Final = 32
"""Most classes that share a penalty, and most groups of extras that reach it: no clause has more."""


class Share:
    """A class of persons, with the amounts that wait for the penalty it is liable to."""

    __slots__ = ("amounts", "done", "track")

    def __init__(self, track: DraftTrack) -> None:
        self.track = track
        self.amounts: list[Amount] = []
        self.done = False


class Ahead:
    """Extras that stand before the penalties they reach.

    Attributes:
        parts: The extras.
        hits: The penalties in chief that came behind them.
        late: Whether a penalty in chief, or the amount of one, stood before them too.
        after_comma: Whether a comma stood before them.
        closes: Whether they stand at the end of a list of classes that share a penalty.
        only: The class of persons they were named for, if for one.
        at: Where they begin in the text.
    """

    __slots__ = ("after_comma", "at", "closes", "hits", "late", "only", "parts")

    def __init__(
        self, at: tuple[int, int], *, late: bool, only: DraftTrack | None, closes: bool = False
    ) -> None:
        self.parts: list[Part] = []
        self.hits: list[tuple[DraftTrack, DraftOption]] = []
        self.at, self.late, self.only, self.closes = at, late, only, closes
        self.after_comma = False


class KazakhPlacing(KazakhAmounts):
    """The part of the reader that knows where penalties and extras belong.

    Attributes:
        shares: Classes of persons that wait for a penalty, or share the last one.
        ahead: Groups of extras that reach what follows.
        between: Connectives since the last penalty in chief.
        condition: The case in which alone the next extra is imposed, with its place.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shares: list[Share] = []
        self.ahead_of: list[Ahead] = []
        self.between: set[str] = set()
        self.condition: tuple[str, tuple[int, int]] | None = None
        self._groups: list[Ahead] = []
        self._group: Ahead | None = None
        self._or_extra = False
        self._amounts: list[Amount] = []
        self._commas: list[tuple[int, int]] = []
        self._last: dict[tuple[bool, bool], Amount] = {}

    # amounts

    def hold(self, amount: Amount, start: int) -> None:
        """Keep an amount for its penalty; a second one only behind 'or'."""
        held = self.held()
        before = start - 1
        while before > start - _MOST and self.item(before).what in ("filler", "size"):
            before -= 1
        if held and self.item(before).what != "or":
            self.left.append(amount.at)
            return
        if held:
            self.between.discard("or")
            self.rule("two_measures")
        held.append(amount)

    def held(self) -> list[Amount]:
        """The amounts that wait: those of a class of persons, or of the clause."""
        return self.shares[-1].amounts if self.shares and not self.shares[-1].done else self._amounts

    def waiting(self) -> list[Amount]:
        """The amounts that no penalty has taken."""
        return [*self._amounts, *(one for share in self.shares if not share.done for one in share.amounts)]

    def measured(self, *, of_term: bool) -> Amount | None:
        """The last amount of that sort: of a penalty in chief, else of an extra."""
        return self._last.get((False, of_term)) or self._last.get((True, of_term))

    def _keep(self, part: Part) -> None:
        if part.amount is not None:
            self._last[part.join == "+", part.amount.is_term] = part.amount

    # penalties

    def principal(self, kind: str, at: tuple[int, int], object_: str | None = None) -> None:
        """A penalty in chief, with the amounts that wait for it."""
        fresh = [share for share in self.shares if not share.done]
        if fresh and kind in _NO_AMOUNT and not fresh[-1].amounts:
            fresh = fresh[-1:]
        targets = [(share.track, share.amounts) for share in fresh]
        if not fresh:
            amounts, self._amounts = self._amounts, []
            tracks = [share.track for share in self.shares[-_MOST:]] or [self.draft.track]
            targets = [(track, amounts) for track in tracks]
            if len(targets) > 1 and "track_scope" not in self.doubts:
                self._every_class(at)
        self._check_joint(at)
        if kind in _NO_AMOUNT:
            self.left += [one.at for _, amounts in targets[-1:] for one in amounts]
            targets = [(track, []) for track, _ in targets]
        for track, amounts in targets:
            self.draft.track = track
            self._impose(kind, at, object_, amounts)
        for share in fresh:
            share.done = True
        self.between.clear()
        self._group = None
        self.basis = None

    def _impose(self, kind: str, at: tuple[int, int], object_: str | None, amounts: list[Amount]) -> None:
        draft = self.draft
        measures: list[Amount | None] = [*amounts] or [None]
        for place, amount in enumerate(measures):
            start = at[0] if amount is None else min(at[0], amount.at[0])
            part = draft.part(kind, (start, at[1]))
            part.object = object_
            if "and" in self.between and "or" not in self.between and not place:
                draft.second(part)
            else:
                draft.alternative(part)
            option = draft.track.options[-1]
            if part.join != "&":
                for group in self.ahead_of:
                    if group.only in (None, draft.track):
                        option.additions += group.parts
                        group.hits.append((draft.track, option))
            if amount is not None:
                if draft.give(part, amount):
                    self.rule("unit_from_right")
                self._keep(part)

    def _check_joint(self, at: tuple[int, int]) -> None:
        """Alternatives have 'or' between them, at least before the last."""
        if "or" in self.between:
            self._commas.clear()
        elif self.draft.track.options and "and" not in self.between:
            if "comma" in self.between:
                self._commas.append(at)
            else:
                self.doubt("defect_in_print", at)

    def _every_class(self, at: tuple[int, int]) -> None:
        """A penalty behind one that classes share may be meant for the last class alone."""
        self.doubt("track_scope", at)
        counts = {id(share.track): len(share.track.options) for share in self.shares[:-1]}
        drafts = list(self.draft.tracks)

        def last_alone(tracks: Tracks) -> Tracks:
            made = []
            for track, draft in zip(tracks, drafts, strict=False):
                count = counts.get(id(draft))
                options = track.options
                if count and not isinstance(options, Missing):
                    made.append(evolve(track, options=options[:count]))
                else:
                    made.append(track)
            return (*made, *tracks[len(made) :])

        self.draft.rewrites["track_scope"] = last_alone

    # extras

    def extra(self, kind: str, at: tuple[int, int], object_: str | None = None) -> None:
        """An extra: it reaches every penalty behind it."""
        group = self._group
        if group is None:
            share = self.shares[-1] if self.shares and not self.shares[-1].done else None
            measured = share is not None and any(not amount.is_term for amount in share.amounts)
            late = bool(self.draft.track.options) if share is None else measured
            only = share.track if share is not None and not measured else None
            group = self._group = Ahead(at, late=late, only=only, closes=measured)
            group.after_comma = "comma" in self.between
            self._groups.append(group)
            self.ahead_of = [*self.ahead_of[1 - _MOST :], group]
        elif self._or_extra:
            self.left.append(at)  # extras to choose from: the notation cannot say that
        part = self.draft.part(kind, at, "+")
        part.object = object_
        part.bare = bool(group.parts) and "and" in self.between
        self.between -= {"and", "comma"}
        self._or_extra = False
        earlier = group.parts[-1] if group.parts else None
        if self.condition is not None:
            part.condition, self.condition = self.condition[0], None
        elif earlier is not None and (earlier.condition or "case_scope" in earlier.other):
            condition = earlier.condition or earlier.other["case_scope"]["condition"]
            part.other["case_scope"] = {"condition": condition}
            self.doubt("case_scope", at)
        group.parts.append(part)
        held = self.held()
        own = [amount for amount in held if amount.is_term is not (kind == "fine")]
        own = [amount for amount in own if not amount.waits]
        held[:] = [amount for amount in held if amount not in own]  # a sum waits for the fine
        if own and kind not in _NO_AMOUNT:
            self.give(part, own.pop(0))
            self._keep(part)
        self.left += [one.at for one in own]
        self.grow(part)

    def on_or(self, item: Item) -> None:
        """'немесе онсыз' makes the last extra the court's choice; otherwise the word joins alternatives."""
        self.at += 1
        if not self.sees("without"):
            self.between.add("or")
            self._or_extra = True
            return
        without = self.ahead()
        self.at += 1
        if self._group is None:
            self.left.append(self.place(item, without))
            return
        parts = self._group.parts
        parts[-1].flag = "?"
        self.grow(parts[-1])
        at = len(parts) - 1
        while at > 0 and parts[at].bare:
            at -= 1
            parts[at].other["or_without"] = {"flag": "?"}
            self.doubt("or_without", self.place(item, without))

    def on_and(self, item: Item) -> None:
        """Joins what follows to what precedes."""
        self.between.add("and")
        self.at += 1

    def on_comma(self, item: Item) -> None:
        """A comma may stand between alternatives."""
        self.between.add("comma")
        self.at += 1

    # the end

    def settle_extras(self) -> None:
        """Extras that reach every alternative of a track are shared; late ones may reach one alone."""
        for group in self._groups:
            if not group.hits:
                self._behind(group)
            elif group.late and len(group.hits) > 1 and "attaches" not in self.doubts:
                self.doubt("attaches", group.at)
                self.rule("extra_before_several")
                self.draft.rewrites["attaches"] = self._nearest(group)
            elif not group.late:
                self._share(group)
        for at in self._commas:
            self.doubt("defect_in_print", at)

    def _share(self, group: Ahead) -> None:
        hit: dict[int, list[DraftOption]] = {}
        tracks = {id(track): track for track, _ in group.hits}
        for track, option in group.hits:
            hit.setdefault(id(track), []).append(option)
        for place, options in hit.items():
            track = tracks[place]
            if len(options) == len(track.options) > 1:
                for option in options:
                    option.additions = [one for one in option.additions if one not in group.parts]
                track.shared += group.parts

    def _behind(self, group: Ahead) -> None:
        """Extras behind the last penalty: a comma before them lets them reach every alternative."""
        options = self.draft.track.options
        if not options:
            self.left += [(part.start, part.end) for part in group.parts]
            return
        reached = options if group.after_comma else options[-1:]
        for option in reached:
            option.additions += group.parts
            group.hits.append((self.draft.track, option))
        if len(options) > 1:
            self.doubt("attaches", group.at)
            self.rule("extra_after_comma" if group.after_comma else "extra_without_comma")
            group.closes = True
            if group.after_comma:
                self.draft.rewrites.setdefault("attaches", self._nearest(group))
            else:
                self.draft.rewrites.setdefault("attaches", self._every(group))

    def _every(self, group: Ahead) -> Rewrite:
        """The reading in which extras behind the last penalty reach every alternative of its track."""
        place = sum(1 for track in self.draft.tracks if track.options) - 1

        def every(tracks: Tracks) -> Tracks:
            options = tracks[place].options
            if isinstance(options, Missing):
                return tracks
            more = tuple(Addition(join="+", component=part.component()) for part in group.parts)
            wider = [evolve(option, additions=(*option.additions, *more)) for option in options[:-1]]
            made = evolve(tracks[place], options=(*wider, options[-1]))
            return (*tracks[:place], made, *tracks[place + 1 :])

        return every

    def _nearest(self, group: Ahead) -> Rewrite:
        """The reading in which late extras reach the nearest penalty alone."""
        drafts = [track for track in self.draft.tracks if track.options]
        others = group.hits[:-1] if group.closes else group.hits[1:]
        later = {id(option) for _, option in others}

        def nearest(tracks: Tracks) -> Tracks:
            taken = {part.component() for part in group.parts}

            def without(option: Option, draft: DraftOption) -> Option:
                if id(draft) not in later:
                    return option
                kept = tuple(one for one in option.additions if one.component not in taken)
                return evolve(option, additions=kept)

            made: list[Track] = []
            for track, held in zip(tracks, drafts, strict=False):
                if isinstance(track.options, Missing):
                    made.append(track)
                    continue
                pairs = zip(track.options, held.options, strict=False)
                made.append(evolve(track, options=tuple(without(*pair) for pair in pairs)))
            return tuple(made)

        return nearest
