"""Git, run in an empty repository of our own and told nothing by its surroundings.

It borrows the objects of the repository that is read, or unpacks those of a bundle: no configuration, hook,
filter or attribute of the other repository is ever looked at.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from threading import Timer
from typing import IO

from attrs import frozen

from ..errors import CorpusError, LawtrackError
from .branches import refused
from .sources import Limits

__all__ = ["Git", "Objects", "broken"]

SECONDS = 600
"""How long git may take for one call, or for the objects of one request."""

_SAFE = ("-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "gc.auto=0", "--no-pager")
_WIDE = 1 << 20
_NARROW = 4096  # what a pipe holds on any system
_LINE = 65  # bytes of the longest hash and the end of its line


@frozen
class Git:
    """Git in a folder of our own.

    Attributes:
        path: What is read, for what is told of faults.
        folder: The repository of our own.
        environment: What git sees of the variables around it.
    """

    path: Path
    folder: Path
    environment: dict[str, str]

    @classmethod
    def in_folder(cls, folder: Path, path: Path, objects: Path | None = None) -> "Git":
        """Git in an empty *folder*, where it sees the objects in another one if that is given."""
        kept = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
        environment = {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "GIT_DIR": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_ALLOW_PROTOCOL": "",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_LITERAL_PATHSPECS": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_OPTIONAL_LOCKS": "0",
            "LC_ALL": "C",
        }
        if objects is not None:
            environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = _as_path_list(objects)
        return cls(path, folder, environment)

    def run(self, *arguments: str) -> str:
        """What git prints; CorpusError LT-IO-002 when it fails."""
        try:
            done = subprocess.run(
                ("git", *_SAFE, *arguments),
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise _no_git() from None
        except subprocess.TimeoutExpired:
            raise _late(self.path) from None
        if done.returncode:
            raise broken(self.path, done.stderr.decode("utf-8", "replace").strip())
        return done.stdout.decode("utf-8", "replace")

    @contextmanager
    def objects(self, limits: Limits) -> Iterator["Objects"]:
        """Objects by hash, out of one process of git that ends with the block."""
        import tempfile  # late: only this needs it

        with tempfile.TemporaryFile() as said:
            try:
                running = subprocess.Popen(
                    ("git", *_SAFE, "cat-file", "--batch"),
                    cwd=self.folder,
                    env=self.environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=said,
                    bufsize=_WIDE,
                )
            except FileNotFoundError:
                raise _no_git() from None
            try:
                yield Objects(self.path, limits, running, said)
            finally:
                running.kill()
                for pipe in (running.stdin, running.stdout):
                    assert pipe is not None
                    with suppress(OSError):  # what was not yet written cannot be
                        pipe.close()
                running.wait()


class Objects:
    """A running ``git cat-file --batch``, to which requests are written while its answers are read."""

    def __init__(
        self, path: Path, limits: Limits, running: "subprocess.Popen[bytes]", said: IO[bytes]
    ) -> None:
        assert running.stdin is not None
        assert running.stdout is not None
        self.path, self.limits = path, limits
        self._running, self._said = running, said
        self._input: IO[bytes] = running.stdin
        self._output: IO[bytes] = running.stdout
        _widened(self._output)
        self._room = _widened(self._input) // 2

    def read(self, ids: Iterable[str], kind: str) -> Iterator[tuple[str, bytes]]:
        """Hash and content of each object, in the order asked for."""
        watch = Timer(SECONDS, self._running.kill)
        watch.daemon = True
        watch.start()
        try:
            yield from self._read(iter(ids), kind)
        finally:
            watch.cancel()

    def _read(self, ids: Iterator[str], kind: str) -> Iterator[tuple[str, bytes]]:
        # What is asked and not yet answered fits into a pipe, so that writing never waits for reading.
        asked = list(islice(ids, self._room // 2 // _LINE))
        self._ask(asked)
        while asked:
            more = list(islice(ids, self._room // 2 // _LINE))
            self._ask(more)
            for id in asked:
                yield id, self._answer(id, kind)
            asked = more

    def _ask(self, ids: Sequence[str]) -> None:
        try:
            self._input.write("".join(f"{id}\n" for id in ids).encode("ascii"))
            self._input.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _answer(self, id: str, kind: str) -> bytes:
        header = self._output.readline()
        said, _, number = header.rpartition(b" ")
        if said != f"{id} {kind}".encode("ascii"):
            raise (
                broken(self.path, f"{kind} {header.decode('utf-8', 'replace')}") if header else self._ended()
            )
        size = int(number)
        if size > self.limits.file_bytes:
            told = f"an object of {size:,} bytes"
            hint = "Raise it with limits=Limits(file_bytes=…)."
            raise refused("LT-IO-005", self.path, told, f"at most {self.limits.file_bytes:,}", hint)
        data = self._output.read(size)
        if len(data) != size or not self._output.read(1):
            raise broken(self.path, f"{kind} {id} cut short")
        return data

    def _ended(self) -> CorpusError:
        self._running.wait()
        self._said.seek(0)
        told = self._said.read(2000).decode("utf-8", "replace").strip()
        return broken(self.path, told) if told else _late(self.path)


def _as_path_list(folder: Path) -> str:
    """The folder as an entry of a list of paths, where a quotation mark lets a colon be part of a name."""
    name = str(folder.resolve())
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if os.pathsep in name or name.startswith('"') else name


def _widened(pipe: IO[bytes]) -> int:
    """The bytes that a pipe holds, after asking for many."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl  # only Linux has it, and it may refuse

        return fcntl(pipe, F_SETPIPE_SZ, _WIDE)
    except (ImportError, OSError):
        return _NARROW


def _no_git() -> LawtrackError:
    return LawtrackError(
        "reading a history needs the program git, which is not here; install it from git-scm.com"
    )


def _late(path: Path) -> CorpusError:
    return refused("LT-IO-002", path, f"no answer of git within {SECONDS} seconds", "an answer")


def broken(path: Path, told: str) -> CorpusError:
    """The error to raise for what git says of a repository that it cannot read."""
    lines = told.splitlines() or [told]
    fatal = next((line for line in lines if line.startswith("fatal: ")), lines[-1])
    hint = "Is it whole? git fsck says what is wrong with a repository."
    if path.is_file():
        hint = "It is cut short or damaged; fetch it again."
    return refused("LT-IO-002", path, fatal.removeprefix("fatal: "), "a repository that git can read", hint)
