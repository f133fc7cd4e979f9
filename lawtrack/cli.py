"""The command line: the same questions, for scripts and terminals."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

import click

import lawtrack as lt

from .codes import CODES
from .tables import Table, counted, one_line

__all__ = ["main"]

FORMATS = ("table", "json", "csv", "markdown", "html")
VERDICTS = ("HARSHER", "MILDER", "EQUIVALENT", "INCOMPARABLE", "UNKNOWN")

FOUND, PROBLEMS, MISUSE = 0, 1, 2

_NARROWEST = 20


def _corpus(name: str) -> lt.Corpus:
    """The shipped corpus of that name, or the one at that path."""
    if not name:
        raise click.UsageError("The corpus has an empty name; name an example, a file or a folder.")
    path = Path(name)
    if name in lt.examples() and not path.exists():
        return lt.example(name)
    if not path.exists() and path.parent == Path() and not path.suffix:
        return lt.example(name)  # raises, and names the nearest example
    if not path.exists():
        raise click.UsageError(f"There is no file or folder {name!r}.")
    with _Progress() as progress:
        return lt.read(path, progress=progress)


class _Progress:
    """Tells on a terminal how much is read, once that takes a while; a pipe sees nothing."""

    def __init__(self, what: str = "files") -> None:
        self._what = what

    def __enter__(self) -> Callable[[int, int], None]:
        self._said = False
        self._until = monotonic() + 0.5
        return self._tell

    def _tell(self, done: int, known: int) -> None:
        if sys.stderr.isatty() and monotonic() > self._until:
            known_of = f" of {known}" if self._what == "files" else ""
            click.echo(f"\rreading: {done}{known_of} {self._what}", err=True, nl=False)
            self._said = True

    def __exit__(self, *fault: object) -> None:
        if self._said:
            click.echo("\r\033[K", err=True, nl=False)


def _rendered(answer: Any, format: str) -> str:
    if format == "table":
        # A terminal gets its own width; a pipe a fixed one, so that output does not depend on where it runs.
        width = max(_NARROWEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None
        return answer.table(full=False).to_text(width) if isinstance(answer, lt.Selection) else str(answer)
    if format == "html":
        return str(answer._repr_html_())
    if format == "markdown" and hasattr(answer, "to_markdown"):
        return str(answer.to_markdown())
    table: Table = answer if isinstance(answer, Table) else answer.table()
    return {"json": table.to_json, "csv": table.to_csv, "markdown": table.to_markdown}[format]()


def _say(answer: Any, format: str) -> None:
    text = _rendered(answer, format)
    click.echo(text, nl=not text.endswith("\n"))


if TYPE_CHECKING:  # generic from click 8.3 on
    _Param = click.ParamType[str]
else:
    _Param = click.ParamType


class _OneOf(_Param):
    """One of a few words; a slip is told with the nearest."""

    def __init__(self, what: str, words: tuple[str, ...]) -> None:
        self.name, self.words = what, words

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        folded = {word.lower(): word for word in self.words}
        if value.lower() not in folded:
            raise lt.UnknownNameError(self.name, value, self.words)
        return folded[value.lower()]


_CORPUS = click.argument("corpus", metavar="CORPUS")
_PACKAGE = click.option("--package", help="Only what this package of amendments does.")
_KNOWN = click.option(
    "--as-known-on", metavar="DATE", help="Only what sources had told by this day (2017-03-01)."
)
_FORMAT = click.option(
    "--format",
    type=_OneOf("format", FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer.",
)


class _Commands(click.Group):
    """A group that names the nearest command on a slip."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise lt.UnknownNameError("command", args[0], self.commands)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(lt.__version__, prog_name="lawtrack")
def cli() -> None:
    """What amendments do to people, who objected, and who says so.

    CORPUS is the name of a shipped example (kazakhstan) or a path to a file or folder of yours.
    Exit status: 0 found or clean, 1 problems, 2 misuse.
    """


@cli.command()
@_CORPUS
@_PACKAGE
@click.option("--for", "for_", metavar="ROLE", help="What it means for this party role, such as resident.")
@_KNOWN
@_FORMAT
def brief(corpus: str, format: str, **conditions: str | None) -> None:
    """A few sourced sentences: the act, the effects, the critics, the unknowns."""
    _say(lt.brief(_corpus(corpus), **conditions), format)


@cli.command()
@_CORPUS
@click.argument("id")
@_FORMAT
def show(corpus: str, id: str, format: str) -> None:
    """One record with everything tied to it; ID may be the last part of an id."""
    _say(lt.show(_corpus(corpus), id), format)


@cli.command()
@_CORPUS
@_PACKAGE
@click.option("--kind", help="Only effects of this kind, such as power.")
@click.option("--role", help="Only effects that touch this party role.")
@click.option("--change", help="Only effects of this change, such as created.")
@click.option("--on", metavar="DATE", help="Only what is law on this day (2017-01-08).")
@_KNOWN
@_FORMAT
def effects(corpus: str, format: str, **conditions: str | None) -> None:
    """Effects on people, one row each."""
    _say(lt.effects(_corpus(corpus), **conditions), format)


@cli.command()
@click.argument("corpus", metavar="CORPUS", required=False)
@_PACKAGE
@click.option("--verdict", type=_OneOf("verdict", VERDICTS), help="Only rows with this verdict.")
@click.option("--text", metavar="FILE", help="Read penalty clauses, one a line; - is standard input.")
@click.option("--lang", help="With --text: the language of the clauses, such as ru.")
@click.option("--jurisdiction", default="", help="With --text: the country whose law they are, such as KZ.")
@_KNOWN
@_FORMAT
def sentences(
    corpus: str | None,
    package: str | None,
    verdict: str | None,
    text: str | None,
    lang: str | None,
    jurisdiction: str,
    as_known_on: str | None,
    format: str,
) -> int:
    """Sentence changes of CORPUS, one row for each offence part, or the penalties that clauses permit.

    With --text the exit status is 1 when a line could not be read whole.
    """
    if text is not None:
        if any(given is not None for given in (corpus, package, verdict, as_known_on)):
            raise click.UsageError(
                "--text reads clauses; CORPUS, --package, --verdict and --as-known-on go without it."
            )
        if lang is None:
            raise click.UsageError("--text needs --lang, such as --lang ru.")
        return _clauses(text, lang, jurisdiction, format)
    if corpus is None:
        raise click.UsageError("Name a corpus, or a file of clauses with --text.")
    rows = lt.sentence_changes(_corpus(corpus), package=package, as_known_on=as_known_on)
    # A row whose verdict is open tells what it may still be: UNKNOWN (HARSHER or EQUIVALENT).
    _say(rows.where(lambda row: row.verdict.split()[0] == verdict) if verdict else rows, format)
    return FOUND


def _clauses(text: str, lang: str, jurisdiction: str, format: str) -> int:
    source = text if text != "-" else sys.stdin.buffer
    if isinstance(source, str) and not Path(source).is_file():
        raise click.UsageError(f"There is no file {text!r}.")
    with _Progress("clauses") as progress:
        read = lt.read_clauses(source, lang=lang, jurisdiction=jurisdiction, progress=progress)
    _say(read, format)
    whole = all(row.parsed is not None and row.parsed.complete for row in read)
    return FOUND if whole else PROBLEMS


@cli.command()
@_CORPUS
@click.argument("claim", required=False)
@click.option("--against", metavar="CLAIM", multiple=True, help="Set a further claim beside it.")
@_KNOWN
@_FORMAT
def verify(
    corpus: str, claim: str | None, against: tuple[str, ...], as_known_on: str | None, format: str
) -> int:
    """Whether a claim holds, for each thing it may mean; without CLAIM every claim in one line.

    Exit status 1 tells that a claim is contradicted.
    """
    held = _corpus(corpus)
    if claim is None:
        if against:
            raise click.UsageError("--against goes with a CLAIM.")
        answer = lt.verify_all(held, as_known_on=as_known_on)
        _say(answer, format)
        return PROBLEMS if "contradicted" in answer.column("verdict") else FOUND
    checked = lt.verify(held, claim, against=against, as_known_on=as_known_on)
    _say(checked, format)
    return PROBLEMS if checked.verdict is lt.ClaimVerdict.CONTRADICTED else FOUND


_VIEWS = ("convergence", "uncriticised", "dangling", "anchors", "recommendations", "heeding", "uptake")


@cli.command()
@_CORPUS
@_PACKAGE
@click.option("--target", help="Only critiques of this record.")
@click.option("--ground", help="Only critiques on this ground, such as vagueness.")
@click.option("--stage", help="Only critiques made at this stage, such as in_force.")
@click.option("--by", help="Count them: by ground, three_part_test, rule_of_law, stage, critic_type, right …")
@click.option("--across", help="With --by: a second column to count by.")
@click.option("--view", type=_OneOf("view", _VIEWS), help="Another question about them.")
@_KNOWN
@_FORMAT
def critiques(
    corpus: str,
    by: str | None,
    across: str | None,
    view: str | None,
    format: str,
    package: str | None,
    as_known_on: str | None,
    **conditions: str | None,
) -> None:
    """Who objects to what on which ground; with --by in numbers, with --view what follows from it.

    Views: convergence (where independent critics agree), uncriticised (effects that nobody attacks), dangling
    (critiques of what no effect is coded for), anchors (whether the words attacked still stand),
    recommendations, heeding (whether a later change passes the test of one), uptake (outcomes in numbers).
    """
    if by is not None and view is not None:
        raise click.UsageError("--by and --view are two questions; ask one.")
    if across is not None and by is None:
        raise click.UsageError("--across goes with --by.")
    if (by or view) and any(conditions.values()):
        raise click.UsageError("--target, --ground and --stage go without --by and --view.")
    held = _corpus(corpus)
    known = {"as_known_on": as_known_on}
    if by is not None:
        _say(lt.critique_counts(held, by=by, across=across, package=package, as_known_on=as_known_on), format)
    elif view is None:
        _say(lt.critiques(held, package=package, as_known_on=as_known_on, **conditions), format)
    elif view in ("convergence", "uncriticised", "recommendations", "uptake"):
        _say(getattr(lt, view)(held, package=package, **known), format)
    elif package is not None:
        raise click.UsageError(f"--view {view} goes without --package.")
    else:
        _say(getattr(lt, view)(held, **known), format)


@cli.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--explain", metavar="CODE", help="Say what a problem code means, and stop.")
@_FORMAT
def check(paths: tuple[str, ...], strict: bool, explain: str | None, format: str) -> int:
    """Name every problem of the files, folders or examples given."""
    if explain is not None:
        if explain.upper() not in CODES:
            raise lt.UnknownNameError("problem code", explain.upper(), CODES)
        click.echo(f"{explain.upper()}: {CODES[explain.upper()]}")
        return FOUND
    if not paths:
        raise click.UsageError("Name at least one file, folder or example.")
    problems: list[lt.Problem] = []
    missing = False
    for path in paths:
        try:
            problems += lt.validate(_corpus(path))
        except lt.CorpusError as fault:
            problems += fault.problems
        except (click.UsageError, lt.UnknownNameError):
            # Told with the rest: what is wrong with the other files is not lost over it.
            missing = True
            expected = f"a file, a folder, or an example ({', '.join(lt.examples())})"
            problems.append(lt.Problem(code="LT-IO-006", file=path, read="no such thing", expected=expected))
    columns = ("code", "severity", "file", "where", "record", "read", "expected", "hint")
    rows = tuple(
        (p.code, p.severity.value, p.file, p.where, p.record, p.read, p.expected, p.hint) for p in problems
    )
    errors = sum(p.severity is lt.Severity.ERROR for p in problems)
    warnings = sum(p.severity is lt.Severity.WARNING for p in problems)
    notes = len(problems) - errors - warnings
    total = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}, {counted(notes, 'note')}."
    try:
        if format == "table":
            for problem in problems:
                place = f"{one_line(problem.file)}: " if problem.file else ""
                click.echo(f"{place}{problem}")
            click.echo(total)
        else:
            _say(Table(columns, rows, title="Problems", notes=(total,)), format)
    except BrokenPipeError:
        # Whoever read has read enough; the status must still tell a script that something is wrong.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if missing:
        return MISUSE
    return PROBLEMS if errors or (strict and warnings) else FOUND


@cli.command()
@_CORPUS
@click.argument("target", metavar="TARGET")
@click.option(
    "--to", "format", type=_OneOf("format", ("json", "toml")), help="Format, if the suffix does not say it."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def convert(corpus: str, target: str, format: str | None, force: bool) -> None:
    """Write a corpus to a file, as JSON or TOML; - writes to standard output.

    Comments, short forms and the order of a file written by hand are not kept.
    """
    if target != "-" and Path(target).exists() and not force:
        raise click.UsageError(f"{target!r} is there already; --force writes over it.")
    if target != "-" and format is None and not Path(target).suffix:
        raise click.UsageError(f"{target!r} has no suffix to tell the format; add one, or --to json or toml.")
    held = _corpus(corpus)
    if target == "-":
        click.echo(lt.dump(held, format or "json"), nl=False)
    else:
        click.echo(f"wrote {lt.write(held, target, format=format)}", err=True)


def _run(args: list[str]) -> int:
    try:
        return cli.main(args, prog_name="lawtrack", standalone_mode=False) or FOUND
    except lt.CorpusError as fault:
        click.echo(str(fault), err=True)
        return PROBLEMS
    except SystemExit:
        # Whoever read our output has closed it and wants no more, as with `| head`; click then exits.
        return FOUND
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message(), err=True)
        return MISUSE
    except (lt.LawtrackError, click.ClickException, OSError) as fault:
        said = fault.format_message() if isinstance(fault, click.ClickException) else str(fault)
        click.echo(f"lawtrack: {said}", err=True)
        return MISUSE
    except (click.Abort, KeyboardInterrupt):
        return MISUSE


def main(run: Callable[[list[str]], int] = _run) -> NoReturn:
    """Run the command line and leave with its exit status."""
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    # Tables hold marks and letters beyond ASCII whatever the terminal's locale says.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))
