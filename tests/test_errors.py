"""Errors and problems: their parts are attributes, their words lead out, they survive pickling."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.codes import CODES
from lawtrack.errors import (
    Conflict,
    CorpusError,
    DuplicateKindError,
    LawtrackError,
    MissingExtraError,
    Problem,
    ReadingError,
    Severity,
    UnknownKindError,
    UnknownNameError,
    listed,
    nearest,
    shown,
)

problems = st.builds(
    Problem,
    code=st.sampled_from(sorted(CODES)),
    severity=st.sampled_from(Severity),
    where=st.text(max_size=20),
    read=st.text(max_size=20),
    expected=st.text(max_size=20),
    hint=st.text(max_size=20),
    file=st.text(max_size=20),
    record=st.text(max_size=20),
)

ERRORS = [
    CorpusError([Problem(code="LT-REF-001"), Problem(code="LT-IO-001", severity=Severity.NOTE)]),
    ReadingError("2016-13", "a date", "Did you mean 2016-12?", code="LT-TIM-001"),
    UnknownNameError("party role", "polise", ["police", "court"]),
    UnknownKindError("powr", ["power"]),
    Conflict("lt:e", "sanction", [("s1", 5), ("s2", 7)], ["latest"]),
    MissingExtraError("pandas", "frames"),
    DuplicateKindError("power is taken"),
]


# problems


@given(problems)
def test_a_problem_is_one_printable_line(problem: Problem) -> None:
    """Whatever its parts hold, a problem prints as one line that a terminal shows and does not obey."""
    assert str(problem).isprintable()


@given(problems)
def test_a_problem_begins_with_code_and_severity(problem: Problem) -> None:
    """Scripts find code and severity in the same place of every line."""
    assert str(problem).startswith(f"{problem.code} {problem.severity.value}")


def test_a_problem_says_place_record_what_was_read_and_the_way_out() -> None:
    """The parts stand in the order in which a person asks for them."""
    problem = Problem(
        code="LT-VOC-003",
        where="effect[1].after.holder[0]",
        record="lt:e",
        read="'goverment'",
        expected="a party role",
        hint="Did you mean 'government'?",
    )

    assert str(problem) == (
        "LT-VOC-003 error  effect[1].after.holder[0] (lt:e): read 'goverment', expected a party role. "
        "Did you mean 'government'?"
    )


def test_a_bare_problem_tells_what_its_code_means() -> None:
    """A problem with nothing but a code falls back on the sentence of the code."""
    assert str(Problem(code="LT-REF-004")).endswith(CODES["LT-REF-004"])


def test_a_code_must_be_documented() -> None:
    """No problem has a code that nobody explained."""
    with pytest.raises(ValueError, match="LT-NEW-001"):
        Problem(code="LT-NEW-001")


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_says_what_it_means_in_sentences(code: str) -> None:
    """Each explanation is whole sentences, and the code is letters and a number."""
    _, family, number = code.split("-")

    assert (family.isalpha() and family.isupper()) or family == "IO"
    assert len(number) == 3
    assert CODES[code].endswith((".", "…"))


# the corpus error


@given(st.lists(problems, max_size=30))
def test_a_corpus_error_keeps_every_problem(held: list[Problem]) -> None:
    """All problems are there in order, and the message has a heading for each file."""
    fault = CorpusError(held)
    heads = [line for line in str(fault).splitlines() if not line.startswith("  ")]

    assert fault.problems == tuple(held)
    assert len(heads) == len({problem.file or "corpus" for problem in held})


def test_many_files_do_not_make_an_endless_message() -> None:
    """Past the hundredth problem neither problems nor headings are printed."""
    fault = CorpusError([Problem(code="LT-IO-001", file=f"{i}.toml") for i in range(5000)])

    assert len(str(fault).splitlines()) == 201
    assert str(fault).endswith("… 4900 more; all of them are in .problems")


# every error


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling_and_copying(error: LawtrackError) -> None:
    """Errors cross process borders whole: same class, same words, same parts."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


@pytest.mark.parametrize(
    ("error", "parent"),
    [
        (CorpusError, ValueError),
        (ReadingError, ValueError),
        (UnknownNameError, LookupError),
        (UnknownKindError, UnknownNameError),
        (DuplicateKindError, ValueError),
        (Conflict, ValueError),
        (MissingExtraError, ImportError),
    ],
)
def test_an_error_has_a_built_in_parent(error: type[Exception], parent: type[Exception]) -> None:
    """Callers who never heard of lawtrack can catch it."""
    assert issubclass(error, LawtrackError)
    assert issubclass(error, parent)


def test_an_unknown_name_offers_the_nearest() -> None:
    """The nearest known name is offered, and the known ones are told."""
    fault = UnknownNameError("party role", "Polise", ["court", "police"])

    assert fault.near == "police"
    assert "Did you mean 'police'?" in str(fault)
    assert "court, police" in str(fault)


def test_a_missing_extra_says_how_to_install_it() -> None:
    """One sentence with the command."""
    assert "pip install 'lawtrack[frames]'" in str(MissingExtraError("pandas", "frames"))


# words in messages


@given(st.lists(st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=10))
def test_a_known_name_is_nearest_to_itself(known: list[str]) -> None:
    """Case aside, a name that exists is its own nearest."""
    name = known[0]
    near = nearest(name.upper(), known)

    assert near is not None
    assert near.casefold() == name


def test_nothing_is_near_to_a_stranger() -> None:
    """A name like no other gets no suggestion."""
    assert nearest("zzzz", ["power", "sentence"]) is None


def test_a_short_list_is_told_whole() -> None:
    """Up to eight names are told whole, with a suggestion or without."""
    names = [f"n{i}" for i in range(8)]

    assert listed(names, near="n1") == listed(names) == ", ".join(names)


def test_a_long_list_is_cut_when_a_name_is_suggested() -> None:
    """With a suggestion eight names do; without one a reader needs more of them."""
    names = [f"n{i}" for i in range(20)]

    assert listed(names, near="n1") == "n0, n1, n2, n3, n4, n5, n6, n7, … (20 in all)"
    assert listed(names) == ", ".join(names)


def test_a_very_long_list_is_always_cut() -> None:
    """Nobody reads thirty names."""
    assert listed(f"n{i}" for i in range(30)).endswith("… (30 in all)")


@given(
    st.recursive(
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.datetimes()
        ),
        lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    )
)
def test_a_value_is_shown_in_a_line(value: object) -> None:
    """Any value is shown in less than two lines of a terminal."""
    assert 0 < len(shown(value)) <= 400


def test_a_number_of_any_size_can_be_shown() -> None:
    """Python refuses to print numbers of thousands of figures; a message still can be made."""
    assert "figures" in str(ReadingError(16**5000, "a small number"))
