"""Codebooks: read strictly, and consistent in themselves."""

from fractions import Fraction

import pytest
from studies import CODEBOOK, codebook_in

import lawtrack as lt
from lawtrack.coding import Level, Question
from lawtrack.coding.codebooks import SHIPPED
from lawtrack.corpus import RECORD_TYPES


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("power", "yes", "yes"),
        ("days", "10", Fraction(10)),
        ("days", "1/2", Fraction(1, 2)),
        ("days", "unknown", "unknown"),
        ("topics", "faith; speech", ("speech", "faith")),
        ("remark", "Yes; but", "Yes; but"),
    ],
)
def test_answers_are_read_by_their_question(book, question, text, answer):
    """Codes are words, numbers exact fractions, several codes a tuple in the order of the codebook."""
    assert book.get(question).read_answer(text) == answer


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("power", "Yes", "Did you mean 'yes'?"),
        ("power", "", "yes | no | unknown"),
        ("days", "ten", "a number in [0, 100] or unknown"),
        ("days", "101", "a number in [0, 100] or unknown"),
        ("days", "-1", "a number in [0, 100] or unknown"),
        ("topics", "speech; speech", "each code once"),
        ("topics", "speech; none", "none alone, or codes without it"),
        ("topics", "speach", "Did you mean 'speech'?"),
    ],
)
def test_other_answers_are_refused(book, question, text, told):
    """Nothing is converted: another case, a word for a number, a code twice are refused with what is due."""
    with pytest.raises(lt.ReadingError) as caught:
        book.get(question).read_answer(text)

    assert told in str(caught.value)


def test_ratio_answers_have_a_zero():
    """Below zero no ratio is taken, even where the codebook sets no range; intervals may be negative."""
    text = lt.LangMap.of({"en": "How much?"})

    assert Question(id="q", text=text, level=Level.INTERVAL).read_answer("-1") == -1
    with pytest.raises(lt.ReadingError):
        Question(id="q", text=text, level=Level.RATIO).read_answer("-1")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "judge"', 'id = "power"', "each question of small once"),
        ('question = "power", answers', 'question = "reach", answers', "an earlier question: power"),
        ('answers = ["yes"]', 'answers = ["maybe"]', "a code of power: yes, no, unknown"),
        ('{ value = "few" }', '{ value = "all" }', "each code of reach once"),
        ('unit = "amendment"', 'unit = "amendmnt"', "Did you mean 'amendment'?"),
        ('level = "ratio"', 'level = "rato"', "ratio"),
        ("several = true", "sevral = true", "several"),
        ('within = "[0, 100]"\n', 'within = "lots"\n', "codebook.questions[3].within"),
        ('level = "text"', 'level = "nominal"', "fewer than two codes on its scale"),
        (
            'codes = [{ value = "yes" }, { value = "no" }]',
            'codes = [{ value = "yes;" }, { value = "no" }]',
            "without",
        ),
    ],
)
def test_a_codebook_that_contradicts_itself_is_refused(tmp_path, old, new, told):
    """Every slip is told with its place and the way out, as in any other file."""
    assert old in CODEBOOK

    with pytest.raises(lt.CodingError) as caught:
        codebook_in(tmp_path, CODEBOOK.replace(old, new, 1))

    assert told in str(caught.value)


def test_all_slips_of_a_codebook_are_told_at_once(tmp_path):
    """Reading does not stop at the first."""
    text = CODEBOOK.replace('level = "ratio"', 'level = "rato"').replace("several = true", 'several = "yes"')

    with pytest.raises(lt.CodingError) as caught:
        codebook_in(tmp_path, text)

    assert {p.where for p in caught.value.problems} >= {
        "codebook.questions[3].level",
        "codebook.questions[4].several",
    }


def test_an_unknown_name_is_no_file():
    """A word without suffix means a shipped codebook; the nearest is named."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'restrictive-amendments'"):
        lt.read_codebook("restrictive-amendment")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_codebooks_can_be_used(name):
    """Each reads, speaks of a type of record, lets coders say unknown, and tells who needs no citation."""
    book = lt.read_codebook(name)

    assert (book.id, book.unit in RECORD_TYPES) == (name, True)
    closed = [question for question in book.questions if question.codes]
    assert all("unknown" in [code.value for code in question.codes] for question in closed)
    assert all(not question.needs_citation("unknown") for question in closed)
    assert all(question.text.text("en").endswith("?") for question in book.questions)
