"""Legal codes, their amendments, what those do to people, who objected, and who says so."""

from typing import TYPE_CHECKING

from .corpus import Corpus
from .dates import Duration, EdtfDate, Period
from .errors import (
    Conflict,
    CorpusError,
    LawtrackError,
    Problem,
    ReadingError,
    Severity,
    UnknownNameError,
    WrongTypeError,
)
from .hedges import Hedge
from .identifiers import EId
from .kinds import KINDS, KindRegistry
from .languages import LangMap
from .missing import ABSENT, NONE, NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known
from .model.actors import Actor
from .model.assertion import Assertion, Claim, Source, Statement
from .model.critique import Critique, Outcome, Recommendation
from .model.instruction import Amendment, Package
from .model.position import Direction, Position, Relation
from .model.rule import Rule
from .model.scope import Safeguard, Scope, ScopeTerm, Threshold, Trigger
from .model.substance import Definition, Effect, Gap, Norm
from .model.text import Jurisdiction, Provision, Wording, Work
from .penalties import PenaltyLadder, Sanction, SentenceDelta
from .ranges import Range
from .tables import Table
from .verdicts import Verdict, Verdicts

if TYPE_CHECKING:
    from .codec import digest
    from .comparison import Alignment, AlignmentError, Comparison, PackageComparison, compare
    from .queries import (
        Brief,
        Selection,
        SentenceChange,
        brief,
        commencement,
        conflicts,
        coverage,
        critiques,
        duties,
        effects,
        exposure,
        gaps,
        impact,
        is_simple_shift,
        positions,
        powers,
        recommendations,
        sentence_changes,
        show,
        status,
        timeline,
        value_of,
        vocab,
    )
    from .readers import Limits, example, examples, read
    from .sanction_text import Parsed, parse_sanction, read_clauses, render
    from .validation import validate
    from .writers import dump, write
else:
    from .late import late_names

    # Records are here at once. What reads, asks and writes is loaded with the first name of its family, and a
    # family nobody uses costs nothing. The imports above say the same to readers and type checkers.
    __getattr__, __dir__ = late_names(
        __name__,
        codec=("digest",),
        comparison=("Alignment", "AlignmentError", "Comparison", "PackageComparison", "compare"),
        queries=(
            "Brief",
            "Selection",
            "SentenceChange",
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
        ),
        readers=("Limits", "example", "examples", "read"),
        sanction_text=("Parsed", "parse_sanction", "read_clauses", "render"),
        validation=("validate",),
        writers=("dump", "write"),
    )

__all__ = [
    "ABSENT",
    "KINDS",
    "NONE",
    "NOT_APPLICABLE",
    "NOT_STATED",
    "UNKNOWN",
    "Actor",
    "Alignment",
    "AlignmentError",
    "Amendment",
    "Assertion",
    "Brief",
    "Claim",
    "Comparison",
    "Conflict",
    "Corpus",
    "CorpusError",
    "Critique",
    "Definition",
    "Direction",
    "Duration",
    "EId",
    "EdtfDate",
    "Effect",
    "Gap",
    "Hedge",
    "Jurisdiction",
    "KindRegistry",
    "LangMap",
    "LawtrackError",
    "Limits",
    "Missing",
    "Norm",
    "Outcome",
    "Package",
    "PackageComparison",
    "Parsed",
    "PenaltyLadder",
    "Period",
    "Position",
    "Problem",
    "Provision",
    "Range",
    "ReadingError",
    "Recommendation",
    "Relation",
    "Rule",
    "Safeguard",
    "Sanction",
    "Scope",
    "ScopeTerm",
    "Selection",
    "SentenceChange",
    "SentenceDelta",
    "Severity",
    "Source",
    "Statement",
    "Table",
    "Threshold",
    "Trigger",
    "UnknownNameError",
    "Verdict",
    "Verdicts",
    "Wording",
    "Work",
    "WrongTypeError",
    "brief",
    "commencement",
    "compare",
    "conflicts",
    "coverage",
    "critiques",
    "digest",
    "dump",
    "duties",
    "effects",
    "example",
    "examples",
    "exposure",
    "gaps",
    "impact",
    "is_known",
    "is_simple_shift",
    "parse_sanction",
    "positions",
    "powers",
    "read",
    "read_clauses",
    "recommendations",
    "render",
    "sentence_changes",
    "show",
    "status",
    "timeline",
    "validate",
    "value_of",
    "vocab",
    "write",
]

__version__ = "0.1.0"
