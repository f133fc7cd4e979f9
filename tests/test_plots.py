"""Pictures show what the answers say, and keep what they cannot show in their data."""

import pytest

import lawtrack as lt
from lawtrack import plots

pytest.importorskip("matplotlib", reason="pictures need the extra plots")


@pytest.fixture(scope="module")
def drawing():
    kz = lt.example("kazakhstan")
    return plots.dumbbell(lt.sentence_changes(kz, package="kz-2016-12"), title="Kazakhstan 2016")


def _changed(before: str, after: str) -> lt.SentenceChange:
    rules = [lt.KINDS["sentence"](sanction=lt.Sanction.read(text)) for text in (before, after)]
    effect = lt.Effect(id="e", kind="sentence", before=rules[0], after=rules[1])
    return lt.SentenceChange(
        effect=effect, provision="art. 1", before=rules[0].sanction, after=rules[1].sanction
    )


def test_one_row_for_each_side_of_each_change(drawing):
    """The data hold a row before and a row after for each of the thirty offence parts."""
    assert drawing.data.column("side") == ("before", "after") * 30


def test_data_give_the_terms_in_years(drawing):
    """Article 255(1) went from four to ten years to six to ten, confiscation compulsory."""
    rows = [row for row in drawing.data.to_dicts() if row["provision"] == "art. 255 para. 1"]

    assert [(row["low_years"], row["high_years"], row["extras"]) for row in rows] == [
        (4, 10, "confiscation?"),
        (6, 10, "confiscation!"),
    ]


def test_life_is_no_number(drawing):
    """Life beside a term is told apart from the term, which keeps its own ends."""
    rows = [row for row in drawing.data.to_dicts() if row["provision"] == "art. 184"]

    assert [(row["low_years"], row["high_years"], row["life"]) for row in rows] == [(15, 20, True)] * 2


def test_death_is_drawn_in_words(drawing):
    """Death has no place on a line of years; the row says it beside the line, and the data have it."""
    rows = [row for row in drawing.data.to_dicts() if row["provision"] == "art. 255 para. 4"]
    said = [text.get_text() for text in drawing.figure.axes[0].texts]

    assert [row["death"] for row in rows] == [True, True]
    assert "or death · confiscation!" in said


def test_labels_name_the_provisions(drawing):
    """Each drawn row is labelled with its provision, in the order of the answer."""
    labels = [label.get_text() for label in drawing.figure.axes[0].get_yticklabels()]

    assert labels[:2] == ["art. 170 para. 1", "art. 170 para. 2"]
    assert len(labels) == 30


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("prison <=3y", "prison <=5y"),
        ("fine <=10 MCI", "prison 10..20d"),
        ("unknown", "prison 1..2y"),
        ("life", "life+"),
    ],
)
def test_any_sanction_draws(before, after):
    """Unstated ends, other penalties and unknown sanctions are drawn or left out, never an error."""
    drawn = plots.dumbbell([_changed(before, after)])

    assert len(drawn.data) == 2
    assert drawn._repr_png_().startswith(b"\x89PNG")


def test_same_picture_same_bytes(tmp_path):
    """A picture written twice is the same file."""
    files = [tmp_path / "a.png", tmp_path / "b.png"]
    for file in files:
        plots.dumbbell([_changed("prison 1..2y", "prison 3..4y")]).save(str(file))

    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_grid_shows_what_the_matrix_says():
    """A sign for each cell that print shows; rows are labelled with country and rule."""
    matrix = lt.matrix([lt.example("russia"), lt.example("united-kingdom")])
    drawing = plots.grid(matrix, title="Safeguards")
    axes = drawing.figure.axes[0]
    signs = [text.get_text() for text in axes.texts]
    labels = [label.get_text() for label in axes.get_yticklabels()]

    shown = len(drawing.data.columns) - 2
    assert len(signs) == len(matrix) * shown
    assert set(signs) <= {"✓", "✗", "·", "?"}
    assert labels[0] == "RU  data-access"


def test_an_empty_grid_is_drawn():
    """A matrix without rows makes an empty picture, not an error."""
    drawing = plots.grid(lt.matrix(lt.example("russia"), act="detain"))

    assert drawing._repr_png_()


def test_steps_stand_apart_by_group():
    """A band for each group in which something stands; what may stand is told apart."""
    burden = lt.burden(lt.example("russia"), "operator", since="2016-01-01", until="2019-01-01")
    drawing = plots.steps(burden)
    bands = [axes.get_ylabel() for axes in drawing.figure.axes]

    assert bands == ["duties", "powers over"]
    duties = [row["positions"] for row in drawing.data.to_dicts() if row["group"] == "duties"]
    assert duties == [0, 1, 1, 4]
    assert drawing._repr_png_().startswith(b"\x89PNG")


def test_a_timeline_has_a_line_for_each_moment():
    """Two bars, for the two days of entry into force; a vague day is a line between its bounds."""
    life = lt.timeline(lt.example("kazakhstan"), "28-vi")
    drawing = plots.timeline(life)
    axes = drawing.figure.axes[0]

    assert len(axes.get_yticklabels()) == len(life) == len(drawing.data)
    assert len(axes.patches) == 2
    vague = [line for line in axes.lines if len(line.get_xdata()) == 2]
    assert len(vague) == sum(moment.when.earliest != moment.when.latest for moment in life)


def test_a_grid_of_something_else_is_refused():
    """Rows of an answer are no matrix; the way out is named."""
    with pytest.raises(lt.WrongTypeError, match="gives one"):
        plots.grid(lt.gaps(lt.example("kazakhstan")))


@pytest.mark.parametrize("draw", [plots.steps, plots.timeline])
def test_no_rows_make_an_empty_picture(draw):
    """Nothing to draw is no error; rows of another answer are refused with the way out."""
    assert draw([])._repr_png_().startswith(b"\x89PNG")
    with pytest.raises(lt.WrongTypeError, match="gives them"):
        draw(lt.gaps(lt.example("kazakhstan")))


def test_a_dollar_in_a_title_is_a_dollar(tmp_path):
    """A title is drawn as it stands, also where it would be no formula."""
    matrix = lt.matrix([lt.example("kazakhstan")])
    path = tmp_path / "dollars.svg"
    plots.grid(matrix, title="fines of $\\frac{").save(str(path))

    assert path.stat().st_size


@pytest.mark.parametrize(("path", "said"), [("x.nope", "png"), ("no/such/folder/x.png", "can be written")])
def test_a_picture_that_cannot_be_saved_says_why(drawing, path, said):
    """A suffix of no format, and a folder that does not exist, are named."""
    with pytest.raises(lt.ReadingError, match=said):
        drawing.save(path)
