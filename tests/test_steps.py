"""Numbers as printed, as steps of an eId and as parts of a label."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.identifiers import EId, eid_step, label_parts


@pytest.mark.parametrize(
    ("element", "printed", "step"),
    [
        ("article", "Article 41-1.", "art_41-1"),
        ("article", "Статья 41¹", "art_41-1"),
        ("article", "12 бис", "art_12bis"),
        ("article", "224-1 A", "art_224-1A"),
        ("article", "Art. L. 121-1", "art_L.121-1"),
        ("section", "§ 22–2803.01.", "sec_22-2803.01"),
        ("paragraph", "(a)", "para_a"),
        ("paragraph", "[(d-1)]", "para_d-1"),
        ("point", "б)", "point_b"),
        ("point", "1°", "point_1"),
        ("chapter", "Chapitre II bis", "chp_IIbis"),
        ("title", "Titre Ier", "title_Ier"),
        ("part", "Première partie", "part_Premierepartie"),
        ("content", "", "content"),
        ("paragraph", "«»", "para"),
        ("paragraph", "第3条", "para_u7b2c3u6761"),
    ],
)
def test_step_of_a_number(element, printed, step):
    """Words and signs around a number go, what tells numbers apart stays."""
    assert eid_step(element, printed) == step


@given(st.text(max_size=12))
def test_every_number_makes_a_step_that_an_address_can_have(printed):
    """Whatever is printed, the step is one that an eId reads."""
    step = eid_step("paragraph", printed)

    assert str(EId.read(step)) == step
    assert re.match("para(_|$)", step)


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("art. 12 para. 2", ["art 12", "para 2"]),
        ("Article 41-1, part 2", ["art 41-1", "part 2"]),
        ("5(1)(a)", [" 5", " 1", " a"]),
        ("§ 447.52(b)(2)", ["sec 447.52", " b", " 2"]),
        ("ст. 255 ч. 1", ["art 255", "part 1"]),
        ("255-бап", ["art 255"]),
        ("art. 3 bis A", ["art 3", " bis", " A"]),
        ("art. 1, comma 2, lettera b)", ["art 1", "para 2", "point b"]),
        ("reg. 4(1)", ["art 4", " 1"]),
        ("", []),
    ],
)
def test_parts_of_a_label(label, parts):
    """Each part has its number and what its word may stand for."""
    assert [f"{'/'.join(sorted(elements))} {number}" for elements, number in label_parts(label)] == parts
