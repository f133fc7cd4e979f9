"""Questions: functions that take a corpus first and answer with an immutable result."""

from .applicable import ApplicableSanctions
from .briefing import brief
from .briefs import Brief
from .burdens import burden, changepoints, track
from .calendars import Status, commencement, status, timeline
from .chains import Chain, show
from .changes import SentenceChange, effects, is_simple_shift, sentence_changes
from .concepts import vocab
from .evidence import conflicts, coverage, value_of
from .facts import penalty_facts_of
from .general_part import GeneralPartChange, general_part_changes
from .holdings import duties, exposure, positions, powers
from .lex_mitior import applicable_sanctions
from .objections import critiques, gaps, recommendations
from .practice import RangeCheck, same_regime, within_statutory_range
from .reach import impact
from .selection import Grouping, Selection
from .versions import SentenceVersion

__all__ = [
    "ApplicableSanctions",
    "Brief",
    "Chain",
    "GeneralPartChange",
    "Grouping",
    "RangeCheck",
    "Selection",
    "SentenceChange",
    "SentenceVersion",
    "Status",
    "applicable_sanctions",
    "brief",
    "burden",
    "changepoints",
    "commencement",
    "conflicts",
    "coverage",
    "critiques",
    "duties",
    "effects",
    "exposure",
    "gaps",
    "general_part_changes",
    "impact",
    "is_simple_shift",
    "penalty_facts_of",
    "positions",
    "powers",
    "recommendations",
    "same_regime",
    "sentence_changes",
    "show",
    "status",
    "timeline",
    "track",
    "value_of",
    "vocab",
    "within_statutory_range",
]
