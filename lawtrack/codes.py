"""The stable problem codes, each with what it means and the way out."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["CODES"]

CODES: Mapping[str, str] = MappingProxyType(
    {
        # references and identity
        "LT-REF-001": "Two records share one id. Ids are unique across a corpus; rename one.",
        "LT-REF-002": "A reference names an id that no record has. Correct it or add the record.",
        "LT-REF-003": "A reference leads to a record of the wrong type. Point it at one of the allowed types.",
        "LT-REF-004": "References form a cycle (enacted_as, supersedes, parent, broader). Break it.",
        "LT-REF-005": "An id is not well formed. Ids are ASCII without spaces; the offending character is named.",
        "LT-REF-006": "One alias of one scheme is claimed by two works. Keep it on one of them.",
        # kinds of rule
        "LT-KND-001": "No kind of rule has this name. Take the nearest, or register your own as x:name/kind.",
        "LT-KND-002": "The kind of a study of its own is not installed here. It is kept unchanged and never compared.",
        "LT-KND-003": "before or after holds a rule of another kind than the effect. Use one kind on both sides.",
        "LT-KND-004": 'An effect or norm has no kind. Add kind = "…".',
        # keys and values
        "LT-KEY-001": "A record has a key that its type does not know. Correct or remove it.",
        "LT-KEY-002": "A single value stands where a list is due. Write it in square brackets.",
        "LT-KEY-003": "A value has the wrong type or does not follow its notation. Nothing is converted silently.",
        "LT-KEY-004": "A required key is missing.",
        # substance
        "LT-SUB-001": "before and after do not fit the change: created has no before, repealed no after, others both.",
        "LT-SUB-002": "Nobody says so: an effect, gap or critique needs at least one assertion with a source.",
        "LT-SUB-003": "Everything about this effect is unknown. It loads, and stays on the completeness list.",
        # penalties
        "LT-PEN-001": "The minimum of a penalty is above its maximum. The ends are never swapped silently.",
        "LT-PEN-002": "A quantity is negative. No penalty is.",
        "LT-PEN-003": "A quantity is zero; check that a penalty is meant.",
        "LT-PEN-004": "A range runs from a number to life. Read as two alternatives: the range, or life.",
        "LT-PEN-005": "The two ends of a range have different units that cannot be compared.",
        "LT-PEN-006": "A penalty does not follow the sanction notation.",
        "LT-PEN-007": "One kind of penalty stands twice in one alternative. Equal ones count once, others are never added up.",
        "LT-PEN-008": "The minimum of the general part is above the maximum of the clause. The clause is left as it stands.",
        # time
        "LT-TIM-001": "This is not a date. Write 2016-12-22, or an EDTF date such as 2016-08 or 2016~.",
        "LT-TIM-002": "Day and month cannot be told apart. Write the date as year-month-day.",
        "LT-TIM-003": "A time of day stands where a day is due. Legal days are dates in the jurisdiction.",
        "LT-TIM-004": "Something is in force before it was signed, and nothing marks it as retroactive.",
        "LT-TIM-005": "Two wordings of one provision in one language overlap in time.",
        "LT-TIM-006": "A month in words stands where a date is due. Write 2016-08.",
        "LT-TIM-007": "There is a gap between two wordings of one provision; one may not have been collected.",
        "LT-TIM-008": "The events of a work are out of order: introduced, adopted, signed, published.",
        "LT-TIM-009": "A period ends before it begins, or is empty.",
        "LT-TIM-010": "This is not a duration. Write P10D or P1Y6M, or 10 d, 2 mo, 1 y 6 mo, 3 h.",
        "LT-TIM-011": "This is not a period. Write 2014-05..2017-01-07, 2017-01-07.. or ..2017-01-07.",
        "LT-TIM-012": "Sources give one step of a work different dates. It counts as some day between them.",
        "LT-TIM-013": "A series of values says nothing about this day. Nothing is extrapolated; add a value from a source.",
        # vocabulary
        "LT-VOC-001": "This is not an ISO 3166-1 alpha-2 country code.",
        "LT-VOC-002": "This is not a BCP 47 language tag. Kazakh is kk; kz is the country.",
        "LT-VOC-003": "This is not a known party role. Take the nearest, or declare a [[concept]] named x:yourname/role.",
        # languages
        "LT-LNG-001": "A text in several languages is empty, or one of its entries is.",
        "LT-LNG-002": "A translation is marked official in a language that is not authentic in its jurisdiction.",
        "LT-LNG-003": "Translations give an effect different rules. Each is kept with its source; none is taken for all.",
        "LT-LNG-004": "A text mixes look-alike letters of two alphabets, or is not in Unicode normal form C.",
        # sources, claims, critiques, actors, gaps
        "LT-SRC-001": "A quotation does not stand in the wording it quotes from. Correct it, or the wording.",
        "LT-SRC-002": "An assertion has no source. Every statement names one.",
        "LT-CLM-001": "A count has no unit. It is kept, and checked for each unit.",
        "LT-CLM-002": "A share lies outside 0 to 1. Write a percentage as a fraction.",
        "LT-CLM-003": "A hedge is not in the lexicon. It is kept as written; its interval is unknown.",
        "LT-CRI-001": "The stage of a critique does not fit its date and the life of its target.",
        "LT-CRI-002": "An outcome says heeded and names no amendment, assertion or pair of versions.",
        "LT-CRI-003": "One recommendation of a joint opinion is coded under two critiques. Counts tell both figures.",
        "LT-CRI-004": "An outcome is said for a day before the critique was made. Nothing is heeded before it is asked.",
        "LT-GAP-001": "A gap carries a rule. A gap is the absence of one; record an effect or norm beside it.",
        "LT-ACT-001": "An unnamed collective is merged with another or given members. Nobody knows who they are.",
        # files
        "LT-IO-001": "A file is not UTF-8 text.",
        "LT-IO-002": "A file does not follow its format (TOML, JSON, YAML).",
        "LT-IO-003": "A key stands twice in one table, or YAML has anchors, tags, merge keys or directives.",
        "LT-IO-004": "An include leads out of the corpus folder.",
        "LT-IO-005": "A file is too large or too deeply nested.",
        "LT-IO-006": "A path does not exist, is not a corpus, or has a format lawtrack does not read.",
        "LT-VER-001": "A file follows a newer schema than this lawtrack knows. Upgrade lawtrack.",
    }
)
