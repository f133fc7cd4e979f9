"""Strategies for every record type, every kind of rule, and small corpora without errors.

Built from the fields and annotations of the classes, so that a new field or kind is covered as it is.
"""

import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import assume
from hypothesis import strategies as st
from strategies import sanctions
from strategies.leaves import BY_NAME, LEAVES, countries, ids, lang_maps, roles

from lawtrack.checks import check
from lawtrack.corpus import RECORD_TYPES, Corpus
from lawtrack.errors import Severity
from lawtrack.kinds import KINDS, GeneralBounds, UnitWorth
from lawtrack.missing import ABSENT, NONE, NOT_APPLICABLE, UNKNOWN, Missing
from lawtrack.model.critique import Critique
from lawtrack.model.instruction import Package
from lawtrack.model.record import Record, Ref, Role
from lawtrack.model.rule import Rule
from lawtrack.model.scope import Openness
from lawtrack.model.substance import Change, Effect, Norm
from lawtrack.model.text import Jurisdiction
from lawtrack.penalties import Sanction, SentenceDelta

NOT_EMPTY = {(Package, "members"), (Critique, "critics"), (Critique, "targets")}

BOUNDS = st.sampled_from(["prison 6mo..15y", "prison 2..15y", "prison 1..9y", "arrest 10..50d"])
BY_OWNER = {
    (GeneralBounds, "bounds"): BOUNDS.map(Sanction.read),
    (UnitWorth, "unit"): st.sampled_from(["MCI", "UR", "df"]),
    (UnitWorth, "worth"): st.integers(0, 5000).map("{} KZT".format),
}
"""Fields whose values have a form of their own."""

Referring = Callable[[Ref], st.SearchStrategy[str] | None]
"""Gives the ids that a reference may name; None when there is none."""


@attrs.frozen
class Making:
    """How records are made.

    Attributes:
        refer: Which ids references may name.
        leaves: Strategies for what is not built from fields.
        whole: Whether every field is filled, also those that have a default.
    """

    refer: Referring = lambda ref: ids
    leaves: dict[Any, st.SearchStrategy[Any]] = LEAVES
    whole: bool = False


ANYHOW = Making()
SETTLED = Making(
    leaves=LEAVES
    | {
        Missing: st.sampled_from([NONE, NOT_APPLICABLE]),
        Openness: st.just(Openness.CLOSED),
        Sanction: sanctions.definite,
        SentenceDelta: st.just(SentenceDelta.read("min +2y max +0d")),
    },
    whole=True,
)
"""Makes rules that leave nothing open."""


def _of_hint(hint: Any, how: Making, owner: type, name: str) -> st.SearchStrategy[Any] | None:
    """Values of an annotation; None when it needs an id and there is none."""
    origin = get_origin(hint)
    if origin is Annotated:
        for mark in get_args(hint)[1:]:
            if isinstance(mark, Role):
                return roles
            if isinstance(mark, Ref):
                return how.refer(mark)
        return _of_hint(get_args(hint)[0], how, owner, name)
    if origin in (Union, types.UnionType):
        members = [_of_hint(part, how, owner, name) for part in get_args(hint)]
        return st.one_of([member for member in members if member is not None])
    if (owner, name) in BY_OWNER and hint in (str, Sanction):
        return BY_OWNER[owner, name]
    if name in BY_NAME and (hint is str or origin is tuple):
        return countries if owner is Jurisdiction and name == "id" else BY_NAME[name]
    if origin is tuple:
        item = _of_hint(get_args(hint)[0], how, owner, "")
        # An empty list of a rule states nothing, so a rule that leaves nothing open has something in each.
        least = 1 if (owner, name) in NOT_EMPTY or (how.whole and issubclass(owner, Rule)) else 0
        if item is None:
            return st.just(()) if not least else None
        return st.lists(item, min_size=least, max_size=2).map(tuple)
    if hint in how.leaves:
        return how.leaves[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _build(hint, how)


@cache
def _hints(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    return {a.name: hints[a.name] for a in attrs.fields(cls) if a.init}


def _build(cls: type, how: Making = ANYHOW, **fixed: Any) -> st.SearchStrategy[Any]:
    """Instances of an attrs class; half of the fields that have a default keep it."""

    @st.composite
    def build(draw: st.DrawFn) -> Any:
        values: dict[str, Any] = {}
        optional = []
        for attribute in attrs.fields(cls):
            name = attribute.name
            if name in fixed:
                values[name] = draw(fixed[name])
                continue
            required = attribute.default is attrs.NOTHING
            if not required and not how.whole and draw(st.booleans()):
                continue
            strategy = _of_hint(_hints(cls)[name], how, cls, name)
            if strategy is not None:
                values[name] = draw(strategy)
                optional += [] if required else [name]
            else:
                assume(not required)
        while True:
            try:
                return cls(**values)
            except ValueError:  # fields that do not fit one another: the last one that can go, goes
                if not optional:
                    raise
                del values[optional.pop()]

    return build()


def rules(tag: str, how: Making = ANYHOW) -> st.SearchStrategy[Rule]:
    """Rules of a built-in kind; ``how=SETTLED`` for rules that leave nothing open."""
    return _build(KINDS[tag], how)


def _sides(tag: str, how: Making) -> st.SearchStrategy[Any]:
    return st.one_of(rules(tag, how), st.sampled_from([token for token in Missing if token is not ABSENT]))


@st.composite
def _effects(draw: st.DrawFn, how: Making = ANYHOW, **fixed: Any) -> Effect:
    tag, change = draw(st.sampled_from(list(KINDS))), draw(st.sampled_from(Change))
    side = _sides(tag, how)
    return draw(
        _build(
            Effect,
            how,
            kind=st.just(tag),
            change=st.just(change),
            before=st.just(ABSENT) if change is Change.CREATED else side,
            after=st.just(ABSENT) if change is Change.REPEALED else side,
            **fixed,
        )
    )


@st.composite
def _norms(draw: st.DrawFn, how: Making = ANYHOW, **fixed: Any) -> Norm:
    tag = draw(st.sampled_from(list(KINDS)))
    return draw(_build(Norm, how, kind=st.just(tag), rule=_sides(tag, how), **fixed))


def records(word: str, how: Making = ANYHOW, **fixed: Any) -> st.SearchStrategy[Any]:
    """Records of the type that *word* stands for; references name any ids unless *how* chooses."""
    cls = RECORD_TYPES[word]
    if cls is Effect:
        return _effects(how, **fixed)
    if cls is Norm:
        return _norms(how, **fixed)
    return _build(cls, how, **fixed)


effects = _effects()
"""Effects of every kind and change."""


# corpora

_NEEDS_ASSERTION = ("effect", "gap", "critique")


@cache
def _required(word: str) -> tuple[tuple[str, ...], ...]:
    """Types that a record of this type cannot do without, each as a choice."""
    found = []
    cls = RECORD_TYPES[word]
    for attribute in attrs.fields(cls):
        hint = _hints(cls)[attribute.name]
        item = get_args(hint)[0] if get_origin(hint) is tuple and (cls, attribute.name) in NOT_EMPTY else hint
        if attribute.default is attrs.NOTHING and get_origin(item) is Annotated:
            found += [mark.types or ("source",) for mark in get_args(item)[1:] if isinstance(mark, Ref)]
    return tuple(found)


def _closed(words: set[str]) -> list[str]:
    todo, held = list(words), set(words)
    while todo:
        word = todo.pop()
        needed = list(_required(word)) + ([("assertion",)] if word in _NEEDS_ASSERTION else [])
        for choice in needed:
            if not held & set(choice):
                held.add(choice[0])
                todo.append(choice[0])
    return [word for word in RECORD_TYPES if word in held]


@st.composite
def corpora(draw: st.DrawFn, words: tuple[str, ...] = tuple(RECORD_TYPES), max_types: int = 4) -> Corpus:
    """Small corpora without errors: every reference leads somewhere, every effect has an assertion."""
    chosen = _closed(set(draw(st.lists(st.sampled_from(words), max_size=max_types, unique=True))))
    names: dict[str, list[str]] = {}
    for word in chosen:
        number = draw(st.integers(1, 2))
        own = ("KZ", "x-eu") if word == "jurisdiction" else [f"lt:kz/{word}/{word}-{i}" for i in (9, 10)]
        names[word] = list(own[:number])

    made: list[Record] = []
    for word in chosen:
        for i, id in enumerate(names[word]):

            def refer(ref: Ref, word: str = word, i: int = i) -> st.SearchStrategy[str] | None:
                # To records of its own type only backwards, so that no chain of links is a cycle.
                held = [
                    id
                    for other, ids in names.items()
                    if not ref.types or other in ref.types
                    for id in (ids[:i] if other == word else ids)
                ]
                return st.sampled_from(held) if held else None

            made.append(draw(records(word, Making(refer), id=st.just(id))))
    about = [id for word in _NEEDS_ASSERTION for id in names.get(word, ())]
    for i, id in enumerate(about):
        made.append(RECORD_TYPES["assertion"](id=f"lt:kz/said/{i}", about=id, source=names["source"][0]))
    title = draw(st.one_of(st.just(UNKNOWN), lang_maps))
    corpus = Corpus.of(made) if title is UNKNOWN else Corpus.of(made, title=title)
    return _mended(corpus)


def _mended(corpus: Corpus) -> Corpus:
    """Fields that raise an error go back to their default, since no strategy knows every check."""
    for _ in range(8):
        errors = [problem for problem in check(corpus) if problem.severity is Severity.ERROR]
        if not errors:
            return corpus
        for problem in errors:
            record = corpus.get(problem.record)
            name = problem.where.split(".")[0].split("[")[0]
            default = attrs.fields_dict(type(record))[name].default if name else attrs.NOTHING
            assume(default is not attrs.NOTHING and not isinstance(default, attrs.Factory))
            corpus = corpus.with_(attrs.evolve(record, **{name: default}))
    assume(False)
    return corpus
