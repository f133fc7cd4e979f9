"""The same corpus and question give the same answer in any process, under any hash seed and locale (I-59)."""

import hashlib
import os
import subprocess
import sys

import pytest
from questions import CALLS, OTHERS

import lawtrack as lt

PROGRAM = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
import lawtrack as lt
from test_determinism import printed
print(printed(lt.read(Path({corpus!r}))))
"""


def printed(corpus):
    """A digest of every answer in every form it is printed in."""
    held = hashlib.sha256()
    for call in (*CALLS, *OTHERS):
        answer = call(corpus)
        for text in (str(answer), answer._repr_html_(), answer.table().to_json(), repr(answer)):
            held.update(text.encode("utf-8"))
    kz = lt.example("kazakhstan")
    for answer in (
        lt.brief(kz),
        lt.effects(kz),
        lt.sentence_changes(kz),
        lt.critiques(kz),
        lt.conflicts(kz),
        lt.positions(kz),
    ):
        held.update(str(answer).encode("utf-8"))
    return held.hexdigest()


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("4242", "tr_TR.UTF-8")])
def test_answers_do_not_depend_on_the_process(small, tmp_path, seed, locale):
    """Another hash seed, another locale and another time zone change no byte of any answer."""
    path = tmp_path / "small.json"
    lt.write(small, path)
    env = os.environ | {
        "PYTHONHASHSEED": seed,
        "LC_ALL": locale,
        "LANG": locale,
        "TZ": "Asia/Almaty",
        "PYTHONUTF8": "0",
    }
    program = PROGRAM.format(path=sys.path, corpus=str(path))

    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == printed(small)


@pytest.mark.parametrize("call", CALLS, ids=range(len(CALLS)))
def test_order_is_that_of_the_corpus_not_of_the_file(small, call):
    """Records given in the opposite order lead to the same rows in the same order."""
    turned = lt.Corpus.of(reversed(tuple(small)), title=small.title)

    assert call(turned) == call(small)


@pytest.mark.parametrize("call", CALLS, ids=range(len(CALLS)))
def test_asking_twice_is_asking_once(small, call):
    """What is kept from the first answer does not change the second."""
    assert call(small) == call(small)


@pytest.mark.parametrize("call", CALLS, ids=range(len(CALLS)))
def test_asking_leaves_the_corpus_alone(small, call):
    """A question changes nothing: the digest of the corpus is the same after it."""
    before = lt.digest(small)
    call(small)

    assert lt.digest(small) == before
