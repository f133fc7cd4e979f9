"""What a clause needs before anyone is sentenced: dated bounds, money, containment, fractions."""

from .containment import Containment, admits, concrete_sentence, terms_within
from .dated_facts import GeneralPart, Moratorium, RegimeName
from .facts import PenaltyFacts, penalty_facts
from .index_units import IndexPoint, IndexUnitSeries
from .resolution import Execution, Resolved, executable, resolve
from .valuation import Valued, compare_valued, value_sanction
from .variants import Derived, derived, with_variant

__all__ = [
    "Containment",
    "Derived",
    "Execution",
    "GeneralPart",
    "IndexPoint",
    "IndexUnitSeries",
    "Moratorium",
    "PenaltyFacts",
    "RegimeName",
    "Resolved",
    "Valued",
    "admits",
    "compare_valued",
    "concrete_sentence",
    "derived",
    "executable",
    "penalty_facts",
    "resolve",
    "terms_within",
    "value_sanction",
    "with_variant",
]
