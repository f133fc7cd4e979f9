"""Formulas of amending laws in Russian, Kazakh and English, read into substitutions."""

import pytest

import lawtrack as lt
from lawtrack.errors import ReadingError, UnknownNameError
from lawtrack.texts.formulas import read_substitutions


def read(text, lang="ru"):
    return [(s.action, s.old, s.new, s.part) for s in read_substitutions(text, lang=lang)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("слова «А б» заменить словами «В г»", [("replace", "А б", "В г", "")]),
        ('слово "А" заменить словом "Б";', [("replace", "А", "Б", "")]),
        ("цифры «10» заменить цифрами «20»", [("replace", "10", "20", "")]),
        ("слова „А“ заменить словами “Б”", [("replace", "А", "Б", "")]),
        (
            "в абзаце втором части первой слова «А» заменить словами «Б»",
            [("replace", "А", "Б", "абзаце втором части первой")],
        ),
        (
            'слова "А", "Б" заменить соответственно словами "В", "Г"',
            [("replace", "А", "В", ""), ("replace", "Б", "Г", "")],
        ),
        (
            "слова «А» и «Б» заменить словом «В»",
            [("replace", "А", "В", ""), ("replace", "Б", "В", "")],
        ),
        ("после слов «А» дополнить словами «, Б»", [("insert_after", "А", ", Б", "")]),
        (
            'часть вторую после слова "А" дополнить словом "Б"',
            [("insert_after", "А", "Б", "часть вторую")],
        ),
        ("перед словом «А» дополнить словами «Б»", [("insert_before", "А", "Б", "")]),
        ("слова «А» исключить", [("delete", "А", "", "")]),
        ("абзац первый дополнить словами «А»", [("append", "", "А", "абзац первый")]),
        ("слова «Закон «О связи»» исключить", [("delete", "Закон «О связи»", "", "")]),
        (
            "слова «А» заменить словами «Б»; слова «В» исключить",
            [("replace", "А", "Б", ""), ("delete", "В", "", "")],
        ),
    ],
)
def test_russian_formulas(text, meant):
    """Replacement, insertion after and before, deletion, words at the end; all kinds of quotation marks."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('"а" деген сөздер "б" деген сөздермен ауыстырылсын', [("replace", "а", "б", "")]),
        (
            "бірінші бөлігінде «а» деген сөзден кейін «б» деген сөзбен толықтырылсын",
            [("insert_after", "а", "б", "бірінші бөлігінде")],
        ),
        ("«а» деген сөздер алып тасталсын", [("delete", "а", "", "")]),
        ("«10» деген цифрлар «20» деген цифрлармен ауыстырылсын", [("replace", "10", "20", "")]),
    ],
)
def test_kazakh_formulas(text, meant):
    """The same acts in Kazakh, where the words stand first."""
    assert read(text, "kk") == meant


def test_latin_i_in_kazakh_is_read():
    """Older electronic texts write і with the Latin letter."""
    assert read('"а" деген сөздерден кейiн "б" деген сөздермен толықтырылсын', "kk") == [
        ("insert_after", "а", "б", "")
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('In section 5(1), for "two" substitute "five".', [("replace", "two", "five", "section 5(1)")]),
        ('the words "a b" shall be replaced by the words "c"', [("replace", "a b", "c", "")]),
        ('by striking "2 years" and inserting "3 years"', [("replace", "2 years", "3 years", "")]),
        ('after "a" insert "or b"', [("insert_after", "a", "or b", "")]),
        ('omit "or both"', [("delete", "or both", "", "")]),
        ('by striking “a”', [("delete", "a", "", "")]),
    ],
)  # fmt: skip
def test_english_formulas(text, meant):
    """British and American ways to say it."""
    assert read(text, "en") == meant


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("по всему тексту слова «А» заменить словами «Б»", "ru"),
        ('by striking "a" each place it appears and inserting "b"', "en"),
        ('for "a", in each place where it occurs, substitute "b"', "en"),
    ],
)
def test_each_is_explicit(text, lang):
    """Only words of the formula make it mean every occurrence; "the whole text" is no part."""
    (found,) = read_substitutions(text, lang=lang)

    assert found.each
    assert found.part == ""


def test_each_of_one_formula_is_not_that_of_the_next():
    """A semicolon parts the instructions."""
    found = read_substitutions("по тексту слово «А» заменить словом «Б»; слово «В» исключить")

    assert [one.each for one in found] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "слова «А» изменить",
        "часть первую изложить в следующей редакции",
        "слова «А», «Б» заменить соответственно словами «В», «Г», «Д»",
        "слова «А заменить словами Б",
    ],
)
def test_what_no_rule_reads_is_refused(text):
    """Another instruction, pairs that do not match and open quotations are errors, never guesses."""
    with pytest.raises(ReadingError):
        read_substitutions(text)


def test_another_language_is_refused():
    """The known ones are named."""
    with pytest.raises(UnknownNameError, match="ru, kk, en"):
        read_substitutions("x", lang="de")


def test_formula_applies_itself():
    """Read and applied, the formula gives the clause after the change."""
    before = "лишением свободы на срок от семи до двенадцати лет с конфискацией имущества или без таковой"
    first, second = read_substitutions(
        "слово «семи» заменить словом «восьми»; слова «или без таковой» исключить"
    )

    assert second.apply(first.apply(before)) == (
        "лишением свободы на срок от восьми до двенадцати лет с конфискацией имущества"
    )


def test_after_clause_reads_as_the_sanction_of_the_corpus():
    """The formula of article 255(1), carried out and read, is the sanction that the example corpus holds."""
    words = "от четырех до десяти лет с конфискацией имущества или без таковой"
    clause = f"наказывается лишением свободы на срок {words}"
    (formula,) = read_substitutions(
        f"слова «{words}» заменить словами «от шести до десяти лет с конфискацией имущества»"
    )
    row = lt.sentence_changes(lt.example("kazakhstan")).where(provision="art. 255 para. 1")[0]

    assert lt.parse_sanction(clause, lang="ru", jurisdiction="KZ").sanction == row.before
    assert lt.parse_sanction(formula.apply(clause), lang="ru", jurisdiction="KZ").sanction == row.after


def test_insertions_and_endings():
    """Words come after, before or at the end, with the spaces that the text needs."""
    after, before, end = read_substitutions(
        "после слов «группы» дополнить словами «, банды»; перед словом «либо» дополнить словами «в крупном "
        "размере»; дополнить словами «с конфискацией»"
    )

    assert after.apply("члены группы идут") == "члены группы, банды идут"
    assert before.apply("деяние либо угроза") == "деяние в крупном размере либо угроза"
    assert end.apply("лишением свободы.") == "лишением свободы с конфискацией."
