"""Gathers the records and problems of all files of a corpus, and builds it when there is no error."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs

from ..checks import check
from ..codec import SCHEMA, codec, problems_of
from ..corpus import RECORD_TYPES, Corpus
from ..errors import CorpusError, Problem, Severity, listed, nearest, shown
from ..kinds import KindRegistry
from ..languages import LangMap
from ..missing import NOT_STATED, Missing
from ..model.record import Record
from . import json, toml, yaml
from .authoring import id_of, lift_assertions
from .sources import Limits, find_files, included, read_text

__all__ = ["Gathering"]

_FORMATS = {".toml": toml.read, ".json": json.read, ".yaml": yaml.read, ".yml": yaml.read}
_HEADER = ("lawtrack", "title", "include")
_LONGEST_ID = 300
# What a file that could not be read may have held: the lack of it is no fault of the others.
_FOLLOWS_FROM_LOSS = ("LT-REF-002", "LT-VOC-003", "LT-SUB-002")


class Gathering:
    """What has been read so far: records, where each stands, and all problems."""

    def __init__(self, kinds: KindRegistry, limits: Limits) -> None:
        self.codec = codec(kinds)
        self.limits = limits
        self.problems: list[Problem] = []
        self.records: list[tuple[Record, str, str]] = []
        self.broken: set[str] = set()
        self.lost_files = False
        self.title: LangMap | Missing = NOT_STATED
        self.taken: set[Path] = set()

    def take(self, path: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """Read the file or folder at *path* and all that its files include, telling *progress* of each."""
        waiting: deque[tuple[Path, Path]] = deque()
        self._find(path, waiting)
        while waiting:
            file, root = waiting.popleft()
            if file.resolve() in self.taken:
                continue
            if len(self.taken) >= self.limits.files:
                expected = f"at most {self.limits.files} files"
                self._lost("LT-IO-005", file, read="one file more", expected=expected)
                return
            self.taken.add(file.resolve())
            if progress is not None:
                progress(len(self.taken), len(self.taken) + len(waiting))
            data = self._data(file)
            if data is None:
                continue
            for target in self._take_header(data, file, root):
                self._find(target, waiting, root)
            for word, tables in data.items():
                if word not in _HEADER:
                    self._take_tables(word, tables, str(file))

    def _find(self, path: Path, waiting: deque[tuple[Path, Path]], root: Path | None = None) -> None:
        for found in find_files(path, self.limits):
            if isinstance(found, Problem):
                self._lost_to(found)
            else:
                waiting.append((found, root or (path if path.is_dir() else path.parent).resolve()))

    def _lost(self, code: str, file: Path, where: str = "", **said: str) -> None:
        self._say(code, str(file), where, **said)
        self.lost_files = True

    def _lost_to(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.lost_files = True

    def _data(self, path: Path) -> dict[str, Any] | None:
        text = read_text(path, self.limits)
        data = text if isinstance(text, Problem) else _FORMATS[path.suffix.lower()](text, str(path))
        if isinstance(data, Problem):
            self._lost_to(data)
            return None
        version = data.get("lawtrack", SCHEMA)
        if type(version) is int and version > SCHEMA:
            hint = "It was written for a newer lawtrack; upgrade with: pip install --upgrade lawtrack"
            read, expected = f"schema {shown(version)}", f"at most {SCHEMA}"
            self._lost("LT-VER-001", path, "lawtrack", read=read, expected=expected, hint=hint)
            return None
        for word in data:
            if not _within(data[word], self.limits.depth):
                expected = f"at most {self.limits.depth} levels"
                self._lost("LT-IO-005", path, shown(word)[1:-1], read="deeper nesting", expected=expected)
                return None
        return data

    def _say(self, code: str, file: str, where: str, record: str = "", **said: Any) -> None:
        self.problems.append(Problem(code=code, file=file, where=where, record=record, **said))

    def _take_header(self, data: dict[str, Any], path: Path, root: Path) -> list[Path]:
        """The files that the header includes; what is wrong with it is noted."""
        file = str(path)
        version = data.get("lawtrack", SCHEMA)
        if type(version) is not int or version < 1:
            expected = f"a schema number, now {SCHEMA}"
            self._say("LT-KEY-003", file, "lawtrack", read=shown(version), expected=expected)
        if "title" in data:
            try:
                self.title = self.codec.structure(data["title"], LangMap)
            except Exception as fault:
                self.problems += problems_of(fault, "title", file=file)
        include = data.get("include", [])
        if not isinstance(include, list) or not all(isinstance(name, str) for name in include):
            hint = f"Write [{include!r}].".replace("'", '"') if isinstance(include, str) else ""
            expected = "a list of file names"
            self._say("LT-KEY-002", file, "include", read=shown(include), expected=expected, hint=hint)
            return []
        targets = []
        for i, name in enumerate(include):
            target = included(name, path, root)
            if isinstance(target, Path):
                targets.append(target)
            else:
                expected = "a path inside the corpus folder"
                self._say(
                    "LT-IO-004", file, f"include[{i}]", read=shown(name), expected=expected, hint=target
                )
        return targets

    def _take_tables(self, word: str, tables: object, file: str) -> None:
        if word not in RECORD_TYPES:
            near = nearest(word, RECORD_TYPES)
            hint = f"Did you mean [[{near}]]?" if near else ""
            known = f"one of {listed((*_HEADER, *RECORD_TYPES), near)}"
            told = shown(word)
            self._say("LT-KEY-001", file, told[1:-1], read=f"a key {told}", expected=known, hint=hint)
            return
        if not isinstance(tables, list):
            read = "a single table" if isinstance(tables, dict) else shown(tables)
            hint = f"Head each one with [[{word}]], in two pairs of brackets."
            self._say("LT-KEY-002", file, word, read=read, expected="a list of tables", hint=hint)
            return
        for i, table in enumerate(tables):
            place = f"{word}[{i}]"
            if not isinstance(table, dict):
                self._no_table(word, table, place, file)
                continue
            own, inside = lift_assertions(word, table)
            about = id_of(word, own)
            self._structure(word, own, place, file, about)
            for spot, item in inside:
                within = f"{place}.{spot}" if spot else place
                if isinstance(item, dict):
                    self._structure("assertion", item, within, file, str(item["id"]), keep=bool(about))
                else:
                    self._no_table("assertion", item, within, file, about)

    def _no_table(self, word: str, value: object, place: str, file: str, record: str = "") -> None:
        hint = 'Write assertions = [{ source = "…" }].' if record or "assertions" in place else ""
        expected = f"a table of fields of {'an' if word[0] in 'aeiou' else 'a'} {word}"
        self._say("LT-KEY-003", file, place, record, read=shown(value), expected=expected, hint=hint)
        self.broken.add(f"{record}@")

    def _structure(
        self, word: str, table: dict[str, Any], place: str, file: str, name: str, *, keep: bool = True
    ) -> None:
        try:
            record = self.codec.structure(table, RECORD_TYPES[word])
        except Exception as fault:
            self.broken.add(name)
            if isinstance(table.get("about"), str):
                self.broken.add(f"{table['about']}@")
            self.problems += problems_of(fault, place, record=name[:_LONGEST_ID], file=file)
        else:
            if keep:
                self.records.append((record, place, file))

    def finish(self) -> Corpus:
        """The corpus; raises CorpusError with all problems when one of them is an error."""
        corpus = Corpus.of((record for record, _, _ in self.records), title=self.title)
        places: dict[str, tuple[str, str]] = {}
        for record, place, file in self.records:
            first = places.setdefault(record.id, (place, file))
            if first != (place, file):
                hint = f"It is also the id of {first[0]} in {first[1]}."
                read, expected = repr(record.id), "an id of its own"
                where = f"{place}.id"
                self._say("LT-REF-001", file, where, record.id, read=read, expected=expected, hint=hint)
        for problem in check(corpus, also_known=self.broken):
            follows = self.lost_files and problem.code in _FOLLOWS_FROM_LOSS
            if problem.code != "LT-REF-001" and not follows:
                self.problems.append(_placed(problem, places))
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


def _within(value: object, depth: int) -> bool:
    """Whether *value* nests no deeper than *depth*; without recursion, which such a file would exhaust."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(depth):
        if not level:
            return True
        level = [
            item
            for held in level
            for item in (held.values() if type(held) is dict else held)
            if type(item) is dict or type(item) is list
        ]
    return not level
