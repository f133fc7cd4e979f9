"""Writes docs/records.md, every field of every record and kind of rule: ``python docs/records.py``."""

import inspect
import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import attrs

import lawtrack as lt
from lawtrack.codec.shapes import bare, is_enum, is_readable, is_table, is_tuple, is_union
from lawtrack.commencement_rules import CommencementRule
from lawtrack.corpus import RECORD_TYPES
from lawtrack.model.modification import MODIFICATIONS, Modification
from lawtrack.model.record import Record, Ref, Role, country_or_token, tag_or_token
from lawtrack.vocabulary import builtin_concepts

PAGE = Path(__file__).with_name("records.md")

HEAD = """\
# Every field and every word

This page is written by `docs/records.py`; do not edit it by hand. [Files](files.md) says how a file is laid
out, [A law as a corpus](worked-corpus.md) builds one step by step.

- A **token** is one of the five words for a value that is missing: {tokens}.
  [Files](files.md#values-that-are-missing) says which is which.
- A field whose default is **to be given** has none: leave it out and the file is refused. All others may be
  left out.
- **Text by language** is a text, or a table such as `{{ en = "Criminal Code", ru = "Уголовный кодекс" }}`.
- Dates, thresholds, sanctions and other [notations](files.md#notations) are texts in quotes.
- Every record may also carry `source = "…"` or `assertions = [{{ … }}]`: who says so. Only types that have a
  field `source` of their own keep `source` as that field. See [Short forms](files.md#short-forms).
"""

KINDS_HEAD = """\
The `kind` of an effect or norm says which fields its rule has. They stand inside `before` and `after` of an
effect, and inside `rule` of a norm, as in `after = { bearer = ["householder"] }` or
`after.bearer = ["householder"]`. The line on positions says whom such a rule binds or empowers, so what
`duties`, `powers` and `exposure` find. You can add [kinds of your own](own-kinds.md)."""

VOCABULARY_HEAD = """\
A field for a party role takes these names, and those that the corpus adds with `[[concept]]` and
`facet = "role"`. Scope terms and triggers may also use words that are not listed; then nothing is known of
what includes them. The last column names all that includes the concept, the nearest first: a question about
a `resident` also finds what is written about a `householder`."""

NOTATIONS = {
    CommencementRule: ("commencement rule", "after_expiry(published, P10D)"),
    lt.Duration: ("duration", "10 d"),
    lt.EId: ("eId", "art_5__para_2"),
    lt.EdtfDate: ("date", "2018-03-01"),
    lt.Hedge: ("hedging words", "almost a fifth"),
    lt.PenaltyLadder: ("ladder of punishments", "KZ: fine < arrest < prison"),
    lt.Period: ("period", "2014-05..2017-01-07"),
    lt.Predicate: ("test", "simple_shift(+2y)"),
    lt.Range: ("number or range", "[17/100, 1/5)"),
    lt.Sanction: ("sanction", "prison 6..10y + confiscation!"),
    lt.ScopeTerm: ("scope term", "firearm [known]"),
    lt.SentenceDelta: ("step of a sentence", "min +2y max +2y"),
    lt.Threshold: ("threshold", "> 10 d"),
}
"""What a notation is called, and an example that reads."""

PLAIN = {
    str: ("text", "texts"),
    int: ("whole number", "whole numbers"),
    bool: ("`true` or `false`", "flags"),
    lt.LangMap: ("text by language", "texts by language"),
}

CHECKED = {
    country_or_token: ("country code such as `KZ`", "country codes"),
    tag_or_token: ("language tag such as `kk`", "language tags"),
}
"""Texts that a validator of their field narrows down."""

MADE = {
    "Effect.before": "`absent` if created, else `unknown`",
    "Effect.after": "`absent` if repealed, else `unknown`",
    "Provision.id": "`<work>~<eid>`",
}
"""Defaults that follow from other fields."""

SHORT_LISTS = 6
"""An enumeration of at most so many words is spelled out in the row of a field."""

COMMON: dict[str, str] = tomllib.loads(PAGE.with_name("field-meanings.toml").read_text("utf-8"))
"""What a field means, alone or in one class, where neither its class nor its enumeration says."""


def value_tables() -> tuple[type, ...]:
    """The classes written as tables inside records and rules, in alphabetical order of their names."""
    inside = (cls for cls in _reached() if is_table(cls) and cls not in _OWN_SECTIONS)
    return tuple(sorted(inside, key=lambda cls: cls.__name__))


def enumerations() -> tuple[type[Enum], ...]:
    """The enumerations that fields use, in alphabetical order of their names."""
    return tuple(sorted(filter(is_enum, _reached()), key=lambda cls: cls.__name__))


def kinds() -> dict[str, type[lt.Rule]]:
    """The kinds that come with lawtrack; a study may have added its own."""
    return {tag: lt.KINDS[tag] for tag in lt.KINDS if not tag.startswith("x:")}


_OWN_SECTIONS = frozenset((*RECORD_TYPES.values(), *kinds().values()))


def _members(cls: Any) -> tuple[Any, ...]:
    """The types that a type is put together from; itself if it is one."""
    plain = bare(cls)
    if plain is type(None):
        return ()
    if is_union(plain) or is_tuple(plain):
        return tuple(part for one in get_args(plain) if one is not Ellipsis for part in _members(one))
    return (plain,)


def _reached() -> Iterator[type]:
    """Every class that a field of a record or rule leads to, each once."""
    seen: set[type] = {lt.Missing, lt.LangMap, lt.Rule}
    todo = list(_OWN_SECTIONS)
    while todo:
        cls = todo.pop()
        if cls not in seen:
            seen.add(cls)
            yield cls
            todo += [m for a in _fields(cls) for m in _members(a.type)]
            todo += MODIFICATIONS.values() if cls is Modification else ()


def _fields(cls: Any) -> list[Any]:
    """Fields in order of the class, but the remark of the coder last."""
    held = [a for a in attrs.fields(cls) if a.init] if is_table(cls) else []
    return sorted(held, key=lambda a: issubclass(cls, Record) and a.name == "note")


def phrase(cls: Any, *, many: bool = False, attribute: Any = None) -> str:
    """What may stand in a field of type *cls*, in the words of a file author."""
    if get_origin(cls) is Annotated:
        mark = get_args(cls)[1]
        if isinstance(mark, Role):
            return f"[party role{'s' if many else ''}](#party-roles)"
        if isinstance(mark, Ref):
            return _ids(mark.types, many)
    if is_union(cls):
        nothing = (lt.Missing, type(None))
        told = [phrase(m, many=many, attribute=attribute) for m in get_args(cls) if m not in nothing]
        return _listed([*dict.fromkeys(told), *(["token"] if lt.Missing in get_args(cls) else [])])
    if is_tuple(cls):
        return f"list of {phrase(get_args(cls)[0], many=True, attribute=attribute)}"
    if cls is lt.Rule:
        return "rule: table of the fields of [its kind](#kinds-of-rule)"
    if cls is str and attribute is not None and attribute.validator in CHECKED:
        return CHECKED[attribute.validator][many]
    if attribute is not None and attribute.name == "id":
        return "id"
    if cls in PLAIN:
        return PLAIN[cls][many]
    if cls is lt.Scope:
        return f"list of scope terms such as `guest`, {_link(cls, 'or table')}"
    if is_enum(cls):
        return _one_of(cls, many)
    if is_readable(cls):
        name, example = NOTATIONS[cls]
        plural = name if name.endswith("s") else f"{name}s"
        return f"{plural if many else name} such as `{example}`"
    short = getattr(cls, "shorthand", "")
    return _link(cls, "tables" if many else "table") + (f", or the text of `{short}` alone" if short else "")


def _ids(types: tuple[str, ...], many: bool) -> str:
    if not types:
        return "ids of any records" if many else "id of any record"
    what = _listed([f"[{word}](#{word})" for word in types])
    article = "an" if types[0][0] in "aeiou" else "a"
    return f"ids, each of {article} {what}" if many else f"id of {article} {what}"


def _one_of(cls: type[Enum], many: bool) -> str:
    words = [f"`{one.value}`" for one in cls]
    if len(words) <= SHORT_LISTS:
        return f"{'words ' if many else ''}{_link(cls, 'of' if many else 'one of')}: {', '.join(words)}"
    return f"{'words' if many else 'a word'} {_link(cls, 'of')}"


def _listed(parts: list[str]) -> str:
    if len(parts) > 1 and parts[-1] == "token":
        return f"{_listed(parts[:-1])}; or a token"
    return " or ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def name_of(cls: type) -> str:
    """The name of a class in words: ``LifecycleEvent`` is a lifecycle event."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()


def _link(cls: type, before: str) -> str:
    heading = f"{'words' if is_enum(cls) else 'table'} {name_of(cls)}"
    return f"{before} [{name_of(cls)}](#{heading.replace(' ', '-')})"


def default(cls: type, attribute: Any) -> str:
    """What a field holds when a file leaves it out."""
    held = attribute.default
    if held is attrs.NOTHING:
        return "**to be given**"
    if isinstance(held, attrs.Factory):  # type: ignore[arg-type]
        return MADE[f"{cls.__name__}.{attribute.name}"]
    if isinstance(held, Enum):
        return f"`{held.value}`"
    if isinstance(held, bool):
        return f"`{str(held).lower()}`"
    if held is None:
        return "nothing"
    if held in ((), lt.Scope()):
        return "empty list"
    return "empty text" if held == "" else f"`{held}`"


def meaning(cls: type, name: str) -> str:
    """What the docstring of the class, or of the first base that has it, says of a field."""
    for owner in cls.__mro__:
        block = inspect.cleandoc(vars(owner).get("__doc__") or "").partition("\nAttributes:\n")[2]
        if found := re.search(rf"^    {name}: (.+(?:\n {{8,}}.+)*)", block, re.MULTILINE):
            return tidy(found[1])
    parts = [part for part in _members(attrs.fields_dict(cls)[name].type) if part is not lt.Missing]
    words = (tidy(first_paragraph(part)) for part in parts if is_enum(part))
    tables = (tidy(first_paragraph(part)) for part in parts if is_table(part))
    written = (COMMON[key] for key in (f"{cls.__name__}.{name}", name) if key in COMMON)
    for told in (*words, *written, *tables):
        return told
    raise LookupError(
        f"{cls.__name__}.{name}: say what it means under Attributes: of the class (or in docs/records.py)"
    )


def first_paragraph(cls: type) -> str:
    """What the docstring of a class says before anything else."""
    return inspect.cleandoc(vars(cls).get("__doc__") or "").partition("\n\n")[0]


def tidy(text: str) -> str:
    """A docstring in the words of files: tokens as they are written there, no marks of Python."""
    text = " ".join(text.split()).replace("``", "`")
    text = re.sub(r":\w+:`\.?([^`]+)`", r"`\1`", text)
    text = re.sub(r" \(I-[0-9]+\)", "", text)
    tokens = "|".join(token.name for token in lt.Missing)
    return re.sub(rf"\b({tokens})\b", lambda found: f"`{found[1].lower()}`", text).replace("|", "\\|")


def table(cls: type) -> list[str]:
    """The table of the fields of a class; nothing for a class without fields."""
    fields = _fields(cls)
    if not fields:
        return ["It has no fields."]
    carries_rule = any(lt.Rule in _members(a.type) for a in fields)
    rows = []
    if op := getattr(cls, "op", ""):
        rows = [f'In files with `op = "{op}"`.', ""]
    rows += ["| field | what may stand there | default | meaning |", "|---|---|---|---|"]
    for a in fields:
        is_kind = carries_rule and a.name == "kind"
        what = "tag of a [kind of rule](#kinds-of-rule)" if is_kind else phrase(a.type, attribute=a)
        rows.append(f"| `{a.name}` | {what} | {default(cls, a)} | {meaning(cls, a.name)} |")
    return rows


def _positions(cls: type[lt.Rule]) -> str:
    if "positions" not in vars(cls):
        return "Positions: none follow from it."
    return f"Positions: {tidy((cls.positions.__doc__ or '').partition(chr(10))[0])}"


def _kind_section(tag: str, cls: type[lt.Rule]) -> list[str]:
    lines = [f"### Kind `{tag}`", "", tidy(first_paragraph(cls)), "", _positions(cls), ""]
    return [*lines, *table(cls), ""]


def _words(cls: type[Enum]) -> list[str]:
    lines = [f"### Words {name_of(cls)}", "", tidy(first_paragraph(cls)), ""]
    tops: dict[str, list[str]] = {}
    for one in cls:
        tops.setdefault(getattr(one, "top", ""), []).append(f"`{one.value}`")
    lines += [
        f"- {top.replace('_', ' ')}: {', '.join(w)}" if top else ", ".join(w) for top, w in tops.items()
    ]
    return [*lines, "", f"Used in {', '.join(_users(cls))}.", ""]


def _users(wanted: type) -> Iterable[str]:
    owners: list[tuple[str, str, type]] = [(word, word, cls) for word, cls in RECORD_TYPES.items()]
    owners += [(tag, f"kind-{tag}", cls) for tag, cls in kinds().items()]
    owners += [(name_of(c), f"table-{name_of(c).replace(' ', '-')}", c) for c in value_tables()]
    for name, anchor, cls in owners:
        for a in _fields(cls):
            members = _members(a.type)
            if wanted in members or (Modification in members and issubclass(wanted, Modification)):
                yield f"[{name}](#{anchor}) `{a.name}`"


def _wider(name: str) -> list[str]:
    """Everything that includes a built-in concept, the nearest first."""
    broader = {concept.id: concept.broader for concept in builtin_concepts()}
    found = list(broader[name])
    for one in found:
        found += [other for other in broader[one] if other not in found]
    return found


def _concepts() -> list[str]:
    facets: dict[str, list[str]] = {}
    for concept in builtin_concepts():
        wider = ", ".join(f"`{name}`" for name in _wider(concept.id))
        facets.setdefault(concept.facet, []).append(f"| `{concept.id}` | {concept.label} | {wider} |")
    lines = []
    for facet, rows in facets.items():
        heading = "Party roles" if facet == "role" else f"Concepts: {facet}"
        lines += [f"### {heading}", "", "| name | label | included in |", "|---|---|---|", *rows, ""]
    return lines


def page() -> str:
    """The whole page."""
    lines = [HEAD.format(tokens=", ".join(f"`{token.value}`" for token in lt.Missing))]
    lines += ["Record types: " + ", ".join(f"[`{word}`](#{word})" for word in RECORD_TYPES) + ".", ""]
    lines += ["Kinds of rule: " + ", ".join(f"[`{tag}`](#kind-{tag})" for tag in kinds()) + ".", ""]
    lines += [
        "Then [tables inside records](#tables-inside-records), [permitted words](#permitted-words) and the"
    ]
    lines += ["[vocabulary](#vocabulary) of party roles and concepts.", "", "## Record types", ""]
    for word, cls in RECORD_TYPES.items():
        lines += [f"### `{word}`", "", tidy(first_paragraph(cls)), "", *table(cls), ""]
    lines += ["## Kinds of rule", "", KINDS_HEAD, ""]
    for tag, kind in kinds().items():
        lines += _kind_section(tag, kind)
    lines += [
        "## Tables inside records",
        "",
        "They stand in fields of records, of rules, or of one another.",
        "",
    ]
    for cls in value_tables():
        lines += [f"### Table {name_of(cls)}", "", tidy(first_paragraph(cls)), "", *table(cls), ""]
        lines += [f"Used in {', '.join(_users(cls))}.", ""]
    lines += ["## Permitted words", "", "A field takes these words and no others.", ""]
    for words in enumerations():
        lines += _words(words)
    lines += ["## Vocabulary", "", VOCABULARY_HEAD, "", *_concepts()]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE}")
