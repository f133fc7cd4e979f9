"""Git repositories and bundles, read without a checkout and without trusting what they say about themselves.

Git runs in an empty repository of our own that borrows the objects of the one to read, or unpacks those of
a bundle: no configuration, hook, filter or attribute of the other repository is ever looked at.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Timer
from typing import IO

from attrs import field, frozen

from ..errors import CorpusError, LawtrackError, nearest
from .branches import branches_of_folder, heads_of_bundle, refused
from .sources import LIMITS, Limits

__all__ = ["Commit", "Entry", "Repository", "is_repository", "open_repository"]

SECONDS = 600
"""How long one call of git may take."""

_SAFE = ("-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "gc.auto=0", "--no-pager")
_PERSON = re.compile(rb"(.*?) ?<([^>]*)> (-?[0-9]+) ([+-])([0-9]{2})([0-9]{2})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = ("main", "master", "trunk")


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
    _folder: Path
    _environment: dict[str, str]
    _trees: dict[str, tuple[Entry, ...]] = field(factory=dict, init=False)

    def commits(self, branch: str = "") -> tuple[Commit, ...]:
        """The commits of a branch from the first to the last, along first parents.

        Raises:
            CorpusError: LT-IO-006 when there is no such branch, or none is named and several may be meant.
        """
        tip = self.branches.get(branch or self.head)
        if tip is None:
            raise _no_branch(self, branch)
        walk = ("rev-list", "--first-parent", "--reverse", tip)
        ids = _git(walk, self._folder, self._environment, self.path).split()
        return tuple(
            _commit(id, data) for id, (_, data) in zip(ids, self.objects(ids, "commit"), strict=True)
        )

    def trees(self, ids: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The entries of the trees of these hashes, in git's order, each tree read once."""
        width = len(next(iter(self.branches.values()))) // 2
        wanted = dict.fromkeys(ids)
        if missing := [id for id in wanted if id not in self._trees]:
            for id, data in self.objects(missing, "tree"):
                self._trees[id] = tuple(_entries(data, width))
        return {id: self._trees[id] for id in wanted}

    def objects(self, ids: Iterable[str], kind: str = "blob") -> Iterator[tuple[str, bytes]]:
        """Hash and content of each object, in the order asked for, out of one process of git."""
        import tempfile  # late: only this needs it

        with tempfile.TemporaryFile() as wanted, tempfile.TemporaryFile() as said:
            wanted.write("".join(f"{id}\n" for id in ids).encode("ascii"))
            wanted.seek(0)
            command = ("cat-file", "--batch", "--buffer")
            with _started(command, self._folder, self._environment, wanted, said) as output:
                while header := output.readline():
                    yield self._object(header.decode("ascii").split(), kind, output)
            said.seek(0)
            if told := said.read(2000).decode("utf-8", "replace").strip():
                raise _broken(self.path, told)

    def _object(self, header: Sequence[str], kind: str, output: IO[bytes]) -> tuple[str, bytes]:
        if len(header) != 3 or header[1] != kind:
            raise _broken(self.path, f"{kind} {' '.join(header)}")
        size = int(header[2])
        if size > self.limits.file_bytes:
            told = f"an object of {size:,} bytes"
            hint = "Raise it with limits=Limits(file_bytes=…)."
            raise refused("LT-IO-005", self.path, told, f"at most {self.limits.file_bytes:,}", hint)
        data = output.read(size + 1)
        if len(data) != size + 1:
            raise _broken(self.path, f"{kind} {header[0]} cut short")
        return header[0], data[:-1]


def is_repository(path: Path) -> bool:
    """Whether *path* is a bundle by its suffix, or a folder in which git keeps a repository."""
    if path.suffix.lower() == ".bundle":
        return True
    return path.is_dir() and (path / "HEAD").is_file() and (path / "objects").is_dir()


@contextmanager
def open_repository(path: Path, limits: Limits = LIMITS) -> Iterator[Repository]:
    """The repository in a bundle or in the folder where git keeps it (``x.git``, or ``.git`` of a checkout).

    Raises:
        LawtrackError: Git is not installed.
        CorpusError: LT-IO-002 for what git cannot read, LT-IO-005 for what is too large, LT-IO-006 for
            what is no repository or has no branch.
    """
    import tempfile  # late: only this needs it

    path = Path(path)
    if not path.exists():
        raise refused("LT-IO-006", path, "nothing", "a git bundle, or the folder of a git repository")
    if path.is_dir() and not is_repository(path):
        inside = path / ".git"
        hint = f"Give {str(inside)!r}." if is_repository(inside) else ""
        expected = "a git bundle, or the folder of a git repository"
        raise refused("LT-IO-006", path, "no repository", expected, hint)
    with tempfile.TemporaryDirectory(prefix="lawtrack-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        environment = _environment(folder)
        if path.is_dir():
            branches, head = branches_of_folder(path)
            environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = _as_path_list(path / "objects")
        else:
            if path.stat().st_size > limits.file_bytes:
                told = f"{path.stat().st_size:,} bytes"
                hint = "Raise it with limits=Limits(file_bytes=…)."
                raise refused("LT-IO-005", path, told, f"at most {limits.file_bytes:,}", hint)
            branches, head = heads_of_bundle(path)
        if not branches:
            raise refused("LT-IO-006", path, "a repository without a branch", "a branch with commits")
        format = "sha256" if len(next(iter(branches.values()))) == 64 else "sha1"
        init = ("init", "--quiet", "--bare", "--template=", f"--object-format={format}", str(folder))
        _git(init, folder, environment, path)
        if not path.is_dir():
            _git(("bundle", "unbundle", str(path.resolve())), folder, environment, path)
        yield Repository(path, branches, _chosen(branches, head), limits, folder, environment)


def _environment(folder: Path) -> dict[str, str]:
    """What git sees: where programs are, and nothing that could steer it elsewhere."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP") if name in os.environ}
    return kept | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "GIT_DIR": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }


def _as_path_list(folder: Path) -> str:
    """The folder as an entry of a list of paths, where a quotation mark lets a colon be part of a name."""
    name = str(folder.resolve())
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if os.pathsep in name or name.startswith('"') else name


def _git(arguments: Sequence[str], folder: Path, environment: dict[str, str], path: Path) -> str:
    try:
        done = subprocess.run(
            ("git", *_SAFE, *arguments),
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise _no_git() from None
    except subprocess.TimeoutExpired:
        raise _broken(path, f"no answer of git within {SECONDS} seconds") from None
    if done.returncode:
        raise _broken(path, done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8", "replace")


@contextmanager
def _started(
    arguments: Sequence[str], folder: Path, environment: dict[str, str], wanted: IO[bytes], said: IO[bytes]
) -> Iterator[IO[bytes]]:
    """The output of a running git, which is ended with the block or when it takes too long."""
    try:
        running = subprocess.Popen(
            ("git", *_SAFE, *arguments),
            cwd=folder,
            env=environment,
            stdin=wanted,
            stdout=subprocess.PIPE,
            stderr=said,
            bufsize=1 << 20,
            pipesize=1 << 20 if os.name == "posix" else -1,
        )
    except FileNotFoundError:
        raise _no_git() from None
    watch = Timer(SECONDS, running.kill)
    watch.daemon = True
    watch.start()
    try:
        assert running.stdout is not None
        yield running.stdout
    finally:
        watch.cancel()
        running.kill()
        if running.stdout is not None:
            running.stdout.close()
        running.wait()


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


def _entries(data: bytes, width: int) -> Iterator[Entry]:
    here = 0
    while here < len(data):
        space, end = data.index(b" ", here), data.index(b"\0", here)
        mode = data[here:space]
        here = end + 1 + width
        # A link or another repository inside this one is no text of the law.
        if mode in (b"40000", b"100644", b"100755", b"100664"):
            name = data[space + 1 : end].decode("utf-8", "replace")
            yield Entry(name, data[end + 1 : here].hex(), mode == b"40000")


def _no_git() -> LawtrackError:
    return LawtrackError(
        "reading a history needs the program git, which is not here; install it from git-scm.com"
    )


def _broken(path: Path, told: str) -> CorpusError:
    last = told.splitlines()[-1] if told else "no answer of git"
    return refused("LT-IO-002", path, last, "a repository that git can read")


def _no_branch(repository: Repository, name: str) -> CorpusError:
    """What is raised for a branch that is not there, or when none is named and nothing tells which."""
    known = ", ".join(repository.branches)
    near = nearest(name, repository.branches) if name else None
    hint = f"Did you mean {near!r}?" if near else f"Name one of these with branch=: {known}."
    return refused(
        "LT-IO-006", repository.path, f"branch {name!r}" if name else "several branches", "one branch", hint
    )
