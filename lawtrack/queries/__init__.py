"""Questions: functions that take a corpus first and answer with an immutable result."""

from .briefing import brief
from .briefs import Brief
from .calendars import Status, commencement, status, timeline
from .chains import Chain, show
from .changes import SentenceChange, effects, is_simple_shift, sentence_changes
from .concepts import vocab
from .evidence import conflicts, coverage, value_of
from .holdings import duties, exposure, positions, powers
from .objections import critiques, gaps, recommendations
from .reach import impact
from .selection import Grouping, Selection

__all__ = [
    "Brief",
    "Chain",
    "Grouping",
    "Selection",
    "SentenceChange",
    "Status",
    "brief",
    "commencement",
    "conflicts",
    "coverage",
    "critiques",
    "duties",
    "effects",
    "exposure",
    "gaps",
    "impact",
    "is_simple_shift",
    "positions",
    "powers",
    "recommendations",
    "sentence_changes",
    "show",
    "status",
    "timeline",
    "value_of",
    "vocab",
]
