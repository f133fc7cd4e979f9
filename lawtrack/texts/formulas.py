"""Read the word-replacement formulas of amending laws in Russian, Kazakh and English.

``слова «…» заменить словами «…»`` becomes a :class:`lawtrack.texts.substitution.Substitution`. Only what
stands between marks of quotation counts as words of the law; the frame around them decides what happens to
them. What no rule reads is refused, never guessed.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from ..arguments import checked
from ..errors import ReadingError, UnknownNameError
from ..patterns import pattern
from .substitution import Action, Substitution

__all__ = ["read_substitutions"]

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›"}
_STRAIGHT = '"”'
_SLOT = pattern(r"⟦(\d+)⟧")

# One or several quoted pieces: ⟦0⟧, ⟦1⟧ и ⟦2⟧.
_LIST = r"⟦\d+⟧(?:\s*(?:,|и|және|мен|and|or|или)\s*⟦\d+⟧)*"


@checked
def read_substitutions(text: str, *, lang: str = "ru") -> tuple[Substitution, ...]:
    """The word-level instructions in one sentence of an amending law, in order.

    ``слова «A», «B» заменить соответственно словами «C», «D»`` gives two, paired in order. A formula that
    speaks of several words and one replacement gives one for each. Language is ``ru``, ``kk`` or ``en``.

    Raises:
        ReadingError: A quotation is not closed, the pairs do not match, or some quoted words stand in no
            formula that is known.
        UnknownNameError: Another language.
    """
    if lang not in _RULES:
        raise UnknownNameError("language of formulas", lang, _RULES)
    frame, quoted = _framed(text)
    # Kazakh texts of the time mix the Latin i into Cyrillic words; both forms are one letter to the rules.
    matched = frame.replace("i", "і") if lang == "kk" else frame
    found: list[tuple[int, list[Substitution]]] = []
    used: set[int] = set()
    for rule, make in _compiled(lang):
        for match in rule.finditer(matched):
            slots = set(_numbers(match.group()))
            if slots & used:  # a rule before this one has read them
                continue
            used |= slots
            found.append((match.start(), make(match, quoted, text, frame)))
    left = [quoted[n] for n in range(len(quoted)) if n not in used]
    if left or not found:
        raise ReadingError(
            text,
            "a formula such as " + _EXAMPLES[lang],
            f"No formula was read around {left[0]!r}." if left else "There is none in it.",
        )
    return tuple(one for _, several in sorted(found, key=lambda item: item[0]) for one in several)


def _framed(text: str) -> tuple[str, list[str]]:
    """The text with each quotation replaced by a numbered slot, and the quotations."""
    frame: list[str] = []
    quoted: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign in _PAIRS or sign == '"':
            end = _closing(text, at)
            frame.append(f"⟦{len(quoted)}⟧")
            quoted.append(text[at + 1 : end].strip())
            at = end + 1
        else:
            # The marks of a slot may not come from the text itself.
            frame.append({"⟦": "[", "⟧": "]"}.get(sign, sign))
            at += 1
    return " ".join("".join(frame).split()), quoted


def _closing(text: str, start: int) -> int:
    """Where the quotation that opens at *start* ends; marks nested inside it belong to it."""
    opens = text[start]
    if opens in _PAIRS:
        closes = _PAIRS[opens]
        depth = 0
        for at in range(start, len(text)):
            if text[at] == opens and (at == start or opens not in closes):
                depth += 1
            elif text[at] in closes:
                depth -= 1
                if depth == 0:
                    return at
    else:
        # A straight mark closes where the frame goes on: at the end, before punctuation or before its words.
        for at in range(start + 1, len(text)):
            if text[at] in _STRAIGHT and _GOES_ON.match(text, at + 1):
                return at
    raise ReadingError(text[start : start + 60], "a closing mark for this quotation")


_GOES_ON = pattern(
    r"\s*(?:$|[,;.:)]|(?:замен|исключ|дополн|включ|встав)\w*|(?:соответственно|и|или|в|по)\b"
    r"|деген\b|(?:және|мен)\b"
    r"|(?:substitut|insert|replac|omit|delet|occur)\w*"
    r"|(?:and|or|shall|there|in|with|by|where|wherever|each|is|are|both)\b)"
)


def _numbers(piece: str) -> list[int]:
    return [int(n) for n in _SLOT.findall(piece)]


_Maker = Callable[[re.Match[str], Sequence[str], str, str], list[Substitution]]


def _maker(action: Action, language: str) -> _Maker:
    each = _EACH[language]

    def make(match: re.Match[str], quoted: Sequence[str], text: str, frame: str) -> list[Substitution]:
        groups = match.groupdict()
        old = [quoted[n] for n in _numbers(groups.get("old") or "")]
        new = [quoted[n] for n in _numbers(groups.get("new") or "")]
        if action == "append":
            old = [""] * len(new)
        if action == "delete":
            new = [""] * len(old)
        if len(new) == 1 and len(old) > 1:
            new *= len(old)
        if len(old) != len(new):
            raise ReadingError(
                text, "as many words that come as words that go", f"{len(old)} go, {len(new)} come."
            )
        begin = frame.rfind(";", 0, match.start()) + 1
        part = _part(frame[max(begin, frame.rfind("⟧", 0, match.start()) + 1) : match.start()], language)
        figures = re.search(_FIGURES, match.group()) is not None
        # "By the whole text" stands before the formula, "in each place" inside or after it; neither reaches
        # past a semicolon.
        end = frame.find(";", match.end())
        around = frame[begin : end if end >= 0 else None]
        every = re.search(each, _SLOT.sub("", around)) is not None
        return [
            Substitution(
                action=action, old=a, new=b, each=every, part=part, figures=figures, written=text.strip()
            )
            for a, b in zip(old, new, strict=True)
        ]

    return make


_FIGURES = r"цифр|цифр|figure|number"


def _part(before: str, language: str) -> str:
    """The part named before the formula, without the number of the item and the preposition."""
    said = re.sub(r"^\s*\(?\d+(?:-\d+)?\)\s*", "", before)
    said = said.strip(" ,:.–—-")
    if re.fullmatch(_EACH[language], said):
        return ""
    if language == "ru":
        said = re.sub(r"^(?:в|во|по)\s+", "", said)
    elif language == "en":
        said = re.sub(r"^(?:in|at)\s+|\s*\bby$", "", said, flags=re.IGNORECASE)
    return said.strip(" ,:")


_EACH = {
    "ru": r"по (?:всему )?тексту|во всех случаях|в каждом случае|везде",
    "kk": r"(?:бүкіл )?мәтін(?:і)? бойынша|барлық мәтін",
    "en": r"(?i:in each place|each place|wherever|each time|at each occurrence|in both places)",
}

_WORDS_RU = r"(?:слов[аоу]?|словосочетани[ея]|цифр[ыау]?|знак[аи]?|аббревиатур[ауы]?|предложени[ея])"
_WITH_RU = r"(?:слов(?:ами|ом)|цифр(?:ами|ой)|знак(?:ами|ом)|словосочетани(?:ем|ями)|аббревиатур(?:ой|ами))"
_OF_RU = r"(?:слов[а]?|цифр[ы]?|знак(?:а|ов)|словосочетани[яй])"
_ADD_RU = r"(?:дополнить|включить|вставить)"
_IT_KK = r"(?:сөз|сөздер|цифр|цифрлар|белгі|белгілер)"
_WITH_KK = r"(?:сөзбен|сөздермен|цифрмен|цифрлармен|белгімен|белгілермен)"
_FROM_KK = r"(?:сөзден|сөздерден|цифрдан|цифрлардан)"
_THE_EN = r"(?:the )?(?:(?:words?|figures?|numbers?) )?"
_BE_EN = r"(?:shall be|is|are)"
# Between the words and the verb may stand where they occur, but no other quotation and no other instruction.
_WHERE_EN = r"[^⟦⟧;]*?"
_PUT_EN = rf"(?:there {_BE_EN} )?(?:insert(?:ed|ing)?|add(?:ed|ing)?)"
_OLD, _NEW, _ONE = rf"(?P<old>{_LIST})", rf"(?P<new>{_LIST})", r"(?P<new>⟦\d+⟧)"


@cache
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    # Compiled when first used: importing lawtrack should not wait for it.
    return tuple((re.compile(p, re.IGNORECASE), _maker(action, language)) for p, action in _RULES[language])


_RULES: dict[str, tuple[tuple[str, Action], ...]] = {
    "ru": (
        (
            rf"{_WORDS_RU} {_OLD},? (?:заменить|заменяются?)(?: соответственно)?(?: на)? {_WITH_RU}"
            rf"(?: соответственно)? {_NEW}",
            "replace",
        ),
        (rf"после {_OF_RU} {_OLD},? {_ADD_RU} (?:{_WITH_RU}|{_WORDS_RU}) {_ONE}", "insert_after"),
        (rf"перед {_WITH_RU} {_OLD},? {_ADD_RU} (?:{_WITH_RU}|{_WORDS_RU}) {_ONE}", "insert_before"),
        (rf"{_WORDS_RU} {_OLD},? (?:исключить|исключаются?)", "delete"),
        (rf"дополнить {_WITH_RU} {_ONE}", "append"),
    ),
    "kk": (
        (rf"{_OLD} деген {_IT_KK},? (?:тиісінше )?{_NEW} деген {_WITH_KK} ауыстырыл(?:сын|ады)", "replace"),
        (rf"{_OLD} деген {_FROM_KK} кейін,? {_ONE} деген {_WITH_KK} толықтырыл(?:сын|ады)", "insert_after"),
        (
            rf"{_OLD} деген (?:сөздің|сөздердің) алдынан,? {_ONE} деген {_WITH_KK} толықтырыл(?:сын|ады)",
            "insert_before",
        ),
        (rf"{_OLD} деген {_IT_KK},? алып таста(?:лсын|лады)", "delete"),
        (rf"{_ONE} деген {_WITH_KK} толықтырыл(?:сын|ады)", "append"),
    ),
    "en": (
        (rf"{_THE_EN}{_OLD},? {_BE_EN} (?:replaced|substituted) (?:by|with|for) {_THE_EN}{_NEW}", "replace"),
        (rf"for {_THE_EN}{_OLD}{_WHERE_EN} (?:there {_BE_EN} )?substituted? {_THE_EN}{_NEW}", "replace"),
        (
            rf"(?:striking|strike)(?: out)? {_THE_EN}{_OLD}{_WHERE_EN} and (?:inserting|insert|substituting)"
            rf"(?: in its place)? {_THE_EN}{_NEW}",
            "replace",
        ),
        (rf"after {_THE_EN}{_OLD}{_WHERE_EN} {_PUT_EN} {_THE_EN}{_ONE}", "insert_after"),
        (rf"before {_THE_EN}{_OLD}{_WHERE_EN} {_PUT_EN} {_THE_EN}{_ONE}", "insert_before"),
        (rf"omit {_THE_EN}{_OLD}", "delete"),
        (rf"{_THE_EN}{_OLD}{_WHERE_EN} {_BE_EN} (?:omitted|deleted|repealed)", "delete"),
        (rf"(?:striking|strike)(?: out)? {_THE_EN}{_OLD}", "delete"),
    ),
}

_EXAMPLES = {
    "ru": "слова «…» заменить словами «…»",
    "kk": "«…» деген сөздер «…» деген сөздермен ауыстырылсын",
    "en": 'for "…" substitute "…"',
}
