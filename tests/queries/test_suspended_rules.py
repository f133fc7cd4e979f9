"""Rules in provisions that are suspended: listed, since they are on record, and told to be suspended."""

import pytest

import lawtrack as lt

CORPUS = """
work = [
  { id = "law/a", title = "Act A", commencement = ["2015-02-01"] },
  { id = "act/b", title = "Act B", commencement = ["2016-01-01"] },
  { id = "act/e", title = "Emergency Act", commencement = ["2021-05-01"] },
]
provision = [{ work = "law/a", eid = "art_2" }, { work = "law/a", eid = "art_2__para_1" }]
source = [{ id = "src/g" }]
[[amendment]]
id = "am/notice"
instrument = "act/b"
targets = ["law/a"]
[[amendment]]
id = "am/suspend"
instrument = "act/e"
targets = ["TARGET"]
operation = "inapplication"
mode = "force"
until = 2021-06-01
[[effect]]
id = "effect/notice"
kind = "registration"
change = "created"
after = { bearer = ["householder"], registers = ["guest"] }
provisions = ["law/a~art_2__para_1"]
by = ["am/notice"]
source = "src/g"
"""


@pytest.mark.parametrize("target", ["law/a~art_2", "law/a~art_2__para_1", "law/a", "act/b"])
@pytest.mark.parametrize("ask", [lt.duties, lt.effects, lambda c, on: lt.exposure(c, "householder", on=on)])
def test_what_is_suspended_is_told(tmp_path, target, ask):
    """Whatever is suspended, the provision, the unit around it, the law, or the act behind the rule."""
    file = tmp_path / "c.toml"
    file.write_text(CORPUS.replace("TARGET", target), "utf-8")
    corpus = lt.read(file)
    told = {on: [note for note in ask(corpus, on=on).notes if "uspended" in note]
            for on in ("2021-04-30", "2021-05-15", "2021-06-01")}  # fmt: skip

    assert told["2021-04-30"] == told["2021-06-01"] == []
    (note,) = told["2021-05-15"]
    assert note.startswith("Suspended on 2021-05-15, 1 rule listed: notice (am/suspend, from 2021-05-01")


def test_status_says_what_is_suspended(tmp_path):
    """The answer in one line has it too."""
    file = tmp_path / "c.toml"
    file.write_text(CORPUS.replace("TARGET", "law/a"), "utf-8")
    corpus = lt.read(file)

    assert "; suspended: the work, from 2021-05-01" in str(lt.status(corpus, "law/a", on="2021-05-15"))
    assert "suspended" not in str(lt.status(corpus, "law/a", on="2021-07-15"))
