"""Reading penalty clauses: how many a second, and whether time grows in proportion to length."""

import re
from collections.abc import Iterator

from lawtrack import parse_sanction
from lawtrack.sanction_text import LANGUAGES

from .timing import in_turns

__all__ = ["clause_rows", "growth_rows"]

Timed = tuple[str, float, str, float, float | None]

CLAUSES = {
    "ru": [
        "наказывается лишением свободы на срок от трех до восьми лет с конфискацией имущества или без"
        " таковой",
        "наказываются штрафом в размере до трех тысяч месячных расчетных показателей либо "
        "исправительными работами в том же размере, либо привлечением к общественным работам на срок "
        "до восьмисот часов, либо ограничением свободы на срок до трех лет, либо лишением свободы на "
        "тот же срок, с лишением права занимать определенные должности или заниматься определенной "
        "деятельностью на срок до трех лет или без такового",
        "влечет штраф на физических лиц в размере пяти, на юридических лиц – в размере ста месячных "
        "расчетных показателей",
    ],
    "en": [
        "liable on summary conviction to a fine not exceeding $5,000 or to imprisonment for a term "
        "not exceeding six months, or to both",
        "(a) on conviction on indictment, to imprisonment for a term of not more than five years; or "
        "(b) on summary conviction, for a first offence, to a fine of not more than $500,000 and, for"
        " a subsequent offence, to a fine of not more than $1,000,000 or to imprisonment for a term "
        "of not more than two years or to both",
        "shall be fined not more than $1,000 or imprisoned for not more than 180 days, or both",
    ],
    "kk": [
        "жеті жылдан он екі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады",
    ],
    "fr": [
        "est puni de cinq ans d'emprisonnement et de 75 000 euros d'amende",
    ],
    "de": [
        "wird mit Freiheitsstrafe von sechs Monaten bis zu fünf Jahren oder mit Geldstrafe bestraft",
    ],
    "es": [
        "será castigado con pena de tres meses de prisión a cuatro años de penitenciaría",
    ],
}
"""Clauses as codes have them, short and long."""

_WORD = re.compile(r"\w+|\S")


def clause_rows(rounds: int) -> Iterator[Timed]:
    """Seconds for a thousand clauses of each language, against cutting the same clauses into words."""
    for lang in LANGUAGES:
        clauses = CLAUSES[lang]
        many = [clauses[at % len(clauses)] for at in range(1000 if rounds > 1 else 3)]
        times = in_turns(
            {
                "read": lambda many=many, lang=lang: [
                    parse_sanction(text, lang=lang, jurisdiction="US") for text in many
                ],
                "words": lambda many=many: [_WORD.findall(text) for text in many],
            },
            rounds,
        )
        aim = len(many) / 5000
        yield (
            f"parse_sanction, {len(many)} clauses, {lang}",
            times["read"],
            "words alone",
            times["words"],
            aim,
        )


def growth_rows(rounds: int) -> Iterator[Timed]:
    """Seconds for one text of growing length, each against the length before it."""
    sizes = (1_000, 10_000, 100_000, 1_000_000) if rounds > 1 else (100, 1_000)
    for lang in LANGUAGES:
        clause = "; ".join(CLAUSES[lang])
        texts = [(f"{clause}. " * (size // len(clause) + 1))[:size] for size in sizes]
        times = in_turns(
            {str(len(text)): lambda text=text, lang=lang: parse_sanction(text, lang=lang) for text in texts},
            min(rounds, 3),
        )
        for text, before in zip(texts[1:], texts, strict=False):
            name = f"one text of {len(text):,} characters, {lang}"
            yield name, times[str(len(text))], f"{len(before):,} characters", times[str(len(before))], None
