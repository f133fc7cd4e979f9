"""Hostile text in every text field of every record: refused, or loaded and harmless where it shows."""

import json
import re
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from strategies.texts import HOSTILE

import lawtrack as lt
from lawtrack import CorpusError
from lawtrack.codec import codec
from lawtrack.corpus import RECORD_TYPES
from lawtrack.kinds import KINDS
from lawtrack.languages import LangMap
from lawtrack.missing import Missing
from lawtrack.model.record import Record
from lawtrack.model.rule import Rule
from lawtrack.tables import Table, card_html

BASE: dict[str, list[dict[str, Any]]] = {
    "source": [{"id": "lt:source/base"}],
    "actor": [{"id": "lt:actor/base", "name": "Base"}],
    "work": [{"id": "/base"}],
    "provision": [{"id": "lt:provision/base", "work": "/base", "eid": "art_1"}],
    "critique": [
        {
            "id": "lt:critique/base",
            "critics": ["lt:actor/base"],
            "targets": ["/base"],
            "gist": "x",
            "source": "lt:source/base",
        }
    ],
    "recommendation": [{"id": "lt:recommendation/base", "critique": "lt:critique/base"}],
}
REQUIRED = {
    "about": "/base", "actor": "lt:actor/base", "body": "lt:actor/base", "critics": ["lt:actor/base"],
    "critique": "lt:critique/base", "eid": "art_1", "facet": "object", "holder": "police",
    "instrument": "/base", "kind": "power", "lang": "ru", "members": ["/base"],
    "provision": "lt:provision/base", "recommendation": "lt:recommendation/base", "rule": "unknown",
    "source": "lt:source/base", "targets": ["/base"], "to": "lt:critique/base", "work": "/base",
}  # fmt: skip
"""What stands in fields that must not be left out, by name; any other text is an x."""

NOBODY_SAYS_SO = ("effect", "gap", "critique")


def parts_of(hint: Any) -> list[Any]:
    """The types in an annotation, without marks and tokens."""
    if get_origin(hint) is Annotated:
        return parts_of(get_args(hint)[0])
    if get_args(hint):
        return [part for arg in get_args(hint) for part in parts_of(arg)]
    return [] if hint in (Ellipsis, Missing) else [hint]


def is_list(hint: Any) -> bool:
    """Whether a field takes a list."""
    return get_origin(hint) is tuple or any(get_origin(arg) is tuple for arg in get_args(hint))


def is_text(cls: Any) -> bool:
    """Whether text may stand where *cls* is due, also in a notation."""
    return cls in (str, LangMap) or hasattr(cls, "read")


def smallest(cls: type) -> dict[str, Any]:
    """Plain data of *cls* with nothing but what must be there."""
    hints = get_type_hints(cls, include_extras=True)
    data: dict[str, Any] = {}
    for attribute in attrs.fields(cls):
        if attribute.default is attrs.NOTHING:
            first = parts_of(hints[attribute.name])[0]
            is_enum = isinstance(first, type) and issubclass(first, Enum)
            value = next(iter(first)).value if is_enum else REQUIRED.get(attribute.name, "x")
            data[attribute.name] = value
    return data


def text_fields(cls: type, data: dict[str, Any], path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Paths to every field of *cls* that takes text, inside what it holds as well; *data* is its base."""
    found: list[tuple[Any, ...]] = []
    hints = get_type_hints(cls, include_extras=True)
    for attribute in attrs.fields(cls):
        name, hint = attribute.name, hints[attribute.name]
        listed = (0,) if is_list(hint) else ()
        for part in parts_of(hint):
            if is_text(part):
                found.append((*path, name, *listed))
            elif attrs.has(part) and not issubclass(part, Rule):
                found += text_fields(part, data, (*path, name, *listed))
    return list(dict.fromkeys(found))


def put(cls: type, data: dict[str, Any], path: tuple[Any, ...], text: str) -> dict[str, Any]:
    """A copy of *data* with the text at the end of the path, and tables with what they need on the way."""
    name, *rest = path
    (held,) = [hint for key, hint in get_type_hints(cls, include_extras=True).items() if key == name]
    inside = [part for part in parts_of(held) if attrs.has(part) and not is_text(part)]
    listed = bool(rest) and rest[0] == 0
    deeper = tuple(rest[1:] if listed else rest)
    value: Any = put(inside[0], smallest(inside[0]), deeper, text) if deeper else text
    return data | {name: [value] if listed else value}


CASES = [
    pytest.param(word, cls, path, id=f"{word}.{'.'.join(str(step) for step in path)}")
    for word, cls in RECORD_TYPES.items()
    for path in text_fields(cls, {})
] + [
    pytest.param(tag, KINDS[tag], path, id=f"kind {tag}.{'.'.join(str(step) for step in path)}")
    for tag in KINDS
    for path in text_fields(KINDS[tag], {})
]


def with_text(
    word: str, cls: type, path: tuple[Any, ...], text: str, number: int
) -> tuple[str, dict[str, Any]]:
    """The word and data of a record that holds the text at the path."""
    if issubclass(cls, Record):
        data = put(cls, smallest(cls) | {"id": f"lt:{word}/{number}"}, path, text)
        if word == "jurisdiction" and path[0] != "id":
            data["id"] = f"x-{number}"
    else:
        rule = put(cls, smallest(cls), path, text)
        word, data = "norm", {"id": f"lt:norm/{number}", "kind": word, "rule": rule}
    if word in NOBODY_SAYS_SO:
        data["assertions"] = [{"source": "lt:source/base"}]
    return word, data


def read_what_can_be(folder: Path, word: str, records: list[dict[str, Any]]) -> lt.Corpus:
    """The corpus of BASE and those records that are not refused, each for a reason that can be printed."""
    path = folder / "hostile.json"
    own = BASE.get(word, [])
    for _ in range(2):
        path.write_text(json.dumps(BASE | {word: own + records}))
        try:
            return lt.read(path)
        except CorpusError as fault:
            refusal = fault
        assert all(line.isprintable() for line in str(refusal).splitlines())
        places = [re.match(rf"{word}\[(\d+)\]", problem.where) for problem in refusal.problems]
        bad = {int(place[1]) - len(own) for place in places if place}
        records = [record for i, record in enumerate(records) if i not in bad]
    raise AssertionError(f"still refused: {refusal}")


def leaves(data: Any) -> list[str]:
    """Every text in plain data."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in leaves(value)]
    if isinstance(data, list):
        return [text for value in data for text in leaves(value)]
    return [data] if isinstance(data, str) else []


def assert_harmless(html: str) -> None:
    """No tag, attribute or control character of a text is left in the HTML."""
    tags = set(re.findall(r"</?([a-z]+)", html))
    assert tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "span", "div", "br", "b", "p"}
    assert not re.search(r"<[^>]*\bon[a-z]+=", html)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


@pytest.mark.parametrize(("word", "cls", "path"), CASES)
def test_hostile_text_is_refused_or_harmless(
    word: str, cls: type, path: tuple[Any, ...], tmp_path: Path
) -> None:
    """Each hostile text is refused with a printable message, or loads, reads back, and shows harmless."""
    made = [with_text(word, cls, path, text, i) for i, text in enumerate(HOSTILE)]
    corpus = read_what_can_be(tmp_path, made[0][0], [data for _, data in made])
    own = [record for record in corpus if not record.id.endswith("base")]
    texts = [text for record in own for text in leaves(codec().unstructure(record))]
    table = Table(["text"], [[text] for text in texts], title=" ".join(texts[:30]), notes=texts[:30])

    assert_harmless(table.to_html(max_rows=None))
    assert_harmless(card_html(" ".join(texts[:30]), [(t, "warn") for t in texts], texts, [table], texts))
    for printed in (table.to_text(), table.to_markdown(), repr(corpus)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", printed)
    assert lt.read(lt.write(corpus, tmp_path / "again.toml")) == corpus


def test_free_text_takes_anything(tmp_path: Path) -> None:
    """Free text is never refused for its looks: what a source says is data, however hostile."""
    records = [
        {"id": f"lt:said/{i}", "about": "/base", "source": "lt:source/base", "says": text}
        for i, text in enumerate(HOSTILE)
    ]

    corpus = read_what_can_be(tmp_path, "assertion", records)
    said = {a.id: a.says for a in corpus.assertions if a.id.startswith("lt:said/")}
    assert said == {f"lt:said/{i}": text for i, text in enumerate(HOSTILE)}


def test_a_hostile_title_is_escaped_in_the_corpus_itself(tmp_path: Path) -> None:
    """A corpus prints its title in one line whatever the title holds."""
    for text in HOSTILE:
        (tmp_path / "a.json").write_text(json.dumps({"title": {"en": text}}))

        assert repr(lt.read(tmp_path)).isprintable()
