"""Penalty clauses in Spanish: the codes and laws of Uruguay and Peru.

Uruguay says ranges across two forms of imprisonment ("ocho meses de prisión a dos años de penitenciaría");
Peru imposes several penalties together and measures fines in day-fines.
"""

from .romance import RomanceReader

__all__ = ["SpanishReader"]


class SpanishReader(RomanceReader):
    """Reads one clause."""

    lang = "es"
