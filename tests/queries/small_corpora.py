"""Small hand-made corpora that the tests of the questions share."""

from lawtrack.readers import read

CODE = "/akn/kz/act/code/2000-01-01/1"
ACT = "/akn/kz/act/law/2020-03-01/7"
LATE = "/akn/kz/act/law/2021/nn-late"

SMALLEST = """\
work = [{ id = "/akn/kz/act/code/2000/1" }, { id = "/akn/kz/act/law/2020/7" }]
[[amendment]]
id = "lt:kz/amendment/a"
instrument = "/akn/kz/act/law/2020/7"
targets = ["/akn/kz/act/code/2000/1"]
[[effect]]
id = "lt:kz/effect/e"
kind = "unspecified"
by = ["lt:kz/amendment/a"]
source = "lt:kz/source/s"
[[source]]
id = "lt:kz/source/s"
"""

SMALL = f"""
lawtrack = 1
title = {{ en = "A small corpus" }}

[[jurisdiction]]
id = "KZ"

[[source]]
id = "lt:kz/source/law"
kind = "primary_law"
published = "2020-03-10"
[[source]]
id = "lt:kz/source/ngo"
kind = "ngo"
published = "2021-05"
[[source]]
id = "lt:kz/source/paper"
kind = "media"

[[actor]]
id = "lt:kz/actor/league"
name = {{ en = "The League" }}
[[actor]]
id = "lt:kz/actor/chamber"
name = {{ en = "The Chamber" }}

[[statement]]
id = "lt:kz/statement/ngo/S2"
source = "lt:kz/source/ngo"
label = "S2"
gist = {{ en = "Guests are registered sooner" }}
hedges = ["almost"]
[[statement]]
id = "lt:kz/statement/ngo/S10"
source = "lt:kz/source/ngo"
label = "S10"
gist = {{ en = "Nobody carries this" }}
[[statement]]
id = "lt:kz/statement/ngo/S3"
source = "lt:kz/source/ngo"
label = "S3"
gist = {{ en = "Half of this is carried" }}
[[statement]]
id = "lt:kz/statement/ngo/S4"
source = "lt:kz/source/ngo"
label = "S4"
gist = {{ en = "A fact around the law" }}

[[work]]
id = "{CODE}"
kind = "code"
title = {{ en = "The Code" }}
events = [{{ kind = "signed", date = "2000-01-01" }}, {{ kind = "in_force", date = "2000-07-01" }}]
[[work]]
id = "{ACT}"
kind = "law"
number = "7"
title = {{ en = "The Act" }}
events = [{{ kind = "signed", date = "2020-03-01" }}, {{ kind = "published", date = "2020-03-10" }}]
amends = ["{CODE}"]
[[work.commencement]]
rule = "after_expiry(published, P10D)"
[[work.commencement]]
rule = "2020-09-01"
scope = "sentences"
provisions = ["{CODE}~art_10"]
[[work]]
id = "{LATE}"
kind = "law"
amends = ["{CODE}"]

[[provision]]
work = "{CODE}"
eid = "art_9"
[[provision]]
work = "{CODE}"
eid = "art_9__para_1"
[[provision]]
work = "{CODE}"
eid = "art_10"
[[provision]]
id = "lt:kz/provision/own-name"
work = "{CODE}"
eid = "art_11"
[[provision]]
work = "{ACT}"
eid = "art_1"

[[amendment]]
id = "lt:kz/amendment/guests"
instrument = "{ACT}"
targets = ["{CODE}~art_9"]
[[amendment]]
id = "lt:kz/amendment/sentences"
instrument = "{ACT}"
targets = ["{CODE}~art_10"]

[[package]]
id = "lt:kz/package/spring"
label = {{ en = "The spring package" }}
members = ["{ACT}"]
[[package]]
id = "lt:kz/package/guests-only"
members = ["lt:kz/amendment/guests"]

[[definition]]
id = "lt:kz/definition/riot"
term = {{ en = "riot" }}
endpoints = ["shouting", "arson"]

[[effect]]
id = "lt:kz/effect/e-2"
kind = "power"
change = "created"
gist = {{ en = "Police may switch phones off" }}
by = ["{ACT}"]
provisions = ["lt:kz/provision/own-name"]
source = "lt:kz/source/law"
after.holder = ["police"]
after.acts = ["suspend"]
after.affected = ["subscriber"]
after.trigger = {{ definition = "lt:kz/definition/riot" }}
[[effect]]
id = "lt:kz/effect/e-10"
kind = "registration"
change = "broadened"
gist = {{ en = "Guests are registered sooner" }}
by = ["lt:kz/amendment/guests"]
provisions = ["{CODE}~art_9__para_1"]
addressees = ["householder"]
before = {{ bearer = ["householder"], registers = ["guest"], authority = "police", threshold = "> 10 d" }}
after = {{ bearer = ["householder"], registers = ["guest"], authority = "police", threshold = "> 5 d" }}
assertions = [
  {{ source = "lt:kz/source/ngo", statement = "lt:kz/statement/ngo/S2" }},
  {{ source = "lt:kz/source/law" }},
]
[[effect]]
id = "lt:kz/effect/e-11"
kind = "sentence"
change = "increased"
by = ["lt:kz/amendment/sentences"]
provisions = ["{CODE}~art_10"]
confidence = "primary_both"
before = {{ offence = "theft", sanction = "prison 2..5y" }}
after = {{ offence = "theft", sanction = "prison 4..5y" }}
source = "lt:kz/source/law"
[[effect]]
id = "lt:kz/effect/e-12"
kind = "sentence"
change = "increased"
gist = {{ en = "Some sentences rise" }}
by = ["{ACT}"]
schematic = true
after = {{ delta = "min +2y max +0d" }}
source = "lt:kz/source/ngo"
[[effect]]
id = "lt:kz/effect/e-13"
kind = "reporting"
change = "created"
gist = {{ en = "NGOs report" }}
by = ["{LATE}"]
after = {{ bearer = ["ngo"], subject = ["foreign_funds"], to = "tax_authority" }}
source = "lt:kz/source/paper"
[[effect]]
id = "lt:kz/effect/e-14"
kind = "data_duty"
change = "repealed"
gist = {{ en = "Operators keep no data any more" }}
by = ["{ACT}"]
before = {{ bearer = ["operator"], items = ["name"] }}
source = "lt:kz/source/law"
contradicts = ["lt:kz/effect/e-10"]
[[effect]]
id = "lt:kz/effect/e-15"
kind = "sentence"
change = "substituted"
gist = {{ en = "Another sentence" }}
by = ["{ACT}"]
after = "prison 1..3y"
source = "lt:kz/source/law"

[[concept]]
id = "suspend"
facet = "conduct"
[[concept]]
id = "guest"
facet = "person"
[[concept]]
id = "foreign_funds"
facet = "object"

[[norm]]
id = "lt:kz/norm/files"
kind = "reporting"
gist = {{ en = "Operators file reports" }}
in_force = "2010-01-01..2030-01-01"
rule = {{ bearer = ["operator"], subject = ["foreign_funds"], to = "government" }}
source = "lt:kz/source/law"

[[gap]]
id = "lt:kz/gap/g-2"
expects = {{ en = "a court order" }}
type = "no_oversight"
within = "lt:kz/effect/e-2"
source = "lt:kz/source/ngo"
[[gap]]
id = "lt:kz/gap/g-10"
expects = {{ en = "figures" }}
type = "data_not_released"
source = "lt:kz/source/ngo"

[[critique]]
id = "lt:kz/critique/c-2"
critics = ["lt:kz/actor/league", "lt:kz/actor/chamber"]
stage = "in_force"
date = "2021-05"
targets = ["lt:kz/effect/e-10"]
grounds = ["vagueness", "severity"]
gist = {{ en = "Too soon" }}
source = "lt:kz/source/ngo"
[[critique]]
id = "lt:kz/critique/c-3"
critics = ["lt:kz/actor/league"]
targets = ["lt:kz/definition/riot"]
grounds = "not_stated"
gist = {{ en = "Riot means anything" }}
source = "lt:kz/source/ngo"
[[critique]]
id = "lt:kz/critique/c-10"
critics = ["lt:kz/actor/chamber"]
stage = "general"
targets = ["{LATE}"]
grounds = ["speed"]
gist = {{ en = "Made in a day" }}
source = "lt:kz/source/paper"

[[recommendation]]
id = "lt:kz/recommendation/r-1"
critique = "lt:kz/critique/c-2"
asks = "narrow"
[[recommendation]]
id = "lt:kz/recommendation/r-2"
critique = "lt:kz/critique/c-3"
[[outcome]]
id = "lt:kz/outcome/o-1"
recommendation = "lt:kz/recommendation/r-1"
status = "not_yet"
[[outcome]]
id = "lt:kz/outcome/o-2"
recommendation = "lt:kz/recommendation/r-1"
status = "not_heeded"
as_of = "2022"
[[outcome]]
id = "lt:kz/outcome/o-3"
recommendation = "lt:kz/recommendation/r-1"
as_of = "2023"

[[practice]]
id = "lt:kz/practice/searches"
gist = {{ en = "Searches happen" }}

[[claim]]
id = "lt:kz/claim/ngo-laws"
about = "lt:kz/package/spring"
source = "lt:kz/source/ngo"
field = "laws_amended"
quantity = 3
unit = "law"
[[claim]]
id = "lt:kz/claim/paper-laws"
about = "lt:kz/package/spring"
source = "lt:kz/source/paper"
field = "laws_amended"
quantity = 5
unit = "law"

[[assertion]]
id = "lt:kz/assertion/half"
about = "lt:kz/effect/e-2"
source = "lt:kz/source/ngo"
statement = "lt:kz/statement/ngo/S3"
covers = "part"
[[assertion]]
id = "lt:kz/assertion/context"
about = "lt:kz/practice/searches"
source = "lt:kz/source/ngo"
statement = "lt:kz/statement/ngo/S4"
"""


def corpus_of(text, folder):
    """The corpus that a TOML text holds, read like a file."""
    path = folder / "corpus.toml"
    path.write_text(text, "utf-8")
    return read(path)
