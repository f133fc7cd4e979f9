"""The algebra of sanctions: notation, normal form, order, deltas."""

from .containment import Containment, admits, terms_within
from .dated_facts import GeneralPart, Moratorium, RegimeName, as_bound
from .delta import SentenceDelta, delta
from .facts import PenaltyFacts, penalty_facts
from .index_units import IndexPoint, IndexUnitSeries
from .kinds import KINDS
from .ladder import PenaltyLadder
from .mean import MeanDelta, mean_delta
from .normal import NormalForm
from .notation import NotationError
from .oddities import oddities
from .order import SanctionComparison, compare_sanctions, tiers
from .parts import Addition, Atom, Component, Option, Span, Track, side_words
from .reduced import ReducedForm
from .resolution import Execution, Resolved, executable, resolve
from .sanction import Sanction
from .steps import DayRange, Step
from .units import (
    GENERAL_PART,
    INDEX_UNITS,
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
from .valuation import Valued, compare_valued, value_sanction
from .variants import Derived, derived, with_variant

__all__ = [
    "GENERAL_PART",
    "INDEX_UNITS",
    "KINDS",
    "LIFE",
    "LIFE_WITHOUT_RELEASE",
    "UNLIMITED",
    "Addition",
    "Atom",
    "Bound",
    "Component",
    "Containment",
    "DayRange",
    "Derived",
    "Execution",
    "GeneralPart",
    "Greatest",
    "IndexPoint",
    "IndexUnitSeries",
    "Limit",
    "MeanDelta",
    "Moratorium",
    "NormalForm",
    "NotationError",
    "Option",
    "PenaltyFacts",
    "PenaltyLadder",
    "Quantity",
    "Quoted",
    "ReducedForm",
    "Reference",
    "RegimeName",
    "Resolved",
    "Sanction",
    "SanctionComparison",
    "SentenceDelta",
    "Span",
    "Step",
    "Track",
    "Valued",
    "admits",
    "as_bound",
    "compare_sanctions",
    "compare_valued",
    "delta",
    "derived",
    "executable",
    "mean_delta",
    "oddities",
    "penalty_facts",
    "resolve",
    "side_words",
    "terms_within",
    "tiers",
    "value_sanction",
    "with_variant",
]
