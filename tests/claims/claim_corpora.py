"""A small complete package of which everything about a claim can be counted by hand."""

import lawtrack as lt
from lawtrack.readers import read

CODE, ACT = "/akn/kz/act/code/2000-01-01/1", "/akn/kz/act/law/2020-03-01/7"

HEAD = f"""\
[[source]]
id = "lt:kz/source/law"
kind = "primary_law"
[[source]]
id = "lt:kz/source/report"
kind = "ngo"
[[work]]
id = "{CODE}"
kind = "code"
[[work]]
id = "{ACT}"
kind = "law"
amends = ["{CODE}"]
[[package]]
id = "lt:kz/package/p"
members = ["{ACT}"]
"""


def sentences(*rows, points=None, enumerates=()):
    """A package of sentences: rows of article, part, before, after; *points* are their numbered points."""
    places = set(points or ()) | {f"art_{a}__para_{p}" for a, p, _, _ in rows}
    text = HEAD + f"enumerates = {list(enumerates)}\n".replace("'", '"')
    for place in sorted(places):
        work = ACT if place.startswith("point") else CODE
        text += f'[[provision]]\nwork = "{work}"\neid = "{place}"\n'
    for i, (article, part, before, after) in enumerate(rows):
        target = f"{CODE}~art_{article}__para_{part}"
        point = f'source_provision = "{ACT}~{points[i]}"\n' if points else ""
        text += (
            f'[[amendment]]\nid = "lt:kz/amendment/a{i}"\ninstrument = "{ACT}"\n'
            f'targets = ["{target}"]\n{point}'
            f'[[effect]]\nid = "lt:kz/effect/e{i}"\nkind = "sentence"\nchange = "increased"\n'
            f'by = ["lt:kz/amendment/a{i}"]\nprovisions = ["{target}"]\nconfidence = "primary_both"\n'
            f'before = {{ sanction = "{before}" }}\nafter = {{ sanction = "{after}" }}\n'
            'source = "lt:kz/source/law"\n'
        )
    return read_text(text)


def read_text(text):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.toml"
        path.write_text(text, "utf-8")
        return read(path)


def claim(about="lt:kz/package/p", **fields):
    return lt.Claim(id="lt:kz/claim/c", about=about, source="lt:kz/source/report", **fields)


def share(interval, test="simple_shift(+2y)", **fields):
    return claim(
        quantity=lt.Range.read(interval),
        is_share=True,
        unit=fields.pop("unit", "amendment"),
        predicate=lt.Predicate.read(test),
        **fields,
    )
