"""Penalty clauses as printed, read into sanctions: one grammar and one lexicon for each language."""

from .parsed import AMBIGUITIES, Ambiguity, Excerpt, Parsed
from .reading import parse_sanction

__all__ = ["AMBIGUITIES", "Ambiguity", "Excerpt", "Parsed", "parse_sanction"]
