"""The country report in the Kazakhstan corpus: fifty statements, their hedges, and where each one went."""

import re
from collections.abc import Iterator
from typing import TypeVar

import pytest

from lawtrack.codec import codec
from lawtrack.corpus import Corpus
from lawtrack.missing import NOT_STATED, UNKNOWN, Missing
from lawtrack.model.actors import Actor, ActorKind
from lawtrack.model.assertion import Assertion, Modality, Polarity, Source, Statement
from lawtrack.model.context import Practice, Programme, Statistic
from lawtrack.model.critique import Critique, Ground, OutcomeStatus, Recommendation, Stage
from lawtrack.model.position import Relation
from lawtrack.model.scope import Openness, Threshold
from lawtrack.model.substance import Definition, Effect, Gap, GapType, Norm
from lawtrack.penalties import Sanction
from lawtrack.ranges import Range
from lawtrack.readers import example
from lawtrack.verdicts import Verdict

REPORT = "lt:kz/source/country-report-2016"
STATEMENT = "lt:kz/statement/country-report-2016/"
R = TypeVar("R")
NUMBERS = [f"S{n:02}" for n in range(1, 51)]
TOLD = "lt:kz/effect/2016-12-22/"
CRITIQUE = "lt:kz/critique/"
COLLECTIVES = ("local-analysts-on-provisions", "analysts-on-approach", "some-local-experts")


@pytest.fixture(scope="module")
def kz() -> Corpus:
    """The shipped corpus, read once."""
    return example("kazakhstan")


def told(kz: Corpus, id: str, cls: type[R]) -> R:
    """The record of exactly that id, of the type expected."""
    record = kz.get(id)
    assert isinstance(record, cls), id
    return record


def saying(kz: Corpus, number: str) -> list[Assertion]:
    """Assertions and claims that carry a statement."""
    return [said for said in (*kz.claims, *kz.assertions) if said.statement == STATEMENT + number]


# Coverage


def test_the_report_has_its_fifty_statements(kz):
    """Statements S01 to S50 are there, once each, and no other of the report."""
    labels = [statement.label for statement in kz.statements if statement.source == REPORT]

    assert labels == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_each_statement_is_carried(kz, number):
    """Every statement is the origin of an assertion of the same source."""
    sources = {said.source for said in saying(kz, number)}

    assert sources == {REPORT}


def test_what_the_report_tells_stays_as_told(kz):
    """Its effects rest on secondary evidence and refine nothing; what the law says is kept beside them."""
    effects = [e for e in kz.effects if e.id.startswith((TOLD, "lt:kz/effect/2016-08/"))]
    beside = {id for e in kz.effects for id in (*e.refines, *e.contradicts)}

    assert {e.confidence.value for e in effects} == {"secondary"}
    assert not [e.id for e in effects if e.refines or e.contradicts]
    assert {f"{TOLD}guest-registration", f"{TOLD}kill-switch", f"{TOLD}gun-ownership"} <= beside


# Traps in the wording


def test_targets_and_instructions_are_counted_apart(kz):
    """Five codes and 19 laws count targets; almost a fifth is a share of instructions."""
    codes, laws, share = (
        kz[f"lt:kz/claim/{name}"] for name in ("report-codes", "report-laws", "two-years-share")
    )

    assert (codes.unit, laws.unit, share.unit) == ("code", "law", "amendment")
    assert (codes.is_share, laws.is_share, share.is_share) == (False, False, True)
    assert share.quantity == share.hedge.interval == Range.read("[17/100, 1/5)")


def test_sources_differ_on_laws_and_agree_on_codes(kz):
    """Claims about one field of the package keep both figures for laws, and one figure for codes."""
    package = [c for c in kz.claims if c.about == "lt:kz/package/kz-2016-12"]

    assert {str(c.quantity) for c in package if c.field == "laws_amended"} == {"19", "20"}
    assert {str(c.quantity) for c in package if c.field == "codes_amended"} == {"5"}


def test_two_years_more_is_harsher_whichever_end_moves(kz):
    """The step alone decides the direction although neither sentence nor end is known."""
    effect = told(kz, f"{TOLD}two-years-added", Effect)

    assert effect.schematic
    assert effect.after.sanction is UNKNOWN
    assert effect.compare_sides().verdict is Verdict.MORE_RESTRICTIVE
    assert "simply" in told(kz, f"{STATEMENT}S13", Statement).signal


def test_some_of_the_amendments_is_no_number(kz):
    """A part of unnamed size keeps its hedge, and its examples do not close the list."""
    claim = kz["lt:kz/claim/additional-powers"]
    listed = kz["lt:kz/assertion/report-additional-powers"]

    assert claim.quantity is UNKNOWN
    assert claim.hedge.ordinal
    assert (len(listed.value), listed.hedge.surface) == (3, "including")


def test_two_voices_speak_on_the_definition(kz):
    """That definitions are vague is ODIHR's; that the new law failed to clarify them is nobody's by name."""
    vague = {said.attributed_to for said in saying(kz, "S17")}
    unclarified = {said.attributed_to for said in saying(kz, "S18")}

    assert vague == {"lt:kz/actor/odihr"}
    assert unclarified == {NOT_STATED}


def test_the_definition_did_not_change(kz):
    """No effect touches the definition of extremism: what was not clarified has no before and after."""
    assert not [effect for effect in kz.effects if effect.kind == "definition"]
    assert isinstance(kz["lt:kz/definition/extremism"], Definition)


def test_a_duty_is_required_and_a_power_is_given(kz):
    """Guests are a duty of homeowners that was passed, the shutdown a power that is described."""
    duty = told(kz, f"{TOLD}guest-registration", Effect)
    power = told(kz, f"{TOLD}kill-switch", Effect)

    assert Relation.DUTY in {p.relation for p in duty.positions if p.holder == "householder"}
    assert {p.relation for p in power.positions} == {Relation.POWER}
    assert {e.change.value for e in (duty, power)} == {"unspecified"}


def test_required_is_stronger_than_called_upon(kz):
    """Literature needs approval; for tourism and the Hajj a ministry is only called upon."""
    literature = told(kz, f"{TOLD}religious-literature", Effect)
    mandates = [told(kz, f"{TOLD}{name}", Effect).after for name in ("religious-tourism", "hajj")]

    assert literature.kind == "approval"
    assert [(m.verb.value, m.strength.value) for m in mandates] == [
        ("regulate", "called_upon"),
        ("oversee", "called_upon"),
    ]


def test_more_than_ten_days_is_not_ten_days(kz):
    """The threshold for guests is strict."""
    threshold = told(kz, f"{TOLD}guest-registration", Effect).after.threshold

    assert threshold == Threshold.read("> 10 d")
    assert threshold != Threshold.read(">= 10 d")


def test_the_emergency_has_two_ends_and_no_known_middle(kz):
    """The shutdown rests on a quoted term of which only the ends are told, and on no stated safeguard."""
    rule = told(kz, f"{TOLD}kill-switch", Effect).after
    emergency = told(kz, rule.trigger.definition, Definition)

    assert emergency.endpoints == ("terrorist_attack", "unapproved_public_rally")
    assert emergency.openness is Openness.UNKNOWN
    assert emergency.scare_quoted_by == (REPORT,)
    assert rule.safeguards is NOT_STATED


def test_wire_data_are_a_closed_list_of_six(kz):
    """Two parties by three data, and "i.e." says there are no more."""
    rule = told(kz, "lt:kz/norm/wire-transfer-data", Norm).rule
    cells = {
        f"{who}_{what}"
        for who in ("originator", "recipient")
        for what in ("name", "address", "account_number")
    }

    assert set(rule.items) == cells
    assert rule.openness is Openness.CLOSED


def test_what_is_not_known_and_what_is_denied_are_told_apart(kz):
    """Cooperation is unknown, the programme is said to be no strategy, messages seem to be absent."""
    extent = told(kz, "lt:kz/practice/agency-cooperation", Practice).extent
    negated = [said for said in saying(kz, "S43") if said.polarity is Polarity.NEGATED]

    assert extent is UNKNOWN
    assert [said.field for said in negated] == ["not_equivalent_to"]
    assert told(kz, negated[0].about, Programme).not_equivalent_to == negated[0].value
    assert {said.modality for said in saying(kz, "S48")} == {Modality.APPEARS}


def test_returned_fighters_are_part_of_the_convicted(kz):
    """The 33 are counted inside the 445, and the 64 plots are not persons."""
    plots, all_, returned = (
        told(kz, f"lt:kz/statistic/{name}", Statistic)
        for name in ("plots-stopped", "terrorists-convicted", "returned-convicted")
    )

    assert (returned.quantity, all_.quantity, plots.quantity) == tuple(map(Range.read, ("33", "445", "64")))
    assert (returned.subset_of, returned.unit) == (all_.id, all_.unit)
    assert plots.unit != all_.unit


def test_observed_sentences_are_no_statute(kz):
    """Most recruiters got three to six years: a share and a term in a statistic, in no norm."""
    seen = told(kz, "lt:kz/statistic/recruiters-sentences", Statistic)

    assert (seen.quantity, seen.term) == (Range.read("(1/2, 1]"), Sanction.read("prison 3..6y"))
    assert told(kz, "lt:kz/norm/penal-regime", Norm).rule.sanction is UNKNOWN


def test_force_of_the_ngo_duty_is_bounded_by_the_month_of_passage(kz):
    """It begins on a day that is not known, but not before August 2016."""
    start = told(kz, "lt:kz/effect/2016-08/ngo-reporting", Effect).in_force.start

    assert (str(start.earliest), start.latest) == ("2016-08-01", None)


# Critiques and gaps


@pytest.mark.parametrize(
    ("name", "targets", "grounds", "stage"),
    [
        (
            "odihr-extremism",
            {"lt:kz/definition/extremism"},
            {Ground.VAGUENESS, Ground.BEYOND_INTERNATIONAL_DEFINITION},
            Stage.DRAFT_IN_PARLIAMENT,
        ),
        (
            "local-analysts-provisions",
            {f"{TOLD}guest-registration", f"{TOLD}kill-switch", "lt:kz/definition/emergency"},
            NOT_STATED,
            UNKNOWN,
        ),
        ("analysts-approach", {"lt:kz/approach/repressive-cve"}, {Ground.COUNTERPRODUCTIVE}, UNKNOWN),
        ("usdos-freezing", {"lt:kz/gap/freezing-procedures"}, {Ground.GAP}, Stage.RETROSPECTIVE),
        ("usdos-rule-of-law", {"lt:kz/practice/rule-of-law-initiatives"}, NOT_STATED, Stage.RETROSPECTIVE),
    ],
)
def test_a_critique_keeps_target_ground_and_stage(kz, name, targets, grounds, stage):
    """Each critique that the report tells has what the report says of it, and a token where it is silent."""
    critique = told(kz, CRITIQUE + name, Critique)
    held = critique.grounds

    assert set(critique.targets) == targets
    assert (held if isinstance(held, Missing) else set(held)) == grounds
    assert critique.stage is stage


def test_parliament_asked_odihr(kz):
    """The opinion was requested by Parliament and fears harm that could follow."""
    critique = told(kz, f"{CRITIQUE}odihr-extremism", Critique)

    assert critique.requested_by == "lt:kz/actor/parliament"
    assert critique.predicted_harm.modality is Modality.COULD


def test_clarification_was_asked_for_and_not_given(kz):
    """The outcome is the report's own judgement and names the assertion that carries it."""
    (outcome,) = (
        o for o in kz.outcomes if o.recommendation == "lt:kz/recommendation/odihr-clarify-extremism"
    )
    asked = told(kz, outcome.recommendation, Recommendation)

    assert (asked.critique, asked.asks.value) == (f"{CRITIQUE}odihr-extremism", "clarify")
    assert (outcome.status, outcome.assessed_by.value) == (OutcomeStatus.NOT_HEEDED, "source")
    assert {kz[id].statement for id in outcome.evidence} == {f"{STATEMENT}S18"}


def test_freezing_is_demanded_beside_a_gap_in_procedure(kz):
    """The norm stands, the gap lies within it, and the gap is one of explicitness only."""
    gap = told(kz, "lt:kz/gap/freezing-procedures", Gap)
    norm = told(kz, gap.within, Norm)

    assert gap.type is GapType.NOT_EXPLICIT
    assert norm.rule.time_limit.value == "without_delay"
    assert [str(term) for term in norm.rule.assets.include] == ["terrorist_asset [known]"]


def test_three_unnamed_collectives_stay_three(kz):
    """Analysts, local analysts and local experts are three sets, of which only two criticise law."""
    actors = [told(kz, f"lt:kz/actor/{name}", Actor) for name in COLLECTIVES]
    resolved = {kz.resolve(actor.id) for actor in actors}
    critics = {id for critique in kz.critiques for id in critique.critics}

    assert {actor.kind for actor in actors} == {ActorKind.UNNAMED_COLLECTIVE}
    assert len(resolved) == 3
    assert {actor.id in critics for actor in actors[:2]} == {True}
    assert actors[2].id not in critics


def test_local_experts_explain_the_attacks(kz):
    """What some local experts hold is an account of causes beside that of officials, not a critique."""
    causes = [s for s in kz.assertions_about("lt:kz/incident/aktobe-2016") if s.field == "cause"]

    assert {(s.attributed_to, s.modality) for s in causes} == {
        ("lt:kz/actor/president", Modality.IS),
        ("lt:kz/actor/some-local-experts", Modality.COULD),
    }


# Own words


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)


def test_no_sentence_of_the_report_is_copied(kz, acceptance_data):
    """No text shares eight consecutive words with the report; names of bodies and publications may."""
    seed = acceptance_data / "seed" / "country_report_2016_kazakhstan.txt"
    if not seed.is_file():
        pytest.skip(f"no country report: {seed} does not exist; set LAWTRACK_ACCEPTANCE_DATA")
    report = _runs(seed.read_text("utf-8"))
    own = [record for record in kz if not isinstance(record, Actor | Source)]
    copied = {text for record in own for text in _texts(codec().unstructure(record)) if _runs(text) & report}

    assert not copied
