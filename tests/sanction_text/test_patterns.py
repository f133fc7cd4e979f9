"""The twenty-four phrase patterns of penal drafting that the library set out to read, and their traps."""

import pytest

from lawtrack import Sanction, parse_sanction
from lawtrack.sanction_text import LANGUAGES

RIGHT = "лишением права занимать определенные должности или заниматься определенной деятельностью"

# Number of the pattern, language, country, clause, what it permits, ambiguities to be told.
PATTERNS = [
    (1, "ru", "KZ", "наказываются лишением свободы на срок от трех до восьми лет", "prison 3..8y", ()),
    (
        2,
        "ru",
        "KZ",
        "наказываются лишением свободы на срок от шести до десяти лет с конфискацией имущества",
        "prison 6..10y + confiscation!",
        (),
    ),
    (
        3,
        "ru",
        "KZ",
        "наказываются лишением свободы на срок от четырех до десяти лет с конфискацией имущества или без таковой",
        "prison 4..10y + confiscation?",
        (),
    ),
    (
        4,
        "ru",
        "KZ",
        "наказывается штрафом в размере до двухсот МРП либо исправительными работами в том же размере, либо "
        "привлечением к общественным работам на срок до двухсот часов",
        "fine <=200 MCI | corrective_labour <=200 MCI | community_service <=200h",
        (),
    ),
    (
        5,
        "ru",
        "KZ",
        "наказывается ограничением свободы на срок до двух лет, либо лишением свободы на тот же срок, с "
        f"{RIGHT} на срок до трех лет или без такового",
        "restriction <=2y | prison <=2y all: + disqualification <=3y?",
        ("attaches",),
    ),
    (
        6,
        "ru",
        "RU",
        "наказывается лишением свободы на срок от восьми до двадцати лет с ограничением свободы на срок от одного "
        "года до двух лет, либо пожизненным лишением свободы, либо смертной казнью",
        "prison 8..20y + restriction 1..2y! | life | death",
        (),
    ),
    (
        7,
        "ru",
        "KZ",
        f"наказывается лишением свободы сроком на двадцать лет с пожизненным {RIGHT} либо пожизненным лишением "
        "свободы с конфискацией имущества или без таковой",
        "prison =20y + disqualification life! | life + confiscation?",
        ("attaches",),
    ),
    (
        8,
        "ru",
        "KZ",
        "наказываются лишением свободы на срок от двенадцати до семнадцати лет с конфискацией имущества, с лишением "
        "гражданства или без такового",
        "prison 12..17y + confiscation! + citizenship_loss?",
        (),
    ),
    (9, "ru", "KZ", "наказывается лишением свободы на срок до пяти лет", "prison <=5y", ()),
    (
        10,
        "ru",
        "KZ",
        "влечет предупреждение или штраф в размере от десяти до двадцати МРП",
        "warning | fine 10..20 MCI",
        (),
    ),
    (
        11,
        "ru",
        "KZ",
        "влечет штраф в размере от сорока до пятидесяти МРП или административный арест на срок до пятнадцати суток с "
        "административным выдворением за пределы Республики Казахстан",
        "fine 40..50 MCI | admin_arrest <=15d + expulsion!",
        ("attaches",),
    ),
    (
        12,
        "ru",
        "KZ",
        "наказывается штрафом в размере до пятидесятикратной суммы взятки",
        "fine <=x50 bribe",
        (),
    ),
    (
        13,
        "ru",
        "RU",
        "наказывается штрафом до двухсот тысяч рублей или в размере заработной платы или иного дохода осужденного за "
        "период от одного до трех месяцев",
        "fine <=200000 RUB | fine x1/12..x1/4 income_year",
        (),
    ),
    (
        14,
        "ru",
        "KZ",
        f"наказывается лишением свободы на срок до пяти лет с {RIGHT} на срок до трех лет, с конфискацией имущества",
        "prison <=5y + disqualification <=3y! + confiscation!",
        (),
    ),
    (
        16,
        "kk",
        "KZ",
        "мүлкі тәркіленіп, жеті жылдан он екі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады",
        "prison 7..12y + confiscation!",
        (),
    ),
    (
        17,
        "kk",
        "KZ",
        "екі жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не сол мөлшерде түзеу жұмыстарына жазаланады",
        "fine <=200 MCI | corrective_labour <=200 MCI",
        (),
    ),
    (
        18,
        "en",
        "KZ",
        "imprisonment for the term of four to ten years with confiscation of property or without it",
        "prison 4..10y + confiscation?",
        (),
    ),
    (
        19,
        "en",
        "GB",
        "shall be liable on conviction on indictment to imprisonment for a term not exceeding 10 years or to a fine, "
        "or to both",
        "[indictment] prison <=10y |& fine",
        (),
    ),
    (
        20,
        "en",
        "GB",
        "on summary conviction to imprisonment not exceeding 6 months or a fine not exceeding the statutory maximum",
        '[summary] prison <=6mo | fine <=ref("statutory maximum")',
        (),
    ),
    (21, "en", "US", "imprisoned not less than 5 years and not more than 20 years", "prison 5..20y", ()),
    (21, "en", "US", "imprisoned for any term of years or for life", "prison >0y | life", ()),
    (
        22,
        "en",
        "US",
        "imprisoned not more than 10 years and, if death results, shall be imprisoned for any term of years or for life",
        "prison <=10y ; [aggravated] prison >0y | life",
        (),
    ),
]


@pytest.mark.parametrize(("number", "lang", "country", "clause", "permits", "doubts"), PATTERNS)
def test_pattern(number, lang, country, clause, permits, doubts):
    """Each pattern reads as the reference has it."""
    if lang not in LANGUAGES:
        pytest.skip(f"no grammar for {lang}")
    parsed = parse_sanction(clause, lang=lang, jurisdiction=country)

    assert str(parsed.sanction.normal_form()) == str(Sanction.read(permits).normal_form())
    assert tuple(doubt.code for doubt in parsed.ambiguities) == doubts
    assert parsed.complete


def test_release_from_liability_is_no_sanction():
    """Pattern 15: a note on who is released reads as nothing, and is quoted."""
    note = "деяние освобождается от уголовной ответственности, если лицо добровольно прекратило его"
    parsed = parse_sanction(note, lang="ru", jurisdiction="KZ")

    assert not parsed.sanction.is_known
    assert parsed.unparsed


def test_a_report_of_a_change_is_no_clause():
    """Pattern 23: "add two years" names no penalty; it belongs in a delta."""
    assert not parse_sanction("add two years to sentencing rules", lang="en").complete


@pytest.mark.parametrize(
    ("clause", "permits"),
    [
        # ё and е, "либо" and "или" of equal rank, thousand alone, both senses of "пожизненным", dash before the verb
        ("наказывается лишением свободы на срок до трёх лет", "prison <=3y"),
        ("влечет предупреждение или штраф в размере пяти МРП либо арест на срок до пяти суток", "warning | fine =5 MCI | arrest <=5d"),
        ("влечет штраф в размере тысячи МРП", "fine =1000 MCI"),
        (f"– наказывается штрафом с пожизненным {RIGHT}", "fine + disqualification life!"),
        ("наказывается пожизненным лишением свободы", "life"),
        ("наказывается лишением свободы на срок от двух лет до пяти лет", "prison 2..5y"),
        ("наказывается лишением свободы на срок от шести месяцев до двух лет", "prison 6mo..2y"),
        ("наказывается арестом с конфискацией имущества или без такового наказания", "arrest + confiscation?"),
    ],
)  # fmt: skip
def test_traps(clause, permits):
    """What tripped a first sketch of the parser."""
    parsed = parse_sanction(clause, lang="ru", jurisdiction="KZ")

    assert str(parsed.sanction.normal_form()) == str(Sanction.read(permits).normal_form())
    assert parsed.complete


def test_two_fines_in_one_option_are_kept():
    """An edge case: one option may hold two fines, and both stay."""
    parsed = parse_sanction(
        "a fine not exceeding £100 and a further fine not exceeding £5 for every day on which the offence continues",
        lang="en",
        jurisdiction="GB",
    )

    assert str(parsed.sanction) == "fine <=100 GBP & fine <=5 GBP /d"


def test_a_range_without_length_is_exact():
    """An edge case: from five to five years is five years."""
    parsed = parse_sanction("наказывается лишением свободы на срок от пяти до пяти лет", lang="ru")

    assert str(parsed.sanction) == "prison =5y"
