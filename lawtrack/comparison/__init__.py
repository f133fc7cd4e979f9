"""Comparison of rules, packages and countries, with "incomparable" and "unknown" as answers."""

from .alignment import Alignment, AlignmentError, Strength
from .comparing import compare
from .dependents import DerivedEffect, dependents, derived_effects
from .directions import directions
from .many import ManyRules
from .packages import PackageComparison
from .pairings import Outcome, Pairing
from .result import Comparison
from .states import states

__all__ = [
    "Alignment",
    "AlignmentError",
    "Comparison",
    "DerivedEffect",
    "ManyRules",
    "Outcome",
    "PackageComparison",
    "Pairing",
    "Strength",
    "compare",
    "dependents",
    "derived_effects",
    "directions",
    "states",
]
