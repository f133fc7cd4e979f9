"""A small invented study that the tests of coding share."""

from pathlib import Path

import lawtrack as lt

CODEBOOK = """
id = "small"
version = "2"
unit = "amendment"
title = { en = "A small study" }

[[questions]]
id = "power"
text = { en = "Does it give a power?", ru = "Даёт ли она полномочие?" }
cited = true
codes = [
  { value = "yes" },
  { value = "no", uncited = true },
  { value = "unknown", off_scale = true, uncited = true },
]

[[questions]]
id = "judge"
text = { en = "Must a judge agree?" }
asked_if = { question = "power", answers = ["yes"] }
codes = [{ value = "yes" }, { value = "no" }]

[[questions]]
id = "reach"
text = { en = "Whom does it reach?" }
level = "ordinal"
codes = [{ value = "few" }, { value = "many" }, { value = "all" }, { value = "unknown", off_scale = true }]

[[questions]]
id = "days"
text = { en = "In how many days?" }
level = "ratio"
within = "[0, 100]"
codes = [{ value = "unknown", off_scale = true }]

[[questions]]
id = "topics"
text = { en = "What about?" }
several = true
codes = [{ value = "speech" }, { value = "faith" }, { value = "none", alone = true }]

[[questions]]
id = "remark"
text = { en = "What else?" }
level = "text"
"""

CORPUS = """
[[source]]
id = "lt:kz/source/s"
[[work]]
id = "/akn/kz/act/law/2020/7"
[[provision]]
work = "/akn/kz/act/law/2020/7"
eid = "art_1"
""" + "".join(
    f"""
[[amendment]]
id = "lt:kz/amendment/a{n}"
instrument = "/akn/kz/act/law/2020/7"
source = "lt:kz/source/s"
"""
    for n in (1, 2, 10)
)

HEAD = "unit,question,coder,round,answer,citations,note\n"


def codebook_in(folder: Path, text: str = CODEBOOK) -> lt.Codebook:
    path = folder / "codebook.toml"
    path.write_text(text, "utf-8")
    return lt.read_codebook(path)


def corpus_in(folder: Path) -> lt.Corpus:
    path = folder / "corpus.toml"
    path.write_text(CORPUS, "utf-8")
    return lt.read(path)


def sheet_in(folder: Path, rows: str, name: str = "sheet.csv", head: str = HEAD) -> Path:
    path = folder / name
    path.write_text(head + rows, "utf-8")
    return path
