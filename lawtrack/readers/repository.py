"""Git repositories and bundles, read without a checkout and without trusting what they say of themselves."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

from attrs import field, frozen

from ..errors import CorpusError, nearest
from .branches import branches_of_folder, heads_of_bundle, refused
from .git import Git, Objects, broken
from .sources import LIMITS, Limits, is_history

__all__ = ["Commit", "Entry", "Repository", "open_repository"]

_PERSON = re.compile(rb"(.*?) ?<([^>]*)> (-?[0-9]+) ([+-])([0-9]{2})([0-9]{2})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = ("main", "master", "trunk")
# A link or another repository inside this one is no text of the law.
_MODES = (b"40000", b"100644", b"100755", b"100664")


@frozen
class Commit:
    """One commit.

    Attributes:
        id: Its hash.
        tree: Hash of the tree of its files.
        authored: Day of the author date, as written: in the offset it was written with.
        committed: Day of the committer date, likewise.
        message: What was said about it, the subject in the first line.
    """

    id: str
    tree: str
    authored: date
    committed: date
    message: str


@frozen
class Entry:
    """A file or folder in a tree of git."""

    name: str
    id: str
    is_folder: bool


@frozen(eq=False)
class Repository:
    """The objects of a repository, to be read in bulk.

    Attributes:
        path: What was opened.
        branches: Hash of the tip by name of branch.
        head: Name of the branch that stands for all; empty when nothing tells which.
    """

    path: Path
    branches: dict[str, str]
    head: str
    limits: Limits
    _git: Git
    _objects: Objects
    _trees: dict[str, tuple[Entry, ...]] = field(factory=dict, init=False)
    _entries: dict[tuple[bytes, ...], Entry] = field(factory=dict, init=False)

    def tip(self, branch: str = "") -> Commit:
        """The last commit of a branch.

        Raises:
            CorpusError: LT-IO-006 when there is no such branch, or none is named and several may be meant.
        """
        id = self.branches.get(branch or self.head)
        if id is None:
            raise _no_branch(self, branch)
        ((_, data),) = self.objects([id], "commit")
        return _commit(id, data)

    def commits(self, tip: Commit, path: str = "") -> tuple[Commit, ...]:
        """The commits up to a last one, along first parents; only those that change *path* if it is given."""
        ids = self._git.run("rev-list", "--first-parent", "--reverse", tip.id, "--", *filter(None, [path]))
        return tuple(_commit(id, data) for id, data in self.objects(ids.split(), "commit"))

    def trees(self, ids: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The entries of the trees of these hashes, in git's order, each tree read once."""
        wanted = dict.fromkeys(ids)
        for id, data in self.objects([id for id in wanted if id not in self._trees], "tree"):
            self._trees[id] = self._entries_in(id, data)
        return {id: self._trees[id] for id in wanted}

    def objects(self, ids: Iterable[str], kind: str = "blob") -> Iterator[tuple[str, bytes]]:
        """Hash and content of each object, in the order asked for; they must all be taken."""
        return self._objects.read(ids, kind)

    def _entries_in(self, id: str, data: bytes) -> tuple[Entry, ...]:
        # Trees one after the other share most of their entries.
        found = _entry_pattern(len(id) // 2).findall(data)
        if sum(map(len, chain.from_iterable(found))) + 2 * len(found) != len(data):
            raise broken(self.path, f"tree {id} is no list of files")
        known = self._entries
        entries = []
        for said in found:
            if said[0] in _MODES:
                entry = known.get(said)
                if entry is None:
                    mode, name, hash = said
                    entry = known[said] = Entry(name.decode("utf-8", "replace"), hash.hex(), mode == b"40000")
                entries.append(entry)
        return tuple(entries)


@contextmanager
def open_repository(path: Path, limits: Limits = LIMITS) -> Iterator[Repository]:
    """The repository in a bundle or in the folder where git keeps it (``x.git``, a checkout or its ``.git``).

    Raises:
        LawtrackError: Git is not installed.
        CorpusError: LT-IO-002 for what git cannot read, LT-IO-005 for what is too large, LT-IO-006 for
            what is no repository or has no branch.
    """
    import tempfile  # late: only this needs it

    path = Path(path)
    if not path.exists():
        raise refused("LT-IO-006", path, "nothing", "a git bundle, or the folder of a git repository")
    if path.is_dir() and not is_history(path):
        if not is_history(path / ".git"):
            expected = "a git bundle, or the folder of a git repository"
            raise refused("LT-IO-006", path, "no repository", expected)
        path = path / ".git"
    with tempfile.TemporaryDirectory(prefix="lawtrack-", ignore_cleanup_errors=True) as made:
        if path.is_dir():
            if (path / "shallow").is_file():
                hint = "Fetch the rest: git fetch --unshallow"
                raise refused("LT-IO-006", path, "a shallow clone, which lacks older commits", "all", hint)
            branches, head = branches_of_folder(path)
        else:
            if path.stat().st_size > limits.file_bytes:
                told = f"{path.stat().st_size:,} bytes"
                hint = "Raise it with limits=Limits(file_bytes=…)."
                raise refused("LT-IO-005", path, told, f"at most {limits.file_bytes:,}", hint)
            branches, head = heads_of_bundle(path)
        if not branches:
            raise refused("LT-IO-006", path, "a repository without a branch", "a branch with commits")
        git = Git.in_folder(Path(made), path, path / "objects" if path.is_dir() else None)
        format = "sha256" if len(next(iter(branches.values()))) == 64 else "sha1"
        git.run("init", "--quiet", "--bare", "--template=", f"--object-format={format}", made)
        if not path.is_dir():
            git.run("bundle", "unbundle", str(path.resolve()))
        with git.objects(limits) as objects:
            yield Repository(path, branches, _chosen(branches, head), limits, git, objects)


def _chosen(branches: dict[str, str], head: str) -> str:
    """The branch that stands for all: that of HEAD, else the only one or one with a usual name."""
    if head in branches:
        return head
    if len(branches) == 1:
        return next(iter(branches))
    return next((name for name in _FIRST if name in branches), "")


def _commit(id: str, data: bytes) -> Commit:
    head, _, message = data.partition(b"\n\n")
    said = dict(line.partition(b" ")[::2] for line in reversed(head.split(b"\n")))
    return Commit(
        id,
        said[b"tree"].decode("ascii"),
        _day(said.get(b"author", b"")),
        _day(said.get(b"committer", b"")),
        message.decode("utf-8", "replace").strip(),
    )


def _day(person: bytes) -> date:
    """The day of ``Name <mail> seconds offset`` where it was written; seconds may be negative."""
    found = _PERSON.match(person)
    if found is None:
        return _EPOCH.date()
    offset = timedelta(hours=int(found[5]), minutes=int(found[6]))
    try:
        return (_EPOCH + timedelta(seconds=int(found[3])) + (-offset if found[4] == b"-" else offset)).date()
    except OverflowError:
        return _EPOCH.date()


@cache
def _entry_pattern(width: int) -> re.Pattern[bytes]:
    """Mode, name and hash of each entry of a tree, with hashes of so many bytes."""
    return re.compile(rb"([0-7]+) ([^\0]+)\0(.{%d})" % width, re.DOTALL)


def _no_branch(repository: Repository, name: str) -> CorpusError:
    """What is raised for a branch that is not there, or when none is named and nothing tells which."""
    known = ", ".join(repository.branches)
    near = nearest(name, repository.branches) if name else None
    hint = f"Did you mean {near!r}?" if near else f"Name one of these with branch= or --branch: {known}."
    return refused(
        "LT-IO-006", repository.path, f"branch {name!r}" if name else "several branches", "one branch", hint
    )
