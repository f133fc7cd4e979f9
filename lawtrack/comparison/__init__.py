"""Comparison of rules, packages and countries, with "incomparable" and "unknown" as answers."""

from .alignment import Alignment, AlignmentError, Strength
from .comparing import compare
from .many import ManyRules
from .packages import Outcome, PackageComparison, Pairing
from .result import Comparison

__all__ = [
    "Alignment",
    "AlignmentError",
    "Comparison",
    "ManyRules",
    "Outcome",
    "PackageComparison",
    "Pairing",
    "Strength",
    "compare",
]
