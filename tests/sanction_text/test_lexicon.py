"""Lexicons: numerals put together, phrases found, and files without slips."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack.sanction_text
from lawtrack.penalties import KINDS
from lawtrack.penalties.units import is_unit
from lawtrack.sanction_text import LANGUAGES, RULES
from lawtrack.sanction_text.lexicon import Lexicon
from lawtrack.shipped import read_table

NUMERALS = [
    ("ru", "двухсот пятидесяти тысяч", 250_000),
    ("ru", "тысячи", 1000),
    ("ru", "одной тысячи двухсот", 1200),
    ("ru", "двух миллионов пятисот тысяч", 2_500_000),
    ("ru", "полутора тысяч", 1500),
    ("ru", "5 тысяч", 5000),
    ("kk", "он екі", 12),
    ("kk", "бір мың екi жүз елу бес", 1255),
    ("kk", "үш миллион бес жүз мың", 3_500_000),
    ("kk", "тоқсан тоғызға", 99),
    ("de", "einundzwanzig", 21),
    ("de", "dreihundertfünfundsechzigtausend", 365_000),
    ("de", "eintausendfünfhundert", 1500),
    ("de", "zwei Millionen fünfhunderttausend", 2_500_000),
    ("de", "1,5 Millionen", 1_500_000),
    ("de", "50.000", 50_000),
    ("en", "two hundred and fifty", 250),
    ("en", "seven hundred and fifty thousand", 750_000),
    ("en", "twenty-five", 25),
    ("en", "one million five hundred thousand", 1_500_000),
    ("en", "7 500 000", 7_500_000),
    ("en", "7\N{NARROW NO-BREAK SPACE}500", 7500),
    ("es", "50.000", 50_000),
    ("en", "1.000.00", 1000),
    ("en", "1 1/2", Fraction(3, 2)),
    ("en", "12.50", Fraction(25, 2)),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante et onze", 71),
    ("fr", "vingt et un", 21),
    ("fr", "deux cent cinquante mille", 250_000),
    ("fr", "mille cinq cents", 1500),
    ("fr", "7 500 000", 7_500_000),
    ("fr", "1,5 million", 1_500_000),
    ("es", "setecientos treinta", 730),
    ("es", "treinta y cinco", 35),
    ("es", "cincuenta mil", 50_000),
    ("es", "dos mil quinientas", 2500),
    ("es", "un millón doscientos mil", 1_200_000),
]


@pytest.mark.parametrize(("lang", "text", "value"), NUMERALS)
def test_numerals(lang, text, value):
    """Words and figures make one number."""
    lexicon = Lexicon.shipped(lang)
    (item,) = lexicon.items(lexicon.cut(text))

    assert item.what == "number"
    assert item.value.amount == value


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("ru", "двадцати тридцати", [20, 30]),
        ("en", "two and five", [2, 5]),
        ("kk", "екі жүзден бес жүзге", [200, 500]),
        ("kk", "оннан беске", [10, 5]),
        ("fr", "cent et mille", [100, 1000]),
        ("fr", "dix et vingt", [10, 20]),
        ("es", "cien y mil", [100, 1000]),
    ],
)
def test_two_numbers_are_not_one(lang, text, values):
    """Numbers that do not add up stay apart."""
    lexicon = Lexicon.shipped(lang)

    assert [item.value.amount for item in lexicon.items(lexicon.cut(text)) if item.what == "number"] == values


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text(max_size=100))
def test_tokens_are_pieces_of_the_text(lang, text):
    """Tokens stand in order at their places, and leave out nothing but white space."""
    words = Lexicon.shipped(lang).cut(text)
    covered = "".join(text[start:end] for start, end in zip(words.starts, words.ends, strict=True))

    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lexicon_speaks_the_notation(lang):
    """Kinds and units are those of the notation, and no phrase stands in two classes."""
    table = read_table(f"penalty_words/{lang}")

    assert set(table["kind"]) <= set(KINDS)
    known = {"%", "x", *table.get("settings", {})}
    assert all(is_unit(unit) or unit in known for unit in table["unit"])
    seen = {}
    for section, entries in table.items():
        if section in ("settings", "numbers", "multipliers", "compounds", "render"):
            continue
        for value, phrases in entries.items():
            for phrase in phrases:
                assert seen.setdefault(phrase, (section, value)) == (section, value), phrase


def test_every_rule_is_explained():
    """The names that grammars give to rules are those with an explanation, and each is used."""
    used = set()
    for path in Path(lawtrack.sanction_text.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "rule"
            ):
                used |= {
                    leaf.value
                    for arg in node.args
                    for leaf in ast.walk(arg)
                    if isinstance(leaf, ast.Constant)
                }

    assert used == set(RULES)
