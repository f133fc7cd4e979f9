"""Two things of one kind compared: rules, sanctions, effects, norms, definitions."""

from typing import Any

import attrs
from attrs import evolve

from ..errors import ReadingError
from ..identifiers import tail
from ..kinds import Sentence
from ..missing import ABSENT, Missing
from ..model.dimension import Answer, Dimension, Reach
from ..model.expression import Expression
from ..model.judging import Judged, judge, none_against
from ..model.orders import EQUAL
from ..model.reaches import extents
from ..model.record import Record
from ..model.rule import OpaqueRule, Rule, compares_itself, comparison_of, same_or_unknown, tag_of
from ..model.scope import Openness, Scope, is_stated
from ..model.substance import Definition, Effect, Norm
from ..model.unit import Unit
from ..penalties import Sanction, SanctionComparison, compare_sanctions
from ..verdicts import ANY, Verdict, Verdicts
from .alignment import needed_alignment
from .grounds import Grounds, extent_of
from .result import Comparison
from .result import told as _shown

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
    strict = judge(a, b, grounds.strict(), for_)
    said = list(judged.assumed if strict.verdicts.possible != judged.verdicts.possible else ())
    without = {x.dimension: x.verdicts for x in strict.answers}
    for x in judged.answers:  # for a party the strict answer may look at other dimensions
        if x.dimension not in without:
            without[x.dimension] = _dimension(a, x.dimension).between(a, b, grounds.strict())
    changed = [x for x in judged.answers if without[x.dimension].possible != x.verdicts.possible]
    equal = [
        x.dimension
        for x in changed
        if grounds.others_equal and (not grounds.as_listed or (_unstated(x.before) and _unstated(x.after)))
    ]
    if equal:
        said.append(f"what neither side states is the same on both: {_listed(equal)}")
    listed = [x.dimension for x in changed if grounds.as_listed and x.dimension not in equal]
    if listed:
        said.append(f"lists that nobody calls open say all there is: {_listed(listed)}")
    return (*said, *_no_respect(a, b))


def _dimension(rule: Rule, name: str) -> Dimension:
    return next(dimension for dimension in rule.dimensions if dimension.name == name)


def _no_respect(a: Rule, b: Rule) -> tuple[str, ...]:
    """What the two state otherwise although their kind does not compare by it, nor is about it."""
    looked_at = {*a.aligned_by, *(name for d in a.dimensions for name in (d.name, d.reads))}
    told = [
        f"{attribute.name.rstrip('_').replace('_', ' ')} ({_shown(one)} → {_shown(other)})"
        for attribute in attrs.fields(type(a))
        if attribute.name not in looked_at
        and is_stated(one := getattr(a, attribute.name))
        and is_stated(other := getattr(b, attribute.name))
        and one != other
        and not isinstance(one, Openness)
    ]
    return (f"what differs here makes no rule of the kind stricter: {'; '.join(told)}",) if told else ()


def _listed(names: list[str]) -> str:
    return ", ".join(name.replace("_", " ") for name in names)


def _unstated(value: object) -> bool:
    return not is_stated(value) or (isinstance(value, Scope) and not value.include and not value.exclude)


def _with_token(a: Rule | Missing, b: Rule | Missing, grounds: Grounds, result: Comparison) -> Comparison:
    if a is ABSENT and b is ABSENT:
        return evolve(result, verdicts=EQUAL)
    for gone, rule, turned in ((a, b, False), (b, a, True)):
        if gone is ABSENT and isinstance(rule, Rule):
            judged = none_against(rule, grounds.given, result.for_)
            strict = none_against(rule, grounds.strict(), result.for_)
            there = (judged.before, judged.after)
            return evolve(
                result,
                verdicts=judged.verdicts.mirror() if turned else judged.verdicts,
                reach=there[::-1] if turned else there,
                stake=judged.stake,
                basis=(*result.basis, "no rule on one side"),
                assumptions=() if strict.verdicts.possible == judged.verdicts.possible else judged.assumed,
            )
    return evolve(result, verdicts=Verdicts(ANY.possible, ("the rule itself",)))


def compare_sanctions_of(
    a: Sanction | str, b: Sanction | str, grounds: Grounds, for_: str | None, labels: tuple[str, str]
) -> Comparison:
    """Compare two sanctions by the overall penalty order; floor and ceiling are its dimensions."""
    first, second = Sanction.of(a), Sanction.of(b)
    if for_ is not None:
        # Whom a sentence touches, a rule tells; the sanction by itself names nobody.
        rules = [Sentence(sanction=side) for side in (first, second)]
        touched = compare_rules(rules[0], rules[1], grounds, for_, labels=labels)
        if touched.reach != (Reach.ALL, Reach.ALL):
            return evolve(touched, kind="sanction")
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
    # Beside no rule, or a sentence that is not known, a sanction is the sentence it would be.
    if isinstance(a, Sanction) and isinstance(_rule(b), Missing | Sentence):
        a = Sentence(sanction=a)
    elif isinstance(b, Sanction) and isinstance(_rule(a), Missing | Sentence):
        b = Sentence(sanction=b)
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
