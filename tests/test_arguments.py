"""What public functions do with an argument of a wrong type: one clear error, whatever the function."""

import inspect
import pickle
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest

import lawtrack as lt
from lawtrack.arguments import checked
from lawtrack.errors import WrongTypeError

T = TypeVar("T")

FUNCTIONS = {name: held for name in lt.__all__ if inspect.isfunction(held := getattr(lt, name))}
TAKES_ANYTHING = {"compare", "is_known", "parse_sanction"}
"""Functions that make sense for any object, or refuse what they cannot take in words of their own."""

FIRST = {name: next(iter(inspect.signature(f).parameters), "") for name, f in FUNCTIONS.items()}
OF_A_CORPUS = sorted(name for name, first in FIRST.items() if first == "corpus")
WITH_ARGUMENTS = sorted(name for name, first in FIRST.items() if first and name not in TAKES_ANYTHING)
NO_CORPUS = [None, "kazakhstan", Path("corpus.toml"), 5, [], {}, lt.UNKNOWN, lt.Sanction.read("prison <=5y")]


@pytest.fixture(scope="module")
def kz():
    return lt.example("kazakhstan")


@pytest.mark.parametrize("name", WITH_ARGUMENTS)
def test_every_public_function_refuses_an_object_of_no_use(name):
    """No public function that takes something takes just anything; the error names the function."""
    with pytest.raises(WrongTypeError, match=rf"^{name}\(\) takes "):
        FUNCTIONS[name](object())


@pytest.mark.parametrize("given", NO_CORPUS, ids=repr)
@pytest.mark.parametrize("name", OF_A_CORPUS)
def test_where_a_corpus_is_due(name, given):
    """A question refuses what is no corpus before anything else, and says how to make one."""
    with pytest.raises(WrongTypeError) as caught:
        FUNCTIONS[name](given)

    assert (caught.value.function, caught.value.parameter, caught.value.given) == (name, "corpus", given)
    assert f"{name}() takes a Corpus as corpus, not " in str(caught.value)
    assert "lt.example('kazakhstan') or lt.read(path) makes a corpus." in str(caught.value)


def test_the_questions_are_all_looked_at():
    """The two tests above see the questions: nearly every public function takes a corpus first."""
    assert {"effects", "brief", "gaps", "coverage", "conflicts", "value_of"} <= set(OF_A_CORPUS)


@pytest.mark.parametrize(
    "call",
    [
        lambda c: lt.effects(c, package=5),
        lambda c: lt.effects(c, on=2017),
        lambda c: lt.effects(c, kind=["sentence"]),
        lambda c: lt.sentence_changes(c, ladder="fine < prison"),
        lambda c: lt.brief(c, for_=lt.UNKNOWN),
        lambda c: lt.write(c, None),
        lambda c: lt.write(c, 5),
        lambda c: lt.write("corpus.toml", c),
        lambda c: lt.show(c, None),
        lambda c: lt.value_of(c, c.effects[0], None),
        lambda c: lt.exposure(c, None),
        lambda c: lt.status(c, c.works[0], on=None),
        lambda c: lt.is_simple_shift(2, mode="both"),
        lambda c: lt.render(None, "ru"),
        lambda c: lt.read_clauses(None, lang="ru"),
        lambda c: lt.read_clauses(["a clause"], lang=None),
        lambda c: lt.read(None),
        lambda c: lt.example(None),
        lambda c: lt.digest("a text"),
        lambda c: c.diff("another"),
        lambda c: c.with_(c.effects[0], "another"),
        lambda c: c.find(5),
        lambda c: c[None],
        lambda c: lt.Corpus.of(None),
        lambda c: c.vocabulary.check_role(None),
        lambda c: c.effects[0].direction(None),
        lambda c: c.effects[0].compare_sides(ladder="fine < prison"),
        lambda c: lt.effects(c).where(5),
        lambda c: lt.effects(c).column(None),
        lambda c: lt.effects(c).by(5),
        lambda c: lt.effects(c).sort(5),
        lambda c: lt.KINDS[None],
    ],
)  # fmt: skip
def test_where_something_else_is_due(kz, call):
    """Every argument is looked at, by place or by name, not only the corpus."""
    with pytest.raises(WrongTypeError):
        call(kz)


def test_a_clause_that_is_no_text_is_refused_as_one():
    """The reader of clauses has a sentence of its own for what is no text."""
    with pytest.raises(lt.ReadingError, match="expected the text of a clause"):
        lt.parse_sanction(None, lang="ru")


def test_message_is_one_clear_sentence(kz):
    """The message names function, parameter, what was given, what is expected, and the way out."""
    with pytest.raises(WrongTypeError) as caught:
        lt.sentence_changes(kz, ladder="fine < prison")

    assert str(caught.value) == (
        "sentence_changes() takes a PenaltyLadder or None as ladder, not 'fine < prison' (str). "
        "PenaltyLadder.read(…) makes one of a text."
    )


def test_error_is_a_type_error_of_ours(kz):
    """It can be caught as TypeError and as LawtrackError, and travels between processes."""
    with pytest.raises(TypeError) as caught:
        lt.effects("kazakhstan")

    copy = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(copy, lt.LawtrackError)
    assert str(copy) == str(caught.value)


@pytest.mark.parametrize("kind", sorted(lt.KINDS))
def test_rules_are_compared_with_rules_alone(kind):
    """A text is no rule of another kind: it is refused, not told to be incomparable."""
    cls = lt.KINDS[kind]
    try:
        rule = cls()
    except TypeError:
        pytest.skip("this kind has fields without a default")

    for given in ("prison 5y", None):
        with pytest.raises(WrongTypeError, match="takes a Rule as other"):
            rule.compare(given)


class Colour(Enum):
    RED = 1


@checked
def several(
    a: int | str,
    b: Iterable[str] = (),
    *,
    c: Colour | None = None,
    d: Callable[[], int] | None = None,
    e: Any = None,
    f: "date | None" = None,
    g: Literal["x", "y"] = "x",
    h: T = None,
    i=0,
):
    """Takes a little of everything."""
    return a


def test_what_fits_passes():
    """Unions, containers, functions, forward references and what has no class are understood."""
    assert (
        several("a", ["b"], c=Colour.RED, d=lambda: 1, e=object(), f=date(2017, 1, 7), g=5, h=5, i=object())
        == "a"
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"a": 1.5}, "a number or a text as a, not 1.5 (float)"),
        ({"a": 1, "b": 5}, "an Iterable as b"),
        ({"a": 1, "c": "RED"}, "a Colour or None as c, not 'RED' (str). Its members are RED."),
        ({"a": 1, "d": 5}, "a Callable or None as d"),
        ({"a": 1, "f": "today"}, "a date or None as f"),
        ({"a": None}, "as a, not None (NoneType)."),
        ({"a": [1]}, "as a, not a list."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(given, said):
    """The sentence tells what is due in words, and the thing given when it is short."""
    with pytest.raises(WrongTypeError) as caught:
        several(**given)

    assert said in str(caught.value)


@checked
def further(a: int, *rest: str, last: int = 0, **more: object):
    """Takes what no place is named for."""
    return a, rest, last, more


def test_further_arguments_are_looked_at():
    """Arguments beyond the named places are held against the annotation of the rest alone."""
    assert further(1, "b", "c", last=2, other=None) == (1, ("b", "c"), 2, {"other": None})
    with pytest.raises(WrongTypeError, match=r"further\(\) takes a text as further arguments, not 5 \(int\)"):
        further(1, "b", 5)


def test_function_stays_itself():
    """Name, docstring and signature are those of the function."""
    assert several.__name__ == "several"
    assert several.__doc__ == "Takes a little of everything."
    assert list(inspect.signature(several).parameters) == [*"abcdefghi"]


def test_faults_of_the_call_itself_are_pythons():
    """A missing or unknown argument is told by Python, as for any function."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'a'"):
        several()
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        several(1, z=2)
