"""A law as a tree of git: a folder for each division, a file for each article, indexes that order them."""

import re
from collections.abc import Iterable
from typing import Final

from ..identifiers import natural_key
from ..model.unit import Unit
from ..texts.headings import is_marked, marked_heading
from .markdown import decoded, text_start
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
        self._indexes: dict[str, tuple[Unit, tuple[str, ...]]] = {}
        self._sizes: dict[str, int] = {}
        self._texts: dict[str, Unit] = {}

    def load(self, trees: Iterable[str]) -> None:
        """Read all that the trees hold, folders level by level and then every file."""
        level = list(dict.fromkeys(trees))
        while level:
            found = self.repository.trees(level)
            self._trees |= found
            inner = (e.id for entries in found.values() for e in entries if e.is_folder)
            level = [id for id in dict.fromkeys(inner) if id not in self._trees]
        files = {e.id: e.name for entries in self._trees.values() for e in entries if not e.is_folder}
        wanted = [id for id, name in files.items() if name.lower().endswith((".md", ".markdown"))]
        for id, data in self.repository.objects(wanted):
            self._sizes[id] = len(data)
            text = decoded(data, f"{self.repository.path}:{files[id]}")
            body = text[text_start(text) :]
            if _INDEX.fullmatch(files[id]):
                self._indexes[id] = self._index(body)
            else:
                self._units[id] = self._article(body)

    def text(self, tree: str) -> Unit:
        """The whole text of a tree: one unit ``body`` with the heading of its index."""
        top = self._folder(tree, "")
        title = " : ".join(filter(None, (top.num, top.heading))) if top.num else top.heading
        return Unit(type="body", heading=title, children=top.children)

    def size(self, tree: str) -> int:
        """Bytes of all files in a tree."""
        if tree not in self._sizes:
            self._sizes[tree] = sum(
                self.size(e.id) if e.is_folder else self._sizes.get(e.id, 0) for e in self._trees[tree]
            )
        return self._sizes[tree]

    def _folder(self, tree: str, name: str) -> Unit:
        # Two folders of equal content and different names differ only where no index heads them.
        key = f"{tree} {name}"
        held = self._texts.get(key)
        if held is None:
            held = self._texts[key] = self._made(tree, name)
        return held

    def _made(self, tree: str, name: str) -> Unit:
        entries = {entry.name: entry for entry in self._trees[tree]}
        index = next(
            (
                entry
                for entry in entries.values()
                if entry.id in self._indexes and _INDEX.fullmatch(entry.name)
            ),
            None,
        )
        head, order = self._indexes[index.id] if index else (Unit(type="level", heading=name), ())
        place = {target: i for i, target in enumerate(order)}
        parts = [
            entry
            for entry in entries.values()
            if not entry.name.startswith(".")
            and (entry.is_folder or entry.id in self._units)
            and entry is not index
        ]
        # What the index leaves out follows it in natural order.
        parts.sort(
            key=lambda e: (place[e.name], ()) if e.name in place else (len(place), natural_key(e.name))
        )
        inner = [self._folder(e.id, e.name) if e.is_folder else self._units[e.id] for e in parts]
        return Unit(
            type=head.type, num=head.num, heading=head.heading, children=(*head.children, *inner),
            attributes=head.attributes,
        )  # fmt: skip

    def _index(self, body: bytes) -> tuple[Unit, tuple[str, ...]]:
        """The heading of a folder with what stands under it besides links, and the names these lead to."""
        text = body.decode("utf-8")
        order = tuple(target.strip("/").rpartition("/")[2] for target in _LINK.findall(text))
        line, _, rest = _LINK.sub("", text).lstrip().partition("\n")
        if not is_marked(line):
            return Unit(type="level", children=self.cutter.paragraphs(f"{line}\n{rest}")), order
        heading = marked_heading(line)
        unit = Unit(
            type=heading.element, num=heading.num, heading=heading.heading,
            children=self.cutter.paragraphs(rest), attributes=_line(heading.line, line),
        )  # fmt: skip
        return unit, order

    def _article(self, body: bytes) -> Unit:
        """The unit in a file: its heading and all that follows."""
        text = body.decode("utf-8").lstrip("\n")
        line, _, rest = text.partition("\n")
        if not is_marked(line):
            return Unit(type="level", children=self.cutter.paragraphs(text))
        heading = marked_heading(line)
        return Unit(
            type=heading.element, num=heading.num, heading=heading.heading,
            children=self.cutter.paragraphs(rest), attributes=_line(heading.line, line),
        )  # fmt: skip


def _line(usual: str, printed: str) -> dict[str, str]:
    said = printed.lstrip("# ").strip()
    return {} if said == usual else {"line": said}
