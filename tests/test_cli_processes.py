"""The command line in processes of its own: other locales, slips, and readers that go away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPUS = """\
lawtrack = 1
effect = [{ id = "lt:kz/effect/e", kind = "unspecified", gist = { kk = "Қатаң" }, source = "lt:kz/source/s" }]
source = [{ id = "lt:kz/source/s" }]
"""


def real(*args, **options):
    """The command line in a process of its own."""
    program = [sys.executable, "-m", "lawtrack", *map(str, args)]
    return subprocess.run(program, capture_output=True, cwd=ROOT, **options)


@pytest.fixture
def good(tmp_path):
    """A file without errors, with letters beyond ASCII."""
    path = tmp_path / "good.toml"
    path.write_text(CORPUS, "utf-8")
    return path


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_output_is_utf8_in_any_locale(good, locale):
    """A locale without letters beyond ASCII changes no byte of the output."""
    env = os.environ | {
        "LC_ALL": locale,
        "LANG": locale,
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = real("effects", good, "--format", "csv", env=env)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "Қатаң" in done.stdout.decode("utf-8")


def test_slips_leave_no_traceback():
    """In a process of its own a slip has status 2, one line, and an empty output."""
    done = real("show", "kazakhstan", "kil-switch")

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "command", ["effects kazakhstan", "convert kazakhstan -", "sentences kazakhstan --format html"]
)
def test_a_closed_pipe_ends_quietly(command):
    """When the reader of the output goes away, nothing is said and nothing failed."""
    running = subprocess.Popen(
        [sys.executable, "-m", "lawtrack", *command.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    running.stdout.read(1)
    running.stdout.close()
    error = running.stderr.read()
    running.stderr.close()

    assert (running.wait(timeout=60), error) == (0, b"")


def test_a_closed_pipe_does_not_hide_problems(tmp_path):
    """Whoever reads only the first line still learns from the status that something is wrong."""
    path = tmp_path / "bad.toml"
    path.write_text("".join(f'[[effect]]\nid = "e{i}"\nkind = "x"\n' for i in range(2000)), "utf-8")
    program = f"{sys.executable} -c 'from lawtrack.cli import main; main()' check {path}"
    command = f"{program} | head -1; echo ${{PIPESTATUS[0]}}"
    told = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)

    assert told.stdout.splitlines()[-1] == "1"
