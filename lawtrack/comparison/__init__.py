"""Comparison of rules, packages and countries, with "incomparable" and "unknown" as answers."""

from .across import Across, compare_across
from .alignment import Alignment, AlignmentError, Strength
from .alignment_files import read_alignments
from .comparing import compare
from .dependents import DerivedEffect, dependents, derived_effects
from .directions import directions
from .drafts import draft_vs_enacted
from .many import ManyRules
from .matrices import Matrix, matrix
from .packages import PackageComparison
from .pairings import Outcome, Pairing
from .ranking import rank
from .result import Comparison
from .states import states

__all__ = [
    "Across",
    "Alignment",
    "AlignmentError",
    "Comparison",
    "DerivedEffect",
    "ManyRules",
    "Matrix",
    "Outcome",
    "PackageComparison",
    "Pairing",
    "Strength",
    "compare",
    "compare_across",
    "dependents",
    "derived_effects",
    "directions",
    "draft_vs_enacted",
    "matrix",
    "rank",
    "read_alignments",
    "states",
]
