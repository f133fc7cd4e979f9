"""Legal codes, their amendments, what those do to people, who objected, and who says so."""

from typing import TYPE_CHECKING

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
    UnitSubstitution,
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
from .ranges import Range
from .tables import Table
from .verdicts import Verdict, Verdicts

if TYPE_CHECKING:
    from .codec import digest
    from .consolidation import change_points, consolidate
    from .queries import (
        ApplicableSanctions,
        Brief,
        Selection,
        SentenceChange,
        applicable_sanctions,
        brief,
        commencement,
        conflicts,
        coverage,
        critiques,
        duties,
        effects,
        exposure,
        gaps,
        general_part_changes,
        impact,
        is_simple_shift,
        penalty_facts_of,
        positions,
        powers,
        recommendations,
        sentence_changes,
        show,
        status,
        timeline,
        value_of,
        within_statutory_range,
    )
    from .readers import Limits, example, examples, read
    from .sanction_text import Parsed, parse_sanction, read_clauses, render
    from .sentencing import IndexUnitSeries, PenaltyFacts, compare_valued, penalty_facts, value_sanction
    from .text_history import Editions, editions
    from .texts import (
        ModificationError,
        Substitution,
        SubstitutionError,
        apply,
        apply_substitution,
        invert,
        read_substitutions,
    )
    from .validation import validate
    from .writers import dump, write
else:
    from .late import late_names

    # Records are here at once. What reads, asks and writes is loaded with the first name of its family, and a
    # family nobody uses costs nothing. The imports above say the same to readers and type checkers.
    __getattr__, __dir__ = late_names(
        __name__,
        codec=("digest",),
        consolidation=("change_points", "consolidate"),
        queries=(
            "ApplicableSanctions",
            "Brief",
            "Selection",
            "SentenceChange",
            "applicable_sanctions",
            "brief",
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
            "sentence_changes",
            "show",
            "status",
            "timeline",
            "value_of",
            "within_statutory_range",
        ),
        readers=("Limits", "example", "examples", "read"),
        sanction_text=("Parsed", "parse_sanction", "read_clauses", "render"),
        sentencing=("IndexUnitSeries", "PenaltyFacts", "compare_valued", "penalty_facts", "value_sanction"),
        text_history=("Editions", "editions"),
        texts=(
            "ModificationError",
            "Substitution",
            "SubstitutionError",
            "apply",
            "apply_substitution",
            "invert",
            "read_substitutions",
        ),
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
    "Amendment",
    "ApplicableSanctions",
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
    "Duration",
    "EId",
    "Editions",
    "EdtfDate",
    "Effect",
    "Expression",
    "Gap",
    "Hedge",
    "IndexUnitSeries",
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
    "PenaltyFacts",
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
    "SubstitutionError",
    "Table",
    "Threshold",
    "Trigger",
    "Unit",
    "UnitSubstitution",
    "UnknownNameError",
    "Unwrapping",
    "Verdict",
    "Verdicts",
    "Which",
    "WordSubstitution",
    "Wording",
    "Work",
    "Wrapping",
    "WrongTypeError",
    "applicable_sanctions",
    "apply",
    "apply_substitution",
    "brief",
    "change_points",
    "commencement",
    "compare_valued",
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
    "general_part_changes",
    "impact",
    "invert",
    "is_known",
    "is_simple_shift",
    "parse_sanction",
    "penalty_facts",
    "penalty_facts_of",
    "positions",
    "powers",
    "read",
    "read_clauses",
    "read_substitutions",
    "recommendations",
    "render",
    "sentence_changes",
    "show",
    "status",
    "timeline",
    "validate",
    "value_of",
    "value_sanction",
    "within_statutory_range",
    "write",
]

__version__ = "0.1.0"
