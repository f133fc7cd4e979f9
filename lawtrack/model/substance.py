"""The substance layer: rules that are, rules that changed, terms that are defined, rules that are lacking."""

from enum import Enum
from typing import Annotated

import attrs
from attrs import Factory, field, frozen

from ..arguments import checked
from ..commencement_rules import CommencementRule
from ..dates import Period
from ..equality import ByValue
from ..errors import ReadingError
from ..languages import LangMap
from ..missing import ABSENT, NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known
from ..penalties import PenaltyLadder
from ..verdicts import ANY, PartlyOrdered, Verdict, Verdicts
from .change import Change, delta_by, same_relation
from .position import Direction, Position, PositionDelta
from .record import AmendmentId, ProvisionId, Record, Ref, RoleName, SourceId, country_or_token
from .rule import Rule, comparison_of, positions_of, step_of, tag_of
from .scope import Broader, Openness, same_concept

__all__ = [
    "Attribution",
    "Change",
    "Confidence",
    "Definition",
    "DefinitionElement",
    "Effect",
    "Gap",
    "GapType",
    "Norm",
]


class Confidence(Enum):
    """What the coding of a record rests on."""

    PRIMARY_BOTH = "primary_both"
    PRIMARY_AFTER_ONLY = "primary_after_only"
    PRIMARY_CHANGE_ONLY = "primary_change_only"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Attribution(Enum):
    """How sure it is that a change comes from the instrument named."""

    STATED = "stated"
    INFERRED = "inferred"
    OPEN = "open"


def _tag_of_side(name: str, value: object) -> str | None:
    """The kind tag of what stands on a side; refuses what is neither a rule nor a token."""
    if not isinstance(value, Rule | Missing):
        raise ReadingError(value, f"a rule or a missing-value token for {name}")
    return tag_of(value)


def _before_default(effect: "Effect") -> Missing:
    return ABSENT if effect.change is Change.CREATED else UNKNOWN


def _after_default(effect: "Effect") -> Missing:
    return ABSENT if effect.change is Change.REPEALED else UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class Effect(Record, PartlyOrdered):
    """A rule before and after a change. (United Kingdom usage calls our Amendment an "effect".)

    Attributes:
        kind: Kind of rule, a tag of the registry; the same on both sides.
        change: What happened to the rule, as a source puts it.
        gist: The change in our own words.
        before: The rule before; ABSENT if and only if it was created.
        after: The rule after; ABSENT if and only if it was repealed.
        by: Amendments that bring it about, or the amending work where the amendment is not identified.
        provisions: Provisions that carry the rule.
        addressees: Party roles it speaks to.
        positions: Hohfeld positions it changes, where a coder stated them; otherwise they follow from
            the rules, see :meth:`moved_positions`.
        rights_engaged: Rights it touches, such as ``ICCPR/17``.
        in_force: When it is law; UNKNOWN means as the amendments and works in *by* enter into force.
        confidence: What before and after rest on.
        attribution: How sure it is that the change comes from *by*.
        attribution_note: Why, in words.
        schematic: True for a group whose members a source did not enumerate.
        refines: Records that say the same less exactly, from another source; never merged.
        contradicts: Records that say something else about the same matter; both are kept, whichever says so.
    """

    kind: str
    change: Change = Change.UNSPECIFIED
    gist: LangMap | Missing = NOT_STATED
    before: Rule | Missing = field(default=Factory(_before_default, takes_self=True))
    after: Rule | Missing = field(default=Factory(_after_default, takes_self=True))
    by: tuple[Annotated[str, Ref(("amendment", "work"))], ...] = ()
    provisions: tuple[ProvisionId, ...] = ()
    addressees: tuple[RoleName, ...] = ()
    positions: tuple[Position, ...] = ()
    rights_engaged: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    in_force: Period | CommencementRule | Missing = UNKNOWN
    confidence: Confidence | Missing = UNKNOWN
    attribution: Attribution | Missing = UNKNOWN
    attribution_note: str = ""
    schematic: bool = False
    refines: tuple[Annotated[str, Ref(("effect", "norm"))], ...] = ()
    contradicts: tuple[Annotated[str, Ref(("effect", "norm"))], ...] = ()

    @before.validator
    @after.validator
    def _of_one_kind(self, attribute: "attrs.Attribute[Rule | Missing]", value: Rule | Missing) -> None:
        tag = _tag_of_side(attribute.name, value)
        if tag is not None and tag != self.kind:
            raise ReadingError(
                tag,
                f"a rule of kind {self.kind!r} on both sides",
                f"{attribute.name} is another",
                code="LT-KND-003",
            )

    def __attrs_post_init__(self) -> None:
        created, repealed = self.change is Change.CREATED, self.change is Change.REPEALED
        if (self.before is ABSENT) != created or (self.after is ABSENT) != repealed:
            side = "before" if (self.before is ABSENT) != created else "after"
            wanted = {
                Change.CREATED: "before absent and a rule or token after",
                Change.REPEALED: "after absent and a rule or token before",
            }.get(self.change, "neither side absent")
            held = getattr(self, side)
            raise ReadingError(
                f'change = "{self.change.value}" with {side} = {tag_of(held) or held}',
                wanted,
                f"Leave {side} out, or name the change that took place.",
                code="LT-SUB-001",
            )

    def reversed(self) -> "Effect":
        """The change back: sides swapped, positions and the name of the change turned round."""
        turned = tuple(
            attrs.evolve(p, delta=p.delta.reversed() if is_known(p.delta) else p.delta)
            for p in self.positions
        )
        return attrs.evolve(
            self, change=self.change.reversed(), before=self.after, after=self.before, positions=turned
        )

    @checked
    def compare_sides(
        self,
        *,
        for_: str | None = None,
        ladder: PenaltyLadder | None = None,
        broader: Broader = same_concept,
    ) -> Verdicts:
        """How *after* compares with *before*; all four answers while either side is not known.

        Where the sides do not decide, a step stated with one of them narrows the answers.
        """
        before, after = self.before, self.after
        found = ANY
        if is_known(before) and is_known(after):
            found = comparison_of(before, after, self.id, for_=for_, ladder=ladder, broader=broader)
        # A change turned round carries its step on the other side, so each side is asked.
        stated = step_of(after, self.id).possible if is_known(after) else ANY.possible
        stated &= step_of(before, self.id).mirror().possible if is_known(before) else ANY.possible
        left = found.possible & stated
        if found.is_definite or not left:
            return found
        return Verdicts(left, found.undecided if len(left) > 1 else ())

    def moved_positions(
        self,
        *,
        asserted: bool = True,
        ladder: PenaltyLadder | None = None,
        broader: Broader = same_concept,
    ) -> tuple[Position, ...]:
        """Positions with what the change does to each, in order of the rules.

        Positions stated by the coder are returned as they are. Otherwise those of a created rule are
        gained and of a repealed one lost; a relation on both sides, whatever it is about in words, is
        strengthened or weakened as the rules compare: a more restrictive rule strengthens duties,
        liabilities and powers and weakens claims, privileges and immunities. Where the rules do not
        decide, and *asserted* is true, the name of the change does: a broadened or increased rule
        strengthens its positions, unless its kind says that the name tells nothing (``Rule.grows_by_name``).
        """
        if self.positions:
            return self.positions
        before = positions_of(self.before, self.id) if is_known(self.before) else ()
        after = positions_of(self.after, self.id) if is_known(self.after) else ()
        if self.before is ABSENT:
            return tuple(attrs.evolve(p, delta=PositionDelta.GAINED) for p in after)
        if self.after is ABSENT:
            return tuple(attrs.evolve(p, delta=PositionDelta.LOST) for p in before)
        verdict = self.compare_sides(ladder=ladder, broader=broader).verdict
        if verdict is Verdict.EQUIVALENT:
            return ()
        by_name = all(rule.grows_by_name for rule in (self.before, self.after) if is_known(rule))
        change = self.change if asserted and by_name else Change.UNSPECIFIED
        whole = is_known(self.before) and is_known(self.after)
        moved = []
        # One entry for each relation; the action is told as the rule after has it.
        for position in {(p.holder, p.relation, p.against): p for p in before + after}.values():
            delta = delta_by(verdict, change, position.relation)
            if whole and not any(same_relation(position, other) for other in before):
                delta = PositionDelta.GAINED
            elif whole and not any(same_relation(position, other) for other in after):
                delta = PositionDelta.LOST
            moved.append(attrs.evolve(position, delta=delta))
        return tuple(moved)

    @checked
    def direction(
        self,
        for_: str,
        *,
        asserted: bool = True,
        broader: Broader = same_concept,
        ladder: PenaltyLadder | None = None,
    ) -> Direction:
        """What the change means for a party role.

        NONE when no position of the role moves, MIXED when some moves point one way and some another,
        UNKNOWN when a move has no known direction or the effect names nobody at all. A role that includes
        *for_* according to *broader* counts as it; the other side of each relation counts too.
        """
        seen: set[Direction] = set()
        moved = self.moved_positions(asserted=asserted, ladder=ladder, broader=broader)
        if not moved and self.compare_sides(ladder=ladder, broader=broader).verdict is not Verdict.EQUIVALENT:
            return Direction.UNKNOWN
        for position in moved:
            for side in (position, position.correlative()):
                if is_known(side) and broader(side.holder, for_) is True:
                    seen.add(side.direction())
        seen.discard(Direction.NONE)
        if not seen:
            return Direction.NONE
        if Direction.UNKNOWN in seen:
            return Direction.UNKNOWN
        return seen.pop() if len(seen) == 1 else Direction.MIXED


@frozen(kw_only=True, repr=False, eq=False)
class Norm(Record):
    """A rule that simply is, whoever brought it about.

    Attributes:
        rule: The rule; UNKNOWN when only its existence is known.
        in_force: When it is law.
        jurisdiction: Country code; UNKNOWN if it follows from the provisions.
    """

    kind: str
    gist: LangMap | Missing = NOT_STATED
    rule: Rule | Missing = field(default=UNKNOWN)
    provisions: tuple[ProvisionId, ...] = ()
    addressees: tuple[RoleName, ...] = ()
    in_force: Period | CommencementRule | Missing = UNKNOWN
    jurisdiction: str | Missing = field(default=UNKNOWN, validator=country_or_token)
    topics: tuple[str, ...] = ()
    rights_engaged: tuple[str, ...] = ()
    confidence: Confidence | Missing = UNKNOWN
    refines: tuple[Annotated[str, Ref(("effect", "norm"))], ...] = ()
    contradicts: tuple[Annotated[str, Ref(("effect", "norm"))], ...] = ()

    @rule.validator
    def _of_its_kind(self, attribute: object, value: Rule | Missing) -> None:
        tag = _tag_of_side("rule", value)
        if tag is not None and tag != self.kind:
            raise ReadingError(tag, f"a rule of kind {self.kind!r}", code="LT-KND-003")


class ElementKind(Enum):
    """What part an element plays in a definition."""

    ACT = "act"
    INTENT = "intent"
    RESULT = "result"
    MEANS = "means"
    ACTOR = "actor"
    CATCH_ALL = "catch_all"


@frozen(kw_only=True, repr=False, eq=False)
class DefinitionElement(ByValue):
    """One element of a definition, in a few words of our own."""

    text: str
    kind: ElementKind | Missing = UNKNOWN
    alternative: bool = False


@frozen(kw_only=True, repr=False, eq=False)
class Definition(Record):
    """What a law (or a source speaking of it) makes a term mean.

    Attributes:
        term: The term defined.
        provision: Where it is defined.
        elements: Conditions it names.
        members: Cases it lists.
        endpoints: The two ends of a "from … to …" list; empty if there is none.
        openness: Whether the listed cases are all.
        scare_quoted_by: Sources that put the term in quotation marks to keep their distance.
    """

    term: LangMap
    provision: ProvisionId | Missing = UNKNOWN
    elements: tuple[DefinitionElement, ...] = ()
    members: tuple[str, ...] = ()
    endpoints: tuple[str, ...] = field(default=())
    openness: Openness = Openness.UNKNOWN
    in_force: Period | Missing = UNKNOWN
    scare_quoted_by: tuple[SourceId, ...] = ()

    @endpoints.validator
    def _two_or_none(self, attribute: object, value: tuple[str, ...]) -> None:
        if len(value) not in (0, 2):
            raise ReadingError(str(list(value)), "two ends, or none")


class GapType(Enum):
    """In what way an expected rule is absent."""

    NOT_ADDRESSED = "not_addressed"
    NOT_EXPLICIT = "not_explicit"
    PROCEDURE_MISSING = "procedure_missing"
    UNDEFINED_TERM = "undefined_term"
    NO_REMEDY = "no_remedy"
    NO_OVERSIGHT = "no_oversight"
    NOT_PUBLISHED = "not_published"
    DATA_NOT_RELEASED = "data_not_released"


@frozen(kw_only=True, repr=False, eq=False)
class Gap(Record):
    """An expected rule, procedure or publication that is absent. It never carries a rule.

    Attributes:
        expects: What a reader would look for.
        within: The work, provision, package, norm or effect where it is missed.
        standard: Why it is expected, such as ``FATF R.6``.
        closed_by: Amendment that filled it.
    """

    expects: LangMap
    type: GapType
    within: Annotated[str, Ref(("work", "provision", "package", "norm", "effect"))] | Missing = NOT_APPLICABLE
    jurisdiction: str | Missing = field(default=UNKNOWN, validator=country_or_token)
    standard: str | Missing = NOT_STATED
    closed_by: AmendmentId | Missing = UNKNOWN
