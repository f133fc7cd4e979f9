"""The documentation runs: its sessions, its commands and its corpora do what they show.

Of README.md and docs/*.md, in order and with one namespace for each file:

- ``python`` and ``pycon`` blocks are executed, those with ``>>>`` as a session whose answers must match;
- ``console`` blocks: each ``$ lawtrack …`` must print what stands below it;
- ``toml`` blocks that begin with ``# corpus`` or ``# corpus name.toml`` must load without an error, and are
  there as a file of that name for what follows;
- ``text name.txt`` blocks are there as a file of that name.

``...`` stands for anything, as in doctest. Pages run in an empty folder that has ``fixtures``.
"""

import doctest
import re
import shlex
import textwrap
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import lawtrack as lt

ROOT = Path(__file__).parents[1]
PAGES = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if path.is_file()]

BLOCK = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)(?P=fence) *$",
    re.DOTALL | re.MULTILINE,
)
CORPUS = re.compile(r"# corpus(?: +([\w-]+\.toml))? *$", re.MULTILINE)
SESSION = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Page:
    """One file of the documentation as it runs: its namespace, its folder, and what went wrong where."""

    def __init__(self, name, text):
        self.name, self.text = name, text
        self.namespace = {"__name__": "__main__"}
        self.faults = []

    def run(self):
        for block in BLOCK.finditer(self.text):
            words = block["info"].split()
            line = self.text.count("\n", 0, block.start("body"))
            body = textwrap.dedent(block["body"])
            if words[:1] in (["python"], ["pycon"]):
                self.session(body, line) if ">>>" in body else self.program(body, line)
            elif words[:1] == ["console"]:
                self.commands(body, line)
            elif words[:1] == ["text"] and len(words) == 2:
                Path(words[1]).write_text(body, "utf-8")
            elif words[:1] == ["toml"] and (marked := CORPUS.match(body)):
                self.corpus(body, line, marked[1] or "corpus.toml")
        return self.faults

    def session(self, body, line):
        test = doctest.DocTestParser().get_doctest(body, self.namespace, self.name, str(self.name), line)
        said = StringIO()
        doctest.DocTestRunner(optionflags=SESSION, verbose=False).run(test, out=said.write, clear_globs=False)
        self.namespace.update(test.globs)
        if said.getvalue():
            self.faults.append(said.getvalue())

    def program(self, body, line):
        # Blank lines in front make tracebacks tell the line of the page.
        code = compile("\n" * line + body, str(self.name), "exec")
        try:
            with redirect_stdout(StringIO()):
                exec(code, self.namespace)
        except Exception as fault:
            self.faults.append(f"{self.name}:{line + 1}: {type(fault).__name__}: {fault}")

    def commands(self, body, line):
        for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
            command, _, wanted = part.partition("\n")
            if command.startswith("$ lawtrack "):
                got = self.printed(shlex.split(command.removeprefix("$ lawtrack "), comments=True))
                if not same_text(wanted, got):
                    self.faults.append(
                        f"{self.name}:{line + 1}: {command}\nshown:\n{wanted}\nprinted:\n{got}"
                    )
            line += part.count("\n")

    def printed(self, arguments):
        from lawtrack.cli import _run

        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            _run(arguments)
        return said.getvalue()

    def corpus(self, body, line, name):
        file = Path(name)
        file.write_text(body, "utf-8")
        try:
            problems = lt.validate(lt.read(file))
        except lt.CorpusError as fault:
            problems = fault.problems
        serious = [str(problem) for problem in problems if problem.severity is lt.Severity.ERROR]
        self.faults += [f"{self.name}:{line + 1}: {problem}" for problem in serious]


def same_text(wanted, got):
    """Whether a command printed what is shown, with ``...`` for anything and spaces at line ends aside."""
    shown, printed = (
        "\n".join(row.rstrip() for row in text.rstrip().splitlines()) + "\n" for text in (wanted, got)
    )
    return doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working folder with the shipped examples in ``fixtures``."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    # A page may register a kind of its own; later tests must not see it.
    monkeypatch.setattr(lt.KINDS, "_by_tag", dict(lt.KINDS._by_tag))
    return tmp_path


NEEDED = {"docs/formats.md": "lxml", "docs/countries.md": "matplotlib", "docs/questions.md": "matplotlib"}
"""Packages of extras that a page cannot do without."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_page_runs(path, folder):
    """Every session, program, command and corpus on a page of the documentation does what it shows."""
    if package := NEEDED.get(path.relative_to(ROOT).as_posix()):
        pytest.importorskip(package, reason=f"its examples need {package}")
    faults = Page(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")).run()

    assert not faults, "\n".join(faults)


def test_blocks_share_a_namespace(folder):
    """What one block defines, the next one has, whether session or program."""
    program = "```python\nn = 2\n```\n"
    session = "```pycon\n>>> n + 1\n3\n>>> m = n\n```\n"
    indented = "- also\n\n  ```python\n  assert m == 2\n  ```\n"

    assert Page("page.md", program + session + indented).run() == []


def test_wrong_answer_is_told_with_its_line(folder):
    """A session that shows another answer fails, and the page and line are named."""
    (fault,) = Page("page.md", "# Sums\n\n```python\n>>> 1 + 1\n3\n```\n").run()

    assert 'File "page.md", line 4' in fault


def test_program_that_raises_is_told(folder):
    """A program that raises fails, and the error is named."""
    (fault,) = Page("page.md", "```python\nimport lawtrack\nlawtrack.example('atlantis')\n```\n").run()

    assert "page.md:2: UnknownNameError" in fault


def test_command_prints_what_is_shown(folder):
    """A command must print what stands below it, up to the next one; other programs are not run."""
    shown = f"```console\n$ lawtrack --version\nlawtrack, version {lt.__version__}\n$ rm everything\n```\n"

    assert Page("page.md", shown).run() == []
    assert len(Page("page.md", shown.replace("lawtrack, ", "another, ")).run()) == 1


def test_corpus_on_a_page_must_load(folder):
    """A corpus on a page is read strictly, and is there as a file for what follows."""
    good = "```toml\n# corpus mine.toml\ntitle = { en = 'Mine' }\n```\n```python\nlt.read('mine.toml')\n```\n"
    bad = "```toml\n# corpus\n[[efect]]\n```\n"

    assert Page("page.md", "```python\nimport lawtrack as lt\n```\n" + good).run() == []
    assert "page.md:2: " in Page("page.md", bad).run()[0]
