"""A draft beside the act it became: what stayed, what was changed, what fell out, who had objected."""

from typing import Any

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import ABSENT, NOT_STATED, UNKNOWN, Missing, is_known
from ..model.critique import Critique
from ..model.record import Record
from ..model.substance import Effect
from ..queries.asking import effects_of, found_id, gist_of, provisions_label, source_tags
from ..queries.selection import Column, Selection
from ..verdicts import Verdict
from .grounds import Grounds
from .pairs import compare_rules
from .result import Comparison

__all__ = ["DraftRow", "draft_vs_enacted"]

_WORDS = {
    Verdict.EQUIVALENT: "same",
    Verdict.MORE_RESTRICTIVE: "hardened",
    Verdict.LESS_RESTRICTIVE: "softened",
    Verdict.INCOMPARABLE: "changed, neither harder nor softer",
}


@frozen(kw_only=True)
class DraftRow:
    """A rule of the draft, of the act, or of both.

    Attributes:
        draft: The effect that the draft would have had; ABSENT where a source says it had none, else UNKNOWN.
        enacted: The effect of the act; ABSENT where a source says it fell out, else UNKNOWN.
        comparison: How the act compares with the draft; None where one side is missing.
        critiques: Critiques of either.
    """

    draft: Effect | Missing
    enacted: Effect | Missing
    comparison: Comparison | None = None
    critiques: tuple[Critique, ...] = ()

    @property
    def change(self) -> str:
        """same, softened, hardened, new, dropped, changed …, or unknown with what it may still be."""
        if self.draft is ABSENT:
            return "new"
        if self.enacted is ABSENT:
            return "dropped"
        if self.comparison is None:
            return "unknown"
        if self.comparison.is_definite:
            return _WORDS[next(iter(self.comparison.possible))]
        if len(self.comparison.possible) == len(Verdict):
            return "unknown"
        return "unknown (" + " or ".join(_WORDS[v] for v in Verdict if v in self.comparison.possible) + ")"


@checked
def draft_vs_enacted(corpus: Corpus, bill: str | Record, act: str | Record) -> Selection[DraftRow]:
    """Effects of a draft beside those of the act: first what is known of both, then what critics spoke of.

    Effects belong together that are of one kind and share a provision. What neither side states is taken as
    the same on both. That the draft lacked a rule, or that one of it fell out, is told only where a source
    says so: by an assertion about the effect with ``field`` ``in_draft`` or ``in_enacted`` and the value
    false. Otherwise the other side is unknown, since a draft is seldom coded whole. *act* may be a package.
    Within each part rows stand in order of the act, then of the draft. Raises UnknownNameError for a work
    that does not exist.
    """
    draft_id = found_id(corpus, bill, "work")
    drafted = _effects(corpus, draft_id)
    target = found_id(corpus, act, "work", "package")
    enacted = effects_of(corpus, target) if _is_package(corpus, target) else _effects(corpus, target)
    grounds = Grounds((corpus, corpus), None, True, True)
    by_target = corpus.cached("critiques_by_target", _by_target)
    rows: list[DraftRow] = []
    seen: set[str] = set()
    for effect in enacted:
        found = [d for d in drafted if d.kind == effect.kind and {*d.provisions} & {*effect.provisions}]
        seen.update(d.id for d in found)
        for draft in found or (None,):
            before: Effect | Missing = draft or (ABSENT if _denied(corpus, effect, "in_draft") else UNKNOWN)
            compared = (
                None
                if draft is None
                else compare_rules(draft.after, effect.after, grounds, labels=("the draft", "the act"))
            )
            said = _critiques(by_target, (effect, *([draft] if draft else [])))
            rows.append(DraftRow(draft=before, enacted=effect, comparison=compared, critiques=said))
    for draft in drafted:
        if draft.id not in seen:
            gone = ABSENT if _denied(corpus, draft, "in_enacted") else UNKNOWN
            rows.append(DraftRow(draft=draft, enacted=gone, critiques=_critiques(by_target, (draft,))))
    rows.sort(
        key=lambda row: (row.comparison is None and ABSENT not in (row.draft, row.enacted), not row.critiques)
    )
    notes = ["What neither the draft nor the act states is taken as the same in both."]
    if not drafted:
        notes.append(f"Nobody coded the draft: the corpus has no effect of {tail(draft_id)}.")
    return Selection(
        rows=rows,
        columns=(
            Column("provision", lambda row: _either(row, lambda e: provisions_label(corpus, e))),
            Column("in_draft", lambda row: _told(row.draft)),
            Column("in_enacted", lambda row: _told(row.enacted)),
            Column("change", lambda row: row.change),
            Column("critiques", lambda row: tuple(tail(c.id) for c in row.critiques)),
            Column("grounds", lambda row: _grounds(row.critiques)),
            Column("kind", lambda row: _either(row, lambda e: e.kind), detail=True),
            Column("sources", lambda row: _sources(corpus, row), detail=True),
        ),
        title="Draft and act",
        notes=tuple(notes),
        query=f"draft_vs_enacted(corpus, {draft_id!r}, {target!r})",
    )


def _is_package(corpus: Corpus, id: str) -> bool:
    return any(package.id == id for package in corpus.packages)


def _effects(corpus: Corpus, work: str) -> tuple[Effect, ...]:
    makers = {work, *(each.id for each in corpus.amendments if each.instrument == work)}
    return tuple(effect for effect in corpus.effects if makers & {*effect.by})


def _by_target(corpus: Corpus) -> dict[str, list[Critique]]:
    held: dict[str, list[Critique]] = {}
    for critique in corpus.critiques:
        for target in critique.targets:
            held.setdefault(target, []).append(critique)
    return held


def _critiques(by_target: dict[str, list[Critique]], effects: tuple[Effect, ...]) -> tuple[Critique, ...]:
    ids = [id for effect in effects for id in (effect.id, *effect.provisions)]
    found = {critique.id: critique for id in ids for critique in by_target.get(id, ())}
    return tuple(found.values())


def _denied(corpus: Corpus, effect: Effect, field: str) -> bool:
    """Whether sources say that the other side lacks it, and none that it has it."""
    said = [a.value for a in corpus.assertions_about(effect.id) if a.field == field]
    return bool(said) and all(value is False for value in said)


def _told(side: Effect | Missing) -> object:
    return gist_of(side) if isinstance(side, Effect) else side


def _either(row: DraftRow, get: Any) -> object:
    side = row.enacted if is_known(row.enacted) else row.draft
    return get(side) if is_known(side) else NOT_STATED


def _grounds(critiques: tuple[Critique, ...]) -> tuple[str, ...]:
    named = (g for c in critiques if isinstance(c.grounds, tuple) for g in c.grounds)
    return tuple(dict.fromkeys(ground.value.replace("_", " ") for ground in named))


def _sources(corpus: Corpus, row: DraftRow) -> tuple[str, ...]:
    sides = [side for side in (row.draft, row.enacted) if isinstance(side, Effect)]
    ids = [*(side.id for side in sides), *(critique.id for critique in row.critiques)]
    return tuple(dict.fromkeys(tag for id in ids for tag in source_tags(corpus, id)))
