import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.texts import any_texts, lang_maps, plain_texts, tags

from lawtrack.errors import ReadingError
from lawtrack.languages import ISO_639_2, LANGUAGES, LangMap, check_tag, fold


@given(tags)
def test_canonical_tag_is_kept(tag):
    """A tag already in canonical case comes back unchanged."""
    assert check_tag(tag) == tag


@given(tags)
def test_case_of_a_tag_does_not_matter(tag):
    """BCP 47 tags are the same in any case; the canonical one comes back."""
    assert check_tag(tag.upper()) == check_tag(tag.lower()) == tag


@pytest.mark.parametrize(
    "tag", ["kk-Cyrl", "ru", "en-GB", "es-419", "sl-rozaj-biske", "de-1996", "en-x-plain", "gsw"]
)
def test_tag_of_bcp_47_is_accepted(tag):
    """Script, region, variants and private use are all part of a tag."""
    assert check_tag(tag) == tag


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("kz", "Kazakh is kk; kz is the country."),
        ("KZ", "Kazakh is kk; kz is the country."),
        ("ua", "Ukrainian is uk; ua is the country."),
        ("rus", "Russian is ru."),
        ("ger", "German is de."),
        ("Kazakh", "Write kk."),
        ("Kazak", "Did you mean kk?"),
        ("en-UK", "The country code is GB."),
        ("en-QX", "QX is not a country."),
        ("en_GB", "Write it with hyphens and without spaces."),
    ],
)
def test_bad_tag_is_refused_with_the_way_out(tag, hint):
    """A slip in a tag gets LT-VOC-002 and the likeliest tag."""
    with pytest.raises(ReadingError) as caught:
        check_tag(tag)

    assert (caught.value.code, caught.value.hint) == ("LT-VOC-002", hint)


@pytest.mark.parametrize("tag", ["", "-", "r", "xx", "ru-", "ru--RU", "кк", "kk-Cyrl-Cyrl", "en ", None, 7])
def test_what_is_no_tag_is_refused(tag):
    """Whatever does not follow BCP 47, or is no text at all, is a ReadingError with LT-VOC-002."""
    with pytest.raises(ReadingError) as caught:
        check_tag(tag)

    assert caught.value.code == "LT-VOC-002"


def test_language_list_is_whole():
    """ISO 639-1 has 183 active codes and the withdrawn sh; each has its own three-letter code."""
    assert len(LANGUAGES) == len(set(ISO_639_2.values())) == 184
    assert all(len(two) == 2 and len(three) == 3 for two, three in ISO_639_2.items())


def test_three_letter_codes_are_terminological():
    """Akoma Ntoso wants fra and deu, not the bibliographic fre and ger."""
    wanted = {"ru": "rus", "kk": "kaz", "en": "eng", "fr": "fra", "de": "deu", "es": "spa"}

    assert {two: ISO_639_2[two] for two in wanted} == wanted


@given(st.dictionaries(tags, plain_texts, min_size=1, max_size=4))
def test_langmap_holds_what_it_was_given(texts):
    """A LangMap is a mapping with the given texts, in the order of the tags."""
    made = LangMap.of(texts)

    assert dict(made) == texts
    assert list(made) == sorted(texts)


@given(lang_maps)
def test_langmap_of_itself_is_itself(texts):
    """Making a LangMap again, from itself or from its pairs, gives an equal one with the same hash."""
    again = LangMap.of(dict(reversed(list(texts.items()))))

    assert LangMap.of(texts) is texts
    assert (again, hash(again)) == (texts, hash(texts))


@given(lang_maps)
def test_langmap_survives_evolve_and_pickle(texts):
    """A copy made by attrs or pickle equals the original."""
    assert attrs.evolve(texts) == pickle.loads(pickle.dumps(texts)) == texts


@given(lang_maps, st.one_of(st.none(), tags))
def test_shown_text_is_one_of_the_texts(texts, lang):
    """Whatever language is asked for, a text comes out, and with its tag it is still that text."""
    shown = texts.text(lang)

    assert shown in texts.values()
    assert texts.told(lang).startswith(shown)
    assert bool(texts)


@given(lang_maps)
def test_language_that_is_there_is_shown_without_its_tag(texts):
    """Asking for a language that is there gives its text, and told() adds nothing."""
    for tag, text in texts.items():
        assert texts.text(tag) == texts.told(tag) == text


def test_text_in_one_language_is_undetermined():
    """A plain text is a LangMap with the tag und, prints as itself and never shows the tag."""
    made = LangMap.of("Residents register.")

    assert dict(made) == {"und": "Residents register."}
    assert str(made) == made.told("ru") == "Residents register."


def test_fallback_goes_to_english_then_authentic_then_any():
    """The display order is: asked for, English, first authentic, first tag."""
    three = LangMap.of({"en": "law", "kk": "заң", "ru": "закон"})
    two = LangMap.of({"kk": "заң", "ru": "закон"})

    assert three.text("ru") == "закон"
    assert three.text("de") == "law"
    assert two.text("de", authentic=["ru", "kk"]) == "закон"
    assert two.text("de") == "заң"


def test_fallback_shows_the_tag():
    """Whoever gets another language than asked for sees which one; no wish counts as English."""
    two = LangMap.of({"kk": "заң", "ru": "закон"})

    assert two.told("de", authentic=["ru"]) == "закон [ru]"
    assert two.told() == "заң [kk]"
    assert LangMap.of({"en": "law"}).told() == "law"


def test_script_and_region_are_found_from_the_language():
    """kk finds kk-Cyrl, en-GB finds en; another script of the language beats English but shows its tag."""
    texts = LangMap.of({"kk-Cyrl": "заң", "en": "law"})

    assert texts.told("kk") == "заң"
    assert texts.told("en-GB") == "law"
    assert texts.told("kk-Latn") == "заң [kk-Cyrl]"


@pytest.mark.parametrize("given_", ["", "  ", {}, {"en": ""}, {"en": "law", "ru": "\n"}, {"en": 7}, None, 7])
def test_empty_text_is_refused(given_):
    """No text, no languages, or an empty entry is LT-LNG-001."""
    with pytest.raises(ReadingError) as caught:
        LangMap.of(given_)

    assert caught.value.code == "LT-LNG-001"


@pytest.mark.parametrize("given_", [{"kz": "заң"}, {"ru": "закон", "RU": "закон"}])
def test_bad_or_repeated_tag_is_refused(given_):
    """Tags of a LangMap are checked, and two spellings of one tag are one too many."""
    with pytest.raises(ReadingError) as caught:
        LangMap.of(given_)

    assert caught.value.code == "LT-VOC-002"


def test_missing_language_is_a_key_error():
    """Subscripting does not fall back."""
    with pytest.raises(KeyError):
        LangMap.of({"ru": "закон"})["en"]


@given(st.one_of(any_texts, st.text("абвғқәіїӄӱabcixkş ёчщь\u0301\u0308İıß")))
def test_folding_twice_is_folding_once(text):
    """The search form of a search form is itself."""
    assert fold(fold(text)) == fold(text)


@given(plain_texts)
def test_case_does_not_change_the_search_form(text):
    """Search does not see upper and lower case."""
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ещё", "еще"),
        ("ЁЛКА", "елка"),
        ("Қазақстан", "qazaqstan"),
        ("ұйым", "ūıym"),
        ("заң", "zañ"),
        ("бiлiм", "білім"),
        ("cтатья", "статья"),
        ("Cоuncil", "Council"),
        ("BИНА", "вина"),
        ("қаhарман", "қаһарман"),
        ("й", "и\u0306"),
        ("é", "e\u0301"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_word_meet(one, other):
    """ё and е, Kazakh in both alphabets, look-alike letters and ways of composing all fold together."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("сор", "cop"), ("кот", "код"), ("шок", "сок"), ("закон", "законы")]
)
def test_different_words_stay_apart(one, other):
    """A Cyrillic word is not the Latin one it looks like; different letters stay different."""
    assert fold(one) != fold(other)
