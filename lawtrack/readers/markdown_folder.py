"""A law as a tree of git: a folder for each division, a file for each article, indexes that order them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
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
        seen: set[tuple[str, str]] = set()
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
            inner: dict[str, None] = {}
            for id, entries in self.repository.trees(level).items():
                self._trees[id] = held = tuple(e for e in entries if _role(e))
                inner.update((e.id, None) for e in held if e.is_folder)
            level = [id for id in inner if id not in self._trees]
            if not level:
                return
        told, hint = f"folders more than {deepest} deep", "Raise it with limits=Limits(depth=…)."
        raise refused("LT-IO-005", self.repository.path, told, f"at most {deepest}", hint)

    def _new_files(self, tree: str, seen: set[tuple[str, str]]) -> Iterator[Entry]:
        """The files in a tree that no tree before it had, each once as an index and once as an article."""
        for entry in self._trees[tree]:
            key = (entry.id, _role(entry))
            if key not in seen:
                seen.add(key)
                if entry.is_folder:
                    yield from self._new_files(entry.id, seen)
                else:
                    yield entry

    def _take(self, entry: Entry, data: bytes) -> None:
        self._sizes[entry.id] = len(data)
        whole = plain(data)
        try:
            text = whole[text_start(whole) :].decode("utf-8")
        except UnicodeDecodeError:
            decoded(data, f"{self.repository.path}:{entry.name}")  # raises, and tells the place in the file
            raise
        if _role(entry) == "index":
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
        parts = [entry for entry in self._trees[tree] if _role(entry) != "index"]
        index = next((entry for entry in self._trees[tree] if _role(entry) == "index"), None)
        head, place = self._indexes[index.id] if index else (Unit.unchecked("level", heading=name), {})
        # What the index leaves out follows it in natural order.
        last = len(place)
        parts.sort(key=lambda e: (place[e.name], ()) if e.name in place else (last, natural_key(e.name)))
        inner = [self._folder(e.id, e.name) if e.is_folder else self._units[e.id] for e in parts]
        return head.holding((*head.children, *inner), *inner)

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


def _role(entry: Entry) -> str:
    return _role_of(entry.name, entry.is_folder)


@lru_cache(maxsize=8192)
def _role_of(name: str, is_folder: bool) -> str:
    """What an entry is in a law: a ``folder``, its ``index`` or an ``article``; empty for all else."""
    if name.startswith("."):
        return ""
    if is_folder:
        return "folder"
    if not name.lower().endswith((".md", ".markdown")):
        return ""
    return "index" if _INDEX.fullmatch(name) else "article"
