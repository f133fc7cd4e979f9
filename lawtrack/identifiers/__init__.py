"""Ids: what every id obeys, Akoma Ntoso IRIs and eIds, and the natural order of numbered things."""

from .eids import EId
from .ids import NaturalKey, check_id, natural_key, tail
from .iris import DOC_TYPES, ExpressionIri, PortionIri, WorkIri, read_iri

__all__ = [
    "DOC_TYPES",
    "EId",
    "ExpressionIri",
    "NaturalKey",
    "PortionIri",
    "WorkIri",
    "check_id",
    "natural_key",
    "read_iri",
    "tail",
]
