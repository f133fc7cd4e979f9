"""One record with all that is tied to it."""

import pytest

import lawtrack as lt


def table_of(chain, title):
    return next(table for table in chain.tables() if table.title == title)


def test_chain_of_an_effect(small):
    """Its fields, whom it binds, who says so, who objects, and what else names it."""
    chain = lt.show(small, "e-10")

    assert [table.title for table in chain.links] == [
        "Whom it binds or empowers",
        "Who says so",
        "Who objects, and what is missed",
        "What else names it",
    ]
    assert set(table_of(chain, "Who says so").column("source")) == {"lt:kz/source/ngo", "lt:kz/source/law"}
    assert "c-2" in table_of(chain, "Who objects, and what is missed").column("id")


def test_chain_tells_the_step_of_a_sentence(small):
    """The step at each end and the verdict stand among the facts."""
    facts = dict(lt.show(small, "e-11").facts.rows)

    assert facts["step"] == "minimum +2y, maximum +0"
    assert "HARSHER" in str(facts["verdict"])


def test_chain_tells_since_when(small):
    """The period of force is computed; where it is not known, that is said."""
    assert str(dict(lt.show(small, "e-11").facts.rows)["in force"]) == "2020-09-01.."
    assert dict(lt.show(small, "e-13").facts.rows)["in force"] is lt.UNKNOWN


def test_chain_leaves_out_what_is_not_tied(small):
    """A table without rows is left out."""
    assert lt.show(small, "paper").links
    assert all(len(table) for record in small for table in lt.show(small, record.id).links)


def test_chain_of_a_source_tells_what_it_says(small):
    """The effect and the number for which a newspaper stands."""
    said = table_of(lt.show(small, "paper"), "What it says")

    assert set(said.column("about")) == {"e-13", "c-10", "spring"}


def test_every_record_has_a_chain(small):
    """Whatever its type, a record can be shown: as text, Markdown and HTML."""
    for record in small:
        chain = lt.show(small, record.id)

        assert chain.record is record
        assert str(chain)
        assert chain.to_markdown()
        assert chain._repr_html_()


def test_a_record_names_itself(small):
    """A record may be given instead of its id."""
    assert lt.show(small, small["e-10"]) == lt.show(small, "lt:kz/effect/e-10")


def test_wrong_id_suggests_the_nearest(small):
    """A wrong id is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'e-10'"):
        lt.show(small, "e-10x")


def test_ending_of_several_ids_names_them(small):
    """An ending that fits several ids is refused, and they are named."""
    twin = lt.Source(id="lt:kz/report/e-10")

    with pytest.raises(lt.UnknownNameError, match="lt:kz/report/e-10"):
        lt.show(small.with_(twin), "e-10")
