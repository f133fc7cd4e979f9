"""Reads a corpus from a file, a folder or several of them: all of it, or none with every problem named."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any

import attrs

from ..checks import check
from ..codec import SCHEMA, codec, problems_of
from ..corpus import RECORD_TYPES, Corpus
from ..errors import CorpusError, Problem, Severity, UnknownNameError, nearest
from ..kinds import KINDS, KindRegistry
from ..languages import LangMap
from ..missing import NOT_STATED, Missing
from ..model.record import Record
from . import json, toml
from .authoring import lift_assertions
from .sources import Limits, find_files, read_text

__all__ = ["example", "examples", "read"]

_FORMATS = {".toml": toml.read, ".json": json.read}
_HEADER = ("lawtrack", "title", "include")

Path_ = str | PathLike[str]


def read(paths: Path_ | Iterable[Path_], *, kinds: KindRegistry = KINDS, limits: Limits = Limits()) -> Corpus:
    """Read the corpus in a file, a folder of files (and folders below it), or several of either.

    Files of one corpus may refer to one another in any order. Files are TOML or JSON, told by suffix.
    Raises CorpusError with every error and warning of every file when there is any error; warnings and
    notes alone do not keep a corpus from loading, :func:`lawtrack.validate` tells them.
    """
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    reading = _Reading(kinds, limits)
    for found in find_files([Path(path) for path in given], limits):
        if isinstance(found, Problem):
            reading.problems.append(found)
        else:
            reading.take_file(found, found.parent.resolve())
    return reading.finish()


def examples() -> tuple[str, ...]:
    """Names of the corpora that come with lawtrack."""
    return tuple(sorted(p.name for p in _examples_folder().iterdir() if p.is_dir()))


def example(name: str) -> Corpus:
    """Read a corpus that comes with lawtrack, such as ``kazakhstan``; raises UnknownNameError."""
    if name not in examples():
        raise UnknownNameError("example corpus", name, examples())
    return read(_examples_folder() / name)


def _examples_folder() -> Path:
    packed = Path(str(files("lawtrack"))) / "fixtures"
    # In a working copy the examples stand beside the package; in a wheel they are inside it.
    return packed if packed.is_dir() else packed.parent.parent / "fixtures"


class _Reading:
    """What has been read so far: records, where each stands, and all problems."""

    def __init__(self, kinds: KindRegistry, limits: Limits) -> None:
        self.codec = codec(kinds)
        self.limits = limits
        self.problems: list[Problem] = []
        self.records: list[tuple[Record, str, str]] = []
        self.broken: set[str] = set()
        self.title: LangMap | Missing = NOT_STATED
        self.taken: set[Path] = set()

    def take_file(self, path: Path, root: Path) -> None:
        if path.resolve() in self.taken:
            return
        self.taken.add(path.resolve())
        file = str(path)
        text = read_text(path, self.limits)
        if isinstance(text, Problem):
            self.problems.append(text)
            return
        data = _FORMATS[path.suffix.lower()](text, file)
        if isinstance(data, Problem):
            self.problems.append(data)
            return
        if (deep := _too_deep(data, self.limits.depth)) is not None:
            self._say(
                "LT-IO-005",
                file,
                deep,
                "",
                read="deeper nesting",
                expected=f"at most {self.limits.depth} levels",
            )
            return
        self._take_header(data, path, root)
        for word, tables in data.items():
            if word not in _HEADER:
                self._take_tables(word, tables, file)

    def _say(self, code: str, file: str, where: str, record: str = "", **said: Any) -> None:
        self.problems.append(Problem(code=code, file=file, where=where, record=record, **said))

    def _take_header(self, data: dict[str, Any], path: Path, root: Path) -> None:
        file = str(path)
        version = data.get("lawtrack", SCHEMA)
        if type(version) is not int or version < 1:
            self._say(
                "LT-KEY-003", file, "lawtrack", read=repr(version), expected=f"a schema number, now {SCHEMA}"
            )
        elif version > SCHEMA:
            self._say("LT-VER-001", file, "lawtrack", read=f"schema {version}", expected=f"at most {SCHEMA}")
        if "title" in data:
            try:
                self.title = self.codec.structure(data["title"], LangMap)
            except Exception as fault:
                self.problems += problems_of(fault, "title", file=file)
        include = data.get("include", [])
        if not isinstance(include, list) or not all(isinstance(name, str) for name in include):
            self._say("LT-KEY-002", file, "include", read=repr(include), expected="a list of file names")
            return
        for i, name in enumerate(include):
            target = path.parent / name
            inside = not Path(name).is_absolute() and target.resolve().is_relative_to(root)
            if not inside:
                self._say(
                    "LT-IO-004",
                    file,
                    f"include[{i}]",
                    read=repr(name),
                    expected="a path inside the corpus folder",
                )
                continue
            for found in find_files([target], self.limits):
                if isinstance(found, Problem):
                    self.problems.append(found)
                else:
                    self.take_file(found, root)

    def _take_tables(self, word: str, tables: object, file: str) -> None:
        if word not in RECORD_TYPES:
            near = nearest(word, RECORD_TYPES)
            hint = f"Did you mean [[{near}]]?" if near else ""
            known = f"one of {', '.join((*_HEADER, *RECORD_TYPES))}"
            self._say("LT-KEY-001", file, word, read=f"a key {word!r}", expected=known, hint=hint)
            return
        if not isinstance(tables, list):
            self._say(
                "LT-KEY-002", file, word, read=f"a {type(tables).__name__}", expected="a list of tables",
                hint=f"Head each one with [[{word}]], in two pairs of brackets.",
            )  # fmt: skip
            return
        for i, table in enumerate(tables):
            place = f"{word}[{i}]"
            if not isinstance(table, dict):
                self._say(
                    "LT-KEY-003", file, place, read=repr(table), expected=f"a table of fields of a {word}"
                )
                continue
            own, inside = lift_assertions(word, table)
            self._structure(word, own, place, file)
            for spot, assertion in inside:
                self._structure("assertion", assertion, f"{place}.{spot}", file)

    def _structure(self, word: str, table: dict[str, Any], place: str, file: str) -> None:
        try:
            record = self.codec.structure(table, RECORD_TYPES[word])
        except Exception as fault:
            id = table.get("id")
            name = id if isinstance(id, str) else ""
            self.broken.add(name)
            self.problems += problems_of(fault, place, record=name, file=file)
        else:
            self.records.append((record, place, file))

    def finish(self) -> Corpus:
        corpus = Corpus.of((record for record, _, _ in self.records), title=self.title)
        places: dict[str, tuple[str, str]] = {}
        doubled: list[Problem] = []
        for record, place, file in self.records:
            if record.id in places:
                first = " in ".join(places[record.id])
                doubled.append(
                    Problem(
                        code="LT-REF-001",
                        file=file,
                        where=f"{place}.id",
                        record=record.id,
                        read=repr(record.id),
                        expected="an id of its own",
                        hint=f"It is also the id of {first}.",
                    )  # fmt: skip
                )
            else:
                places[record.id] = (place, file)
        found = check(corpus, also_known=self.broken)
        self.problems += doubled
        self.problems += [_placed(problem, places) for problem in found if problem.code != "LT-REF-001"]
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            raise CorpusError(_in_order(self.problems))
        return corpus


def _placed(problem: Problem, places: dict[str, tuple[str, str]]) -> Problem:
    place, file = places.get(problem.record, ("", ""))
    where = f"{place}.{problem.where}" if place and problem.where else place or problem.where
    return attrs.evolve(problem, file=file, where=where)


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Files in order of name, errors before warnings and notes, otherwise as found."""
    rank = {severity: i for i, severity in enumerate(Severity)}
    return sorted(problems, key=lambda problem: (problem.file, rank[problem.severity]))


def _too_deep(data: object, depth: int) -> str | None:
    """Top-level key under which *data* nests deeper than *depth*, or None."""
    todo: list[tuple[object, int, str]] = [(data, 0, "")]
    while todo:
        item, level, top = todo.pop()
        if level > depth:
            return top
        if isinstance(item, dict):
            todo += [(value, level + 1, top or str(key)) for key, value in item.items() if _nests(value)]
        elif isinstance(item, list):
            todo += [(value, level + 1, top) for value in item if _nests(value)]
    return None


def _nests(value: object) -> bool:
    return isinstance(value, dict | list)
