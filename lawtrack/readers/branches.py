"""The branches that a git bundle or the folder of a repository says it has, read from their plain text."""

import re
from pathlib import Path
from typing import Final

from ..errors import CorpusError, Problem

__all__ = ["branches_of_folder", "heads_of_bundle", "refused"]

_ID: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def heads_of_bundle(path: Path) -> tuple[dict[str, str], str]:
    """Branches in the head of a bundle, which is plain text, and the hash that HEAD had."""
    branches: dict[str, str] = {}
    head = ""
    with path.open("rb") as file:
        if not re.fullmatch(rb"# v[23] git bundle\n", file.readline(100)):
            raise refused("LT-IO-006", path, "a file that is no git bundle", "a bundle made by git")
        while (line := file.readline(4096)) != b"\n":
            if not line.endswith(b"\n"):
                hint = "Fetch it again."
                raise refused("LT-IO-002", path, "a bundle cut short", "a bundle made by git", hint)
            text = line.rstrip(b"\n").decode("utf-8", "replace")
            if text.startswith("-"):
                hint = "Make it of the whole branch: git bundle create x.bundle main"
                raise refused("LT-IO-006", path, "a bundle that builds on commits it lacks", "all", hint)
            id, _, name = text.partition(" ")
            if text.startswith("@") or not _ID.fullmatch(id):
                continue
            if name == "HEAD":
                head = id
            elif name.startswith("refs/heads/"):
                branches[name.removeprefix("refs/heads/")] = id
    if head and head not in branches.values():
        branches["HEAD"] = head
    return branches, next((name for name, id in branches.items() if id == head), "")


def branches_of_folder(path: Path) -> tuple[dict[str, str], str]:
    """Branches as git keeps them in files, packed or loose, and the branch that HEAD names."""
    if (path / "reftable").is_dir():
        hint = "Make a bundle of it: git bundle create x.bundle --all"
        raise refused("LT-IO-006", path, "references in a reftable", "references in files", hint)
    branches: dict[str, str] = {}
    packed = path / "packed-refs"
    if packed.is_file():
        for line in packed.read_text("utf-8", "replace").splitlines():
            id, _, name = line.partition(" ")
            if _ID.fullmatch(id) and name.startswith("refs/heads/"):
                branches[name.removeprefix("refs/heads/")] = id
    loose = path / "refs" / "heads"
    for file in sorted(loose.rglob("*")) if loose.is_dir() else ():
        id = file.read_text("ascii", "replace").strip() if file.is_file() else ""
        if _ID.fullmatch(id):
            branches[file.relative_to(loose).as_posix()] = id
    head = (path / "HEAD").read_text("utf-8", "replace").strip()
    if _ID.fullmatch(head):
        branches["HEAD"] = head
        return branches, "HEAD"
    return branches, head.removeprefix("ref: refs/heads/")


def refused(code: str, path: Path, read: str, expected: str, hint: str = "") -> CorpusError:
    """The error to raise when a path is no repository that can be read."""
    return CorpusError([Problem(code=code, file=str(path), read=read, expected=expected, hint=hint)])
