"""The catalogue of bad inputs: each gets its own code, its severity, its place and the way out."""

from datetime import datetime
from pathlib import Path

import pytest
from attrs import field, frozen

import lawtrack as lt
from lawtrack import CorpusError, Problem, Severity
from lawtrack.commencement_rules import read_rule
from lawtrack.dates import EdtfDate, as_day
from lawtrack.errors import Conflict, ReadingError
from lawtrack.kinds import Power, Sentence
from lawtrack.missing import UNKNOWN
from lawtrack.penalties import Sanction
from lawtrack.tables import Table, read_csv_cell
from lawtrack.verdicts import Verdict

ACT = "/akn/kz/act/law/2016-12-22/28-vi"
BASE = f"""
[[work]]
id = "{ACT}"
jurisdiction = "KZ"
events = [{{ kind = "signed", date = "2016-12-22" }}]
[[jurisdiction]]
id = "KZ"
authentic_languages = ["kk", "ru"]
[[source]]
id = "lt:kz/source/report"
[[provision]]
work = "{ACT}"
eid = "art_1"
[[actor]]
id = "lt:kz/actor/critic"
name = "A critic"
[[critique]]
id = "lt:kz/critique/c"
critics = ["lt:kz/actor/critic"]
targets = ["{ACT}"]
gist = "too wide"
source = "lt:kz/source/report"
[[recommendation]]
id = "lt:kz/recommendation/r"
critique = "lt:kz/critique/c"
"""
"""A corpus without a fault, to which each row adds one."""

EFFECT = """
[[effect]]
id = "lt:kz/effect/e"
source = "lt:kz/source/report"
"""
REGISTRATION = f'{EFFECT}kind = "registration"\n'
SENTENCE = f'{EFFECT}kind = "sentence"\n'
NORM = '[[norm]]\nid = "lt:kz/norm/n"\n'
CLAIM = f'[[claim]]\nid = "lt:kz/claim/k"\nabout = "{ACT}"\nsource = "lt:kz/source/report"\n'
WORK = '[[work]]\nid = "/akn/kz/act/law/2017/1"\n'
CRITIQUE = f"""
[[critique]]
id = "lt:kz/critique/d"
critics = ["lt:kz/actor/critic"]
targets = ["{ACT}"]
gist = "too wide"
source = "lt:kz/source/report"
"""
WORDING = f"""
[[wording]]
provision = "{ACT}~art_1"
"""

LAW_IN_WORDS = f"""
[[source]]
id = "lt:kz/source/law"
kind = "primary_law"
lang = "ru"
{WORDING}id = "w"
lang = "ru"
text = "Owners report  guests\\nwithin five days."
"""
TRANSLATED = "".join(
    f"""
[[source]]
id = "lt:kz/source/{lang}"
kind = "{kind}"
lang = "{lang}"
[[assertion]]
id = "lt:kz/assertion/{lang}"
about = "lt:kz/effect/e"
source = "lt:kz/source/{lang}"
field = "before"
value = "prison <={years}y"
"""
    for lang, kind, years in (
        ("ru", "primary_law", 2), ("kk", "official_translation", 3), ("en", "unofficial_translation", 4)
    )
)  # fmt: skip


@frozen
class Row:
    """One bad input: what is added to BASE, and what the one problem it makes must say.

    Attributes:
        number: Its number in the catalogue, with a letter where one number has several inputs.
        added: TOML text.
        code: Code of the problem.
        words: What must stand in its message: the place, what was read, the nearest valid value.
        severity: An error unless the catalogue says otherwise.
    """

    number: str
    added: str
    code: str
    words: tuple[str, ...] = field(converter=tuple)
    severity: Severity = Severity.ERROR


W, N = Severity.WARNING, Severity.NOTE

ROWS = [
    Row(
        "1",
        '[[source]]\nid = "lt:kz/source/report"',
        "LT-REF-001",
        ["source[1].id", "'lt:kz/source/report'", "source[0]"],
    ),
    Row(
        "29b",
        f'{WORK}commencement = ["after_expiry(publication, P10D)"]\n',
        "LT-TIM-001",
        ["commencement[0].rule", "publication", "Did you mean 'published'"],
    ),
    Row(
        "41b",
        f'{CLAIM}field = "laws"\nunit = "law"\nvalue = 2\nquantity = 3\n',
        "LT-KEY-003",
        ["claim[0]", "the same number as quantity, 3"],
    ),
    Row("1b", f'[[source]]\nid = "{ACT}"', "LT-REF-001", ["source[1].id", ACT, "work[0]"]),
    Row(
        "2",
        f'{REGISTRATION}by = ["/akn/kz/act/law/2016-12-22/28-iv"]',
        "LT-REF-002",
        ["effect[0].by[0]", "28-iv'", "amendment or work", f"Did you mean '{ACT}'?"],
    ),
    Row(
        "3",
        f'{NORM}kind = "power"\nprovisions = ["{ACT}"]',
        "LT-REF-003",
        ["norm[0].provisions[0]", "which is a work", "a provision"],
    ),
    Row(
        "4",
        '[[work]]\nid = "/a/1"\nenacted_as = "/a/2"\n[[work]]\nid = "/a/2"\nenacted_as = "/a/1"',
        "LT-REF-004",
        ["enacted_as", "/a/1 → /a/2 → /a/1"],
    ),
    Row(
        "4b",
        '[[actor]]\nid = "lt:a"\nname = "A"\nparent = "lt:a"',
        "LT-REF-004",
        ["actor[1].parent", "lt:a → lt:a"],
    ),
    Row(
        "5",
        f'{EFFECT}kind = "registration_duty"',
        "LT-KND-001",
        ["effect[0].kind", "'registration_duty'", "Did you mean 'registration'?", "x:yourname/kind"],
    ),
    Row(
        "6",
        f'{EFFECT}kind = "x:study/curfew"\nafter = {{ hours = 8 }}',
        "LT-KND-002",
        ["after (lt:kz/effect/e)", "'x:study/curfew'", "installed"],
        W,
    ),
    Row(
        "7",
        f'{REGISTRATION}after = {{ treshold = "> 10 d" }}',
        "LT-KEY-001",
        ["effect[0].after.treshold", "a key 'treshold'", "Did you mean 'threshold'?"],
    ),
    Row(
        "7b",
        f'{REGISTRATION}threshold = "> 10 d"',
        "LT-KEY-001",
        ["effect[0].threshold", "belongs to the rule", "after = { threshold ="],
    ),
    Row(
        "7c",
        f'{NORM}kind = "registration"\nthreshold = "> 10 d"',
        "LT-KEY-001",
        ["norm[0].threshold", "rule = { threshold ="],
    ),
    Row(
        "7d",
        f'{REGISTRATION}after = {{ gist = "a duty" }}',
        "LT-KEY-001",
        ["effect[0].after.gist", "belongs to the record itself"],
    ),
    Row(
        "7e",
        f"{REGISTRATION}after = {{ safeguards = [] }}",
        "LT-KEY-001",
        ["effect[0].after.safeguards", "a field of power, safeguard"],
    ),
    Row("7f", '[[works]]\nid = "/a/1"', "LT-KEY-001", ["a key 'works'", "Did you mean [[work]]?"]),
    Row(
        "8",
        f'{REGISTRATION}before = {{ kind = "power", holder = ["police"] }}',
        "LT-KND-003",
        ["effect[0].before.kind", "'power'", "'registration'"],
    ),
    Row(
        "9",
        f'{REGISTRATION}change = "created"\nbefore = {{ bearer = ["householder"] }}',
        "LT-SUB-001",
        ["effect[0]", 'change = "created" with before', "before absent", "Leave before out"],
    ),
    Row(
        "9b",
        f'{REGISTRATION}change = "repealed"\nafter = {{ bearer = ["householder"] }}',
        "LT-SUB-001",
        ['change = "repealed" with after', "after absent"],
    ),
    Row(
        "10",
        f'{SENTENCE}after = "prison 8..5y"',
        "LT-PEN-001",
        ["effect[0].after.sanction", "'prison 8..5y'", "minimum", "5..8y"],
    ),
    Row("11a", f'{SENTENCE}after = "prison -2y"', "LT-PEN-002", ["effect[0].after.sanction", "zero or more"]),
    Row("11b", f'{SENTENCE}after = "prison 2.5y"', "LT-PEN-006", ["'prison 2.5y'", "30mo"]),
    Row(
        "11c", f'{SENTENCE}after = "prison =0y"', "LT-PEN-003", ["after.sanction (lt:kz/effect/e)", "zero"], W
    ),
    Row(
        "12",
        f'{SENTENCE}after = "prison 20y..life"',
        "LT-PEN-004",
        ["prison 20y..life", "two alternatives"],
        W,
    ),
    Row("12b", f'{SENTENCE}after = "life =20y"', "LT-PEN-006", ["no amount after life", "..life"]),
    Row("13", f'{SENTENCE}after = "fine 10 MCI..20 KZT"', "LT-PEN-005", ["one unit", "10 MCI", "20 KZT"]),
    Row("23a", f'{WORK}retroactive_from = "2016-02-30"', "LT-TIM-001", ["retroactive_from", "2016-12-22"]),
    Row("23b", f"{WORK}retroactive_from = 2016-02-30", "LT-TIM-001", ["line", "2016-02-30", "calendar"]),
    Row("23c", f'{WORK}retroactive_from = "22/12/2016"', "LT-TIM-001", ["Did you mean 2016-12-22?"]),
    Row("23d", f'{WORK}retroactive_from = "Dec 22"', "LT-TIM-001", ["'Dec 22'", "2016-12-22"]),
    Row("24", f'{WORK}retroactive_from = "03/04/2017"', "LT-TIM-002", ["More than one day"]),
    Row(
        "25a",
        f"{WORK}retroactive_from = 2016-12-22T23:30:00+06:00",
        "LT-TIM-003",
        ["work[1].retroactive_from", "2016-12-22T23:30:00+06:00", "dates in the jurisdiction"],
    ),
    Row("25b", f"{WORK}retroactive_from = 23:30:00", "LT-TIM-003", ["work[1].retroactive_from", "23:30:00"]),
    Row("25c", f'{WORK}retroactive_from = "2016-12-22T23:30"', "LT-TIM-003", ["dates in the jurisdiction"]),
    Row(
        "26",
        f'{REGISTRATION}by = ["{ACT}"]\nin_force = "2016-01-01.."',
        "LT-TIM-004",
        ["effect[0].in_force", "2016-01-01", "signature on 2016-12-22", "retroactive_from"],
    ),
    Row(
        "26b",
        f'{WORK}events = [{{ kind = "signed", date = 2017-02-01 }}, '
        '{ kind = "in_force", date = 2017-01-01 }]',
        "LT-TIM-004",
        ["work[1].events", "2017-01-01", "2017-02-01"],
    ),
    Row(
        "27",
        f'{WORDING}id = "w1"\nlang = "ru"\nin_force = "2014..2016"\n'
        f'{WORDING}id = "w2"\nlang = "ru"\nin_force = "2015.."',
        "LT-TIM-005",
        ["wording[1].in_force", "2015..", "2014..2016", "w1"],
    ),
    Row(
        "28",
        f'{WORDING}id = "w1"\nlang = "ru"\nin_force = "2014-01-01..2015-01-01"\n'
        f'{WORDING}id = "w2"\nlang = "ru"\nin_force = "2016-01-01.."',
        "LT-TIM-007",
        ["in_force (w2)", "2014-01-01..2015-01-01 and then 2016-01-01..", "w1 was not collected"],
        N,
    ),
    Row("32a", f'{WORK}jurisdiction = "UK"', "LT-VOC-001", ["work[1].jurisdiction", "'UK'", "Write GB."]),
    Row("32b", f'{WORK}jurisdiction = "KAZ"', "LT-VOC-001", ["'KAZ'", "Write KZ."]),
    Row("32c", f'{WORK}jurisdiction = "Kazakhstan"', "LT-VOC-001", ["'Kazakhstan'", "Write KZ."]),
    Row(
        "33",
        f'{WORK}title = {{ kz = "Заң" }}',
        "LT-VOC-002",
        ["work[1].title", "'kz'", "Kazakh is kk; kz is the country."],
    ),
    Row("33b", f'{WORDING}id = "w"\nlang = "kz"', "LT-VOC-002", ["wording[0].lang", "Kazakh is kk"]),
    Row("34a", f"{WORK}title = {{}}", "LT-LNG-001", ["work[1].title", "at least one"]),
    Row("34b", f'{WORK}title = {{ en = " " }}', "LT-LNG-001", ["work[1].title", "not empty for en"]),
    Row(
        "35",
        f'{WORDING}id = "w"\nlang = "en"\nofficial = true',
        "LT-LNG-002",
        ["lang (w)", "en", "kk, ru"],
        W,
    ),
    Row(
        "36a",
        '[[source]]\nid = "lt:kz/source/r\u0435port"',
        "LT-REF-005",
        ["source[1].id", "CYRILLIC SMALL LETTER IE"],
    ),
    Row(
        "36b",
        f'{WORK}title = {{ en = "L\u0430w" }}',
        "LT-LNG-004",
        ["title.en", "CYRILLIC SMALL LETTER A"],
        W,
    ),
    Row("36c", f'{WORK}title = {{ en = "re\u0301sume" }}', "LT-LNG-004", ["title.en", "normal form C"], W),
    Row(
        "38",
        f'[[assertion]]\nid = "lt:a"\nabout = "{ACT}"',
        "LT-SRC-002",
        ["assertion[0].source", "source is required"],
    ),
    Row("41", f'{CLAIM}quantity = "20"', "LT-CLM-001", ["unit (lt:kz/claim/k)", "20 of an unnamed unit"], W),
    Row(
        "42",
        f'{CLAIM}quantity = "20"\nis_share = true',
        "LT-CLM-002",
        ["claim[0]", "20", "Did you mean 1/5?"],
    ),
    Row(
        "43",
        f'{CLAIM}unit = "law"\nhedge = "gazillions of"',
        "LT-CLM-003",
        ["hedge (lt:kz/claim/k)", "'gazillions of'", "interval is unknown"],
        W,
    ),
    Row(
        "45",
        f'{CRITIQUE}stage = "draft_in_parliament"\ndate = "2017-03"',
        "LT-CRI-001",
        ["critique[1].stage", "draft_in_parliament, made 2017-03", "2016-12-22"],
    ),
    Row(
        "46",
        '[[outcome]]\nid = "lt:o"\nrecommendation = "lt:kz/recommendation/r"\nstatus = "heeded"',
        "LT-CRI-002",
        ["outcome[0]", "heeded", "without evidence"],
    ),
    Row(
        "47",
        '[[actor]]\nid = "lt:a"\nname = "Analysts"\nkind = "unnamed_collective"\n'
        'same_as = ["lt:kz/actor/critic"]',
        "LT-ACT-001",
        ["actor[1].same_as", "Nobody knows who they are"],
    ),
    Row(
        "48",
        '[[gap]]\nid = "lt:g"\nexpects = "a remedy"\ntype = "no_remedy"\n'
        'rule = {}\nsource = "lt:kz/source/report"',
        "LT-GAP-001",
        ["gap[0].rule", "no rule in a gap", "[[norm]]"],
    ),
    Row(
        "49",
        '[[effect]]\nid = "lt:kz/effect/e"\nkind = "power"\nafter = { holder = ["police"] }',
        "LT-SUB-002",
        ["effect[0]", "no assertion", 'source = "…"'],
    ),
    Row(
        "37",
        f'{LAW_IN_WORDS}[[assertion]]\nid = "a"\nabout = "{ACT}~art_1"\nsource = "lt:kz/source/law"\n'
        'selector = { exact = "owners report guests within ten days" }',
        "LT-SRC-001",
        [
            "selector.exact (a)",
            "'owners report guests within ten days'",
            "Nearest is 'owners report guests within",
        ],
        W,
    ),
    Row(
        "64",
        f'''[[actor]]
id = "lt:kz/actor/other"
name = "Another"
[[critique]]
id = "lt:kz/critique/joint-2"
critics = ["lt:kz/actor/other"]
targets = ["{ACT}"]
gist = "too wide"
source = "lt:kz/source/report"
[[recommendation]]
id = "lt:kz/recommendation/r1"
critique = "lt:kz/critique/c"
text = "Make it narrower"
[[recommendation]]
id = "lt:kz/recommendation/r2"
critique = "lt:kz/critique/joint-2"
text = "Make it narrower"''',
        "LT-CRI-003",
        ["recommendation/r2", "lt:kz/recommendation/r1", "one critique with all its critics"],
        W,
    ),
    Row(
        "65",
        f"{SENTENCE}after = 'prison <=5y'\n{TRANSLATED}",
        "LT-LNG-003",
        [
            "before (lt:kz/effect/e)",
            "en: prison <=4y; kk: prison <=3y; ru: prison <=2y",
            "kept with its source",
        ],
        W,
    ),
    Row("50", REGISTRATION, "LT-SUB-003", ["lt:kz/effect/e", "before unknown, after unknown"], W),
    Row("54", f'{WORK}number = "1"\nnumber = "2"', "LT-IO-003", ["line", 'number = "2"', "each key once"]),
    Row("57", "", "LT-VER-001", ["schema 2", "at most 1", "upgrade"]),
    Row(
        "60a",
        f'{REGISTRATION}after = {{ bearer = "householder" }}',
        "LT-KEY-002",
        ["effect[0].after.bearer", "'householder'", "a list", 'Write ["householder"].'],
    ),
    Row(
        "60b",
        f'{REGISTRATION}after = {{ registers = "guest" }}',
        "LT-KEY-002",
        ["effect[0].after.registers", 'Write ["guest"].'],
    ),
    Row(
        "60c",
        f'{EFFECT}kind = "power"\nafter = {{ safeguards = "notice" }}',
        "LT-KEY-002",
        ["effect[0].after.safeguards", 'Write ["notice"].'],
    ),
    Row("60d", '[effect]\nid = "lt:kz/effect/e"', "LT-KEY-002", ["effect", "single table", "[[effect]]"]),
    Row(
        "61a",
        f"{WORK}number = 28",
        "LT-KEY-003",
        ["work[1].number", "28", "a text", 'Write "28", in quotes.'],
    ),
    Row(
        "61b",
        f"{REGISTRATION}after = {{ threshold = 10 }}",
        "LT-KEY-003",
        ["effect[0].after.threshold", "read 10", "> 10 d", "bare number"],
    ),
    Row("61c", f'{REGISTRATION}schematic = "false"', "LT-KEY-003", ["effect[0].schematic", "without quotes"]),
    Row("61d", f"{REGISTRATION}schematic = 1", "LT-KEY-003", ["effect[0].schematic", "true or false"]),
    Row("61e", f"{CLAIM}quantity = 0.2", "LT-KEY-003", ["claim[0].quantity", "0.2", '"1/5"']),
    Row("61f", f"{CLAIM}quantity = true", "LT-KEY-003", ["claim[0].quantity", "read true"]),
    Row("61g", f"{WORK}topics = [1]", "LT-KEY-003", ["work[1].topics[0]", 'Write "1"']),
    Row(
        "61h",
        f'{WORK}kind = "laws"',
        "LT-KEY-003",
        ["work[1].kind", "'laws'", "… (13 in all)", "Did you mean 'law'?"],
    ),
    Row(
        "62",
        f'{EFFECT}after = {{ offence = "theft", sanction = "prison 1..3y" }}',
        "LT-KND-004",
        ["effect[0].kind", "sentence, status_control", 'It looks like kind = "sentence".'],
    ),
    Row(
        "63",
        f'{WORK}retroactive_from = "August 2016"',
        "LT-TIM-006",
        ["'August 2016'", "Did you mean 2016-08?"],
    ),
]


def faults_of(folder: Path, text: str) -> tuple[Problem, ...]:
    """Everything that reading says about a corpus of one file, whether or not it loads."""
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    try:
        return lt.validate(lt.read(path))
    except CorpusError as fault:
        return fault.problems


def test_the_base_has_no_fault(tmp_path: Path) -> None:
    """What every row adds to is sound by itself, so that each problem comes from what was added."""
    assert faults_of(tmp_path, BASE) == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row.number} {row.code}")
def test_bad_input_gets_its_code_place_and_way_out(row: Row, tmp_path: Path) -> None:
    """The input gets the listed code and severity, and its message says where, what, and what instead."""
    head = "lawtrack = 2\n" if row.code == "LT-VER-001" else ""
    problems = faults_of(tmp_path, f"{head}{BASE}{row.added}\n")

    told = [problem for problem in problems if problem.code == row.code]
    assert told, f"no {row.code} among {[str(problem) for problem in problems]}"
    assert {problem.severity for problem in told} == {row.severity}
    assert all(word in str(told[0]) for word in row.words), str(told[0])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row.number} {row.code}")
def test_one_fault_is_told_once(row: Row, tmp_path: Path) -> None:
    """No other error is told beside the one that was made; a warning keeps nothing from loading."""
    head = "lawtrack = 2\n" if row.code == "LT-VER-001" else ""
    problems = faults_of(tmp_path, f"{head}{BASE}{row.added}\n")

    errors = [problem.code for problem in problems if problem.severity is Severity.ERROR]
    assert errors == ([row.code] if row.severity is Severity.ERROR else [])


def test_row_18_no_ladder_leaves_kinds_incomparable() -> None:
    """Prison against a fine has no order until somebody names a ladder."""
    verdicts = Sanction.read("prison <=2y").compare(Sanction.read("fine <=100 MCI")).overall

    assert verdicts.verdict is Verdict.INCOMPARABLE


def test_row_19_two_kinds_are_incomparable() -> None:
    """Rules of two kinds compare as incomparable and raise nothing."""
    assert Power().compare(Sentence()).verdict is Verdict.INCOMPARABLE


def test_row_21_effects_have_no_order(tmp_path: Path) -> None:
    """max() and sorted() over effects are refused with a sentence that offers the tiers."""
    path = tmp_path / "two.toml"
    second = REGISTRATION.replace("effect/e", "effect/f")
    path.write_text(BASE + REGISTRATION + second, encoding="utf-8")
    corpus = lt.read(path)

    for order in (max, sorted):
        with pytest.raises(TypeError, match=r"\.tiers\(\)"):
            order(corpus.effects)


def test_row_22_a_token_is_no_truth_value(tmp_path: Path) -> None:
    """`if effect.before:` is refused and says what to ask instead."""
    path = tmp_path / "one.toml"
    path.write_text(BASE + REGISTRATION, encoding="utf-8")
    effect = lt.read(path).effects[0]

    with pytest.raises(TypeError, match="is_known"):
        bool(effect.before)


def test_row_25_a_question_takes_a_day_and_no_time() -> None:
    """A datetime given where a day is due is refused, aware or not."""
    with pytest.raises(ReadingError, match="dates in the jurisdiction") as caught:
        as_day(datetime(2016, 12, 22, 23, 30))

    assert caught.value.code == "LT-TIM-003"


def test_row_29_a_rule_on_an_undated_event_is_unknown() -> None:
    """A draft that is not yet published enters into force on a day nobody knows, which is no error."""
    assert read_rule("after_expiry(published, P10D)").evaluate({}) is UNKNOWN


def test_row_30_working_days_without_a_calendar_give_a_bound() -> None:
    """Without a calendar of working days only "not before the event" is known."""
    published = {"published": EdtfDate.read("2016-12-27")}

    assert str(read_rule("after_expiry(published, 10 wd)").evaluate(published)) == "2016-12-27/.."


@pytest.mark.parametrize(
    ("day", "said"), [("1999-12-31", "begins on 2016-12-22"), ("2019-01-01", "ends on 2018-05-31")]
)
def test_row_31_a_day_beyond_the_corpus_is_answered_with_a_note(day: str, said: str, tmp_path: Path) -> None:
    """Before the first and after the last state on record an answer says where the record ends."""
    dated = BASE.replace('id = "lt:kz/source/report"', 'id = "lt:kz/source/report"\npublished = "2018-05"', 1)
    path = tmp_path / "corpus.toml"
    path.write_text(dated, "utf-8")
    corpus = lt.read(path)

    for answer in (lt.effects(corpus, on=day), lt.duties(corpus, on=day), lt.status(corpus, ACT, on=day)):
        assert any(f"The corpus {said}" in note for note in answer.notes)
        assert said in str(answer.table())
    assert lt.effects(corpus, on="2018-05-31").notes == ()
    assert lt.effects(lt.Corpus(), on=day).notes == ()


@pytest.mark.parametrize("quote", ["owners report guests within five days", "GUESTS within"])
def test_row_37_a_quotation_that_stands_there_is_no_fault(quote: str, tmp_path: Path) -> None:
    """Case, spaces and line ends count for nothing; what is quoted from elsewhere is not looked up."""
    said = f'[[assertion]]\nid = "a"\nabout = "{ACT}~art_1"\nselector = {{ exact = "{quote}" }}\n'

    assert faults_of(tmp_path, f'{BASE}{LAW_IN_WORDS}{said}source = "lt:kz/source/law"') == ()
    assert faults_of(tmp_path, f'{BASE}{said}source = "lt:kz/source/report"') == ()


def test_row_64_counts_show_both_figures(tmp_path: Path) -> None:
    """A recommendation coded under two critics of one opinion is two records and one recommendation."""
    row = next(row for row in ROWS if row.number == "64")
    path = tmp_path / "joint.toml"
    path.write_text(BASE + row.added, "utf-8")

    assert lt.recommendations(lt.read(path)).notes == (
        "3 recommendations, 2 if those of a joint opinion count once.",
    )


def test_row_64_one_critic_may_say_it_twice(tmp_path: Path) -> None:
    """The same words under critiques of one critic, or from different sources, are no double coding."""
    row = next(row for row in ROWS if row.number == "64")
    same_critic = row.added.replace('critics = ["lt:kz/actor/other"]', 'critics = ["lt:kz/actor/critic"]')
    other_source = row.added.replace('source = "lt:kz/source/report"', 'source = "other"')

    assert faults_of(tmp_path, BASE + same_critic) == ()
    assert faults_of(tmp_path, f'{BASE}{other_source}\n[[source]]\nid = "other"') == ()


def test_row_40_conflict_names_both_sources_and_the_policies() -> None:
    """Two sources with two values are both named, with the policies that would decide."""
    said = [("lt:kz/source/law", "5 y"), ("lt:kz/source/report", "7 y")]

    told = str(Conflict("lt:kz/effect/e", "sanction", said, ["primary_first", "latest"]))

    assert all(word in told for word in ("law says 5 y", "report says 7 y", "primary_first, latest"))


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "@SUM(A1)"])
def test_row_59_formulas_are_disarmed_and_come_back(formula: str) -> None:
    """A text that a spreadsheet would run is prefixed in CSV and can be read back as it was."""
    cell = Table(["a"], [[formula]]).to_csv().splitlines()[1].strip('"')

    assert cell[0] == "'"
    assert read_csv_cell(cell) == formula


def test_row_66_an_empty_corpus_is_a_corpus(tmp_path: Path) -> None:
    """An empty file is a corpus that holds nothing and has no problems."""
    path = tmp_path / "empty.toml"
    path.write_text("", encoding="utf-8")
    corpus = lt.read(path)

    assert (len(corpus), bool(corpus), lt.validate(corpus)) == (0, True, ())


def test_row_66_an_empty_table_keeps_its_columns() -> None:
    """A table without rows still names its columns and says that there are none."""
    table = Table(["law", "effect"])

    assert "law" in table.to_text()
    assert "no rows" in table.to_html()
