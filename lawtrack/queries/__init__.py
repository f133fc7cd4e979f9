"""Questions: functions that take a corpus first and answer with an immutable result."""

from .anchors import Anchored, anchors
from .applicable import ApplicableSanctions
from .briefing import brief
from .briefs import Brief
from .burdens import burden, changepoints
from .calendars import Status, commencement, status
from .chains import Chain, show
from .changes import effects
from .concepts import vocab
from .convergence import Convergence, convergence
from .evidence import conflicts, coverage, value_of
from .facts import penalty_facts_of
from .following import Trace, follow
from .general_part import GeneralPartChange, general_part_changes
from .heeding import Heeding, heeding
from .holders import track
from .holdings import duties, exposure, positions, powers
from .lex_mitior import applicable_sanctions
from .lives import timeline
from .objections import critiques, gaps
from .outcomes import recommendations
from .practice import RangeCheck, same_regime, within_statutory_range
from .reach import impact
from .selection import Grouping, Selection
from .sentences import SentenceChange, is_simple_shift, sentence_changes
from .silence import Dangling, dangling, uncriticised
from .tallies import CritiqueCount, Uptake, critique_counts, uptake
from .versions import SentenceVersion

__all__ = [
    "Anchored",
    "ApplicableSanctions",
    "Brief",
    "Chain",
    "Convergence",
    "CritiqueCount",
    "Dangling",
    "GeneralPartChange",
    "Grouping",
    "Heeding",
    "RangeCheck",
    "Selection",
    "SentenceChange",
    "SentenceVersion",
    "Status",
    "Trace",
    "Uptake",
    "anchors",
    "applicable_sanctions",
    "brief",
    "burden",
    "changepoints",
    "commencement",
    "conflicts",
    "convergence",
    "coverage",
    "critique_counts",
    "critiques",
    "dangling",
    "duties",
    "effects",
    "exposure",
    "follow",
    "gaps",
    "general_part_changes",
    "heeding",
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
    "uncriticised",
    "uptake",
    "value_of",
    "vocab",
    "within_statutory_range",
]
