"""The registry of kinds of rule, an open set."""

from collections.abc import Iterator
from typing import Any, TypeVar

import attrs
from attrs import define, field
from attrs.exceptions import FrozenInstanceError

from ..arguments import checked
from ..errors import DuplicateKindError, ReadingError, UnknownKindError, nearest
from ..model.rule import Rule
from ..patterns import pattern

__all__ = ["KINDS", "KindRegistry"]

R = TypeVar("R", bound=Rule)


@define(eq=False)
class KindRegistry:
    """Kinds of rule by tag. Core tags are plain words; a study's own are ``x:name/kind``."""

    _by_tag: dict[str, type[Rule]] = field(factory=dict)

    def register(self, cls: type[R]) -> type[R]:
        """Add *cls* and return it, so that it serves as a decorator.

        Defining the same class again replaces it (a notebook cell run twice); two different classes
        claiming one tag raise DuplicateKindError. Raises ReadingError for a tag that is neither a word of
        the core nor ``x:study/kind``, TypeError for what is no frozen attrs class derived from Rule, has
        a default that cannot be hashed, or a dimension that is no field of it or has no order.
        """
        _check_class(cls)
        _check_tag(cls)
        _check_dimensions(cls)
        held = self._by_tag.get(cls.kind, cls)
        if (held.__module__, held.__qualname__) != (cls.__module__, cls.__qualname__):
            raise DuplicateKindError(
                f"{cls.kind!r} is already {held.__qualname__}; choose x:yourname/{cls.kind}"
            )
        self._by_tag[cls.kind] = cls
        return cls

    @checked
    def __getitem__(self, tag: str) -> type[Rule]:
        try:
            return self._by_tag[tag]
        except KeyError:
            raise UnknownKindError(tag, sorted(self._by_tag)) from None

    def __contains__(self, tag: object) -> bool:
        return tag in self._by_tag

    def __iter__(self) -> Iterator[str]:
        """The tags, in alphabetical order."""
        return iter(sorted(self._by_tag))

    def __len__(self) -> int:
        return len(self._by_tag)

    def copy(self) -> "KindRegistry":
        """A registry with the same kinds, for adding to without touching this one."""
        return KindRegistry(dict(self._by_tag))

    def guess(self, keys: set[str]) -> str | None:
        """The kind whose fields best fit *keys*; None when no kind has any of them."""

        from difflib import SequenceMatcher  # late: only slips need it

        def fit(tag: str) -> tuple[int, float]:
            names = {a.name for a in attrs.fields(self._by_tag[tag])}
            shared = keys & names
            return len(shared), SequenceMatcher(None, sorted(keys), sorted(names)).ratio()

        best = max(sorted(self._by_tag), key=fit, default=None)
        return best if best is not None and fit(best)[0] else None


_OWN = pattern(r"x:[A-Za-z0-9_-]+/[A-Za-z0-9_-]+")


def _check_class(cls: object) -> None:
    if not isinstance(cls, type) or not issubclass(cls, Rule):
        told = cls.__qualname__ if isinstance(cls, type) else repr(cls)
        raise TypeError(f"{told} is not a class derived from Rule; register takes the class of a kind")
    name = cls.__qualname__
    if "__attrs_attrs__" not in vars(cls):  # attrs.has() would take the parent's word for it
        raise TypeError(f"{name} is not an attrs class; put @frozen(kw_only=True) below @register")
    if not _is_frozen(cls):
        raise TypeError(f"{name} is not frozen; put @frozen(kw_only=True) below @register")
    for attribute in attrs.fields(cls):
        made: Any = attribute.default
        if isinstance(made, attrs.Factory):  # type: ignore[arg-type]
            made = None if made.takes_self else made.factory()
        try:
            hash(made)
        except TypeError:
            raise TypeError(
                f"the default of {attribute.name} of {name} is a {type(made).__name__}, which cannot be "
                "hashed; rules are values, so give a tuple, a frozenset or a missing-value token"
            ) from None


_OF_THE_CLASS = ("aligned_by", "burden", "concerns", "dimensions", "in_order", "kind", "shorthand")


def _check_dimensions(cls: type[Rule]) -> None:
    fields = {a.name for a in attrs.fields(cls)}
    taken = sorted(fields.intersection(_OF_THE_CLASS))
    if taken:
        raise TypeError(
            f"{cls.__qualname__} has a field {taken[0]}, which says something about the kind; annotate it "
            "as ClassVar, or give the field another name"
        )
    for dimension in cls.dimensions:
        if not callable(dimension.order):
            raise TypeError(
                f"{cls.__qualname__} compares by {dimension.name!r} in the order {dimension.order!r}, "
                "which is no function; lawtrack.kinds.dimensions has the orders"
            )
        if dimension.none not in ("", "most", "least"):
            raise TypeError(
                f"{cls.__qualname__} has none={dimension.none!r} for {dimension.name!r}; "
                "it is 'most', 'least' or ''"
            )
        name = dimension.reads or dimension.name
        if not hasattr(cls, name) and name not in fields:
            near = nearest(name, fields)
            hint = f"did you mean {near!r}?" if near else f"its fields are {', '.join(sorted(fields))}"
            raise TypeError(f"{cls.__qualname__} compares by {name!r}, which it has not; {hint}")


def _is_frozen(cls: type[Rule]) -> bool:
    try:
        setattr(object.__new__(cls), "kind", None)  # noqa: B010 (mypy would take it for an assignment)
    except FrozenInstanceError:
        return True
    except AttributeError:
        pass
    return False


def _check_tag(cls: type[Rule]) -> None:
    tag = getattr(cls, "kind", None)
    core = cls.__module__.startswith(f"{__package__}.") or tag in KINDS
    if not isinstance(tag, str) or not (core or _OWN.fullmatch(tag)):
        raise ReadingError(
            tag,
            f"x:study/kind as the kind of {cls.__qualname__}",
            "Study and kind are of ASCII letters, digits, _ and -; words without x: are the library's.",
            code="LT-KND-001",
        )


KINDS = KindRegistry()
"""The default registry; functions that need kinds take ``kinds=KINDS``."""
