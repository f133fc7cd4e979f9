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
from .model.counting import CountingUnit, Reading
from .model.critique import Critique, CritiquePoint, Outcome, Recommendation
from .model.instruction import Amendment, Package
from .model.position import Direction, Position, Relation
from .model.predicate import Predicate
from .model.rule import Rule
from .model.scope import Safeguard, Scope, ScopeTerm, Threshold, Trigger
from .model.selector import Selector
from .model.substance import Definition, Effect, Gap, Norm
from .model.text import Jurisdiction, Provision, Wording, Work
from .penalties import PenaltyLadder, Sanction, SentenceDelta
from .ranges import Range
from .tables import Table
from .verdicts import Verdict, Verdicts

if TYPE_CHECKING:
    from .claims import ClaimVerdict, Verification, verify, verify_all
    from .codec import digest
    from .queries import (
        ApplicableSanctions,
        Brief,
        Selection,
        SentenceChange,
        anchors,
        applicable_sanctions,
        brief,
        commencement,
        conflicts,
        convergence,
        coverage,
        critique_counts,
        critiques,
        dangling,
        duties,
        effects,
        exposure,
        follow,
        gaps,
        general_part_changes,
        heeding,
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
        uncriticised,
        uptake,
        value_of,
        within_statutory_range,
    )
    from .readers import Limits, example, examples, read
    from .sanction_text import Parsed, parse_sanction, read_clauses, render
    from .sentencing import IndexUnitSeries, PenaltyFacts, compare_valued, penalty_facts, value_sanction
    from .texts import (
        Anchoring,
        AnchorState,
        Substitution,
        SubstitutionError,
        anchor,
        apply_substitution,
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
        claims=("ClaimVerdict", "Verification", "verify", "verify_all"),
        codec=("digest",),
        queries=(
            "ApplicableSanctions",
            "Brief",
            "Selection",
            "SentenceChange",
            "anchors",
            "applicable_sanctions",
            "brief",
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
            "sentence_changes",
            "show",
            "status",
            "timeline",
            "uncriticised",
            "uptake",
            "value_of",
            "within_statutory_range",
        ),
        readers=("Limits", "example", "examples", "read"),
        sanction_text=("Parsed", "parse_sanction", "read_clauses", "render"),
        sentencing=("IndexUnitSeries", "PenaltyFacts", "compare_valued", "penalty_facts", "value_sanction"),
        texts=(
            "Anchoring",
            "AnchorState",
            "Substitution",
            "SubstitutionError",
            "anchor",
            "apply_substitution",
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
    "AnchorState",
    "Anchoring",
    "ApplicableSanctions",
    "Assertion",
    "Brief",
    "Claim",
    "ClaimVerdict",
    "Conflict",
    "Corpus",
    "CorpusError",
    "CountingUnit",
    "Critique",
    "CritiquePoint",
    "Definition",
    "Direction",
    "Duration",
    "EId",
    "EdtfDate",
    "Effect",
    "Gap",
    "Hedge",
    "IndexUnitSeries",
    "Jurisdiction",
    "KindRegistry",
    "LangMap",
    "LawtrackError",
    "Limits",
    "Missing",
    "Norm",
    "Outcome",
    "Package",
    "Parsed",
    "PenaltyFacts",
    "PenaltyLadder",
    "Period",
    "Position",
    "Predicate",
    "Problem",
    "Provision",
    "Range",
    "Reading",
    "ReadingError",
    "Recommendation",
    "Relation",
    "Rule",
    "Safeguard",
    "Sanction",
    "Scope",
    "ScopeTerm",
    "Selection",
    "Selector",
    "SentenceChange",
    "SentenceDelta",
    "Severity",
    "Source",
    "Statement",
    "Substitution",
    "SubstitutionError",
    "Table",
    "Threshold",
    "Trigger",
    "UnknownNameError",
    "Verdict",
    "Verdicts",
    "Verification",
    "Wording",
    "Work",
    "WrongTypeError",
    "anchor",
    "anchors",
    "applicable_sanctions",
    "apply_substitution",
    "brief",
    "commencement",
    "compare_valued",
    "conflicts",
    "convergence",
    "coverage",
    "critique_counts",
    "critiques",
    "dangling",
    "digest",
    "dump",
    "duties",
    "effects",
    "example",
    "examples",
    "exposure",
    "follow",
    "gaps",
    "general_part_changes",
    "heeding",
    "impact",
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
    "uncriticised",
    "uptake",
    "validate",
    "value_of",
    "value_sanction",
    "verify",
    "verify_all",
    "within_statutory_range",
    "write",
]

__version__ = "0.1.0"
