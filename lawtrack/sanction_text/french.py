"""Penalty clauses in French: the Code pénal of France, and federal acts of Canada.

France says the amount first and no minimum ("est puni de deux ans d'emprisonnement et de 30 000 euros d'amende");
Canada divides its clauses by procedure, person and repetition and lets the court choose with "ou l'une de ces peines".
"""

from .romance import RomanceReader

__all__ = ["FrenchReader"]


class FrenchReader(RomanceReader):
    """Reads one clause."""

    lang = "fr"
