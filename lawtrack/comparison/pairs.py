"""Two things of one kind compared: rules, sanctions, effects, norms, definitions."""

from typing import Any

from attrs import evolve

from ..errors import ReadingError
from ..identifiers import tail
from ..kinds import Sentence
from ..missing import ABSENT, Missing, is_open
from ..model.dimension import Answer, Judged, Reach, judge, none_against
from ..model.expression import Expression
from ..model.orders import EQUAL
from ..model.reaches import extents
from ..model.record import Record
from ..model.rule import OpaqueRule, Rule, compares_itself, comparison_of, same_or_unknown, tag_of
from ..model.substance import Definition, Effect, Norm
from ..model.unit import Unit
from ..penalties import Sanction, SanctionComparison, compare_sanctions
from ..verdicts import ANY, Verdict, Verdicts
from .alignment import needed_alignment
from .grounds import Grounds, extent_of
from .result import Comparison

__all__ = ["compare_pair", "compare_rules", "compare_things"]

_NOT_SAME = Verdicts.of(Verdict.INCOMPARABLE)


def compare_rules(
    a: Rule | Missing,
    b: Rule | Missing,
    grounds: Grounds,
    for_: str | None = None,
    *,
    labels: tuple[str, str] = ("the first", "the second"),
    basis: tuple[str, ...] = (),
    quick: bool = False,
) -> Comparison:
    """Compare two rules, or a rule with a token: ABSENT is no rule at all, other tokens leave all open.

    With *quick* the answer does not tell which assumptions made a difference, which takes half of the time.
    """
    kind = next((tag for side in (b, a) if (tag := tag_of(side)) is not None), "")
    result = Comparison(
        verdicts=ANY, kind=kind, for_=for_, first=labels[0], second=labels[1],
        basis=(*grounds.told(), *basis),
    )  # fmt: skip
    if isinstance(a, Missing) or isinstance(b, Missing):
        return _with_token(a, b, grounds, result)
    if tag_of(a) != tag_of(b):
        return evolve(result, verdicts=_NOT_SAME, same_kind=False)
    if isinstance(a, OpaqueRule) or type(a) is not type(b):
        return evolve(result, basis=(*result.basis, f"kind {kind} is not installed here"))
    if compares_itself(a):
        found = comparison_of(a, b, for_=for_, ladder=grounds.ladder)
        return evolve(result, verdicts=found, basis=(*result.basis, f"comparison of the kind {kind} itself"))
    if not a.dimensions:
        said = f"kind {kind} declares no dimensions: only equality is known"
        return evolve(result, verdicts=same_or_unknown(a, b), basis=(*result.basis, said))
    judged = judge(a, b, grounds.given, for_)
    assumed = () if quick else _assumed(a, b, judged, grounds, for_)
    return evolve(_of_judged(result, judged), assumptions=assumed)


def _of_judged(result: Comparison, judged: Judged) -> Comparison:
    return evolve(
        result,
        verdicts=judged.verdicts,
        by_dimension=judged.answers,
        reach=(judged.before, judged.after),
        stake=judged.stake,
    )


def _assumed(a: Rule, b: Rule, judged: Judged, grounds: Grounds, for_: str | None) -> tuple[str, ...]:
    """The assumptions that made a difference, found by asking again without them."""
    said: list[str] = []
    if Reach.NOT_STATED in (judged.before, judged.after) and judged.answers and for_:
        said.append(f"{for_.replace('_', ' ')} is among those concerned, which is not stated")
    strict = {x.dimension: x.verdicts for x in judge(a, b, grounds.strict(), for_).answers}
    if grounds.others_equal:
        equal = [
            x.dimension
            for x in judged.answers
            if x.verdicts == EQUAL and x.dimension in strict and not strict[x.dimension].is_definite
            and _unstated(x.before) and _unstated(x.after)
        ]  # fmt: skip
        if equal:
            said.append(f"what neither side states is the same on both: {_listed(equal)}")
    if grounds.as_listed:
        listed = [
            x.dimension
            for x in judged.answers
            if x.dimension in strict
            and strict[x.dimension].possible != x.verdicts.possible
            and not (_unstated(x.before) and _unstated(x.after))
        ]
        if listed:
            said.append(f"lists that nobody calls open say all there is: {_listed(listed)}")
    return tuple(said)


def _listed(names: list[str]) -> str:
    return ", ".join(name.replace("_", " ") for name in names)


def _unstated(value: object) -> bool:
    return is_open(value) or value == () or not str(value) or str(value) == "nothing stated"


def _with_token(a: Rule | Missing, b: Rule | Missing, grounds: Grounds, result: Comparison) -> Comparison:
    if a is ABSENT and b is ABSENT:
        return evolve(result, verdicts=EQUAL)
    for gone, rule, turned in ((a, b, False), (b, a, True)):
        if gone is ABSENT and isinstance(rule, Rule):
            verdicts, reach, stake = none_against(rule, grounds.given, result.for_)
            there = (Reach.NONE, reach)
            return evolve(
                result,
                verdicts=verdicts.mirror() if turned else verdicts,
                reach=there[::-1] if turned else there,
                stake=stake,
                basis=(*result.basis, "no rule on one side"),
            )
    return evolve(result, verdicts=Verdicts(ANY.possible, ("the rule itself",)))


def compare_sanctions_of(
    a: Sanction | str, b: Sanction | str, grounds: Grounds, for_: str | None, labels: tuple[str, str]
) -> Comparison:
    """Compare two sanctions by the overall penalty order; floor and ceiling are its dimensions."""
    first, second = Sanction.of(a), Sanction.of(b)
    found: SanctionComparison = compare_sanctions(
        first, second, ladder=grounds.ladder, same_general_part=not grounds.two_countries
    )
    answers = (
        Answer("floor", found.floor, first, second),
        Answer("ceiling", found.ceiling, first, second),
    )
    return Comparison(
        verdicts=found.overall, by_dimension=answers, kind="sanction", for_=for_,
        first=labels[0], second=labels[1], basis=found.basis,
    )  # fmt: skip


def _definitions(a: Definition, b: Definition, grounds: Grounds, for_: str | None) -> Comparison:
    first, second = extent_of(a), extent_of(b)
    verdicts = extents(first, second, grounds.given)
    found = verdicts if verdicts.is_definite else Verdicts(verdicts.possible, ("extent",))
    strict = extents(first, second, grounds.strict())
    assumed = () if strict == verdicts else ("lists that nobody calls open say all there is",)
    return Comparison(
        verdicts=found,
        by_dimension=(Answer("extent", found, _told(a), _told(b)),),
        kind="definition",
        for_=for_,
        first=_label(a),
        second=_label(b),
        basis=grounds.told(),
        assumptions=assumed,
    )


def _told(definition: Definition) -> str:
    said = [*definition.members, *definition.endpoints, *(element.text for element in definition.elements)]
    return ", ".join(word.replace("_", " ") for word in said) or "not stated"


def compare_pair(
    a: Effect | Norm, b: Effect | Norm, grounds: Grounds, for_: str | None = None, align: object = None
) -> Comparison:
    """Compare two effects or norms by the rules as they stand (of an effect, after the change)."""
    if a.id == b.id and a == b:
        return Comparison(
            verdicts=EQUAL, kind=a.kind, for_=for_, first=_label(a), second=_label(b),
            basis=("one and the same record",),
        )  # fmt: skip
    basis = needed_alignment(a, b, align, grounds.corpora)
    rules = [record.after if isinstance(record, Effect) else record.rule for record in (a, b)]
    return compare_rules(rules[0], rules[1], grounds, for_, labels=(_label(a), _label(b)), basis=basis)


def _label(record: Record) -> str:
    return tail(record.id)


def compare_things(a: Any, b: Any, grounds: Grounds, for_: str | None, align: object) -> Any:
    """The comparison of two things whose ids are looked up, for one party or those exposed."""
    if isinstance(a, Sanction | str) or isinstance(b, Sanction | str):
        first, second = _sanction_of(a), _sanction_of(b)
        if first is not None and second is not None:
            return compare_sanctions_of(first, second, grounds, for_, (_named(a), _named(b)))
    if _is(a, b, Effect | Norm):
        return compare_pair(a, b, grounds, for_, align)
    if _is(a, b, Rule | Missing | Effect | Norm):
        rules = [_rule(side) for side in (a, b)]
        return compare_rules(rules[0], rules[1], grounds, for_, labels=(_called(a, 0), _called(b, 1)))
    if _is(a, b, Definition):
        return _definitions(a, b, grounds, for_)
    if _is(a, b, Expression | Unit):
        return _texts(a, b, for_)
    raise ReadingError(
        f"{type(a).__name__} and {type(b).__name__}",
        "two things of one sort: rules, sanctions, effects or norms, definitions, packages, corpora",
        "Two strings of text are compared by lt.diff; of two packages name corpus and package.",
    )


def _texts(a: Any, b: Any, for_: str | None) -> object:
    """The difference of two texts, which is one of words and units: no text is stricter for anybody."""
    if for_ is not None:
        raise ReadingError(for_, "no party for two texts", "Compare the rules that the texts hold.")
    from ..texts import diff  # late: the machinery of texts is large

    return diff(a, b)


def _sanction_of(side: Any) -> Sanction | str | None:
    """The sanction meant, where the other side is one: itself, its notation, or that of a sentence."""
    if isinstance(side, Sanction | str):
        return side
    rule = _rule(side)
    held = rule.sanction if isinstance(rule, Sentence) else None
    return held if isinstance(held, Sanction) else None


def _named(side: Any) -> str:
    return _label(side) if isinstance(side, Record) else str(side)


def _is(a: object, b: object, types: Any) -> bool:
    return isinstance(a, types) and isinstance(b, types)


def _rule(side: Any) -> Rule | Missing:
    if isinstance(side, Effect):
        return side.after
    return side.rule if isinstance(side, Norm) else side


def _called(side: Any, place: int) -> str:
    return _label(side) if isinstance(side, Record) else ("the first", "the second")[place]
