"""The grammar of German clauses."""

from .reader import GermanReader

__all__ = ["GermanReader"]
