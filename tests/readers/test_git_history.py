"""Histories of laws in git: made here commit by commit, read without a checkout, doubts told by code."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import lawtrack as lt
from lawtrack.histories import labels_in
from lawtrack.readers import git, git_history

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="histories need the program git")

LAW = "# Law\n\nArticle 1-1\n\nOne.\n\nArticle 1-2\n\nTwo.\n\nArticle 1-3\n\nThree.\n"


class Source:
    """A repository in the making."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main", *options)

    def git(self, *arguments: str, **environment: str) -> None:
        clean = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(
            ["git", "-c", "user.name=n", "-c", "user.email=m@example.org", *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            env=os.environ | clean | environment,
        )

    def commit(self, day: str, files: dict[str, str | None], message: str = "Law", written: str = "") -> None:
        """Commit files (None removes one) at a time such as ``2001-02-03T00:00:00+02:00``, or on a day."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8", newline="\n")
        when = day if "T" in day else f"{day}T00:00:00+00:00"
        self.git("add", "--all")
        self.git(
            "commit", "--quiet", "--allow-empty", "--message", message,
            GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=written or when,
        )  # fmt: skip

    def bundle(self) -> Path:
        file = self.folder.parent / "law.bundle"
        self.git("bundle", "create", "--quiet", str(file), "main")
        return file


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path / "source")


def codes(history: lt.History) -> list[str]:
    return [problem.code for problem in lt.validate(history)]


def read(source: Source, *days_and_texts: tuple[str, str]) -> lt.History:
    for day, text in days_and_texts:
        source.commit(day, {"law.md": text})
    return lt.read(source.folder / ".git")


def test_a_checkout_is_the_repository_in_it(source):
    """Who asks for a history means the one that git keeps in the folder."""
    history = read(source, ("2001-05-01", "# L\n\nArticle 1\n\nWords.\n"))

    assert lt.read_history(source.folder).days == history.days


def test_the_text_of_a_day(source):
    """A day has the last text dated up to it, with the days between which the source shows it."""
    history = read(source, ("2001-01-01", LAW), ("2001-06-01", LAW.replace("Two.", "Deux.")))

    assert history.on("2001-05-31")["1-2"].children[0].text == "Two."
    assert history.on(date(2001, 6, 1))["1-2"].children[0].text == "Deux."
    assert str(history.on("2001-03-03").in_force) == "2001-01-01..2001-06-01"
    assert [str(day) for day in history.days] == ["2001-01-01", "2001-06-01"]


def test_before_the_first_version_there_is_none(source):
    """A day before the first version is an error that names that version."""
    history = read(source, ("2001-01-01", LAW))

    with pytest.raises(LookupError, match="The first version is of 2001-01-01"):
        history.on("2000-12-31")
    with pytest.raises(lt.ReadingError, match="one day"):
        history.on("2001")


def test_bundle_and_repository_are_the_same_history(source):
    """A bundle of a branch holds what the repository holds."""
    history = read(source, ("2001-01-01", LAW), ("2001-06-01", LAW.replace("Two.", "Deux.")))
    packed = lt.read(source.bundle())

    assert [(v.id, v.day, v.root) for v in packed] == [(v.id, v.day, v.root) for v in history]


def test_the_day_is_that_of_the_author_where_it_was_written(source):
    """Midnight in Paris is the day it is there, not the day before in UTC; the committer's is kept."""
    source.commit("2001-06-01T00:00:00+02:00", {"law.md": LAW}, written="2003-01-01T12:00:00+00:00")
    (version,) = lt.read(source.folder / ".git")

    assert (version.day, version.written) == (date(2001, 6, 1), date(2003, 1, 1))


def test_the_last_version_of_a_day_counts(source):
    """Of several commits of one day the last is the state of the day; all are versions, and it is told."""
    history = read(source, ("2001-01-01", LAW), ("2001-01-01", LAW + "\nFour.\n"), ("2001-01-01", LAW))

    assert len(history) == 3
    assert history.version_on("2001-01-01").root == history.versions[0].root
    assert codes(history).count("LT-HIS-006") == 1


def test_commits_that_leave_the_law_alone_are_no_versions(source):
    """A commit that changes another file is none of this law."""
    source.commit("2001-01-01", {"law.md": LAW, "notes.txt": "a"})
    source.commit("2001-02-01", {"notes.txt": "b"})

    assert len(lt.read(source.folder / ".git")) == 1


def test_equal_parts_are_one_object(source):
    """An article that did not change is the same object in every version."""
    history = read(source, ("2001-01-01", LAW), ("2001-06-01", LAW.replace("Two.", "Deux.")))
    first, second = history

    assert first.root.children[0] is second.root.children[0]
    assert first.root.children[1] is not second.root.children[1]


def test_a_hole_is_told_and_its_end_is_open(source):
    """Years without a version are told, and no text is said to be in force through them."""
    history = read(source, ("2001-01-01", LAW), ("2009-01-01", LAW + "\nFour.\n"), ("2009-03-01", LAW))

    assert "LT-HIS-004" in codes(history)
    assert "LT-HIS-011" not in codes(history)
    force = history.on("2005-01-01").in_force
    assert force.contains(date(2001, 1, 1)) is True
    assert force.contains(date(2005, 1, 1)) is lt.UNKNOWN
    assert force.contains(date(2009, 1, 1)) is False


def test_a_lone_last_version_may_be_known_beforehand(source):
    """A last version after a long time is told as such."""
    assert "LT-HIS-011" in codes(read(source, ("2001-01-01", LAW), ("2009-01-01", LAW + "\nFour.\n")))


def test_a_label_that_vanishes_for_a_time(source):
    """An article that is gone and comes back is told with the days, one that only goes is not."""
    without = LAW.replace("Article 1-2\n\nTwo.\n\n", "")
    history = read(source, ("2001-01-01", LAW), ("2001-02-01", without), ("2001-03-01", LAW))
    (problem,) = [p for p in lt.validate(history) if p.code == "LT-HIS-002"]

    assert problem.where == "article 1-2"
    assert "2001-02-01" in problem.read
    assert "2001-03-01" in problem.read


def test_a_label_that_stands_twice(source):
    """A ghost is told with the versions that have it; spelling of the prefix does not hide it."""
    ghost = LAW + "\nArticle R. 1-2\n\nOld.\n\nArticle R1-2\n\nNew.\n"
    history = read(source, ("2001-01-01", LAW), ("2001-02-01", ghost))
    (problem,) = [p for p in lt.validate(history) if p.code == "LT-HIS-001"]

    assert problem.where == "article R1-2"
    assert "1 of 2 versions, 2001-02-01" in problem.read


def many(first: int, last: int) -> str:
    return "".join(f"Article {n}-1\n\nWords {n}.\n\n" for n in range(first, last))


def test_unusable_versions(source):
    """An empty text, a fragment and one with everything several times over are told; a whole one is not."""
    whole = "# Law\n\n" + many(1, 60)
    texts = [
        "# Law\n",
        "# Law\n\n" + many(1, 9),
        whole,
        "# Law\n\n" + many(1, 60) * 3,
        whole + "Article 99\n\nX.\n",
    ]
    history = read(source, *((f"2001-0{n}-01", text) for n, text in enumerate(texts, 1)))
    told = [p.where[:10] for p in lt.validate(history) if p.code == "LT-HIS-003"]

    assert told == ["2001-01-01", "2001-02-01", "2001-04-01"]


def test_a_division_that_vanishes(source):
    """A section whose articles all go at once is told with their labels."""
    whole = "# Law\n\nSection 1 : Kept\n\n" + many(1, 9) + "Section 2 : Gone\n\n" + many(11, 15)
    history = read(source, ("2001-01-01", whole), ("2001-02-01", whole.partition("Section 2")[0]))
    (problem,) = [p for p in lt.validate(history) if p.code == "LT-HIS-009"]

    assert "4 articles of 'Section 2 Gone'" in problem.read
    assert "11-1, 12-1" in problem.read


def test_equal_texts_strays_letters_and_loose_lines(source):
    """A version without a change, a stray line, labels with letters and text under a heading have codes."""
    parts = "# Law", "Section 1 : A title", "cut in two", "Article 22-8", "A.", "Article 4", "B."
    odd = "\n\n".join((*parts, "Article 22-9 A", "C.\n"))
    source.commit("2001-01-01", {"law.md": f"---\nlast_updated: 2001-01-01\n---\n{odd}"})
    source.commit("2001-02-01", {"law.md": f"---\nlast_updated: 2001-02-01\n---\n{odd}"})
    found = codes(lt.read(source.folder / ".git"))

    assert {"LT-HIS-005", "LT-HIS-007", "LT-HIS-008", "LT-HIS-013"} == set(found)


def test_dates_that_differ_are_told(source):
    """A text or message that states another day is told; the commit's day counts."""
    source.commit("2001-01-01", {"law.md": f"---\nlast_updated: 1999-01-01\n---\n{LAW}"})
    source.commit("2001-02-01", {"law.md": LAW}, "Law\n\nSource-Date: 2001-02-01")
    history = lt.read(source.folder / ".git")

    assert [str(version.day) for version in history] == ["2001-01-01", "2001-02-01"]
    (problem,) = [p for p in lt.validate(history) if p.code == "LT-HIS-010"]
    assert "1999-01-01" in problem.read


def test_what_git_cannot_date_has_the_day_that_it_states(source):
    """A commit on the first day of git's calendar takes the earlier day that its text gives, and is told."""
    source.commit("1970-01-01", {"law.md": f"---\nlast_updated: 1810-03-02\n---\n{LAW}"})
    source.commit("1992-01-01", {"law.md": LAW + "\nFour.\n"})
    history = lt.read(source.folder / ".git")

    assert str(history.days[0]) == "1810-03-02"
    (problem,) = [p for p in lt.validate(history) if p.code == "LT-HIS-010"]
    assert "1970-01-01, taken as the 1810-03-02" in problem.read


def test_a_version_dated_ahead_is_told(source):
    """A commit dated after the day on which it was made shows what was known beforehand."""
    source.commit("2001-01-01", {"law.md": LAW})
    source.commit("2003-01-01", {"law.md": LAW + "\nFour.\n"}, written="2001-01-02T00:00:00+00:00")

    assert "LT-HIS-014" in codes(lt.read(source.folder / ".git"))


def test_versions_out_of_order_are_put_in_order_and_told(source):
    """A commit dated before the one it follows goes to its day."""
    history = read(source, ("2001-03-01", LAW), ("2001-01-01", LAW + "\nFour.\n"), ("2001-04-01", LAW))

    assert [str(day) for day in history.days] == ["2001-01-01", "2001-03-01", "2001-04-01"]
    assert codes(history).count("LT-HIS-012") == 1


ARTICLES = {
    "README.md": "# Code\n\n- [Part](part)\n",
    "part/README.md": "# Partie législative\n\n- [Titre Ier : Of X](x)\n- [Article 1](article-1.md)\n",
    "part/x/README.md": "# Titre Ier : Of X\n\n- [Article 3](article-3.md)\n- [Article 2](article-2.md)\n",
    "part/x/article-2.md": "# Article 2\n\nTwo.\n",
    "part/x/article-3.md": "# Article 3\n\nThree.\n",
    "part/article-1.md": "# Article 1\n\nOne.\n",
}


def test_a_file_for_each_article(source):
    """Folders are divisions headed and ordered by their indexes; the subject names the amending act."""
    source.commit("2001-01-01", ARTICLES, "Act 1")
    source.commit("2001-02-01", {"part/x/article-2.md": "# Article 2\n\nDeux.\n"}, "Act 2")
    history = lt.read(source.folder / ".git")

    assert history.versions[1].subject == "Act 2"
    assert history.on("2001-01-15")["2"].children[0].text == "Two."
    assert history.on("2001-02-15").plain_text().split("\n") == [
        "Code", "Partie législative", "Titre Ier Of X", "Article 3", "Three.",
        "Article 2", "Deux.", "Article 1", "One.",
    ]  # fmt: skip
    first, second = history
    assert first.root.children[0].children[1] is second.root.children[0].children[1]


def test_several_laws_want_a_name(source):
    """A repository of several laws names them, and the one asked for is read wherever it lies."""
    source.commit("2001-01-01", {"fr/a.md": LAW, "fr/b.md": LAW.replace("One", "Un")})
    source.commit("2001-02-01", {"fr/a.md": LAW + "\nFour.\n"})
    folder = source.folder / ".git"

    with pytest.raises(lt.CorpusError, match=r"fr/a\.md, fr/b\.md"):
        lt.read(folder)
    with pytest.raises(lt.CorpusError, match=r"Did you mean 'fr/b\.md'"):
        lt.read_history(folder, file="fr/bb.md")
    assert len(lt.read_history(folder, file="fr/b.md")) == 1
    assert lt.read_history(folder, file="fr/b.md").on("2001-01-01")["1-1"].children[0].text == "Un."


def test_only_commits_that_change_the_law_are_looked_into(source, monkeypatch):
    """Of a repository of many laws git tells which commits change the one that is read."""
    source.commit("2001-01-01", {"fr/a.md": LAW, "fr/b[1].md": LAW})
    for day in range(2, 9):
        source.commit(f"2001-01-0{day}", {"fr/a.md": LAW + f"\nDay {day}.\n"})
    source.commit("2001-02-01", {"fr/b[1].md": LAW + "\nFour.\n"})
    asked = []
    read = git.Objects.read
    monkeypatch.setattr(
        git.Objects,
        "read",
        lambda self, ids, kind: read(self, [asked.append(kind) or id for id in ids], kind),
    )

    assert len(lt.read_history(source.folder / ".git", file="fr/b[1].md")) == 2
    assert asked.count("blob") == 2
    assert asked.count("tree") <= 4
    assert asked.count("commit") <= 3


def test_a_name_of_other_bytes(source):
    """A file whose name is no UTF-8 is read all the same."""
    source.commit("2001-01-01", {})
    try:
        (Path(os.fsdecode(os.fsencode(source.folder) + b"/l\xe9.md"))).write_text(LAW, "utf-8")
    except OSError:
        pytest.skip("no file can have such a name here")
    source.commit("2001-02-01", {})

    assert len(lt.read(source.folder / ".git")) == 1


def test_a_merge_is_the_version_of_its_branch(source):
    """Along first parents a merge is what changes the law, on its own day."""
    source.commit("2001-01-01", {"law.md": LAW})
    source.git("checkout", "--quiet", "-b", "act")
    source.commit("2001-02-01", {"law.md": LAW + "\nFour.\n"})
    source.git("checkout", "--quiet", "main")
    dated = {
        "GIT_AUTHOR_DATE": "2001-03-01T00:00:00+00:00",
        "GIT_COMMITTER_DATE": "2001-03-01T00:00:00+00:00",
    }
    source.git("merge", "--quiet", "--no-ff", "--message", "Act", "act", **dated)

    assert [str(day) for day in lt.read(source.folder / ".git").days] == ["2001-01-01", "2001-03-01"]


def test_folders_that_hold_more_than_any_law(source, monkeypatch):
    """Few objects can claim millions of files; that is refused, and soon."""
    monkeypatch.setattr(git_history, "_MOST_FILES", 10_000)

    def git_said(*arguments: str, given: str) -> str:
        made = subprocess.run(
            ["git", *arguments], cwd=source.folder, input=given.encode(), capture_output=True, check=True
        )
        return made.stdout.decode().strip()

    source.commit("2001-01-01", {"law.md": LAW})
    blob = git_said("hash-object", "-w", "--stdin", given="# Article 1\n")
    tree = git_said("mktree", given="".join(f"100644 blob {blob}\t{n}.md\n" for n in range(40)))
    for _ in range(4):
        tree = git_said("mktree", given="".join(f"040000 tree {tree}\t{n}\n" for n in range(40)))
    commit = git_said("-c", "user.name=n", "-c", "user.email=n@x", "commit-tree", tree, "-m", "x", given="")
    source.git("update-ref", "refs/heads/main", commit)

    with pytest.raises(lt.CorpusError, match=r"LT-IO-005.*more than 10,000 files"):
        lt.read(source.folder / ".git")


def test_branches(source):
    """Another branch is read when it is named; a name that is none is an error with the nearest."""
    source.commit("2001-01-01", {"law.md": LAW})
    source.git("branch", "draft")
    source.commit("2001-02-01", {"law.md": LAW + "\nFour.\n"})
    folder = source.folder / ".git"

    assert len(lt.read(folder)) == 2
    assert len(lt.read_history(folder, branch="draft")) == 1
    with pytest.raises(lt.CorpusError, match="Did you mean 'draft'"):
        lt.read_history(folder, branch="drafts")


def test_packed_branches_and_sha256(tmp_path):
    """References may be packed, and hashes long."""
    source = Source(tmp_path / "source", "--object-format=sha256")
    source.commit("2001-01-01", {"law.md": LAW})
    source.git("pack-refs", "--all")
    source.git("gc", "--quiet")

    (version,) = lt.read(source.folder / ".git")
    assert len(version.id) == 64


def test_nothing_of_a_repository_is_run(source, tmp_path):
    """Hooks, helpers and programs that a repository configures are never called."""
    source.commit("2001-01-01", {"law.md": LAW, ".gitattributes": "*.md filter=evil diff=evil\n"})
    made = tmp_path / "made"
    evil = tmp_path / "evil.sh"
    evil.write_text(f"#!/bin/sh\ntouch {made}\ncat\n")
    evil.chmod(0o755)
    for key in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.alternateRefsCommand", "gpg.program",
        "uploadpack.packObjectsHook", "filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv",
        "core.editor",
    ):  # fmt: skip
        source.git("config", key, str(evil))
    source.git("config", "log.showSignature", "true")
    for hook in ("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change"):
        file = source.folder / ".git" / "hooks" / hook
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(evil.read_bytes())
        file.chmod(0o755)
    made.unlink(missing_ok=True)

    assert len(lt.read(source.folder / ".git")) == 1
    assert len(lt.read(source.bundle())) == 1
    assert not made.exists()


def test_environment_does_not_steer_git(source, monkeypatch, tmp_path):
    """Variables that point git elsewhere are not passed on."""
    source.commit("2001-01-01", {"law.md": LAW})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "nowhere"))

    assert len(lt.read(source.folder / ".git")) == 1


def test_nothing_is_left_behind(source, tmp_path, monkeypatch):
    """The folder that git works in is gone afterwards, also after an error, and the source is as it was."""
    import tempfile

    source.commit("2001-01-01", {"law.md": LAW})
    bundle = source.bundle()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = sorted(p.relative_to(source.folder) for p in source.folder.rglob("*"))
    lt.read(bundle)
    with pytest.raises(lt.CorpusError):
        lt.read_history(bundle, file="none.md")
    lt.read(source.folder / ".git")

    assert list(temporary.iterdir()) == []
    assert sorted(p.relative_to(source.folder) for p in source.folder.rglob("*")) == before


@pytest.mark.parametrize(
    "data", [b"", b"# v2 git bundle\n", b"words", b"# v2 git bundle\n" + b"0" * 40 + b" refs/heads/main\n\n"]
)
def test_a_broken_bundle_is_refused(tmp_path, data):
    """What is no bundle, or has nothing in it, is one problem with the file's name."""
    file = tmp_path / "x.bundle"
    file.write_bytes(data)
    with pytest.raises(lt.CorpusError, match=r"x\.bundle: 1 problem"):
        lt.read(file)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_bundle_cut_short_is_told_as_such(source, share):
    """A bundle of which the end is missing is to be fetched again, wherever it was cut."""
    source.commit("2001-01-01", {"law.md": LAW})
    file = source.bundle()
    file.write_bytes(file.read_bytes()[: int(share * file.stat().st_size)])

    with pytest.raises(lt.CorpusError, match=r"law\.bundle: 1 problem\n.*etch it again") as fault:
        lt.read(file)
    assert fault.value.problems[0].code in ("LT-IO-002", "LT-IO-006")


def test_a_shallow_clone_is_refused(source, tmp_path):
    """A clone of only the latest commits says how to fetch the others."""
    source.commit("2001-01-01", {"law.md": LAW})
    source.commit("2001-02-01", {"law.md": LAW + "\nFour.\n"})
    source.git("clone", "--quiet", "--bare", "--depth=1", source.folder.as_uri(), str(tmp_path / "x.git"))

    with pytest.raises(lt.CorpusError, match="git fetch --unshallow"):
        lt.read(tmp_path / "x.git")


def test_a_repository_without_commits_is_refused(source):
    """An empty repository has no branch to read; its folder leads to it."""
    with pytest.raises(lt.CorpusError, match="a repository without a branch"):
        lt.read(source.folder / ".git")
    with pytest.raises(lt.CorpusError, match=r"For the history .*\.git"):
        lt.read(source.folder)


def test_an_object_that_is_missing_is_told(source):
    """A repository that lacks a file of a version is damaged, and says which object it lacks."""
    source.commit("2001-01-01", {"law.md": LAW})
    source.commit("2001-02-01", {"law.md": LAW + "\nFour.\n"})
    known = subprocess.run(
        ["git", "rev-parse", "HEAD~1:law.md"], cwd=source.folder, capture_output=True, check=True
    )
    id = known.stdout.decode().strip()
    (source.folder / ".git" / "objects" / id[:2] / id[2:]).unlink()

    with pytest.raises(lt.CorpusError, match=rf"blob {id} missing.*git fsck"):
        lt.read(source.folder / ".git")


@pytest.mark.parametrize(
    "files", [{"law.md": LAW}, {"x/article-1.md": "# Article 1\n", "x/article-2.md": "# Article 2\n"}]
)
@pytest.mark.parametrize("front", [b"", b"---\ntitle: Caf\xe9\n---\n"])
def test_words_that_are_no_utf8_are_told(source, files, front):
    """A file in another encoding is named with the place of its first byte that is wrong."""
    source.commit("2001-01-01", files)
    for name, text in files.items():
        (source.folder / name).write_bytes(front + text.encode() + b"Caf\xe9")
    source.commit("2001-02-01", {})

    with pytest.raises(lt.CorpusError, match=r"\.md: 1 problem\n.*LT-IO-001.*byte 0xe9"):
        lt.read(source.folder / ".git")


def test_a_bundle_that_builds_on_another_is_refused(source):
    """A bundle of only the latest commits says how to make one of all."""
    source.commit("2001-01-01", {"law.md": LAW})
    source.commit("2001-02-01", {"law.md": LAW + "\nFour.\n"})
    file = source.folder.parent / "part.bundle"
    source.git("bundle", "create", "--quiet", str(file), "main~1..main")

    with pytest.raises(lt.CorpusError, match="git bundle create"):
        lt.read(file)


def test_size_is_bounded(source):
    """A file or bundle beyond the limit is refused with the way to raise it."""
    source.commit("2001-01-01", {"law.md": LAW * 20})

    with pytest.raises(lt.CorpusError, match=r"LT-IO-005.*limits=Limits\(file_bytes"):
        lt.read(source.folder / ".git", limits=lt.Limits(file_bytes=300))
    with pytest.raises(lt.CorpusError, match="LT-IO-005"):
        lt.read(source.bundle(), limits=lt.Limits(file_bytes=10))


def test_without_git_one_sentence_says_so(source, monkeypatch, tmp_path):
    """Who lacks git is told to install it."""
    source.commit("2001-01-01", {"law.md": LAW})
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(lt.LawtrackError, match="needs the program git"):
        lt.read(source.folder / ".git")


def test_a_git_that_hangs_is_ended(source, monkeypatch, tmp_path):
    """A git that does not answer is given up after a while."""
    source.commit("2001-01-01", {"law.md": LAW})
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(git, "SECONDS", 0.3)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")

    with pytest.raises(lt.CorpusError, match="no answer of git"):
        lt.read(source.folder / ".git")


def test_a_folder_of_a_corpus_in_git_stays_a_corpus(source):
    """A corpus that is kept in git is read as a corpus; only the repository itself is a history."""
    source.commit("2001-01-01", {"mine.toml": 'title = { en = "Mine" }\n'})

    assert isinstance(lt.read(source.folder), lt.Corpus)


def test_more_objects_than_a_pipe_holds(source, monkeypatch):
    """Requests never wait for answers that wait to be read, however narrow the pipes are."""
    monkeypatch.setattr(git, "_widened", lambda pipe: 4096)
    words = "Words of an article. " * 400
    source.commit(
        "2001-01-01", {f"part-{n % 7}/article-{n}.md": f"# Article {n}\n\n{n} {words}\n" for n in range(150)}
    )
    (version,) = lt.read(source.folder / ".git")

    assert sum(len(part.children) for part in version.root.children) == 150


def test_hidden_folders_are_no_text(source):
    """What tools keep in hidden folders and files is no part of the law."""
    source.commit(
        "2001-01-01", {**ARTICLES, ".github/note.md": "# Article 9\n", "part/.draft.md": "# Article 8\n"}
    )
    (version,) = lt.read(source.folder / ".git")

    assert {"8", "9"}.isdisjoint(label for label, _ in labels_in(version.root))


def test_an_index_with_the_words_of_an_article(source):
    """Two files of the same words are one object of git; the names tell which heads the folder."""
    same = "# Article 1\n\nOne.\n"
    source.commit(
        "2001-01-01", {"x/README.md": same, "y/article-1.md": same, "y/article-2.md": "# Article 2\n"}
    )
    (version,) = lt.read(source.folder / ".git")

    assert [len(part.children) for part in version.root.children] == [1, 2]
    assert version.root.children[0].num == version.root.children[1].children[0].num == "Article 1"


def test_folders_nest_only_so_deep(source):
    """Folders without end are refused with the way to allow more."""
    source.commit("2001-01-01", {f"{'x/' * 8}article-{n}.md": f"# Article {n}\n" for n in (1, 2)})

    assert len(lt.read(source.folder / ".git")) == 1
    with pytest.raises(lt.CorpusError, match=r"LT-IO-005.*Limits\(depth"):
        lt.read(source.folder / ".git", limits=lt.Limits(depth=5))


@pytest.mark.parametrize("name", ["law.md", "article-1.md"])
def test_progress_counts_versions(source, name):
    """Whoever asks is told how many versions are read and how many there are."""
    other = {} if name == "law.md" else {"article-2.md": "# Article 2\n"}
    source.commit("2001-01-01", {name: "# Article 1\n\nOne.\n", **other})
    source.commit("2001-02-01", {name: "# Article 1\n\nUn.\n"})
    source.commit("2001-03-01", {name: "# Article 1\n\nOne.\n"})
    told = []
    lt.read(source.folder / ".git", progress=lambda done, known: told.append((done, known)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_history_says_what_it_is(source):
    """Printed, a history names the work, the number of its versions and their days."""
    history = read(source, ("2001-01-01", LAW), ("2001-02-01", LAW + "\nFour.\n"))

    assert repr(history) == f"<History {history.work.id}: 2 versions, 2001-01-01 to 2001-02-01>"
    assert [str(e.in_force) for e in history.expressions()] == ["2001-01-01..2001-02-01", "2001-02-01.."]
