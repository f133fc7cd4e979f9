"""The history of a law that git keeps in Markdown: one file for the whole law, or one for each article."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import attrs

from ..dates import EdtfDate
from ..errors import CorpusError, nearest
from ..histories import History, Version
from ..model.unit import Unit
from .branches import refused
from .documents import day_of
from .markdown import Front, decoded, front_of, plain, text_start, work_of
from .markdown_folder import Folders
from .markdown_pieces import Cutter
from .repository import Commit, Entry, Repository, open_repository
from .sources import LIMITS, Limits

__all__ = ["read"]

_MOST_FILES: Final = 1_000_000
"""Folders in folders can say with little that they hold more files than any law has."""
_EPOCH: Final = date(1970, 1, 2)
_TRAILERS: Final = ("Source-Date:", "Date:", "Fecha:")

Progress = Callable[[int, int], None]


def read(
    path: Path, file: str, branch: str, limits: Limits = LIMITS, progress: Progress | None = None
) -> History:
    """The history of a law; :func:`lawtrack.read_history` says what the arguments are and what is raised."""
    with open_repository(path, limits) as repository:
        tip = repository.tip(branch)
        found = _files(repository, tip.tree)
        name = _chosen(path, found, file)
        if name:
            # Git knows the commits that change a file, but not by a name of which we cannot tell the bytes.
            commits = repository.commits(tip, "" if "\N{REPLACEMENT CHARACTER}" in name else name)
            return _of_file(repository, commits, name, progress)
        if not _is_of_articles(repository, found):
            raise _several(path, found)
        return _of_folders(repository, repository.commits(tip), progress)


def _files(repository: Repository, tree: str) -> dict[str, str]:
    """Hash of each Markdown file in a tree by its path, without those that only introduce a folder."""
    found: dict[str, str] = {}
    level = {"": tree}
    while level:
        held = repository.trees(level.values())
        folders: dict[str, str] = {}
        for folder, id in level.items():
            for entry in held[id]:
                if entry.is_folder and not entry.name.startswith("."):
                    folders[f"{folder}{entry.name}/"] = entry.id
                elif entry.name.lower().endswith((".md", ".markdown")) and not _introduces(entry.name):
                    found[f"{folder}{entry.name}"] = entry.id
            if len(found) + len(folders) > _MOST_FILES:
                told = f"more than {_MOST_FILES:,} files and folders in one version"
                raise refused("LT-IO-005", repository.path, told, f"at most {_MOST_FILES:,}")
        level = folders
    return found


def _introduces(name: str) -> bool:
    return name.lower().partition(".")[0] in ("readme", "index", "licence", "license")


def _chosen(path: Path, found: dict[str, str], file: str) -> str:
    if file and file not in found:
        near = nearest(file, found)
        hint = f"Did you mean {near!r}?" if near else f"There is {_listed(found)}." if found else ""
        raise refused("LT-IO-006", path, f"no file {file!r}", "a Markdown file of the last version", hint)
    if not found:
        raise refused(
            "LT-IO-006", path, "no Markdown file", "a law in Markdown, in one file or one for each article"
        )
    return file or (next(iter(found)) if len(found) == 1 else "")


def _is_of_articles(repository: Repository, found: dict[str, str]) -> bool:
    """Whether the files are mostly articles, by the headings of a few of them."""
    ids = {found[name]: name for name in list(found)[:: max(1, len(found) // 20)]}
    cutter = Cutter()
    articles = 0
    for id, data in repository.objects(ids):
        text = decoded(data, f"{repository.path}:{ids[id]}")
        first = cutter.cut(text, text_start(text))[:1]
        articles += any(piece.heading and piece.heading.element == "article" for piece in first)
    return articles * 2 > len(ids)


def _several(path: Path, found: Iterable[str]) -> CorpusError:
    hint = "Name its file with file=, on the command line with --file."
    return refused("LT-IO-006", path, f"several laws: {_listed(found)}", "one law", hint)


def _listed(found: Iterable[str]) -> str:
    names = list(found)
    return ", ".join(names[:5]) + (f" … ({len(names)} in all)" if len(names) > 5 else "")


def _of_file(
    repository: Repository,
    commits: Sequence[Commit],
    name: str,
    progress: Progress | None,
) -> History:
    steps = [(commit, id) for commit, id in _blobs(repository, commits, name) if id]
    objects = repository.objects(dict.fromkeys(id for _, id in steps))
    cutter = Cutter()
    texts: dict[str, tuple[Unit, Front, int]] = {}
    versions = []
    for done, (commit, id) in enumerate(steps, 1):
        if id not in texts:
            _, data = next(objects)
            texts[id] = _text(cutter, data, f"{repository.path}:{name}")
        root, front, size = texts[id]
        versions.append(_version(commit, root, tuple(_stated(front, commit)), size))
        if progress is not None:
            progress(done, len(steps))
    root, front, _ = texts[steps[-1][1]]
    return _history(repository, versions, front, root.heading, name)


def _text(cutter: Cutter, data: bytes, place: str) -> tuple[Unit, Front, int]:
    """The text in a file, what stands in front of it, and how many bytes it has."""
    text = plain(data)
    start = text_start(text)
    try:
        front = front_of(text[:start])
        pieces = cutter.cut(text, start)
    except UnicodeDecodeError:
        decoded(data, place)  # raises, and tells the place in the file
        raise
    return cutter.tree(cutter.joined(pieces)[0]), front, len(data)


def _blobs(repository: Repository, commits: Sequence[Commit], name: str) -> Iterator[tuple[Commit, str]]:
    """Each commit that changes the file of that path, with its hash; an empty one where it is taken away."""
    *folders, file = name.split("/")
    at = [commit.tree for commit in commits]
    trees = repository.trees(at)
    for folder in folders:
        at = [_inside(trees.get(id, ()), folder, True) for id in at]
        trees = repository.trees(filter(None, at))
    last = ""
    for commit, tree in zip(commits, at, strict=True):
        id = _inside(trees.get(tree, ()), file, False)
        if id != last:
            yield commit, id
        last = id


def _inside(entries: Iterable[Entry], name: str, is_folder: bool) -> str:
    return next((e.id for e in entries if e.name == name and e.is_folder == is_folder), "")


def _of_folders(repository: Repository, commits: Sequence[Commit], progress: Progress | None) -> History:
    changed = [
        commit
        for before, commit in zip((None, *commits), commits, strict=False)
        if before is None or before.tree != commit.tree
    ]
    folders = Folders(repository)
    texts = folders.texts([commit.tree for commit in changed])
    versions = []
    for done, (commit, root) in enumerate(zip(changed, texts, strict=True), 1):
        versions.append(_version(commit, root, tuple(_stated({}, commit)), folders.size(commit.tree)))
        if progress is not None:
            progress(done, len(changed))
    return _history(repository, versions, {}, versions[-1].root.heading if versions else "", "")


def _stated(front: Front, commit: Commit) -> Iterator[EdtfDate]:
    said = [front.get("last_updated", ""), front.get("date", "")]
    said += [
        line.partition(":")[2].strip() for line in commit.message.splitlines() if line.startswith(_TRAILERS)
    ]
    for text in filter(None, said):
        if isinstance(day := day_of(text), EdtfDate):
            yield day


def _version(commit: Commit, root: Unit, stated: tuple[EdtfDate, ...], size: int) -> Version:
    day = commit.authored
    earlier = [
        one.earliest for one in stated if one.earliest and one.earliest == one.latest and one.earliest < day
    ]
    if day <= _EPOCH and earlier:
        day = earlier[0]
    return Version(
        id=commit.id, day=day, root=root, subject=commit.message.partition("\n")[0], dated=commit.authored,
        written=commit.committed,
        stated=tuple(dict.fromkeys(stated)), size=size,
    )  # fmt: skip


def _history(
    repository: Repository, versions: Sequence[Version], front: Front, title: str, name: str
) -> History:
    notes: list[str] = []
    work, lang = work_of(front, title, Path(name).stem or repository.path.stem, notes)
    if notes:
        work = attrs.evolve(work, note=" ".join(notes))
    return History(work=work, lang=lang, versions=tuple(versions), name=str(repository.path))
