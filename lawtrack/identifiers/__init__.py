"""Ids: what every id obeys, Akoma Ntoso IRIs and eIds, and the natural order of numbered things."""

from .eids import EId
from .ids import NaturalKey, check_id, natural_key, tail
from .iris import DOC_TYPES, ExpressionIri, PortionIri, WorkIri, read_iri
from .steps import eid_step, label_parts

__all__ = [
    "DOC_TYPES",
    "EId",
    "ExpressionIri",
    "NaturalKey",
    "PortionIri",
    "WorkIri",
    "check_id",
    "eid_step",
    "label_parts",
    "natural_key",
    "read_iri",
    "tail",
]
