"""The registry of kinds of rule, an open set."""

from collections.abc import Iterator
from typing import TypeVar

import attrs
from attrs import define, field

from ..errors import DuplicateKindError, UnknownKindError
from ..model.rule import Rule

__all__ = ["KINDS", "KindRegistry"]

R = TypeVar("R", bound=Rule)


@define(eq=False)
class KindRegistry:
    """Kinds of rule by tag. Core tags are plain words; a study's own are ``x:name/kind``."""

    _by_tag: dict[str, type[Rule]] = field(factory=dict)

    def register(self, cls: type[R]) -> type[R]:
        """Add *cls* and return it, so that it serves as a decorator.

        Defining the same class again replaces it (a notebook cell run twice); two different classes
        claiming one tag raise DuplicateKindError.
        """
        if "__attrs_attrs__" not in vars(cls):  # attrs.has() would take the parent's word for it
            raise TypeError(
                f"{cls.__qualname__} is not an attrs class; put @frozen(kw_only=True) below @register"
            )
        held = self._by_tag.get(cls.kind, cls)
        if (held.__module__, held.__qualname__) != (cls.__module__, cls.__qualname__):
            raise DuplicateKindError(
                f"{cls.kind!r} is already {held.__qualname__}; choose x:yourname/{cls.kind}"
            )
        self._by_tag[cls.kind] = cls
        return cls

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


KINDS = KindRegistry()
"""The default registry; functions that need kinds take ``kinds=KINDS``."""
