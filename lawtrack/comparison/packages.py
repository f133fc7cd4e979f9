"""Two packages side by side: effect by effect, kind by kind, for one party, without any total."""

from collections.abc import Callable, Iterator

from attrs import evolve, field, frozen

from ..arguments import checked
from ..identifiers import tail
from ..missing import is_known
from ..model.dimension import Reach
from ..model.judging import none_against
from ..model.rule import Rule, compares_itself
from ..model.substance import Effect, Norm
from ..penalties import PenaltyLadder
from ..queries.asking import gist_of, source_tags
from ..queries.selection import Column, Grouping, Selection
from ..tables import Table, card_html, counted
from .alignment import alignments_of, country_of
from .functions import by_function
from .grounds import Grounds
from .package_views import sections, summary
from .pairings import Outcome, Pairing, plain
from .sides import Side
from .subjects import matches, matter_of, rule_of

__all__ = ["PackageComparison", "compare_packages"]


@frozen(kw_only=True, repr=False)
class PackageComparison:
    """Two packages effect by effect.

    Attributes:
        pairings: Pairs and effects alone, by kind, those on both sides first.
        left: What the first package is called.
        right: What the second is called.
        for_: The party it is made for; None for those whom the rules expose.
        notes: What was left out or assumed, as sentences.
        sides: The corpora, for sources.
        ladder: The order of punishments used.
    """

    pairings: tuple[Pairing, ...]
    left: str
    right: str
    for_: str | None = None
    notes: tuple[str, ...] = ()
    sides: tuple[Side, Side] = field(eq=False)
    ladder: PenaltyLadder | None = field(default=None, eq=False)

    def __len__(self) -> int:
        return len(self.pairings)

    def __iter__(self) -> Iterator[Pairing]:
        return iter(self.pairings)

    def rows(self) -> Selection[Pairing]:
        """One row for each pair or effect alone; filter with ``.where(outcome="stronger")``."""
        return Selection(
            rows=self.pairings,
            columns=(
                Column("kind", lambda row: row.kind.replace("_", " ")),
                Column("subject", lambda row: tuple(plain(row.subject))),
                Column("left", lambda row: tail(row.left.id) if row.left else "–"),
                Column("right", lambda row: tail(row.right.id) if row.right else "–"),
                Column("outcome", lambda row: row.outcome.value.replace("_", " ")),
                Column("reason", lambda row: row.reason),
                Column("left_rule", lambda row: _ruled(row.left), detail=True),
                Column("right_rule", lambda row: _ruled(row.right), detail=True),
                Column("left_gist", lambda row: gist_of(row.left) if row.left else "", detail=True),
                Column("right_gist", lambda row: gist_of(row.right) if row.right else "", detail=True),
                Column("paired_by", lambda row: row.why, detail=True),
                Column("assumptions", lambda row: _of(row, "assumptions"), detail=True),
                Column("basis", lambda row: _of(row, "basis"), detail=True),
                Column("sources", self._sources, detail=True),
            ),
            title=self._title(),
            notes=self.notes,
        )

    def _sources(self, row: Pairing) -> tuple[str, ...]:
        held: list[str] = []
        for record, side in zip((row.left, row.right), self.sides, strict=True):
            if record is not None and side.corpus is not None:
                held += source_tags(side.corpus, record.id)
        return tuple(dict.fromkeys(held))

    def _title(self) -> str:
        whom = f" for {self.for_.replace('_', ' ')}" if self.for_ else ""
        return f"{self.right} (right) against {self.left} (left){whom}"

    def counts(self) -> Table:
        """How many there are of each outcome: pairs, and effects on either side; never a score."""
        held = {outcome: [p for p in self.pairings if p.outcome is outcome] for outcome in Outcome}
        rows = tuple(
            (
                outcome.value.replace("_", " "),
                sum(p.left is not None and p.right is not None for p in found),
                sum(p.left is not None for p in found),
                sum(p.right is not None for p in found),
            )
            for outcome, found in held.items()
        )
        left, right = (sum(getattr(p, name) is not None for p in self.pairings) for name in ("left", "right"))
        units = f"Units: pairs, and effects out of {left} left and {right} right; each effect counts once."
        return Table(
            columns=("outcome", "pairs", "effects left", "effects right"),
            rows=rows,
            title=self._title(),
            notes=(units, *self.notes),
        )

    def matrix(self) -> Table:
        """Kinds down, outcomes across; each cell counts pairs, or effects where one stands alone."""
        return summary(self.pairings, self.sides, self._title(), (*self._legend(), *self.notes))

    def _legend(self) -> tuple[str, ...]:
        left, right = self.left, self.right
        whom = self.for_.replace("_", " ") if self.for_ else "those concerned"
        return (
            f"Units: pairs of effects; under only {left} and only {right} single effects. Nothing is added "
            "up over kinds, and no package is ranked.",
            f"Stronger: what {right} has exposes {whom} more than what {left} has; weaker: less; "
            "incomparable: more in one respect and less or otherwise in another.",
        )

    @checked
    def where(self, *tests: Callable[[Pairing], object], **values: object) -> "PackageComparison":
        """The same comparison with the rows that pass, as :meth:`Selection.where` takes them.

        ``where(kind="sentence", outcome=["stronger", "weaker"])`` shows what is definite about sentences. A
        note says how many rows are left out.
        """
        kept = self.rows().where(*tests, **values)
        gone = len(self) - len(kept)
        said = [note for note in kept.notes if note not in self.notes]
        said += [f"{counted(gone, 'row')} left out by the filter."] if gone else []
        return evolve(self, pairings=kept.rows, notes=(*self.notes, *said))

    @checked
    def by(self, name: str) -> Grouping[Pairing]:
        """The rows grouped by a column of :meth:`rows`, such as ``kind`` or ``outcome``."""
        return self.rows().by(name)

    def table(self, *, full: bool = True) -> Table:
        """The rows as a plain table."""
        return self.rows().table(full=full)

    def explain(self) -> str:
        """The comparison in a few sentences: how many pairs of which outcome, and which kinds stand alone."""
        held = {outcome: sum(p.outcome is outcome for p in self.pairings) for outcome in Outcome}
        both = sum(held[o] for o in Outcome if o not in (Outcome.ONLY_LEFT, Outcome.ONLY_RIGHT))
        whom = f" for {self.for_.replace('_', ' ')}" if self.for_ else ""
        paired = ", ".join(
            f"{held[o]} {o.value}" for o in Outcome if held[o] and o.value not in ("only_left", "only_right")
        )
        said = (
            f"{self.right} against {self.left}{whom}: {counted(both, 'pair')} of effects of one kind"
            f"{f' ({paired})' if paired else ''}; {counted(held[Outcome.ONLY_LEFT], 'effect')} only in "
            f"{self.left}, {held[Outcome.ONLY_RIGHT]} only in {self.right}. Nothing is added up over kinds."
        )
        return " ".join((said, *self.notes))

    def to_text(self, width: int | None = None) -> str:
        """A summary by kind, then each kind, as text no wider than *width* (120 when None)."""
        return "\n\n".join(table.to_text(width) for table in self._tables())

    def _tables(self) -> tuple[Table, ...]:
        return (self.matrix(), *sections(self.pairings, self.sides, self.ladder))

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<PackageComparison {self._title()}: {len(self.pairings)} rows>"

    def _repr_html_(self) -> str:
        held = {outcome: sum(p.outcome is outcome for p in self.pairings) for outcome in Outcome}
        badges = [(f"{count} {o.value.replace('_', ' ')}", "neutral") for o, count in held.items() if count]
        first, *rest = self._tables()
        return card_html(self._title(), badges, (), [evolve(first, title=""), *rest])


def _ruled(record: Effect | Norm | None) -> str:
    if record is None:
        return ""
    rule = rule_of(record)
    said = rule.summary() if is_known(rule) else str(rule).replace("_", " ")
    before = record.before if isinstance(record, Effect) else None
    return f"{said} (before: {before.summary()})" if isinstance(before, Rule) else said


def _of(row: Pairing, name: str) -> tuple[str, ...]:
    found = row.comparison
    return () if found is None else tuple(getattr(found, name))


def compare_packages(
    left: Side, right: Side, grounds: Grounds, for_: str | None = None, align: object = None
) -> PackageComparison:
    """Align the effects of two packages by kind and subject, and compare what stands side by side.

    With *for_* effects that surely do not touch the party are left out and counted in a note. Offences and
    sentences of two countries are paired by Alignments, or by function with ``align="functional"``.
    """
    kept = [tuple(m for m in side.members if _touches(m, for_, grounds)) for side in (left, right)]
    lefts, rights = kept
    apart = _apart(left, right)
    found = matches(
        tuple(map(matter_of, lefts)),
        tuple(map(matter_of, rights)),
        grounds.vocabulary,
        fixed=_fixed(lefts, rights, align),
        apart=apart,
    )
    near: tuple[dict[int, str], dict[int, str]] = ({}, {})
    if align == "functional":
        taken = {m.left for m in found}, {m.right for m in found}
        rest = [
            {i: m for i, m in enumerate(side) if i not in gone and m.kind in apart}
            for side, gone in zip(kept, taken, strict=True)
        ]
        functional = by_function(rest[0], rest[1], grounds.vocabulary)
        found, near = (*found, *functional.matches), (functional.left, functional.right)
    taken_left, taken_right = {m.left for m in found}, {m.right for m in found}

    def row(one: Effect | Norm | None, other: Effect | Norm | None, why: str = "", near: str = "") -> Pairing:
        return Pairing(left=one, right=other, why=why, near=near, grounds=grounds, for_=for_, align=align)

    rows = [row(lefts[m.left], rights[m.right], m.why) for m in found]
    rows += [row(one, None, near=near[0].get(i, "")) for i, one in enumerate(lefts) if i not in taken_left]
    rows += [row(None, one, near=near[1].get(i, "")) for i, one in enumerate(rights) if i not in taken_right]
    rows.sort(key=lambda pairing: (pairing.kind, pairing.left is None, pairing.right is None))
    return PackageComparison(
        pairings=tuple(rows),
        left=left.label,
        right=right.label,
        for_=for_,
        notes=(
            *_notes(left, right, kept, for_, align, sum(m.why == "alignment" for m in found)),
            *_ladder_note(grounds.ladder, rows),
        ),
        sides=(left, right),
        ladder=grounds.ladder,
    )


_ALIGNED = (
    "Offences and sentences of two countries are paired only where an Alignment joins them (align=); "
    'align="functional" pairs them by conduct, lt.compare_across sets them side by side.'
)
_FUNCTIONAL = (
    "Offences and sentences are paired by function, where exactly one of each side is of that kind, conduct "
    "and form; coders named the conduct, and nobody sourced that the two are the same."
)


def _touches(record: Effect | Norm, for_: str | None, grounds: Grounds) -> bool:
    if for_ is None or _speaks_to(record, for_, grounds):
        return True
    sides = (record.after, record.before) if isinstance(record, Effect) else (record.rule,)
    rules = [side for side in sides if is_known(side)]
    if not rules or any(compares_itself(rule) or not rule.dimensions for rule in rules):
        return True
    return any(none_against(rule, grounds.given, for_).after is not Reach.NONE for rule in rules)


def _speaks_to(record: Effect | Norm, role: str, grounds: Grounds) -> bool:
    """Whether the effect is addressed to the role, to one around it or to one inside it."""
    addressees = record.addressees if isinstance(record, Effect) else ()
    return any(grounds.vocabulary.is_near(name, role) for name in addressees)


def _fixed(
    lefts: tuple[Effect | Norm, ...], rights: tuple[Effect | Norm, ...], align: object
) -> list[tuple[int, int]]:
    known = alignments_of(align)
    if not known:
        return []
    return [
        (i, j)
        for one in known
        for i, a in enumerate(lefts)
        if one.names(a.id)
        for j, b in enumerate(rights)
        if a.kind == b.kind and one.joins(a.id, b.id)
    ]


def _apart(left: Side, right: Side) -> frozenset[str]:
    """Kinds that subject alone does not pair: crimes and sentences, where the countries differ."""
    countries = [{country_of(m, side.corpus) for m in side.members[:1]} for side in (left, right)]
    if countries[0] == countries[1] or None in countries[0] | countries[1]:
        return frozenset()
    return frozenset({"offence", "sentence"})


def _ladder_note(ladder: PenaltyLadder | None, rows: list[Pairing]) -> tuple[str, ...]:
    if not any(row.kind == "sentence" and row.left and row.right for row in rows):
        return ()
    if ladder is None:
        return ("No ladder was given, so no kind of penalty is above another (ladder=).",)
    return (f"Kinds of penalty are ranked by the ladder {ladder}.",)


def _notes(
    left: Side,
    right: Side,
    kept: list[tuple[Effect | Norm, ...]],
    for_: str | None,
    align: object,
    joined: int,
) -> tuple[str, ...]:
    said = []
    gone = [len(side.members) - len(held) for side, held in zip((left, right), kept, strict=True)]
    if for_ and any(gone):
        said.append(
            f"Left out, since nobody states that they touch {for_.replace('_', ' ')}, and lists of parties "
            f"are taken as complete: {gone[0]} effects left, {gone[1]} right."
        )
    groups = sum(isinstance(m, Effect) and m.schematic for held in kept for m in held)
    if groups:
        stand = "1 effect stands for a group" if groups == 1 else f"{groups} effects stand for groups"
        said.append(f"{stand} that a source did not enumerate; each counts once.")
    if _apart(left, right):
        said.append(_FUNCTIONAL if align == "functional" else _ALIGNED)
    known = alignments_of(align)
    if known:
        said.append(f"{joined} of {counted(len(known), 'alignment')} given join two effects here.")
    return tuple(said)
