"""The algebra of sanctions: notation, normal form, order, deltas."""

from .delta import SentenceDelta, delta
from .kinds import KINDS
from .ladder import PenaltyLadder
from .mean import MeanDelta, mean_delta
from .normal import NormalForm
from .notation import NotationError
from .oddities import oddities
from .order import SanctionComparison, compare_sanctions, tiers
from .parts import Addition, Atom, Component, Option, Span, Track, side_words
from .reduced import ReducedForm
from .sanction import Sanction
from .steps import DayRange, Step
from .units import (
    GENERAL_PART,
    LIFE,
    LIFE_WITHOUT_RELEASE,
    UNLIMITED,
    Bound,
    Greatest,
    Limit,
    Quantity,
    Quoted,
    Reference,
)

__all__ = [
    "GENERAL_PART",
    "KINDS",
    "LIFE",
    "LIFE_WITHOUT_RELEASE",
    "UNLIMITED",
    "Addition",
    "Atom",
    "Bound",
    "Component",
    "DayRange",
    "Greatest",
    "Limit",
    "MeanDelta",
    "NormalForm",
    "NotationError",
    "Option",
    "PenaltyLadder",
    "Quantity",
    "Quoted",
    "ReducedForm",
    "Reference",
    "Sanction",
    "SanctionComparison",
    "SentenceDelta",
    "Span",
    "Step",
    "Track",
    "compare_sanctions",
    "delta",
    "mean_delta",
    "oddities",
    "side_words",
    "tiers",
]
