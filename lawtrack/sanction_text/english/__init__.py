"""The grammar of English clauses."""

from .reader import EnglishReader

__all__ = ["EnglishReader"]
