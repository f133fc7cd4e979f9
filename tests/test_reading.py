"""Reading files: all of a corpus or every problem of it, within limits, inside one folder."""

import gc
import json
import os
from pathlib import Path
from typing import Any

import pytest
from benchmarks.generate import generated_corpus_data
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.records import corpora

import lawtrack as lt
from lawtrack import CorpusError, Limits, Severity
from lawtrack.codec import digest

SOURCE = '[[source]]\nid = "lt:source/s"\n'
ACT = '[[work]]\nid = "/a/1"\n'


def put(folder: Path, **files: str) -> Path:
    """Write TOML files; two underscores in a name stand for a slash."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def refused(*paths: Path, **options: Any) -> CorpusError:
    """The error that reading raises."""
    with pytest.raises(CorpusError) as caught:
        lt.read(list(paths), **options)
    return caught.value


def codes(fault: CorpusError) -> list[str]:
    """Codes of its problems, in their order."""
    return [problem.code for problem in fault.problems]


# all of it, or none


def test_files_refer_to_one_another_in_any_order(tmp_path: Path) -> None:
    """What one file names may stand in another, before or after it, at any depth of the folder."""
    put(
        tmp_path, a='[[statement]]\nid = "s1"\nsource = "lt:source/s"\nlabel = "1"\ngist = "x"\n', b__c=SOURCE
    )

    assert len(lt.read(tmp_path)) == 2


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    """Several files, several faults in one record, structure and references: one error holds them all."""
    put(
        tmp_path,
        a='[[work]]\nid = "/a/1"\njurisdiction = "UK"\nnumber = 5\nfrm = 1\n' + SOURCE,
        b='[[claim]]\nid = "lt:claim/k"\nabout = "/a/9"\nsource = "lt:source/t"\nunit = "law"\n',
        c="[[work]\n",
    )
    fault = refused(tmp_path)

    assert {(Path(p.file).name, p.code) for p in fault.problems if p.severity is Severity.ERROR} == {
        ("a.toml", "LT-VOC-001"),
        ("a.toml", "LT-KEY-003"),
        ("a.toml", "LT-KEY-001"),
        ("c.toml", "LT-IO-002"),
    }


def test_reference_and_structure_faults_come_together(tmp_path: Path) -> None:
    """A record that cannot be read does not hide that another one names what does not exist."""
    put(tmp_path, a='[[work]]\nid = "/a/1"\nnumber = 5\n[[work]]\nid = "/a/2"\namends = ["/a/7"]\n')

    assert codes(refused(tmp_path)) == ["LT-KEY-003", "LT-REF-002"]


def test_the_message_groups_by_file(tmp_path: Path) -> None:
    """Each file has a heading with the number of its problems, and they stand below it."""
    put(
        tmp_path, a='[[work]]\nid = "/a/1"\nnumber = 5\ntopics = "x"\n', b='[[work]]\nid = "/b"\nnumber = 5\n'
    )
    lines = str(refused(tmp_path)).splitlines()

    heads = [(line.rpartition("/")[2], i) for i, line in enumerate(lines) if not line.startswith(" ")]
    assert heads == [("a.toml: 2 problems", 0), ("b.toml: 1 problem", 3)]


def test_a_long_list_is_cut_and_counted(tmp_path: Path) -> None:
    """The message shows a hundred problems and counts the rest; the error holds all of them."""
    put(tmp_path, a="".join(f'[[work]]\nid = "/a/{i}"\nnumber = 5\n' for i in range(130)))
    fault = refused(tmp_path)

    assert len(fault.problems) == 130
    assert str(fault).splitlines()[-1] == "… 30 more; all of them are in .problems"
    assert len(str(fault).splitlines()) == 102


def test_a_broken_record_is_not_missed_elsewhere(tmp_path: Path) -> None:
    """References to a record that could not be read are not told again, and neither is a broken assertion."""
    put(
        tmp_path,
        a='[[source]]\nid = "lt:source/s"\nkind = "blog"\n'
        '[[actor]]\nid = "lt:actor/a"\n[[concept]]\nid = "x:me/owner"\n'
        '[[provision]]\nwork = "/a/1"\neid = "art_1"\nheading = 5\n[[work]]\nid = "/a/1"\n'
        '[[norm]]\nid = "n"\nkind = "power"\nrule = { holder = ["x:me/owner"] }\n'
        'provisions = ["/a/1~art_1"]\n'
        '[[critique]]\nid = "c"\ncritics = ["lt:actor/a"]\ntargets = ["/a/1"]\ngist = "x"\n'
        'assertions = [{ source = "lt:source/s", polarity = "no" }]\n',
    )

    assert codes(refused(tmp_path)) == ["LT-KEY-003", "LT-KEY-004", "LT-KEY-004", "LT-KEY-003", "LT-KEY-003"]


def test_a_lost_file_is_not_missed_elsewhere(tmp_path: Path) -> None:
    """What a file that could not be read may have held is not demanded of the others."""
    put(
        tmp_path,
        a="[[source]\n",
        b='[[effect]]\nid = "e"\nkind = "power"\nsource = "lt:source/s"\n'
        'after = { holder = ["x:me/owner"] }\n',
    )

    assert codes(refused(tmp_path)) == ["LT-IO-002"]


def test_warnings_alone_do_not_refuse(tmp_path: Path) -> None:
    """A corpus with warnings loads, and validate tells them."""
    put(tmp_path, a=SOURCE + '[[effect]]\nid = "e"\nkind = "power"\nsource = "lt:source/s"\n')

    assert [p.code for p in lt.validate(lt.read(tmp_path))] == ["LT-SUB-003"]


def test_a_source_that_is_no_id_is_a_missing_reference(tmp_path: Path) -> None:
    """A title in place of an id is told as the reference it is, at the place where it was written."""
    put(tmp_path, a=ACT + '[[norm]]\nid = "n"\nkind = "power"\nsource = "Country Report 2016"\n')
    fault = refused(tmp_path)

    assert [(p.code, p.where) for p in fault.problems] == [("LT-REF-002", "norm[0].source")]


def test_a_record_without_id_has_its_assertions_checked(tmp_path: Path) -> None:
    """The lack of an id does not make a plain source an unknown key, and hides no fault of the assertions."""
    put(
        tmp_path,
        a='[[norm]]\nkind = "power"\nsource = "s"\n'
        '[[norm]]\nkind = "power"\nassertions = [{ hegde = "x" }]\n',
    )
    fault = refused(tmp_path)

    assert [(p.code, p.where) for p in fault.problems] == [
        ("LT-KEY-004", "norm[0].id"),
        ("LT-KEY-004", "norm[1].id"),
        ("LT-KEY-001", "norm[1].assertions[0].hegde"),
        ("LT-SRC-002", "norm[1].assertions[0].source"),
    ]


@pytest.mark.parametrize("written", ['source = ["a", "b"]', 'assertions = "a"', 'assertions = ["a"]'])
def test_an_assertion_that_is_no_table_is_named(written: str, tmp_path: Path) -> None:
    """Anything else where an assertion is due gets one problem that shows how to write one."""
    put(tmp_path, a=f'[[norm]]\nid = "n"\nkind = "power"\n{written}\n')
    fault = refused(tmp_path)

    assert codes(fault) == ["LT-KEY-003"]
    assert 'Write assertions = [{ source = "…" }].' in str(fault)


def test_reading_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    """The search for cycles, paused while reading, goes on afterwards, also after a failure."""
    put(tmp_path, a="[[")
    refused(tmp_path)
    assert gc.isenabled()


# paths and includes


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    """A missing path is named; a bare word gets the hint that it may be the name of an example."""
    assert codes(refused(tmp_path / "no.toml")) == ["LT-IO-006"]
    assert 'example("kazakhstan")' in str(refused(Path("kazakhstan")))


@pytest.mark.parametrize("name", ["a\0b.toml", "x" * 5000 + ".toml"])
def test_a_name_no_file_can_have(name: str, tmp_path: Path) -> None:
    """Such a path is a problem and not a surprise of the operating system."""
    assert codes(refused(tmp_path / name)) == ["LT-IO-006"]


def test_a_folder_without_corpus_files(tmp_path: Path) -> None:
    """An empty folder says which files it lacks; hidden ones do not count."""
    put(tmp_path, **{".git__config": "x"})

    assert ".toml or .json or .yaml" in str(refused(tmp_path))


def test_another_format_is_refused(tmp_path: Path) -> None:
    """A file of a format that is not read names those that are."""
    (tmp_path / "a.docx").write_text("a: 1")

    assert codes(refused(tmp_path / "a.docx")) == ["LT-IO-006"]


def test_a_named_pipe_is_no_file(tmp_path: Path) -> None:
    """Reading does not wait for a pipe that happens to end in .toml."""
    os.mkfifo(tmp_path / "pipe.toml")

    assert codes(refused(tmp_path / "pipe.toml")) == ["LT-IO-006"]


def test_includes_are_read_once_even_in_a_loop(tmp_path: Path) -> None:
    """Files that include one another, or themselves, are read once each."""
    put(tmp_path, a='include = ["b.toml", "a.toml"]\n' + SOURCE, b='include = ["a.toml"]\n' + ACT)

    assert len(lt.read(tmp_path / "a.toml")) == 2


def test_a_long_chain_of_includes(tmp_path: Path) -> None:
    """Two thousand files, each including the next, are read without running out of stack."""
    files = {f"f{i}": f'include = ["f{i + 1}.toml"]\n' for i in range(2000)}
    put(tmp_path, **files, f2000=SOURCE)

    assert len(lt.read(tmp_path / "f0.toml")) == 1


def test_a_folder_may_be_included(tmp_path: Path) -> None:
    """An include that names a folder reads the files below it."""
    put(tmp_path, a='include = ["parts"]\n', parts__x=SOURCE, parts__deep__y=ACT)

    assert len(lt.read(tmp_path / "a.toml")) == 2


def test_a_file_below_may_include_one_beside_its_folder(tmp_path: Path) -> None:
    """The root is the folder that was given to read, not that of the file which includes."""
    put(tmp_path, parts__x='include = ["../y.toml"]\n' + SOURCE, y=ACT)

    assert len(lt.read(tmp_path)) == 2


@pytest.mark.parametrize(
    "name", ["../out.toml", "/etc/hosts.toml", "link.toml", "C:/x.toml", "..\\\\out.toml", "a\\u0000b.toml"]
)
def test_an_include_stays_inside_the_corpus(name: str, tmp_path: Path) -> None:
    """An include out of the folder, absolute or through a link, is refused by its place."""
    put(tmp_path, out=SOURCE)
    corpus = tmp_path / "corpus"
    put(corpus, a=f'include = ["{name}"]\n')
    (corpus / "link.toml").symlink_to(tmp_path / "out.toml")
    fault = refused(corpus / "a.toml")

    assert [(p.code, p.where) for p in fault.problems] == [("LT-IO-004", "include[0]")]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A folder that holds a link to a file elsewhere does not read that file."""
    put(tmp_path, out=SOURCE)
    corpus = put(tmp_path / "corpus", a=ACT)
    (corpus / "link.toml").symlink_to(tmp_path / "out.toml")

    assert codes(refused(corpus)) == ["LT-IO-004"]


def test_an_include_of_nothing_is_named(tmp_path: Path) -> None:
    """An include that names no file is told with the path looked for."""
    put(tmp_path, a='include = ["none.toml"]\n')

    assert codes(refused(tmp_path / "a.toml")) == ["LT-IO-006"]


def test_a_bare_include_gets_its_brackets(tmp_path: Path) -> None:
    """A single name where a list is due is shown in brackets."""
    put(tmp_path, a='include = "b.toml"\n')

    assert 'Write ["b.toml"].' in str(refused(tmp_path / "a.toml"))


# text and formats


def test_byte_order_mark_and_crlf_are_accepted(tmp_path: Path) -> None:
    """Files from other editors read like our own."""
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode())
    (tmp_path / "b.json").write_bytes(b'\xef\xbb\xbf{"work": [\r\n{"id": "/a/1"}]}')

    assert len(lt.read(tmp_path)) == 2


def test_a_file_that_is_not_utf_8_names_the_byte(tmp_path: Path) -> None:
    """The place of the first wrong byte is told."""
    (tmp_path / "a.toml").write_bytes(b'title = "Stra\xdfe"\n')
    (problem,) = refused(tmp_path).problems

    assert (problem.code, problem.where, problem.read) == ("LT-IO-001", "byte 13", "byte 0xdf")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"work": [], "work": []}', "LT-IO-003"),
        ('{"work": [{"id": "/a/1", "id": "/a/2"}]}', "LT-IO-003"),
        ('{"work": [}', "LT-IO-002"),
        ("[]", "LT-IO-002"),
        ("null", "LT-IO-002"),
        ('"text"', "LT-IO-002"),
        ("", "LT-IO-002"),
        ("[" * 100_000, "LT-IO-005"),
        ('{"a":' * 200 + "1" + "}" * 200, "LT-IO-005"),
        ('{"work": [{"id": "/a/1", "number": ' + "9" * 10_000 + "}]}", "LT-IO-005"),
        ('{"work": [{"id": "/a/1", "number": "\\ud800"}]}', "LT-IO-002"),
        ('{"lawtrack": 2, "unheard": 1}', "LT-VER-001"),
        ('{"lawtrack": "1"}', "LT-KEY-003"),
        ('{"lawtrack": true}', "LT-KEY-003"),
        ('{"lawtrack": 0}', "LT-KEY-003"),
        ('{"title": ""}', "LT-LNG-001"),
        ('{"work": {}}', "LT-KEY-002"),
        ('{"work": [5]}', "LT-KEY-003"),
        ('{"work": null}', "LT-KEY-002"),
        ('{"include": [5]}', "LT-KEY-002"),
    ],
)
def test_a_bad_json_document_is_one_problem(text: str, code: str, tmp_path: Path) -> None:
    """Each way in which a document is no corpus has its code, and makes no second problem."""
    (tmp_path / "a.json").write_text(text)

    assert codes(refused(tmp_path)) == [code]


@pytest.mark.parametrize("number", ["0.5", "NaN", "Infinity", "-Infinity", "1e400", "1E2", "-0.0"])
def test_a_float_is_an_error_that_names_its_place(number: str, tmp_path: Path) -> None:
    """No float gets in: not as text, value, notation, in a list, nor in a kind that is not installed."""
    after = f'{{"id": "e", "kind": "x:my/kind", "after": {{"deep": [1, {{"n": {number}}}]}}}}'
    claim = f'{{"id": "c", "about": "w", "source": "s", "quantity": {number}, "value": {number}}}'
    work = f'{{"id": "w", "number": {number}, "topics": ["x", {number}], "title": {number}}}'
    text = f'{{"work": [{work}], "claim": [{claim}], "effect": [{after}]}}'
    (tmp_path / "a.json").write_text(text)
    fault = refused(tmp_path)

    assert [(p.code, p.where) for p in fault.problems if p.code == "LT-KEY-003"] == [
        ("LT-KEY-003", "work[0].number"),
        ("LT-KEY-003", "work[0].title"),
        ("LT-KEY-003", "work[0].topics[1]"),
        ("LT-KEY-003", "claim[0].value"),
        ("LT-KEY-003", "claim[0].quantity"),
        ("LT-KEY-003", "effect[0].after.deep[1].n"),
    ]


@pytest.mark.parametrize("number", ["9" * 30, "-" + "9" * 30, "0x" + "f" * 4000])
def test_a_huge_whole_number_is_refused(number: str, tmp_path: Path) -> None:
    """Numbers beyond 64 bits are errors wherever they stand, and are not printed in full."""
    put(
        tmp_path,
        a=f'[[claim]]\nid = "c"\nabout = "c"\nsource = "c"\nvalue = {number}\nquantity = {number}\n'
        f'[[norm]]\nid = "n"\nkind = "x:my/kind"\nrule = {{ n = {number} }}\n',
    )
    fault = refused(tmp_path)

    places = {p.where for p in fault.problems if p.code == "LT-KEY-003"}
    assert places == {"claim[0].value", "claim[0].quantity", "norm[0].rule.n"}
    assert len(str(fault)) < 3000


@pytest.mark.parametrize(
    ("line", "code", "way_out"),
    [
        ("jurisdiction = KZ", "LT-IO-002", "A text stands in double quotes."),
        ("number = “28”", "LT-IO-002", "straight double quotes"),
        ("retroactive_from = 2016-08", "LT-IO-002", 'Write a month in quotes: "2016-08".'),
        ("retroactive_from = 2016-08~", "LT-IO-002", "in quotes"),
        ("retroactive_from = 22/12/2016", "LT-IO-002", "year-month-day"),
        ("retroactive_from = 2016-02-30", "LT-TIM-001", "calendar"),
        ("number: 28", "LT-IO-002", "not by a colon"),
        ("number 28", "LT-IO-002", "joined by ="),
        ('number = "C:\\law"', "LT-IO-002", "single quotes"),
        ('note = "one', "LT-IO-002", '"""'),
        ("schematic = True", "LT-IO-002", "small letters"),
        ('id = "/a/2"', "LT-IO-003", "each key once"),
        ("number = " + "9" * 5000, "LT-IO-005", "ordinary length"),
        ("number = " + "[" * 5000, "LT-IO-005", "flat"),
    ],
)
def test_a_slip_in_toml_is_told_with_its_line_and_the_way_out(
    line: str, code: str, way_out: str, tmp_path: Path
) -> None:
    """A slip that makes the file unreadable is shown as it stands, with what to write."""
    put(tmp_path, a=f"{ACT}{line}\n")
    fault = refused(tmp_path)

    assert codes(fault) == [code]
    assert way_out in str(fault)


def test_two_single_headings_get_the_hint_of_two_brackets(tmp_path: Path) -> None:
    """[work] written twice is what a beginner makes of [[work]]."""
    put(tmp_path, a='[work]\nid = "/a/1"\n[work]\nid = "/a/2"\n')

    assert "Head each record with [[work]]" in str(refused(tmp_path))


# limits


def test_a_file_too_large_names_the_limit_and_how_to_raise_it(tmp_path: Path) -> None:
    """Size is looked at before reading."""
    put(tmp_path, a=SOURCE)
    fault = refused(tmp_path, limits=Limits(file_bytes=10))

    assert codes(fault) == ["LT-IO-005"]
    assert "at most 10" in str(fault)
    assert "Limits(file_bytes=" in str(fault)


def test_too_many_files(tmp_path: Path) -> None:
    """A folder with more files than allowed is not read at all, and includes do not get round that."""
    put(tmp_path, a='include = ["b.toml"]\n' + ACT, b=SOURCE)

    assert codes(refused(tmp_path, limits=Limits(files=1))) == ["LT-IO-005"]
    assert codes(refused(tmp_path / "a.toml", limits=Limits(files=1))) == ["LT-IO-005"]


def test_too_deep_nesting(tmp_path: Path) -> None:
    """Nesting has a limit of its own, told by the top-level key."""
    put(tmp_path, a='[[norm]]\nid = "n"\nkind = "x:my/kind"\nrule = { a = [[[[1]]]] }\n')

    assert len(lt.read(tmp_path, limits=Limits(depth=8))) == 1
    (problem,) = refused(tmp_path, limits=Limits(depth=6)).problems
    assert (problem.code, problem.where) == ("LT-IO-005", "norm")


def test_a_repeated_slip_does_not_take_forever(tmp_path: Path) -> None:
    """Thousands of references to nothing are all told, though not each with a suggestion."""
    data = {
        "work": [
            {"id": f"/akn/kz/act/law/{i}", "amends": [f"/akn/kz/act/lwa/{i + 7}-x"]} for i in range(3000)
        ]
    }
    (tmp_path / "a.json").write_text(json.dumps(data))
    fault = refused(tmp_path)

    assert codes(fault) == ["LT-REF-002"] * 3000
    assert fault.problems[0].hint


def test_the_corpus_of_the_benchmarks_has_no_fault(tmp_path: Path) -> None:
    """What timings read is a corpus without errors or warnings, the same at every call."""
    data = generated_corpus_data(600, 1200)
    (tmp_path / "a.json").write_text(json.dumps(data))
    corpus = lt.read(tmp_path)

    assert generated_corpus_data(600, 1200) == data
    assert (len(corpus.effects), len(corpus.assertions)) == (600, 1200)
    assert {effect.kind for effect in corpus.effects} == set(lt.KINDS)
    assert {p.code for p in lt.validate(corpus)} <= {"LT-CLM-003"}


# whatever the input


def loads_or_is_refused(path: Path) -> lt.Corpus | None:
    """The corpus, or None when it was refused; anything else that is raised goes through."""
    try:
        return lt.read(path)
    except CorpusError as fault:
        refusal = fault
    assert refusal.problems
    assert all(line.isprintable() for line in str(refusal).split("\n"))
    return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples of a property, each of which replaces the files of the last."""
    return tmp_path_factory.mktemp("fuzz")


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["unknown", "absent", "power", "sentence", "created", "\\none", "2016", "prison 3..5y", "x:a/b"]
    ),
)
FIELDS = [
    "id", "kind", "change", "before", "after", "rule", "source", "assertions", "about", "sanction", "holder",
    "gist", "events", "title", "hedge", "quantity", "in_force", "targets", "include", "exclude", "openness",
    "threshold", "positions", "commencement", "work", "eid", "lawtrack",
]  # fmt: skip
keys = st.one_of(st.sampled_from(FIELDS), st.text(max_size=5))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)
documents = st.dictionaries(
    st.one_of(
        st.sampled_from([*lt.corpus.RECORD_TYPES, "title", "lawtrack", "include"]), st.text(max_size=5)
    ),
    st.one_of(values, st.lists(st.dictionaries(keys, values, max_size=5), max_size=3)),
    max_size=4,
)


@given(st.binary(max_size=200), st.sampled_from(["toml", "json"]))
def test_random_bytes_are_refused_or_read(folder: Path, data: bytes, suffix: str) -> None:
    """Whatever the bytes, the only thing that reading raises is CorpusError."""
    path = folder / f"bytes.{suffix}"
    path.write_bytes(data)

    loads_or_is_refused(path)


@given(st.text('[]{}=",.#\n\\ abc019-:T', max_size=60))
def test_random_toml_is_refused_or_read(folder: Path, text: str) -> None:
    """Text that is nearly TOML raises nothing but CorpusError."""
    path = folder / "text.toml"
    path.write_text(text)

    loads_or_is_refused(path)


@given(documents)
def test_random_structures_are_refused_or_read(folder: Path, data: dict[str, Any]) -> None:
    """Whatever stands where a record should, the only thing that reading raises is CorpusError."""
    path = folder / "structure.json"
    path.write_text(json.dumps(data))

    loads_or_is_refused(path)


def places_in(data: Any) -> list[tuple[Any, Any]]:
    """Every container in plain data with each of its keys or indexes."""
    found: list[tuple[Any, Any]] = []
    todo = [data]
    while todo:
        held = todo.pop()
        inside = list(held.items()) if isinstance(held, dict) else list(enumerate(held))
        found += [(held, place) for place, _ in inside]
        todo += [item for _, item in inside if isinstance(item, dict | list)]
    return found


@settings(max_examples=30)
@given(corpora(), st.data())
def test_a_sound_corpus_with_a_slip_is_refused_or_read(
    folder: Path, corpus: lt.Corpus, data: st.DataObject
) -> None:
    """Any value of a sound corpus may turn into any other, or go: only CorpusError comes of it."""
    plain = json.loads(lt.dump(corpus))
    for _ in range(data.draw(st.integers(1, 3))):
        places = places_in(plain)
        if places:
            held, place = data.draw(st.sampled_from(places))
            if data.draw(st.booleans()):
                held[place] = data.draw(values)
            else:
                del held[place]
    path = folder / "slip.json"
    path.write_text(json.dumps(plain))

    loads_or_is_refused(path)


@settings(max_examples=25)
@given(corpora(), st.sampled_from(["toml", "json"]))
def test_a_sound_corpus_reads_back_equal(folder: Path, corpus: lt.Corpus, suffix: str) -> None:
    """What is written to a file reads back equal, by digest as well."""
    path = lt.write(corpus, folder / f"whole.{suffix}")

    assert digest(lt.read(path)) == digest(corpus)
