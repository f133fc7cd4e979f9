"""The command line: the same questions, for scripts and terminals."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

import lawtrack as lt

from ..codes import CODES
from ..queries.asking import found_id
from ..readers.sources import is_history
from ..tables import Table, counted, one_line
from . import checking, coding, comparing, people, texts
from .laws import on_day, say_text
from .opening import CORPUS, KNOWN, PACKAGE, Progress, of_history, open_any, open_corpus
from .output import FORMAT, FOUND, MISUSE, PROBLEMS, OneOf, say

__all__ = ["main"]

VERDICTS = ("HARSHER", "MILDER", "EQUIVALENT", "INCOMPARABLE", "UNKNOWN")


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
    Exit status: 0 found or clean, 1 problems or differences, 2 misuse.
    """


@cli.command()
@CORPUS
@PACKAGE
@click.option("--for", "for_", metavar="ROLE", help="What it means for this party role, such as resident.")
@KNOWN
@FORMAT
def brief(corpus: str, format: str, **conditions: str | None) -> None:
    """A few sourced sentences: the act, the effects, the critics, the unknowns."""
    say(lt.brief(open_corpus(corpus), **conditions), format)


@cli.command()
@click.argument("corpus", metavar="CORPUS|FILE")
@click.argument("id", default="")
@click.argument("unit", metavar="[EID]", default="")
@click.option("--on", metavar="DATE", help="The text of a law on this day (2004-03-10).")
@of_history
@FORMAT
def show(corpus: str, id: str, unit: str, on: str | None, file: str, branch: str, format: str) -> None:
    """One record with everything tied to it, or the text of a law.

    In a corpus, ID is that of a record, or the last part of it; with --on it is a work, and EID a unit of its
    text that day. In a FILE that is a law (XML, Markdown) or the history of one (a git bundle or repository),
    ID is the eId or label of a unit; without it, all is shown.
    """
    held = open_any(corpus, file, branch)
    if not isinstance(held, lt.Corpus):
        if unit:
            raise click.UsageError("A file of a law holds one work; name at most one unit of it.")
        say_text(on_day(held, on), id, format)
    elif not id:
        raise click.UsageError("Name the record to show.")
    elif on is not None:
        say_text(lt.consolidate(held, found_id(held, id), on=on), unit, format)
    elif unit:
        raise click.UsageError("Which text is meant, --on a day says.")
    else:
        say(lt.show(held, id), format)


@cli.command()
@CORPUS
@PACKAGE
@click.option("--kind", help="Only effects of this kind, such as power.")
@click.option("--role", help="Only effects that touch this party role.")
@click.option("--change", help="Only effects of this change, such as created.")
@click.option("--on", metavar="DATE", help="Only what is law on this day (2017-01-08).")
@KNOWN
@FORMAT
def effects(corpus: str, format: str, **conditions: str | None) -> None:
    """Effects on people, one row each."""
    say(lt.effects(open_corpus(corpus), **conditions), format)


@cli.command()
@click.argument("corpus", metavar="[CORPUS]", required=False)
@PACKAGE
@click.option("--verdict", type=OneOf("verdict", VERDICTS), help="Only rows with this verdict.")
@click.option("--text", metavar="FILE", help="Read penalty clauses, one a line; - is standard input.")
@click.option("--lang", help="With --text: the language of the clauses, such as ru.")
@click.option("--jurisdiction", default="", help="With --text: the country whose law they are, such as KZ.")
@KNOWN
@FORMAT
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
    rows = lt.sentence_changes(open_corpus(corpus), package=package, as_known_on=as_known_on)
    # A row whose verdict is open tells what it may still be: UNKNOWN (HARSHER or EQUIVALENT).
    say(rows.where(lambda row: row.verdict.split()[0] == verdict) if verdict else rows, format)
    return FOUND


def _clauses(text: str, lang: str, jurisdiction: str, format: str) -> int:
    source = text if text != "-" else sys.stdin.buffer
    if isinstance(source, str) and not Path(source).is_file():
        raise click.UsageError(f"There is no file {text!r}.")
    size = Path(text).stat().st_size if isinstance(source, str) else 0
    with Progress("clauses") as tell:
        read = lt.read_clauses(
            source, lang=lang, jurisdiction=jurisdiction,
            progress=lambda number, done: tell(done if size else number, size),
        )  # fmt: skip
    say(read, format)
    whole = all(row.parsed is not None and row.parsed.complete for row in read)
    return FOUND if whole else PROBLEMS


@cli.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--explain", metavar="CODE", help="Say what a problem code means, and stop.")
@of_history
@FORMAT
def check(
    paths: tuple[str, ...], strict: bool, explain: str | None, file: str, branch: str, format: str
) -> int:
    """Name every problem of the files, folders or examples given."""
    if explain is not None:
        if explain.upper() not in CODES:
            raise lt.UnknownNameError("problem code", explain.upper(), CODES)
        click.echo(f"{explain.upper()}: {CODES[explain.upper()]}")
        return FOUND
    if not paths:
        raise click.UsageError("Name at least one file, folder or example.")
    histories = [path for path in paths if is_history(Path(path))]
    if (file or branch) and not histories:
        raise click.UsageError("--file and --branch are for the history of a law.")
    problems: list[lt.Problem] = []
    missing = False
    for path in paths:
        which = (file, branch) if path in histories else ()
        try:
            problems += lt.validate(open_any(path, *which))
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
            say(Table(columns, rows, title="Problems", notes=(total,)), format)
    except BrokenPipeError:
        # Whoever read has read enough; the status must still tell a script that something is wrong.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if missing:
        return MISUSE
    return PROBLEMS if errors or (strict and warnings) else FOUND


@cli.command()
@CORPUS
@click.argument("target", metavar="TARGET")
@click.option(
    "--to",
    "format",
    type=OneOf("format", ("json", "toml", "akn", "markdown")),
    help="Format, if the suffix does not say it.",
)
@click.option("--on", metavar="DATE", help="Of a law with a history, its text on this day.")
@of_history
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def convert(
    corpus: str, target: str, format: str | None, on: str | None, file: str, branch: str, force: bool
) -> None:
    """Write a corpus to a file, as JSON or TOML, or a law, as Akoma Ntoso or Markdown.

    The target - is standard output. Comments, short forms and the order of a file written by hand are not
    kept.
    """
    if target != "-" and Path(target).exists() and not force:
        raise click.UsageError(f"{target!r} is there already; --force writes over it.")
    if target != "-" and format is None and not Path(target).suffix:
        raise click.UsageError(f"{target!r} has no suffix to tell the format; add one, or --to json or toml.")
    found = open_any(corpus, file, branch)
    held: lt.Corpus | lt.Document
    if isinstance(found, lt.Corpus):
        if on is not None:
            raise click.UsageError("--on is for the text of a law.")
        held = found
    elif isinstance(found, lt.History):
        held = lt.Document(work=found.work, expression=on_day(found, on))
    else:
        on_day(found, on)  # refuses a day
        held = lt.read_document(corpus)
    if target == "-":
        click.echo(lt.dump(held, format or ""), nl=False)
    else:
        click.echo(f"wrote {lt.write(held, target, format=format)}", err=True)


_COMMANDS = (
    comparing.compare,
    people.exposure,
    people.powers,
    people.across,
    texts.redline,
    texts.diff,
    coding.template,
    coding.agreement,
    coding.quality,
    coding.crosswalk,
    checking.verify,
    checking.critiques,
)
for _command in _COMMANDS:
    cli.add_command(_command)


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
