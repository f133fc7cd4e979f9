"""Penalty clauses as printed, read into sanctions: one grammar and one lexicon for each language."""

from .clauses import Clause, Clauses, read_clauses
from .parsed import AMBIGUITIES, Ambiguity, Excerpt, Parsed
from .reading import LANGUAGES, add_grammar, parse_sanction
from .render import render
from .rules import RULES

__all__ = [
    "AMBIGUITIES",
    "LANGUAGES",
    "RULES",
    "Ambiguity",
    "Clause",
    "Clauses",
    "Excerpt",
    "Parsed",
    "add_grammar",
    "parse_sanction",
    "read_clauses",
    "render",
]
