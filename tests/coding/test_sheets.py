"""Sheets in: every fault in one pass, with its row and column; and templates out, which read back."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from studies import HEAD, sheet_in

import lawtrack as lt
from lawtrack.coding import FINAL
from lawtrack.coding.sheets import COLUMNS


def test_rows_become_codings(coded):
    """Each answered row is a coding; one without an answer is counted, one without anything is nothing."""
    codings = coded("a1,power,ana,1,yes,art_1; art_2,hm\na1,judge,ana,1,,,\n,,,,,,\n")

    (coding,) = codings
    assert (coding.unit, coding.answer, coding.citations, coding.note) == (
        "a1",
        "yes",
        ("art_1", "art_2"),
        "hm",
    )
    assert (len(codings), codings.empty, codings.coders) == (1, 1, ("ana",))


@pytest.mark.parametrize(
    ("row", "code", "where", "told"),
    [
        ("a1,powr,ana,1,yes,,", "LT-COD-008", "row 2, question", "Did you mean 'power'?"),
        ("a1,power,ana,1,Yes,,", "LT-COD-001", "row 2, answer", "Did you mean 'yes'?"),
        ("a1,power,ana,1,yes,,", "LT-COD-004", "row 2, citations", "where 'yes' rests on"),
        ("a1,power,,1,no,,", "LT-KEY-004", "row 2, coder", "who answered"),
        (",power,ana,1,no,,", "LT-KEY-004", "row 2, unit", "the id of one amendment"),
        ("a1,power,ana,1,,art_1,", "LT-COD-001", "row 2, answer", "an answer, since there are citations"),
        ("a1,power,ana,1,no", "LT-COD-009", "row 2", "7 cells"),
        ('a1,power,ana,1,"no"x,,', "LT-COD-009", "", "CSV"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(faults, row, code, where, told):
    """Code, row, column, what was read, what was expected and the nearest."""
    (problem,) = faults(f"{row}\n")

    assert (problem.code, problem.where) == (code, where)
    assert told in str(problem)


def test_every_fault_is_told_in_one_pass(faults):
    """Two files' worth of slips come together, in order of rows."""
    problems = faults("a1,powr,ana,1,yes,,\na1,days,ana,1,1000,,\na1,power,ana,1,no,,\na1,power,ana,1,no,,\n")

    assert [(p.code, p.where) for p in problems] == [
        ("LT-COD-008", "row 2, question"),
        ("LT-COD-001", "row 3, answer"),
        ("LT-COD-003", "row 5, answer"),
    ]
    assert "'no' stands in row 4" in str(problems[-1])


def test_only_one_adjudication_holds(faults):
    """Two people cannot both settle one question about one unit."""
    (problem,) = faults("a1,days,eva,final,1,,\na1,days,fay,final,2,,\n")

    assert (problem.code, problem.where) == ("LT-COD-003", "row 3, answer")


def test_a_question_that_does_not_arise_is_told(faults):
    """An answer beside the coder's own earlier answer is refused, whichever row comes first."""
    (problem,) = faults("a1,judge,ana,1,no,,\na1,power,ana,1,no,,\n")

    assert (problem.code, problem.where) == ("LT-COD-005", "row 2, answer")
    assert "judge arises only where power is yes, and row 3 has 'no'" in str(problem)


def test_another_coder_may_find_that_it_arises(coded):
    """Whether a question arises is each coder's own matter."""
    assert len(coded("a1,power,ana,1,yes,art_1,\na1,judge,ana,1,no,,\na1,power,ben,1,no,,\n")) == 3


def test_unknown_columns_are_refused(faults):
    """A column that sheets do not have is told with the nearest, a missing one by name."""
    problems = faults("", head="unit,question,coder,anser\n")

    assert [p.code for p in problems] == ["LT-KEY-001", "LT-KEY-004"]
    assert "Did you mean 'answer'?" in str(problems[0])


def test_units_and_citations_are_looked_up(tmp_path, book, corpus):
    """With a corpus the last part of an id is enough, and the whole id comes back."""
    path = sheet_in(tmp_path, "a10,power,ana,1,yes,7~art_1,\n")

    (coding,) = lt.read_codings(path, book, corpus=corpus)
    assert coding.unit == "lt:kz/amendment/a10"
    assert coding.citations == ("/akn/kz/act/law/2020/7~art_1",)


def test_what_the_corpus_lacks_is_told(faults, corpus):
    """A unit nobody has, a unit of another type, and a citation that leads nowhere."""
    problems = faults(
        "a3,days,ana,1,1,,\nlt:kz/source/s,days,ana,1,1,,\na1,days,ana,1,1,art_9,\n", corpus=corpus
    )

    assert [(p.code, p.where) for p in problems] == [
        ("LT-REF-002", "row 2, unit"),
        ("LT-REF-003", "row 3, unit"),
        ("LT-REF-002", "row 4, citations"),
    ]
    assert "It is of type source." in str(problems[1])


def test_a_sheet_of_another_version_is_refused(faults):
    """Answers to other questions are not taken for answers to these."""
    (problem,) = faults("small 1,a1,days,ana,1\n", head="codebook,unit,question,coder,answer\n")

    assert (problem.code, problem.where) == ("LT-COD-006", "row 2, codebook")


def test_names_that_look_alike_are_a_warning(coded):
    """Coders whose names differ in case or spaces inside stay two, and that is said."""
    codings = coded("a1,days,an a,1,1,,\na1,days,Ana,1,1,,\n")

    (problem,) = codings.problems
    assert (problem.code, problem.severity, len(codings.coders)) == ("LT-COD-002", lt.Severity.WARNING, 2)


def test_spaces_around_a_name_are_no_part_of_it(coded):
    """Unit, coder and answer are read alike: Ada with a blank before her name is Ada."""
    codings = coded("a1,days,Ada,1,1,,\n a2 ,days, Ada , 1 , 2 ,,\n")

    assert (codings.coders, codings.units, codings.problems) == (("Ada",), ("a1", "a2"), ())


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("a\0,days,ana,1,1,,", "unit"),
        ("a1,days,a\u200bna,1,1,,", "coder"),
        ("a1,days,ana,\x01x,1,,", "round"),
    ],
)
def test_signs_that_nobody_sees_are_refused(faults, row, column):
    """In the name of a unit as in that of a coder or a round."""
    (problem,) = faults(f"{row}\n")

    assert (problem.code, problem.where) == ("LT-KEY-003", f"row 2, {column}")


def test_one_unit_under_two_names_is_a_warning(coded, tmp_path, book, corpus):
    """Without a corpus an id and its last part are two units, which is said; with one they are the same."""
    rows = "a1,days,ana,1,1,,\nlt:kz/amendment/a1,days,ben,1,1,,\n"
    (problem,) = coded(rows).problems

    assert (problem.code, problem.severity) == ("LT-COD-010", lt.Severity.WARNING)
    held = lt.read_codings(sheet_in(tmp_path, rows), book, corpus=corpus)
    assert (held.units, held.problems) == (("lt:kz/amendment/a1",), ())


def test_an_adjudication_is_not_mistaken_for_a_round(faults):
    """Final and FINAL would pass for rounds of coders, so they are refused."""
    (problem,) = faults("a1,days,ana,Final,1,,\n")

    assert (problem.code, problem.where) == ("LT-KEY-003", "row 2, round")


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_sheets_of_other_spreadsheets_are_read(tmp_path, book, mark, ending, start):
    """Semicolons, tabs, line ends and byte order marks as spreadsheets of other places write them."""
    path = tmp_path / "sheet.csv"
    text = start + (HEAD + 'a1,topics,ana,1,"speech; faith",,\n').replace(",", mark).replace("\n", ending)
    path.write_bytes(text.encode("utf-8"))

    (coding,) = lt.read_codings(path, book)
    assert coding.answer == ("speech", "faith")


def test_a_file_that_is_not_there_is_told_with_the_rest(tmp_path, book):
    """Of several files each fault is told, one for the missing one."""
    with pytest.raises(lt.CodingError) as caught:
        lt.read_codings([tmp_path / "none.csv", sheet_in(tmp_path, "a1,powr,ana,1,no,,\n")], book)

    assert [p.code for p in caught.value.problems] == ["LT-IO-006", "LT-COD-008"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_reads_or_is_refused(tmp_path, book, text):
    """Whatever stands in a file, reading gives codings or CodingError."""
    path = sheet_in(tmp_path, text)
    with suppress(lt.CodingError):
        assert isinstance(lt.read_codings(path, book), lt.Codings)


def rows_of(table):
    return list(csv.DictReader(io.StringIO(table.to_csv(), newline="")))


def test_a_template_has_a_row_for_each_unit_and_question(corpus, book):
    """Ids are whole and in natural order, questions in that of the codebook, and nothing is answered."""
    rows = rows_of(lt.template(corpus, book, coder="ana"))

    assert list(rows[0]) == list(COLUMNS)
    assert [row["unit"] for row in rows[::6]] == [f"lt:kz/amendment/a{n}" for n in (1, 2, 10)]
    assert [row["question"] for row in rows[:6]] == [question.id for question in book.questions]
    assert {(row["coder"], row["round"], row["answer"]) for row in rows} == {("ana", "1", "")}


def test_a_template_tells_what_a_coder_must_know(corpus, book):
    """The question, the permitted answers, when it arises and whether to cite, in the language asked for."""
    rows = rows_of(lt.template(corpus, book, units=["a1"], lang="ru"))

    assert rows[0]["text"] == "Даёт ли она полномочие?"
    assert rows[0]["permitted"] == "yes | no | unknown"
    assert "Cite the provisions" in rows[0]["instructions"]
    assert rows[1]["instructions"] == "Only where power is yes."


def test_an_untouched_template_reads_as_no_codings(tmp_path, corpus, book):
    """What goes out comes in, row by row, and says nothing yet."""
    path = tmp_path / "out.csv"
    path.write_text(lt.template(corpus, book).to_csv(), "utf-8", newline="")

    codings = lt.read_codings(path, book, corpus=corpus)
    assert (len(codings), codings.empty) == (0, 18)


def test_filled_templates_read_back(tmp_path, corpus, book):
    """Answers put into the columns come back with the ids that went out."""
    table = lt.template(corpus, book, coder="=ana", units=["a2"])
    rows = [
        (*row[:9], "unknown" if row[3] in ("power", "reach", "days") else "", *row[10:]) for row in table.rows
    ]
    path = tmp_path / "out.csv"
    path.write_text(lt.Table(table.columns, rows).to_csv(), "utf-8", newline="")

    codings = lt.read_codings(path, book, corpus=corpus)
    assert [(c.unit, c.question, c.coder) for c in codings] == [
        ("lt:kz/amendment/a2", question, "=ana") for question in ("power", "reach", "days")
    ]


def test_codings_read_back_from_their_own_table(tmp_path, coded, book):
    """The table of codings is a sheet: written and read, it gives the same codings."""
    codings = coded("a1,topics,ana,1,speech; faith,,=1\na1,days,ben,2,7/2,,\na1,days,eva,final,3,x,\n")
    path = tmp_path / "again.csv"
    path.write_text(codings.table().to_csv(), "utf-8", newline="")

    assert lt.read_codings(path, book).rows == codings.rows


def test_a_sheet_to_settle_has_only_what_is_open(tmp_path, corpus, book):
    """It asks for the round final, tells who said what, and leaves out what is settled or agreed."""
    rows = (
        "a1,days,ana,1,1,,\na1,days,ben,1,2,,\na2,days,ana,1,1,,\na2,days,ben,1,3,,\na2,days,eva,final,3,,\n"
    )
    codings = lt.read_codings(sheet_in(tmp_path, rows), book, corpus=corpus)

    (row,) = rows_of(lt.template(corpus, book, differing=codings))
    assert (row["unit"], row["round"]) == ("lt:kz/amendment/a1", FINAL)
    assert "Round 1: ana 1; ben 2." in row["instructions"]


def test_a_package_needs_units_that_packages_have(corpus, tmp_path, book):
    """package= chooses amendments and effects; of other units it is refused in one sentence."""
    import attrs

    with pytest.raises(ValueError, match="codes each provision"):
        lt.template(corpus, attrs.evolve(book, unit="provision"), package="p")


@pytest.mark.parametrize(
    ("text", "coders"),
    [
        ("sep=;\nunit;question;coder;answer\na1;days;ana;1\n", {"ana"}),
        ('"unit",question,coder,"answer"\r\na1,days,a,1\na1,days,b,1\ra1,days,c,1\r\n', {"a", "b", "c"}),
        ("\ufeffunit\tquestion\tcoder\tanswer\na1\tdays\tana\t1\n \t \t \t \n", {"ana"}),
        ("unit,question,coder,answer,note\na1,days,=cmd(),1,'=1+1\n", {"=cmd()"}),
    ],
)  # fmt: skip
def test_what_spreadsheets_make_of_a_sheet_is_read(tmp_path, book, text, coders):
    """Other separators, a line that names one, a mark at the start, mixed line ends, blank rows, formulas."""
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.encode("utf-8"))

    assert {row.coder for row in lt.read_codings(path, book)} == coders


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "an empty file, expected a header with the columns unit, question, coder, answer"),
        ('unit,question,coder,answer\na1,days,"ana,1\n', "unexpected end of data in row 2"),
        ("unit,question,coder,answer,note\na1,days,ana,1," + "x" * 200_000 + "\n", "field limit"),
        ("unit,question,answer\na1,days,1\n", "a column coder"),
        ("unit,question,coder,answer,answer\na1,days,ana,1,1\n", "each column once"),
        ("unit,question,coder,answer\na1,days,a\u202ena,1\n", "a name of signs that print"),
        ("unit,question,coder,answer\na1,days,ana,1\na1,days,ana,1\n", "one answer; '1' stands in row 2"),
    ],
)
def test_hostile_sheets_are_refused_in_one_line(tmp_path, book, text, told):
    """Each fault is one problem with its place; nothing is half-read."""
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.encode("utf-8"))

    with pytest.raises(lt.CodingError) as caught:
        lt.read_codings(path, book)

    (problem,) = caught.value.problems
    assert told in str(problem)


def test_codings_are_codings(book):
    """What is no codebook, no coding or has no coder is refused with what is due."""
    for wrong in ({"codebook": None}, {"rows": "abc"}, {"rows": [None]}, {"rows": 5}):
        with pytest.raises(lt.WrongTypeError):
            lt.Codings(**{"codebook": book, "rows": (), **wrong})
    with pytest.raises(lt.ReadingError, match="coder of a coding"):
        lt.Codings(codebook=book, rows=[lt.Coding(unit="a1", question="days", coder=" ", answer="1")])
