"""The corpora of Russia and the United Kingdom: what the facts hold for certain is coded so, nothing else.

The facts file that the corpora were coded from is read where it is at hand; what is compared with it is
skipped otherwise.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lawtrack.checks import check
from lawtrack.corpus import Corpus
from lawtrack.missing import ABSENT, is_known
from lawtrack.model.assertion import SourceKind
from lawtrack.model.substance import Attribution, Confidence, Effect
from lawtrack.penalties import LIFE, Quantity, Sanction
from lawtrack.queries import effects, gaps, sentence_changes
from lawtrack.readers import example

DATA = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", Path(__file__).parents[2] / "shared"))
NAMES = {"ru-yarovaya-2016": "russia", "uk-ctbsa-2019": "united-kingdom"}
ATTRIBUTION = {"primary": "stated", "secondary": "stated", "unverified": "open"}


@pytest.fixture(scope="module")
def corpora() -> dict[str, Corpus]:
    return {name: example(name) for name in NAMES.values()}


@pytest.fixture(scope="module")
def facts() -> Any:
    path = DATA / "facts" / "comparators_ru_2016_uk_2019.yaml"
    if not path.is_file():
        pytest.skip(f"no facts file at {path}")
    yaml = pytest.importorskip("yaml", reason="PyYAML is needed to read the facts file")
    return yaml.safe_load(path.read_text("utf-8"))


def packages(facts: Any, corpora: dict[str, Corpus]) -> Iterator[tuple[Corpus, Any]]:
    for package in facts["packages"]:
        yield corpora[NAMES[package["id"]]], package


def of_fact(corpus: Corpus, id: str) -> list[Effect]:
    return [effect for effect in corpus.effects if f"facts:{id}" in effect.topics]


def prison_rows(facts: Any, corpora: dict[str, Corpus]) -> Iterator[tuple[Effect, str, Any, set[str]]]:
    """Each side of each sentence row that is coded as an effect, with the fields nobody verified."""
    for corpus, package in packages(facts, corpora):
        for row in package["sentence_changes"]:
            for effect in of_fact(corpus, row["id"]):
                if effect.kind == "sentence":
                    for side in ("before", "after"):
                        yield effect, side, row, set(row.get("unverified_fields", ()))


def years(bound: object) -> object:
    """A bound in years, as the facts write it; other things as they are."""
    if isinstance(bound, Quantity):
        months = bound.canonical().amount
        return months / 12
    return bound


@pytest.mark.parametrize("name", NAMES.values())
def test_the_corpus_is_clean(corpora: dict[str, Corpus], name: str) -> None:
    """Nothing is wrong with either corpus, and nothing odd."""
    assert check(corpora[name]) == ()


def test_every_row_of_the_facts_is_carried(corpora: dict[str, Corpus], facts: Any) -> None:
    """Each sentence change and other effect of the facts has a record, or an assertion, that names it."""
    for corpus, package in packages(facts, corpora):
        carried = {t for effect in corpus.effects for t in effect.topics if t.startswith("facts:")}
        carried |= {f"facts:{a.id.partition('facts:')[2]}" for a in corpus.assertions if "facts:" in a.id}
        rows = [*package["sentence_changes"], *package["other_effects"]]

        assert {f"facts:{row['id']}" for row in rows} <= carried


def test_verified_terms_are_those_of_the_facts(corpora: dict[str, Corpus], facts: Any) -> None:
    """Both ends of prison, and life, agree with every side that is more than memory."""
    checked = 0
    for effect, side, row, unverified in prison_rows(facts, corpora):
        told, rule = row[side], getattr(effect, side)
        if told is None or row["confidence"][side] == "unverified" or side in unverified:
            continue
        sanction = rule.sanction
        assert isinstance(sanction, Sanction), (row["id"], side)
        low, high = sanction.term("prison")
        factor = 12 if told["unit"] == "months" else 1
        assert years(high) * factor == told["prison_max"], (row["id"], side)
        stated = years(low) * factor if isinstance(low, Quantity) else None
        assert stated == told["prison_min"], (row["id"], side)
        assert told["life"] == any(part.ends[1] is LIFE for part in parts_of(sanction)), (row["id"], side)
        checked += 1
    assert checked > 25


def parts_of(sanction: Sanction) -> list[Any]:
    return [part for track in sanction.tracks for option in track.options for part in option.group]


def test_memory_is_never_a_rule(corpora: dict[str, Corpus], facts: Any) -> None:
    """A side that rests on memory alone leaves the terms of prison open, and an assertion says the memory."""
    for effect, side, row, unverified in prison_rows(facts, corpora):
        if row[side] is None or (row["confidence"][side] != "unverified" and side not in unverified):
            continue
        sanction = getattr(effect, side).sanction
        low, high = sanction.term("prison") if isinstance(sanction, Sanction) else (None, None)
        assert not isinstance(low, Quantity), (row["id"], side)
        assert not isinstance(high, Quantity), (row["id"], side)
        corpus = corpora["russia" if row["id"].startswith("ru") else "united-kingdom"]
        said = [a for a in corpus.assertions_about(effect.id) if a.field == side]
        assert Confidence.UNVERIFIED in {a.confidence for a in said}, (row["id"], side)


def test_memory_is_marked_as_memory(corpora: dict[str, Corpus]) -> None:
    """Whatever rests on the coder's memory says so, and the other way round."""
    for corpus in corpora.values():
        memory = {source.id for source in corpus.sources if source.kind is SourceKind.CODER}
        for said in corpus.assertions:
            assert (said.source in memory) == (said.confidence is Confidence.UNVERIFIED)


def test_new_offences_are_created(corpora: dict[str, Corpus], facts: Any) -> None:
    """A row without a side before is an effect that creates its rule."""
    for effect, side, row, _ in prison_rows(facts, corpora):
        if side == "before":
            assert (effect.before is ABSENT) == (row["before"] is None), row["id"]


def test_attribution_is_no_surer_than_the_facts(corpora: dict[str, Corpus], facts: Any) -> None:
    """A change whose attribution nobody verified is of open attribution."""
    for effect, side, row, _ in prison_rows(facts, corpora):
        if side == "after" and row["confidence"]["attribution"] == "unverified":
            assert effect.attribution is Attribution.OPEN, row["id"]


def test_sentences_begin_on_the_day_of_the_facts(corpora: dict[str, Corpus], facts: Any) -> None:
    """The day of force is worked out from the act, and is the one the facts give."""
    for corpus, package in packages(facts, corpora):
        rows = {row["id"]: str(row["effective"]) for row in package["sentence_changes"]}
        for id, day in rows.items():
            names = [effect.id.rpartition("/")[2] for effect in of_fact(corpus, id)]
            begins = effects(corpus).where(effect=names).column("in_force_from")
            assert set(map(str, begins)) <= {day}, id


def test_every_critique_of_the_facts_is_there(corpora: dict[str, Corpus], facts: Any) -> None:
    """One critique for each of the facts, from the same page and of the same day."""
    for corpus, package in packages(facts, corpora):
        told = sorted((row["source"], str(row["when"])) for row in package["critiques"])
        urls = {source.id: source.url for source in corpus.sources}
        held = []
        for critique in corpus.critiques:
            (said,) = corpus.assertions_about(critique.id)
            held.append((urls[said.source], str(critique.date) if is_known(critique.date) else "None"))

        assert sorted(held) == told


def test_every_effect_has_a_source_and_its_confidence(corpora: dict[str, Corpus]) -> None:
    """No effect stands without a source other than memory, nor without what its coding rests on."""
    for corpus in corpora.values():
        for effect in corpus.effects:
            said = corpus.assertions_about(effect.id)
            assert any(a.confidence is not Confidence.UNVERIFIED for a in said), effect.id
            assert is_known(effect.confidence), effect.id


def test_the_united_kingdom_states_no_minimum(corpora: dict[str, Corpus]) -> None:
    """Its maxima rise by five or eight years; the minimum is nowhere stated."""
    changes = sentence_changes(corpora["united-kingdom"]).where(verdict="HARSHER")

    assert {str(step) for step in changes.column("d_max")} == {"+5y", "+8y"}
    assert {str(step) for step in changes.column("d_min")} == {"not_stated"}


def test_what_bills_alone_had_is_no_law(corpora: dict[str, Corpus]) -> None:
    """Effects of a bill are in no answer about the law, on no day."""
    for corpus in corpora.values():
        drafts = {effect.id for effect in corpus.effects if "/draft-" in effect.id}
        assert drafts
        assert drafts.isdisjoint(effect.id for effect in effects(corpus))
        assert drafts.isdisjoint(effect.id for effect in effects(corpus, on="2020-09-01"))
    assert not gaps(corpora["russia"])
