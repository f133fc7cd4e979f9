"""The law side of the Kazakhstan corpus: works, amendments, sentences, and what else the act changed.

The facts file that the corpus was coded from is read where it is at hand; what is compared with it is
skipped otherwise.
"""

import os
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from lawtrack.checks import check
from lawtrack.corpus import Corpus
from lawtrack.missing import is_known
from lawtrack.model.actors import ActorKind
from lawtrack.model.instruction import Amendment
from lawtrack.model.substance import Attribution, Effect, Norm
from lawtrack.model.text import WorkKind
from lawtrack.penalties import Sanction
from lawtrack.readers import example

ACT = "/akn/kz/act/law/2016-12-22/28-vi"
CODE = "/akn/kz/act/code/2014-07-03/226-v"
DATA = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", Path(__file__).parents[2] / "shared"))

CONFIDENCE = {
    "primary": "primary_both",
    "primary-both": "primary_both",
    "primary-both, attribution open": "primary_both",
    "primary-after-only": "primary_after_only",
    "primary-after-only, attribution open": "primary_after_only",
    "primary (that it changed), content unknown": "primary_change_only",
}
SIZES = {
    "individual": "natural",
    "small_or_nonprofit": "small/nonprofit",
    "medium": "medium",
    "large": "large",
}

Side = tuple[Fraction, Fraction, str, bool, bool]


@pytest.fixture(scope="module")
def kz() -> Corpus:
    return example("kazakhstan")


@pytest.fixture(scope="module")
def facts() -> Any:
    path = DATA / "facts" / "kz_2016.yaml"
    if not path.is_file():
        pytest.skip(f"no facts file at {path}")
    yaml = pytest.importorskip("yaml", reason="PyYAML is needed to read the facts file")
    return yaml.safe_load(path.read_text("utf-8"))


def named(kz: Corpus, name: str) -> Any:
    return kz[name]


def sentences(kz: Corpus) -> dict[str, Any]:
    """The enumerated sentence effects of the act, by article and part (``255-1``, ``171``)."""
    of_act = {amendment.id for amendment in kz.amendments if amendment.instrument == ACT}
    return {
        effect.id.rpartition("/cc-")[2]: effect
        for effect in kz.effects
        if effect.kind == "sentence" and of_act & set(effect.by)
    }


def told(sanction: Any) -> Side:
    """Low and high end of prison in years, confiscation, whether life and death may be imposed."""
    (track,) = sanction.tracks
    options = {option.group[0].kind: option for option in track.options}
    span = options["prison"].group[0].span
    extras = [addition.component for addition in (*track.shared, *options["prison"].additions)]
    assert {extra.kind for extra in extras} <= {"confiscation"}
    flags = {"!": "mandatory", "?": "optional"}
    confiscation = flags[extras[0].flag] if extras else "none"
    assert {span.low.unit, span.high.unit} == {"y"}
    return span.low.amount, span.high.amount, confiscation, "life" in options, "death" in options


def coded(kz: Corpus, side: str) -> dict[str, Side]:
    return {name: told(getattr(effect, side).sanction) for name, effect in sentences(kz).items()}


def row_name(row: Any) -> str:
    return row["article"] if row["part"] is None else f"{row['article']}-{row['part']}"


def recorded(facts: Any, side: str) -> dict[str, Side]:
    return {
        row_name(row): (
            Fraction(row[side]["imprisonment_min_years"]),
            Fraction(row[side]["imprisonment_max_years"]),
            row[side]["confiscation"],
            row[side]["life"],
            row[side]["death"],
        )
        for row in facts["sentence_changes"]
    }


def of_fact(kz: Corpus, name: str) -> list[Any]:
    """Effects and norms that carry the fact of that name."""
    carriers: tuple[Effect | Norm, ...] = (*kz.effects, *kz.norms)
    return [record for record in carriers if f"facts:{name}" in record.topics]


def represented(kz: Corpus) -> Iterator[str]:
    carriers: tuple[Effect | Norm, ...] = (*kz.effects, *kz.norms)
    for record in carriers:
        yield from (topic.removeprefix("facts:") for topic in record.topics if topic.startswith("facts:"))
    yield from (said.id.partition("facts:")[2] for said in kz.assertions if "facts:" in said.id)


# sentences


def test_the_act_changed_thirty_sentences(kz: Corpus) -> None:
    """Thirty parts of fifteen articles of the Criminal Code carry a sentence effect."""
    articles = {name.partition("-")[0] for name in sentences(kz)}

    assert (len(sentences(kz)), len(articles)) == (30, 15)


@pytest.mark.parametrize("side", ["before", "after"])
def test_sanctions_are_those_of_the_facts(kz: Corpus, facts: Any, side: str) -> None:
    """Both ends, confiscation, life and death of each part agree with the facts, before and after."""
    assert coded(kz, side) == recorded(facts, side)


def test_steps_of_two_years(kz: Corpus) -> None:
    """Of thirty parts 13 rise by two years at both ends, 6 at the low end only, 9 not at all, 2 otherwise."""
    before, after = coded(kz, "before"), coded(kz, "after")
    steps = Counter((after[name][0] - low, after[name][1] - high) for name, (low, high, *_) in before.items())

    assert steps == {(2, 2): 13, (2, 0): 6, (0, 0): 9, (5, 2): 1, (1, 0): 1}


def test_confiscation_became_compulsory_in_fourteen_parts(kz: Corpus) -> None:
    """Where confiscation changed, it went from the court's choice to compulsory: in 14 parts."""
    before, after = coded(kz, "before"), coded(kz, "after")
    changes = Counter(
        (before[name][2], after[name][2]) for name in before if before[name][2] != after[name][2]
    )

    assert changes == {("optional", "mandatory"): 14}


@pytest.mark.parametrize("name", ["170-4", "184", "255-4"])
def test_confiscation_reaches_life_and_death(kz: Corpus, name: str) -> None:
    """Where life and death are alternatives, confiscation stands after ``all:``."""
    sanction = sentences(kz)[name].after.sanction

    assert str(sanction) == "prison 15..20y | life | death all: + confiscation!"


def test_attribution_follows_the_footnotes(kz: Corpus, facts: Any) -> None:
    """A change is stated to be of the act where the footnote names no other law, else inferred."""
    expected = {
        row_name(row): Attribution.INFERRED if row["footnote_also_lists_91_VI_2017"] else Attribution.STATED
        for row in facts["sentence_changes"]
    }

    assert {name: effect.attribution for name, effect in sentences(kz).items()} == expected


def test_each_side_rests_on_its_edition(kz: Corpus, facts: Any) -> None:
    """Each side is asserted by the source whose locator is the edition that the facts name for it."""
    effects = sentences(kz)
    for row in facts["sentence_changes"]:
        said = {a.field: named(kz, a.source).locator for a in kz.assertions_about(effects[row_name(row)].id)}

        assert said["before"] == row["before_source"].split(" (")[0]
        assert said["after"] == row["after_source"].split(" (")[0]


def test_sentence_stands_at_its_provision(kz: Corpus) -> None:
    """Effect cc-255-1 speaks of article 255 part 1 of the Criminal Code, and is brought about there."""
    for name, effect in sentences(kz).items():
        article, hyphen, part = name.partition("-")
        eid = f"art_{article}__para_{part}" if hyphen else f"art_{article}"

        assert effect.provisions == (f"{CODE}~{eid}",)
        assert effect.by == (f"lt:kz/amendment/28-vi/criminal-code/{eid}",)


# what else the act changed


def test_every_other_fact_is_represented(kz: Corpus, facts: Any) -> None:
    """Each entry has a record with the topic ``facts:<id>``, or an assertion whose id ends so; no more."""
    assert set(represented(kz)) == {entry["id"] for entry in facts["other_effects"]}


def test_confidence_is_that_of_the_facts(kz: Corpus, facts: Any) -> None:
    """What was read in the law keeps the confidence that the facts give it."""
    for entry in facts["other_effects"]:
        records = of_fact(kz, entry["id"])
        # Norms that show the text at either end of a change are read in full, whatever the change was.
        effects = [record for record in records if isinstance(record, Effect)] or records
        if entry["confidence"] != "secondary":
            assert {record.confidence.value for record in effects} == {CONFIDENCE[entry["confidence"]]}


def test_open_attribution_is_kept(kz: Corpus, facts: Any) -> None:
    """Where the facts leave open which law made a change, the effects do too."""
    names = [entry["id"] for entry in facts["other_effects"] if "attribution open" in entry["confidence"]]

    assert names
    for name in names:
        assert {record.attribution for record in of_fact(kz, name)} == {Attribution.OPEN}


@pytest.mark.parametrize(
    ("slug", "fact", "key"),
    [
        ("landlord-registers-non-occupant", "guest_registration_landlord", "register_nonresident_{}mci"),
        ("landlord-fails-to-deregister", "guest_registration_landlord", "failure_to_deregister_{}mci"),
        ("landlord-houses-unregistered", "guest_registration_landlord", "allowing_unregistered_stay_{}mci"),
        ("gun-registration", "gun_registration", "{}fine_mci"),
    ],
)
def test_fines_by_size_and_repetition(kz: Corpus, facts: Any, slug: str, fact: str, key: str) -> None:
    """Fines are graded by the size of the offender and by repetition, in monthly calculation indices."""
    (entry,) = (e for e in facts["other_effects"] if e["id"] == fact)
    expected = " ; ".join(
        f"[{SIZES[size]}{label}] fine ={amount} MCI"
        for label, infix in (("", ""), (", subsequent", "repeat_"))
        for size, amount in entry["thresholds"][key.format(infix)].items()
    )

    assert named(kz, f"lt:kz/effect/28-vi/{slug}").after.sanction == Sanction.read(expected)


def test_gun_caps(kz: Corpus) -> None:
    """The cap falls from five and five hunting guns to two and two; for self-defence weapons it stays."""
    effect = named(kz, "lt:kz/effect/28-vi/gun-limit")

    assert set(map(str, effect.before.limits)) == {
        "<= 5 rifled_firearm", "<= 5 smoothbore_firearm", "<= 2 self_defence_weapon",
    }  # fmt: skip
    assert set(map(str, effect.after.limits)) == {
        "<= 2 rifled_firearm", "<= 2 smoothbore_firearm", "<= 2 self_defence_weapon",
    }  # fmt: skip


def test_suspension_power_is_older_than_the_act(kz: Corpus) -> None:
    """Before the act prosecutors held the power, and calls to unapproved events were a trigger already."""
    norm = named(kz, "lt:kz/norm/communications-suspension")

    assert norm.rule.holder == ("prosecutor",)
    assert "call_to_unapproved_public_event" in norm.rule.trigger.concepts
    assert str(norm.in_force) == "2014-05..2017-01-07"


def test_primary_law_stands_beside_the_report(kz: Corpus) -> None:
    """What was read in the law refines or contradicts records of the report, never others of its own."""
    read = [effect for effect in kz.effects if effect.id.startswith("lt:kz/effect/28-vi/")]
    linked = {other for effect in read for other in (*effect.refines, *effect.contradicts)}

    assert linked
    assert all(other.startswith("lt:kz/effect/2016-12-22/") for other in linked)


# works and amendments


def test_two_codes_and_eight_laws_are_affected(kz: Corpus) -> None:
    """Two codes and eight laws are identified, fewer than any report counts."""
    kinds = Counter(named(kz, name).kind for name in named(kz, ACT).amends)

    assert kinds == {WorkKind.CODE: 2, WorkKind.LAW: 8}


def test_affected_works_are_those_of_the_facts(kz: Corpus, facts: Any) -> None:
    """Numbers, days of adoption and Russian titles agree with the facts."""
    works = [named(kz, name) for name in named(kz, ACT).amends]
    found = {
        (work.title["ru"], str(work.event_dates()["adopted"]), work.number if is_known(work.number) else None)
        for work in works
    }

    assert found == {
        (act["title_ru"], act["adopted"], act["number"]) for act in facts["amending_act"]["affected_acts"]
    }


def test_every_article_seen_has_an_amendment(kz: Corpus, facts: Any) -> None:
    """Each article that the facts list under an affected work is the target of an amendment; no other is."""
    title = {named(kz, name).title["ru"]: name for name in named(kz, ACT).amends}
    expected = {
        (title[act["title_ru"]], article)
        for act in facts["amending_act"]["affected_acts"]
        for article in act["articles_seen"]
    }
    targets = [named(kz, target) for a in kz.amendments if a.instrument == ACT for target in a.targets]

    assert {(target.work, dict(target.eid.steps)["art"]) for target in targets} == expected


def test_every_amendment_of_the_act_brings_an_effect(kz: Corpus) -> None:
    """No amendment stands alone: each is what some effect comes from."""
    used = {name for effect in kz.effects for name in effect.by}

    assert {amendment.id for amendment in kz.amendments} <= used


def test_effects_stand_at_the_targets_of_their_amendments(kz: Corpus) -> None:
    """Provisions of an effect are the targets of the amendments behind it."""
    for effect in kz.effects:
        makers = [named(kz, name) for name in effect.by]
        if makers and all(isinstance(maker, Amendment) for maker in makers):
            assert set(effect.provisions) == {target for maker in makers for target in maker.targets}


def test_days_of_force(kz: Corpus) -> None:
    """Ten days after publication on 27 December 2016 it is 7 January 2017; one part waits for 1 July."""
    act = named(kz, ACT)
    days = [str(part.rule.evaluate(act.event_dates())) for part in act.commencement]

    assert days == ["2017-01-07", "2017-07-01"]
    assert (
        named(kz, "lt:kz/amendment/28-vi/communications-law/art_36-2").commencement
        == act.commencement[1].rule
    )


# the corpus


def test_unnamed_collectives_stay_three(kz: Corpus) -> None:
    """Three groups that nobody named are three actors."""
    unnamed = [actor.id for actor in kz.actors if actor.kind is ActorKind.UNNAMED_COLLECTIVE]

    assert len(unnamed) == 3


def test_only_contents_nobody_knows_are_warned_about(kz: Corpus) -> None:
    """Of the act's effects, those of kind unspecified draw a warning, because neither side is known."""
    warned = {problem.record for problem in check(kz) if problem.record.startswith("lt:kz/effect/28-vi/")}

    assert warned == {effect.id for effect in kz.effects if effect.kind == "unspecified"}
