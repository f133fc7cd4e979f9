"""Kinds about what authorities may do: power, procedure, status control, asset measure, mandate."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from ..dates import Duration
from ..missing import NONE, NOT_STATED, UNKNOWN, Missing
from ..model.dimension import Dimension, Stake
from ..model.given import Given
from ..model.measures import amounts
from ..model.orders import (
    EQUAL,
    LESS,
    MORE,
    flat,
    items,
    mirrored,
    names,
    phrases,
    ranked,
    scopes,
    words,
    yes,
)
from ..model.position import Position, Relation
from ..model.reaches import Checks, authorities, authority, checks_elsewhere, safeguards, triggers
from ..model.record import RoleName
from ..model.rule import Rule
from ..model.scope import Safeguard, Scope, Trigger
from ..verdicts import ANY, Verdicts
from .registry import KINDS

__all__ = [
    "AssetMeasure",
    "AuthorisationLevel",
    "Decision",
    "Discretion",
    "Mandate",
    "MandateStrength",
    "MandateVerb",
    "Power",
    "Procedure",
    "QualitativeLimit",
    "StatusControl",
]


def _power_over(holders: tuple[str, ...], affected: tuple[str, ...], action: str) -> tuple[Position, ...]:
    """Powers of the holders; while nobody states who they are, those affected are liable to somebody's."""
    if not holders:
        return tuple(Position(holder=who, relation=Relation.LIABILITY, action=action) for who in affected)
    against: tuple[str | Missing, ...] = affected or (NOT_STATED,)
    return tuple(
        Position(holder=holder, relation=Relation.POWER, against=who, action=action)
        for holder in holders
        for who in against
    )


class Discretion(Enum):
    """How free the holder of a power is."""

    NONE_LEFT = "none_left"
    STRUCTURED = "structured"
    BROAD = "broad"


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Power(Rule):
    """A power of an authority.

    Attributes:
        holder: Who may act.
        acts: What may be done.
        objects: To what.
        affected: Roles over whom the power is held.
        trigger: What must have happened.
        authoriser: Who must agree first.
        safeguards: Checks on it; NOT_STATED when the source is silent.
    """

    kind: ClassVar[str] = "power"
    aligned_by: ClassVar[tuple[str, ...]] = ("objects", "acts")
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("holder", authorities, parties=Stake.EMPOWERED),
        Dimension("acts", scopes),
        Dimension("objects", scopes),
        Dimension("affected", names, parties=Stake.EXPOSED),
        Dimension("trigger", triggers, none="most"),
        Dimension("authoriser", authority, orders_none=True),
        Dimension("safeguards", safeguards, orders_none=True, reads="checks"),
        Dimension("duration_limit", amounts, none="most"),
        Dimension("territorial_limit", words, none="most"),
        Dimension("review", words, none="most"),
        Dimension("remedy", words, none="most"),
        Dimension("discretion", ranked(*Discretion)),
    )
    holder: tuple[RoleName, ...] = ()
    acts: Scope = Scope()
    objects: Scope = Scope()
    affected: tuple[RoleName, ...] = ()
    trigger: Trigger | Missing = UNKNOWN
    authoriser: RoleName | Missing = UNKNOWN
    safeguards: tuple[Safeguard, ...] | Missing = NOT_STATED
    duration_limit: Duration | Missing = UNKNOWN
    territorial_limit: str | Missing = UNKNOWN
    review: str | Missing = UNKNOWN
    remedy: str | Missing = UNKNOWN
    discretion: Discretion | Missing = UNKNOWN

    @property
    def checks(self) -> Checks | Missing:
        """The safeguards, with those that other fields provide; a token while no list is stated."""
        if isinstance(self.safeguards, Missing) and self.safeguards is not NONE:
            return self.safeguards
        return Checks(self.safeguards, checks_elsewhere(self)) if self.safeguards != () else UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each holder has a power over each affected role."""
        return _power_over(self.holder, self.affected, f"{self.acts}: {self.objects}")


class AuthorisationLevel(Enum):
    """Who must authorise, the highest first."""

    COURT = "court"
    PROSECUTOR = "prosecutor"
    AGENCY_HEAD = "agency_head"
    OFFICER = "officer"


def _fewer_steps(a: tuple[str, ...], b: tuple[str, ...], given: Given) -> Verdicts:
    """A step left out is more restrictive for the suspect; the same steps in another order decide nothing."""
    if a == b:
        return EQUAL
    left_out, put_in = _follows(b, a), _follows(a, b)
    return MORE if left_out else LESS if put_in else ANY


def _follows(some: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Whether *some* are among the steps, in their order."""
    rest = iter(steps)
    return all(step in rest for step in some)


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Procedure(Rule):
    """The steps by which a power is exercised.

    What a change is called does not say whom it favours: fewer steps or officials to ask make the power
    stronger, fewer grounds make it weaker, and "narrowed" may be said of either. Without positions stated by
    a coder the direction of such a change is UNKNOWN.

    Attributes:
        holder: Who follows them.
        procedure: Which procedure.
        affected: Roles exposed to it.
        steps: Steps in order, in a few words; empty when not known.
    """

    kind: ClassVar[str] = "procedure"
    aligned_by: ClassVar[tuple[str, ...]] = ("procedure",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("holder", authorities, parties=Stake.EMPOWERED, counts=False),
        Dimension("affected", names, parties=Stake.EXPOSED),
        Dimension("steps", _fewer_steps),
        Dimension("authorisation_level", ranked(*AuthorisationLevel), none="most"),
        Dimension("grounds", phrases, none="most"),
        Dimension("notice", mirrored(yes), none="most"),
        Dimension("records", mirrored(yes), none="most"),
        Dimension("review", words, none="most"),
    )
    in_order: ClassVar[tuple[str, ...]] = ("steps",)
    grows_by_name: ClassVar[bool] = False
    holder: tuple[RoleName, ...] = ()
    procedure: str | Missing = UNKNOWN
    affected: tuple[RoleName, ...] = ()
    steps: tuple[str, ...] | Missing = UNKNOWN
    authorisation_level: AuthorisationLevel | Missing = UNKNOWN
    grounds: tuple[str, ...] | Missing = UNKNOWN
    notice: bool | Missing = UNKNOWN
    records: bool | Missing = UNKNOWN
    review: str | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each holder has a power over each exposed role."""
        name = self.procedure if isinstance(self.procedure, str) else "procedure not stated"
        return _power_over(self.holder, self.affected, name)


class Decision(Enum):
    """What may be decided on a status."""

    GRANT = "grant"
    EXTEND = "extend"
    REFUSE = "refuse"
    ANNUL = "annul"
    MONITOR = "monitor"
    EXPEL = "expel"


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class StatusControl(Rule):
    """Control over entry, visas, residence, citizenship or exit.

    Attributes:
        holder: Who controls.
        over: Whose status.
        matter: Which status, such as ``visa`` or ``permanent_residence``.
        decisions: What may be decided; UNKNOWN when a source says only "control".
    """

    kind: ClassVar[str] = "status_control"
    aligned_by: ClassVar[tuple[str, ...]] = ("matter",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("holder", authorities, parties=Stake.EMPOWERED, counts=False),
        Dimension("over", names, parties=Stake.EXPOSED),
        Dimension("matter", scopes),
        Dimension("decisions", items, none="least"),
        Dimension("grounds", phrases, none="most"),
        Dimension("procedure", words, none="most"),
        Dimension("appeal", mirrored(yes), none="most"),
    )
    holder: tuple[RoleName, ...] = ()
    over: tuple[RoleName, ...] = ()
    matter: Scope = Scope()
    decisions: tuple[Decision, ...] | Missing = UNKNOWN
    grounds: tuple[str, ...] | Missing = UNKNOWN
    procedure: str | Missing = UNKNOWN
    appeal: bool | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each holder has a power over each role concerned."""
        return _power_over(self.holder, self.over, f"decide on {self.matter}")


class QualitativeLimit(Enum):
    """A time limit in words, the shortest first; never turned into hours."""

    IMMEDIATELY = "immediately"
    WITHOUT_DELAY = "without_delay"
    PROMPTLY = "promptly"
    REASONABLE_TIME = "reasonable_time"


_IN_WORDS = ranked(*reversed(QualitativeLimit))


def _sooner(a: object, b: object, given: Given) -> Verdicts:
    """The shorter limit is more restrictive; limits in words have an order of their own, never hours."""
    if isinstance(a, QualitativeLimit) and isinstance(b, QualitativeLimit):
        return _IN_WORDS(a, b, given)
    return amounts(a, b, given).mirror()


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class AssetMeasure(Rule):
    """A duty to freeze, seize or confiscate assets.

    Attributes:
        bearer: Who must act.
        act: What is done, such as ``freeze``.
        assets: To which assets.
        lists: Lists it follows.
        time_limit: A duration, or a limit in words.
    """

    kind: ClassVar[str] = "asset_measure"
    aligned_by: ClassVar[tuple[str, ...]] = ("assets",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("bearer", names, parties=Stake.EXPOSED),
        Dimension("act", flat),
        Dimension("assets", scopes),
        Dimension("lists", items),
        Dimension("time_limit", _sooner, none="least"),
        Dimension("notice", mirrored(yes), none="most"),
        Dimension("basic_expenses_exception", mirrored(yes), none="most"),
        Dimension("unfreeze_procedure", words, none="most"),
        Dimension("liability_shield", mirrored(yes), none="most"),
    )
    bearer: tuple[RoleName, ...] = ()
    act: str | Missing = UNKNOWN
    assets: Scope = Scope()
    lists: tuple[str, ...] = ()
    time_limit: Duration | QualitativeLimit | Missing = UNKNOWN
    notice: bool | Missing = UNKNOWN
    basic_expenses_exception: bool | Missing = UNKNOWN
    unfreeze_procedure: str | Missing = UNKNOWN
    liability_shield: bool | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each bearer has a duty."""
        act = self.act if isinstance(self.act, str) else "act on"
        return tuple(
            Position(holder=who, relation=Relation.DUTY, action=f"{act} {self.assets}") for who in self.bearer
        )


class MandateVerb(Enum):
    """What a body is told to do."""

    REGULATE = "regulate"
    OVERSEE = "oversee"
    REGISTER = "register"
    CERTIFY = "certify"
    COORDINATE = "coordinate"
    FUND = "fund"
    REPORT = "report"
    OUTREACH = "outreach"


class MandateStrength(Enum):
    """How strongly it is told."""

    SHALL = "shall"
    MAY = "may"
    CALLED_UPON = "called_upon"
    DIRECTED = "directed"


# "Directed" says that somebody was told to, not by what: it stands outside the rank.
_STRENGTHS = (MandateStrength.CALLED_UPON, MandateStrength.MAY, MandateStrength.SHALL)


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Mandate(Rule):
    """A task given to a body.

    Attributes:
        body: Party role of the body.
        verb: What it is told to do.
        domain: In which field.
        regulated: Roles it thereby reaches.
    """

    kind: ClassVar[str] = "mandate"
    aligned_by: ClassVar[tuple[str, ...]] = ("domain",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("body", names, parties=Stake.EMPOWERED, counts=False),
        Dimension("verb", flat),
        Dimension("domain", scopes),
        Dimension("regulated", names, parties=Stake.EXPOSED),
        Dimension("strength", ranked(*_STRENGTHS)),
        Dimension("instrument_expected", words),
        Dimension("deadline", mirrored(amounts), none="least"),
    )
    body: tuple[RoleName, ...] = ()
    verb: MandateVerb | Missing = UNKNOWN
    domain: Scope = Scope()
    regulated: tuple[RoleName, ...] = ()
    strength: MandateStrength | Missing = UNKNOWN
    instrument_expected: str | Missing = UNKNOWN
    deadline: Duration | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each body has a power over each regulated role."""
        verb = self.verb.value if isinstance(self.verb, MandateVerb) else "act on"
        return _power_over(self.body, self.regulated, f"{verb} {self.domain}")
