"""Legal codes, their amendments, what those do to people, who objected, and who says so."""

from .codec import digest
from .consolidation import change_points, consolidate
from .corpus import Corpus
from .dates import Duration, EdtfDate, Period
from .errors import (
    Conflict,
    ConsolidationError,
    CorpusError,
    LawtrackError,
    Problem,
    ReadingError,
    Severity,
    UnknownNameError,
)
from .hedges import Hedge
from .histories import History
from .identifiers import EId
from .kinds import KINDS, KindRegistry
from .languages import LangMap
from .missing import ABSENT, NONE, NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known
from .model.actors import Actor
from .model.assertion import Assertion, Claim, Source, Statement
from .model.critique import Critique, Outcome, Recommendation
from .model.expression import Expression
from .model.instruction import Amendment, Package
from .model.modification import (
    Insertion,
    Join,
    Modification,
    Move,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    Split,
    Substitution,
    Unwrapping,
    Which,
    WordSubstitution,
    Wrapping,
)
from .model.position import Direction, Position, Relation
from .model.rule import Rule
from .model.scope import Safeguard, Scope, ScopeTerm, Threshold, Trigger
from .model.substance import Definition, Effect, Gap, Norm
from .model.text import Jurisdiction, Provision, Wording, Work
from .model.unit import Unit
from .penalties import PenaltyLadder, Sanction, SentenceDelta
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
)
from .ranges import Range
from .readers import Document, Limits, example, examples, read, read_corpus, read_document, read_history
from .sanction_text import Parsed, parse_sanction, read_clauses, render
from .tables import Table
from .text_history import Editions, editions
from .texts import ModificationError, apply, invert
from .validation import validate
from .verdicts import Verdict, Verdicts
from .writers import dump, write

__all__ = [
    "ABSENT",
    "KINDS",
    "NONE",
    "NOT_APPLICABLE",
    "NOT_STATED",
    "UNKNOWN",
    "Actor",
    "Amendment",
    "Assertion",
    "Brief",
    "Claim",
    "Conflict",
    "ConsolidationError",
    "Corpus",
    "CorpusError",
    "Critique",
    "Definition",
    "Direction",
    "Document",
    "Duration",
    "EId",
    "Editions",
    "EdtfDate",
    "Effect",
    "Expression",
    "Gap",
    "Hedge",
    "History",
    "Insertion",
    "Join",
    "Jurisdiction",
    "KindRegistry",
    "LangMap",
    "LawtrackError",
    "Limits",
    "Missing",
    "Modification",
    "ModificationError",
    "Move",
    "Norm",
    "Outcome",
    "Package",
    "Parsed",
    "PartSubstitution",
    "PenaltyLadder",
    "Period",
    "Place",
    "Position",
    "Problem",
    "Provision",
    "Range",
    "ReadingError",
    "Recommendation",
    "Relation",
    "Renumbering",
    "Repeal",
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
    "Split",
    "Statement",
    "Substitution",
    "Table",
    "Threshold",
    "Trigger",
    "Unit",
    "UnknownNameError",
    "Unwrapping",
    "Verdict",
    "Verdicts",
    "Which",
    "WordSubstitution",
    "Wording",
    "Work",
    "Wrapping",
    "apply",
    "brief",
    "change_points",
    "commencement",
    "conflicts",
    "consolidate",
    "coverage",
    "critiques",
    "digest",
    "dump",
    "duties",
    "editions",
    "effects",
    "example",
    "examples",
    "exposure",
    "gaps",
    "impact",
    "invert",
    "is_known",
    "is_simple_shift",
    "parse_sanction",
    "positions",
    "powers",
    "read",
    "read_clauses",
    "read_corpus",
    "read_document",
    "read_history",
    "recommendations",
    "render",
    "sentence_changes",
    "show",
    "status",
    "timeline",
    "validate",
    "value_of",
    "write",
]

__version__ = "0.1.0"
