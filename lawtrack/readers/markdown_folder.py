"""A law as a tree of git: a folder for each division, a file for each article, indexes that order them."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

from ..identifiers import natural_key
from ..model.unit import Unit
from ..texts.headings import is_marked, marked_heading
from .branches import refused
from .markdown import decoded, plain, text_start
from .markdown_pieces import Cutter
from .repository import Entry, Repository

__all__ = ["Folders"]

_INDEX: Final = re.compile(r"(?i)(?:readme|index)\.(?:md|markdown)")
_LINK: Final = re.compile(r"^[-*+] \[[^\]]*\]\(<?([^)>\n]+?)>?\)[ \t]*$", re.MULTILINE)


class Folders:
    """Texts that trees of git hold; a file or folder that several have is read once and is one unit."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.cutter = Cutter()
        self._trees: dict[str, tuple[Entry, ...]] = {}
        self._units: dict[str, Unit] = {}
        self._indexes: dict[str, tuple[Unit, dict[str, int]]] = {}
        self._sizes: dict[str, int] = {}
        self._folders: dict[tuple[str, str], Unit] = {}

    def texts(self, trees: Sequence[str]) -> Iterator[Unit]:
        """The whole text of each tree in turn: one unit ``body`` with the heading of its index."""
        self._look_into(trees)
        seen: set[str | tuple[str, bool]] = set()
        new = [list(self._new_files(tree, seen)) for tree in trees]
        found = self.repository.objects(entry.id for entry in chain.from_iterable(new))
        for tree, entries in zip(trees, new, strict=True):
            for entry, (_, data) in zip(entries, islice(found, len(entries)), strict=True):
                self._take(entry, data)
            top = self._folder(tree, "")
            title = " : ".join(filter(None, (top.num, top.heading))) if top.num else top.heading
            yield Unit.unchecked("body", heading=title, children=top.children)

    def size(self, tree: str) -> int:
        """Bytes of all files in a tree of which the text was made."""
        if tree not in self._sizes:
            self._sizes[tree] = sum(
                self.size(e.id) if e.is_folder else self._sizes.get(e.id, 0) for e in self._trees[tree]
            )
        return self._sizes[tree]

    def _look_into(self, trees: Sequence[str]) -> None:
        """Read the folders of all trees, level by level."""
        level = list(dict.fromkeys(trees))
        deepest = self.repository.limits.depth
        for _ in range(deepest):
            found = self.repository.trees(level)
            self._trees |= found
            inner = (e.id for entries in found.values() for e in entries if e.is_folder)
            level = [id for id in dict.fromkeys(inner) if id not in self._trees]
            if not level:
                return
        told, hint = f"folders more than {deepest} deep", "Raise it with limits=Limits(depth=…)."
        raise refused("LT-IO-005", self.repository.path, told, f"at most {deepest}", hint)

    def _new_files(self, tree: str, seen: set[str | tuple[str, bool]]) -> Iterator[Entry]:
        """The files in a tree that no tree before it had, each once as an index and once as an article."""
        if tree in seen:
            return
        seen.add(tree)
        for entry in self._trees[tree]:
            if entry.is_folder:
                yield from self._new_files(entry.id, seen)
            elif entry.name.lower().endswith((".md", ".markdown")):
                key = (entry.id, _is_index(entry))
                if key not in seen:
                    seen.add(key)
                    yield entry

    def _take(self, entry: Entry, data: bytes) -> None:
        self._sizes[entry.id] = len(data)
        whole = plain(data)
        try:
            text = whole[text_start(whole) :].decode("utf-8")
        except UnicodeDecodeError:
            decoded(data, f"{self.repository.path}:{entry.name}")  # raises, and tells the place in the file
            raise
        if _is_index(entry):
            self._indexes[entry.id] = self._index(text)
        else:
            self._units[entry.id] = self._headed(text.lstrip("\n"))

    def _folder(self, tree: str, name: str) -> Unit:
        # Two folders of equal content and different names differ only where no index heads them.
        held = self._folders.get((tree, name))
        if held is None:
            held = self._folders[tree, name] = self._made(tree, name)
        return held

    def _made(self, tree: str, name: str) -> Unit:
        index = next((e for e in self._trees[tree] if e.id in self._indexes and _is_index(e)), None)
        head, place = self._indexes[index.id] if index else (Unit.unchecked("level", heading=name), {})
        parts = [
            entry
            for entry in self._trees[tree]
            if (entry.is_folder or (entry.id in self._units and not _is_index(entry)))
            and not entry.name.startswith(".")
        ]
        # What the index leaves out follows it in natural order.
        last = len(place)
        parts.sort(key=lambda e: (place[e.name], ()) if e.name in place else (last, natural_key(e.name)))
        inner = [self._folder(e.id, e.name) if e.is_folder else self._units[e.id] for e in parts]
        return head.holding((*head.children, *inner))

    def _index(self, text: str) -> tuple[Unit, dict[str, int]]:
        """The heading of a folder with what stands under it besides links, and the places these give."""
        names = (target.strip("/").rpartition("/")[2] for target in _LINK.findall(text))
        place = {name: i for i, name in enumerate(dict.fromkeys(names))}
        return self._headed(_LINK.sub("", text).lstrip()), place

    def _headed(self, text: str) -> Unit:
        """The unit that a heading in the first line opens, with all that follows; a level without one."""
        line, _, rest = text.partition("\n")
        if not is_marked(line):
            return Unit.unchecked("level", children=self.cutter.paragraphs(text))
        heading = marked_heading(line)
        said = line.lstrip("# ").strip()
        return Unit.unchecked(
            heading.element, heading.num, heading.heading, "", self.cutter.paragraphs(rest),
            () if said == heading.line else (("line", said),),
        )  # fmt: skip


def _is_index(entry: Entry) -> bool:
    return _INDEX.fullmatch(entry.name) is not None
