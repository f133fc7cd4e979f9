"""The grammar of Kazakh clauses."""

from .reader import KazakhReader

__all__ = ["KazakhReader"]
