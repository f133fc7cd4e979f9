"""Language tags (BCP 47), texts in several languages, and the normal form that search compares."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Union

from attrs import field, frozen

from .countries import COUNTRIES
from .errors import ReadingError, nearest
from .patterns import pattern

__all__ = ["ISO_639_2", "LANGUAGES", "LangMap", "check_tag", "fold"]

_LIST = """
aa aar Afar; ab abk Abkhazian; ae ave Avestan; af afr Afrikaans; ak aka Akan; am amh Amharic;
an arg Aragonese; ar ara Arabic; as asm Assamese; av ava Avaric; ay aym Aymara; az aze Azerbaijani;
ba bak Bashkir; be bel Belarusian; bg bul Bulgarian; bi bis Bislama; bm bam Bambara; bn ben Bengali;
bo bod Tibetan; br bre Breton; bs bos Bosnian; ca cat Catalan; ce che Chechen; ch cha Chamorro;
co cos Corsican; cr cre Cree; cs ces Czech; cu chu Church Slavic; cv chv Chuvash; cy cym Welsh;
da dan Danish; de deu German; dv div Divehi; dz dzo Dzongkha; ee ewe Ewe; el ell Greek; en eng English;
eo epo Esperanto; es spa Spanish; et est Estonian; eu eus Basque; fa fas Persian; ff ful Fulah;
fi fin Finnish; fj fij Fijian; fo fao Faroese; fr fra French; fy fry Western Frisian; ga gle Irish;
gd gla Scottish Gaelic; gl glg Galician; gn grn Guarani; gu guj Gujarati; gv glv Manx; ha hau Hausa;
he heb Hebrew; hi hin Hindi; ho hmo Hiri Motu; hr hrv Croatian; ht hat Haitian; hu hun Hungarian;
hy hye Armenian; hz her Herero; ia ina Interlingua; id ind Indonesian; ie ile Interlingue; ig ibo Igbo;
ii iii Sichuan Yi; ik ipk Inupiaq; io ido Ido; is isl Icelandic; it ita Italian; iu iku Inuktitut;
ja jpn Japanese; jv jav Javanese; ka kat Georgian; kg kon Kongo; ki kik Kikuyu; kj kua Kuanyama;
kk kaz Kazakh; kl kal Kalaallisut; km khm Khmer; kn kan Kannada; ko kor Korean; kr kau Kanuri;
ks kas Kashmiri; ku kur Kurdish; kv kom Komi; kw cor Cornish; ky kir Kirghiz; la lat Latin;
lb ltz Luxembourgish; lg lug Ganda; li lim Limburgan; ln lin Lingala; lo lao Lao; lt lit Lithuanian;
lu lub Luba-Katanga; lv lav Latvian; mg mlg Malagasy; mh mah Marshallese; mi mri Maori; mk mkd Macedonian;
ml mal Malayalam; mn mon Mongolian; mr mar Marathi; ms msa Malay; mt mlt Maltese; my mya Burmese;
na nau Nauru; nb nob Norwegian Bokmål; nd nde North Ndebele; ne nep Nepali; ng ndo Ndonga; nl nld Dutch;
nn nno Norwegian Nynorsk; no nor Norwegian; nr nbl South Ndebele; nv nav Navajo; ny nya Chichewa;
oc oci Occitan; oj oji Ojibwa; om orm Oromo; or ori Oriya; os oss Ossetian; pa pan Panjabi; pi pli Pali;
pl pol Polish; ps pus Pushto; pt por Portuguese; qu que Quechua; rm roh Romansh; rn run Rundi;
ro ron Romanian; ru rus Russian; rw kin Kinyarwanda; sa san Sanskrit; sc srd Sardinian; sd snd Sindhi;
se sme Northern Sami; sg sag Sango; sh hbs Serbo-Croatian; si sin Sinhala; sk slk Slovak; sl slv Slovenian;
sm smo Samoan; sn sna Shona; so som Somali; sq sqi Albanian; sr srp Serbian; ss ssw Swati;
st sot Southern Sotho; su sun Sundanese; sv swe Swedish; sw swa Swahili; ta tam Tamil; te tel Telugu;
tg tgk Tajik; th tha Thai; ti tir Tigrinya; tk tuk Turkmen; tl tgl Tagalog; tn tsn Tswana; to ton Tonga;
tr tur Turkish; ts tso Tsonga; tt tat Tatar; tw twi Twi; ty tah Tahitian; ug uig Uighur; uk ukr Ukrainian;
ur urd Urdu; uz uzb Uzbek; ve ven Venda; vi vie Vietnamese; vo vol Volapük; wa wln Walloon; wo wol Wolof;
xh xho Xhosa; yi yid Yiddish; yo yor Yoruba; za zha Zhuang; zh zho Chinese; zu zul Zulu
"""
_BIBLIOGRAPHIC = """
tib:bo cze:cs wel:cy ger:de gre:el baq:eu per:fa fre:fr arm:hy ice:is geo:ka mao:mi mac:mk may:ms
bur:my dut:nl rum:ro slo:sk alb:sq chi:zh
"""


def _rows() -> list[tuple[str, str, str]]:
    rows = []
    for entry in _LIST.replace("\n", " ").split(";"):
        two, three, name = entry.strip().split(" ", 2)
        rows.append((two, three, name))
    return rows


LANGUAGES: Final[Mapping[str, str]] = MappingProxyType({two: name for two, _, name in _rows()})
"""English names by ISO 639-1 code, in the order of the codes."""

ISO_639_2: Final[Mapping[str, str]] = MappingProxyType({two: three for two, three, _ in _rows()})
"""Three-letter codes (ISO 639-2/T, as Akoma Ntoso wants them) by two-letter code."""

_SHORTER: Final = {three: two for two, three in ISO_639_2.items()} | {
    pair[:3]: pair[4:] for pair in _BIBLIOGRAPHIC.split()
}
_BY_NAME: Final = {name.casefold(): two for two, name in LANGUAGES.items()}
# Country codes taken for languages, where the country code is not itself a language code.
_OF_COUNTRY: Final = {
    "al": "sq", "at": "de", "bd": "bn", "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "gb": "en",
    "gr": "el", "ir": "fa", "jp": "ja", "kz": "kk", "md": "ro", "me": "sr", "rs": "sr", "tj": "tg",
    "tm": "tk", "ua": "uk", "us": "en", "vn": "vi",
}  # fmt: skip
# Registered as regions by BCP 47 beside the countries.
_REGIONS: Final = frozenset(COUNTRIES) | {"EU", "UN", "XK"}
_EXPECTED: Final = "a BCP 47 language tag such as ru, kk-Cyrl or en-GB"
_TAG: Final = pattern(
    r"(?P<language>[a-z]{2,3})(?P<extlang>(?:-[a-z]{3}){0,3})"
    r"(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?)"
)


def check_tag(tag: str) -> str:
    """Return *tag* in canonical case (``kk-Cyrl``, ``en-GB``) when it is a BCP 47 tag.

    The first subtag is an ISO 639-1 code, ``und``, or any three-letter code that has no two-letter one:
    ``rus`` is refused because BCP 47 writes ``ru``, so that one language never has two names. A
    two-letter region must be assigned. Script and variants are checked for their form.

    Raises:
        ReadingError: LT-VOC-002, with the likeliest tag as its hint.
    """
    if not isinstance(tag, str):
        raise ReadingError(tag, _EXPECTED, code="LT-VOC-002")
    return _canonical(tag)


@lru_cache(maxsize=1024)  # every text of a corpus names its language, and there are few languages
def _canonical(tag: str) -> str:
    found = _TAG.fullmatch(tag.lower()) if tag.isascii() else None
    if not found:
        raise ReadingError(tag, _EXPECTED, _hint(tag), code="LT-VOC-002")
    language = found["language"]
    if (len(language) == 2 and language not in LANGUAGES) or language in _SHORTER:
        raise ReadingError(tag, _EXPECTED, _hint(language), code="LT-VOC-002")
    region = (found["region"] or "").upper()
    if len(region) == 2 and region not in _REGIONS:
        hint = "The country code is GB." if region == "UK" else f"{region} is not a country."
        raise ReadingError(tag, _EXPECTED, hint, code="LT-VOC-002")
    script = (found["script"] or "").title()
    parts = [language + found["extlang"], script, region]
    return "-".join(part for part in parts if part) + found["rest"]


def _hint(tag: str) -> str:
    low = tag.strip().replace("_", "-").casefold()
    if low in _SHORTER:
        return f"{LANGUAGES[_SHORTER[low]]} is {_SHORTER[low]}."
    if low in _OF_COUNTRY:
        meant = _OF_COUNTRY[low]
        return f"{LANGUAGES[meant]} is {meant}; {low} is the country."
    if low in _BY_NAME:
        return f"Write {_BY_NAME[low]}."
    if "-" in low and low != tag:
        return "Write it with hyphens and without spaces."
    near = nearest(low, _BY_NAME if len(low) > 3 else LANGUAGES)
    return f"Did you mean {_BY_NAME.get(near, near)}?" if near else ""


def _as_entries(given: str | Mapping[str, str] | tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if isinstance(given, str):
        given = {"und": given}
    # attrs.evolve hands the pairs back as they are held.
    pairs = given if isinstance(given, tuple) else given.items() if isinstance(given, Mapping) else ()
    if not pairs:
        raise ReadingError(given, "a text, or texts by language tag, at least one", code="LT-LNG-001")
    entries: dict[str, str] = {}
    for tag, text in pairs:
        checked = check_tag(tag)
        if not isinstance(text, str) or not text.strip():
            raise ReadingError(text, f"a text that is not empty for {checked}", code="LT-LNG-001")
        if checked in entries:
            raise ReadingError(tag, f"one text for {checked}", "It stands twice.", code="LT-VOC-002")
        entries[checked] = text
    return tuple(sorted(entries.items()))


@frozen(repr=False)
class LangMap(Mapping[str, str]):
    """One text in one or more languages: an immutable, hashable mapping from language tag to text.

    Made from a plain text (whose language is then ``und``, not determined) or from texts by tag. Never
    empty, no entry empty; iterates in the order of the tags. Text is kept as given, not normalised.

    Attributes:
        entries: Pairs of tag and text, sorted by tag.
    """

    entries: tuple[tuple[str, str], ...] = field(converter=_as_entries)

    @classmethod
    def of(cls, given: Union[str, Mapping[str, str], "LangMap"]) -> "LangMap":
        """Make a LangMap of a text or of texts by tag; a LangMap is returned as it is.

        Raises:
            ReadingError: LT-LNG-001 for an empty text or mapping, LT-VOC-002 for a bad or repeated tag.
        """
        return given if isinstance(given, cls) else cls(given)

    def __getitem__(self, tag: str) -> str:
        for held, text in self.entries:
            if held == tag:
                return text
        raise KeyError(tag)

    def __iter__(self) -> Iterator[str]:
        return (tag for tag, _ in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def text(self, lang: str | None = None, *, authentic: Sequence[str] = ()) -> str:
        """The text to show someone who asks for *lang*.

        Falls back from the language asked for (exactly, then with fewer or more subtags: ``kk`` finds
        ``kk-Cyrl``) to English, to the first of *authentic* that is there, to the first tag.
        """
        return self[self._choice(lang, authentic)]

    def told(self, lang: str | None = None, *, authentic: Sequence[str] = ()) -> str:
        """Like :meth:`text`, with the tag in brackets after a text in another language than asked for.

        Asking for nothing asks for English. A text of undetermined language has no tag to show.
        """
        tag = self._choice(lang, authentic)
        asked = check_tag(lang) if lang else "en"
        same = tag == asked or tag.startswith(asked + "-") or asked.startswith(tag + "-")
        return self[tag] if same or tag == "und" else f"{self[tag]} [{tag}]"

    def _choice(self, lang: str | None, authentic: Sequence[str]) -> str:
        for wanted in ((lang,) if lang else ()) + ("en", *authentic):
            range_ = check_tag(wanted)
            while range_:
                if found := self._within(range_):
                    return found
                range_ = range_.rpartition("-")[0]
        return self.entries[0][0]

    def _within(self, range_: str) -> str | None:
        if range_ in self:
            return range_
        return next((tag for tag in self if tag.startswith(range_ + "-")), None)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"LangMap({dict(self.entries)!r})"


# Latin letters that look like Cyrillic ones, small or capital, compared after case folding; typed by
# mistake, and on keyboards without the Kazakh і and һ (hence h is not н, though H looks like Н).
_LATIN: Final = "abcehikmoptxy"
_CYRILLIC: Final = "авсеһікмортху"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)
_INDEX: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэіәғқңөұүһ", "abvgdeziiklmnoprstufhyeiagqnouuh", strict=True))
    | {"ё": "e", "ж": "j", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}
    | {"ї": "i", "є": "e", "ґ": "g", "ў": "u", "ı": "i", "ş": "sh"}
)
_IN_TABLE: Final = frozenset(map(chr, _INDEX)) - {"ı", "ş"}
_WORD: Final = pattern(r"[^\W\d_]+")


def fold(text: str) -> str:
    """The form in which search compares texts; an index, never shown or stored.

    NFC and case folding; accents dropped; Cyrillic, Russian and Kazakh, written in one Latin form, in which
    Kazakh in either alphabet meets (``қазақ``, ``qazaq``), ``ё`` is ``е``, and hard and soft signs fall away;
    a Latin look-alike inside a Cyrillic word counts as the Cyrillic letter, and the reverse.
    Folding twice changes nothing more. A text of signs alone may fold to an empty one.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    text = _WORD.sub(lambda word: _one_script(word[0]), text).translate(_INDEX)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare.translate(_INDEX))


def _one_script(word: str) -> str:
    cyrillic = [letter for letter in word if letter in _IN_TABLE]
    if not cyrillic or len(cyrillic) == len(word):
        return word
    others = [letter for letter in word if letter.isascii() and letter not in _LATIN]
    if others and all(letter in _CYRILLIC for letter in cyrillic):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)
