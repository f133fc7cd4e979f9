"""Alignments from files, and those that come with lawtrack."""

from os import PathLike
from pathlib import Path
from typing import Any

from ..arguments import checked
from ..codec import codec, problems_of
from ..errors import CorpusError, Problem, Said, UnknownNameError, shown
from ..readers import Limits
from ..readers.sources import read_text
from ..readers.toml import read as read_toml
from ..shipped import read_table
from .alignment import Alignment

__all__ = ["SHIPPED", "read_alignments"]

SHIPPED = ("terrorism-offences",)
"""Names of the alignments that come with lawtrack."""


@checked
def read_alignments(source: str | PathLike[str]) -> tuple[Alignment, ...]:
    """Alignments from a TOML file of ``[[alignment]]`` tables, or the shipped ones of that name.

    ``terrorism-offences`` aligns sentences of the three example corpora. Give the answer as *align* to
    :func:`lawtrack.compare`; those of other countries do no harm there.

    Raises:
        CorpusError: The file cannot be read or holds something else; holds every problem found.
        UnknownNameError: *source* is neither a path with a suffix nor the name of shipped alignments.
    """
    path = Path(source)
    if not path.exists() and not path.suffix:
        if str(source) not in SHIPPED:
            raise UnknownNameError("alignments", str(source), SHIPPED)
        return _built(read_table(f"alignments/{source}"), f"{source}.toml")
    text = read_text(path, Limits())
    data = text if isinstance(text, Problem) else read_toml(text, str(path))
    if isinstance(data, Problem):
        raise CorpusError([data])
    return _built(data, str(path))


def _built(data: dict[str, Any], file: str) -> tuple[Alignment, ...]:
    rows = data.get("alignment")
    problems = [
        Problem(
            code="LT-KEY-001",
            file=file,
            where=key,
            read=f"a key {shown(key)}",
            expected="alignment",
            hint="Write a table [[alignment]] for each.",
        )
        for key in data
        if key != "alignment"
    ]
    if not isinstance(rows, list) or not rows:
        read = Said("nothing") if rows is None else shown(rows)
        problems.append(
            Problem(
                code="LT-KEY-002",
                file=file,
                where="alignment",
                read=str(read),
                expected="a list of tables, one for each alignment",
                hint="Write [[alignment]] above a, b and basis.",
            )
        )
        raise CorpusError(problems)
    found: list[Alignment] = []
    for place, row in enumerate(rows):
        try:
            found.append(codec().structure(row, Alignment))
        except Exception as fault:
            problems += problems_of(fault, f"alignment[{place}]", file=file)
            continue
        if any({one.a, one.b} == {found[-1].a, found[-1].b} for one in found[:-1]):
            problems.append(
                Problem(
                    code="LT-KEY-002",
                    file=file,
                    where=f"alignment[{place}]",
                    read=f"{shown(found[-1].a)} and {shown(found[-1].b)} a second time",
                    expected="each pair of records once",
                    hint="Keep the one whose basis holds.",
                )
            )
    if problems:
        raise CorpusError(problems)
    return tuple(found)
