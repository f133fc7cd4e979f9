"""Checks of a corpus as a whole, on corpora built in memory."""

from itertools import permutations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.records import corpora

from lawtrack.checks import check
from lawtrack.checks.consistency import works_behind
from lawtrack.corpus import Corpus
from lawtrack.dates import EdtfDate, Period
from lawtrack.errors import Problem, Severity
from lawtrack.languages import LangMap
from lawtrack.model.actors import Actor
from lawtrack.model.assertion import Assertion, Source
from lawtrack.model.critique import Critique, Stage
from lawtrack.model.instruction import Amendment, Package
from lawtrack.model.modification import Repeal
from lawtrack.model.record import Record
from lawtrack.model.substance import Effect, Norm
from lawtrack.model.text import Alias, EventKind, LifecycleEvent, Wording, Work
from lawtrack.validation import validate
from lawtrack.vocabulary import Concept

HEADLINE = LangMap.of("x")


def found(*records: Record, also_known: frozenset[str] = frozenset()) -> list[tuple[str, str, str]]:
    """Code, record and place of each problem."""
    problems = check(Corpus.of(records), also_known=also_known)
    return [(problem.code, problem.record, problem.where) for problem in problems]


def work(id: str = "/a/1", **dates: str) -> Work:
    """A work with events on these dates."""
    events = tuple(LifecycleEvent(kind=EventKind(k), date=EdtfDate.read(d)) for k, d in dates.items())
    return Work(id=id, events=events)


# whatever the corpus


@settings(max_examples=20)
@given(corpora())
def test_checking_a_sound_corpus_finds_no_error(corpus: Corpus) -> None:
    """The strategy makes corpora without errors; warnings and notes may remain."""
    assert all(problem.severity is not Severity.ERROR for problem in check(corpus))


@settings(max_examples=20)
@given(corpora(), st.randoms())
def test_the_order_of_records_does_not_change_the_findings(corpus: Corpus, random: object) -> None:
    """A corpus sorts its records, so problems come in one order whatever the files."""
    shuffled = list(corpus)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert check(Corpus.of(shuffled)) == check(corpus)


@settings(max_examples=20)
@given(corpora())
def test_a_problem_names_a_record_that_exists(corpus: Corpus) -> None:
    """Every problem belongs to a record of the corpus."""
    assert all(corpus.get(problem.record) for problem in check(corpus))


@settings(max_examples=20)
@given(corpora(), st.data())
def test_taking_a_record_away_breaks_exactly_what_named_it(corpus: Corpus, data: st.DataObject) -> None:
    """Without a record, each record that named it has a missing reference, unless it counts as known."""
    held = list(corpus)
    if held:
        gone = data.draw(st.sampled_from(held))
        rest = Corpus.of(record for record in held if record is not gone)
        names = repr(gone.id)

        missing = {p.read for p in check(rest) if p.code == "LT-REF-002"}
        assert missing <= {names}
        known = check(rest, also_known={gone.id, f"{gone.id}@"})
        assert not [p for p in known if p.code == "LT-REF-002"]


def test_validate_puts_errors_before_warnings_before_notes() -> None:
    """The worst comes first."""
    corpus = Corpus.of([Effect(id="e", kind="power"), work(signed="2017", published="2016")])
    ranks = [list(Severity).index(problem.severity) for problem in validate(corpus)]

    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


# ids and links


def test_one_record_held_twice_is_a_doubled_id() -> None:
    """The very same object counts twice if it stands there twice."""
    assert found(work(), work()) == [("LT-REF-001", "/a/1", "id")]
    same = work()
    assert found(same, same) == [("LT-REF-001", "/a/1", "id")]


def test_records_of_two_types_may_not_share_an_id() -> None:
    """Ids are unique across types; the message names the first type."""
    (problem,) = check(Corpus.of([Source(id="x"), Work(id="x")]))

    assert problem.code == "LT-REF-001"
    assert "Source" in problem.hint


def test_an_alias_belongs_to_one_work() -> None:
    """One name in one register cannot mean two works; the same name in two registers can."""
    celex, other = Alias(scheme="celex", value="1"), Alias(scheme="eli", value="1")

    assert found(Work(id="/a", aliases=(celex,)), Work(id="/b", aliases=(celex,))) == [
        ("LT-REF-006", "/b", "aliases[0]")
    ]
    assert found(Work(id="/a", aliases=(celex,)), Work(id="/b", aliases=(other,))) == []


@pytest.mark.parametrize("field", ["enacted_as", "parent", "supersedes", "broader", "draws_on"])
def test_a_cycle_of_links_is_found_once(field: str) -> None:
    """Each kind of link that must not lead back is followed; the cycle is told once, whole."""
    makers = {
        "enacted_as": lambda id, to: Work(id=id, enacted_as=to),
        "parent": lambda id, to: Actor(id=id, name=HEADLINE, parent=to),
        "supersedes": lambda id, to: Assertion(id=id, about=id, source="s", supersedes=to),
        "broader": lambda id, to: Concept(id=id, facet="role", broader=(to,)),
        "draws_on": lambda id, to: Critique(
            id=id, critics=("c",), targets=(id,), gist=HEADLINE, draws_on=(to,)
        ),
    }
    ring = [makers[field](one, other) for one, other in (("a", "b"), ("b", "c"), ("c", "a"))]
    cycles = [problem for problem in check(Corpus.of(ring)) if problem.code == "LT-REF-004"]

    assert [problem.read for problem in cycles] == ["a → b → c → a"]


def test_two_ways_to_one_end_are_no_cycle() -> None:
    """A concept may have two broader ones that share a broader one."""
    concepts = [
        Concept(id="x:a", facet="role", broader=("x:b", "x:c")),
        Concept(id="x:b", facet="role", broader=("x:d",)),
        Concept(id="x:c", facet="role", broader=("x:d",)),
        Concept(id="x:d", facet="role"),
    ]

    assert found(*concepts) == []


def test_a_long_chain_of_links_is_no_burden() -> None:
    """Ten thousand links in a row are followed without running out of stack."""
    chain = [Work(id=f"/{i}", enacted_as=f"/{i + 1}") for i in range(10_000)]

    assert found(*chain, Work(id="/10000")) == []


# references and roles


def test_the_nearest_id_is_one_of_an_allowed_type() -> None:
    """A closer id of a type that may not stand there is not suggested."""
    records = [
        Work(id="lt:x/act-12"),
        Source(id="lt:x/act-11"),
        Amendment(id="lt:m", instrument="lt:x/act-1"),
    ]
    (problem,) = check(Corpus.of(records))

    assert problem.hint == "Did you mean 'lt:x/act-12'?"


def test_an_id_with_the_right_ending_is_the_nearest() -> None:
    """The last part of an id decides: people mistake the path before it."""
    records = [Work(id="/akn/kz/act/2016/28-vi"), Work(id="/akn/kz/act/2016/29-vi")]
    (problem,) = check(Corpus.of([*records, Amendment(id="lt:m", instrument="/akn/kz/2016/28-vi")]))

    assert problem.hint == "Did you mean '/akn/kz/act/2016/28-vi'?"


def test_a_role_of_the_corpus_itself_is_known() -> None:
    """A [[concept]] with the facet role may stand where a party role is due; another facet may not."""
    norm = Norm(id="n", kind="power", addressees=("x:me/owner",))

    assert found(norm, Concept(id="x:me/owner", facet="role")) == []
    assert found(norm, Concept(id="x:me/owner", facet="object")) == [("LT-VOC-003", "n", "addressees[0]")]
    assert found(norm, also_known=frozenset({"x:me/owner"})) == []


# who says so


def test_what_needs_a_source_says_so() -> None:
    """An effect without an assertion is an error; one whose assertion was broken is not."""
    effect = Effect(id="e", kind="power", gist=HEADLINE)
    errors = [f for f in found(effect) if f[0] == "LT-SUB-002"]

    assert errors == [("LT-SUB-002", "e", "")]
    assert not [f for f in found(effect, also_known=frozenset({"e@"})) if f[0] == "LT-SUB-002"]


# time


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        ({"signed": "2016-12-22", "published": "2016-12-27"}, 0),
        ({"signed": "2016-12-22", "published": "2016-12-22"}, 0),
        ({"signed": "2016-12-22", "published": "2016-12"}, 0),
        ({"signed": "2016-12-22", "published": "2016-12-21"}, 1),
        # The reading of 2016 decides nothing about either neighbour; the two ends still contradict.
        ({"introduced": "2016-12-31", "first_reading": "2016", "signed": "2016-06"}, 1),
        ({"introduced": "2017", "signed": "2016", "published": "2015"}, 2),
    ],
)
def test_events_out_of_order(dates: dict[str, str], places: int) -> None:
    """An event that is certainly before an earlier step is told once; what is only possible is not."""
    assert found(work(**dates)) == [("LT-TIM-008", "/a/1", "events")] * places


def test_what_reaches_back_is_not_too_early() -> None:
    """Force before signature is no fault of a work that says it is retroactive."""
    early = work(signed="2016-12-22", in_force="2016-01-01")

    assert [code for code, _, _ in found(early)] == ["LT-TIM-004"]
    assert found(evolve(early, retroactive_from=EdtfDate.read("2016-01-01"))) == []


@pytest.mark.parametrize("order", list(permutations(["2000..2020", "2001..2002", "2010..2012"])))
def test_every_overlap_with_a_long_wording_is_told(order: tuple[str, ...]) -> None:
    """A long wording overlaps all that begin while it lasts, not only the one that comes next."""
    said = [
        Wording(id=f"w{period}", provision="p", lang="ru", in_force=Period.read(period)) for period in order
    ]
    overlaps = [
        record for code, record, _ in found(*said, also_known=frozenset({"p"})) if code == "LT-TIM-005"
    ]

    assert overlaps == ["w2001..2002", "w2010..2012"]


def test_a_wording_of_unknown_start_hides_no_overlap() -> None:
    """Two wordings with the same days overlap, whatever else may or may not be in force beside them."""
    periods = ["..", "2000-01-01..2000-01-02", "2000-01-01..2000-01-02"]
    said = [
        Wording(id=f"w{i}", provision="p", lang="ru", in_force=Period.read(period))
        for i, period in enumerate(periods)
    ]
    overlaps = [
        record for code, record, _ in found(*said, also_known=frozenset({"p"})) if code == "LT-TIM-005"
    ]

    assert "w2" in overlaps


def test_wordings_of_two_languages_do_not_overlap() -> None:
    """The same days in another language are another wording."""
    said = [
        Wording(id=lang, provision="p", lang=lang, in_force=Period.read("2000..")) for lang in ("kk", "ru")
    ]

    assert found(*said, also_known=frozenset({"p"})) == []


# critiques


def test_works_behind_follows_packages_and_effects() -> None:
    """A package leads to its works, an effect to the work of its amendment, each once."""
    records = [
        work("/a"),
        Amendment(id="m", instrument="/a"),
        Package(id="p", members=("/a", "m")),
        Effect(id="e", kind="power", by=("m", "/a")),
    ]
    corpus = Corpus.of(records)

    assert [[w.id for w in works_behind(corpus, id)] for id in ("/a", "m", "p", "e", "none")] == [
        *[["/a"]] * 4,
        [],
    ]


def test_references_in_a_circle_are_followed_once() -> None:
    """An amendment that names itself as its instrument is one wrong reference and no endless search."""
    records = [
        Amendment(id="m", instrument="m"),
        Critique(
            id="c",
            critics=("a",),
            targets=("m",),
            gist=HEADLINE,
            stage=Stage.IN_FORCE,
            date=EdtfDate.read("2017"),
        ),
    ]
    codes = {code for code, _, _ in found(*records, also_known=frozenset({"a", "c@"}))}

    assert codes == {"LT-REF-003"}


@pytest.mark.parametrize(
    ("stage", "date", "fits"),
    [
        (Stage.DRAFT_IN_PARLIAMENT, "2016-12-22", True),
        (Stage.DRAFT_IN_PARLIAMENT, "2016", True),
        (Stage.DRAFT_IN_PARLIAMENT, "2016-12-23", False),
        (Stage.IN_FORCE, "2016-12-21", False),
        (Stage.APPLICATION, "2017", True),
        (Stage.GENERAL, "2001", True),
    ],
)
def test_a_stage_fits_its_date(stage: Stage, date: str, fits: bool) -> None:
    """Stage and date contradict each other only when both are definite enough (I-54)."""
    critique = Critique(
        id="c", critics=("a",), targets=("/a/1",), gist=HEADLINE, stage=stage, date=EdtfDate.read(date)
    )
    codes = [c for c, _, _ in found(work(signed="2016-12-22"), critique, also_known=frozenset({"a", "c@"}))]

    assert codes == ([] if fits else ["LT-CRI-001"])


# texts


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Закон о связи", ""),
        ("IT-сфера", ""),
        ("Закон o связи", ""),  # a whole word of one letter cannot be told from a Latin word
        ("Зaкон", "LATIN SMALL LETTER A"),
        ("Аct", "CYRILLIC CAPITAL LETTER A"),
        ("a" * 200_000 + "é", ""),
        ("a" * 200_000 + "я", "CYRILLIC SMALL LETTER YA"),
    ],
)
def test_a_word_of_two_alphabets_names_the_odd_letter(text: str, odd: str) -> None:
    """The letter that is in the minority is named; a long text takes no longer than it must."""
    problems: tuple[Problem, ...] = check(Corpus.of([Work(id="/a", title=LangMap.of(text))]))

    assert [odd in problem.hint for problem in problems] == ([True] if odd else [])


def test_modifications_belong_to_one_text() -> None:
    """Where they are recorded for two works, or for none, nothing says which text they change."""
    change = Repeal(target="art_1")

    def amendment(*targets: str) -> Amendment:
        return Amendment(id="/m/1", instrument="/a/1", targets=targets, modifications=(change,))

    problem = ("LT-TXT-010", "/m/1", "targets")
    assert problem not in found(work(), amendment("/a/1"))
    assert problem in found(work(), work("/a/2"), amendment("/a/1", "/a/2"))
    assert problem in found(work(), amendment())
