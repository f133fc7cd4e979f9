"""A large made-up corpus as plain data, for timing: the same numbers always give the same corpus."""

from typing import Any

__all__ = ["generated_corpus_data"]

_ROLES = ("householder", "foreigner", "subscriber", "ngo", "importer", "believer", "operator", "migrant")
_BODIES = ("police", "security_service", "ministry", "tax_authority", "migration_police", "prosecutor")
_GROUNDS = (
    "vagueness",
    "overbreadth",
    "no_judicial_control",
    "blanket_scope",
    "speed",
    "severity",
    "opacity",
)
_HEDGES = ("almost", "more than", "could", "reportedly", "at least", "some")
_CONCEPTS = ("guest", "firearm", "religious_literature", "communication", "network", "encryption", "travel")
_SOURCE_KINDS = ("primary_law", "ngo", "media", "intergovernmental_review", "academic")

_OTHER_KINDS = (
    "offence", "liability", "registration", "reporting", "data_duty", "approval", "exemption",
    "restriction", "power", "procedure", "status_control", "asset_measure", "mandate", "definition",
    "institution", "safeguard", "unspecified", "general_part", "index_unit",
)  # fmt: skip

_PER_WORK = 240  # a multiple of the next
_PER_ARTICLE = 4


def generated_corpus_data(effects: int, assertions: int) -> dict[str, Any]:
    """Plain data of a corpus with that many effects, and that many assertions about them and critiques.

    Works, provisions, amendments, packages, sources, actors, statements, critiques, recommendations,
    outcomes, norms and claims follow in proportion. Three effects in five are sentences, the rest go round
    the other nineteen kinds. At least one assertion for each effect is needed, so *assertions* must be at
    least *effects* plus the critiques (one for each twenty effects).
    """
    critiques = effects // 20 + 1
    if assertions < effects + critiques:
        raise ValueError(f"{effects} effects and {critiques} critiques need an assertion each")
    works = effects // _PER_WORK + 1
    sources = effects // 50 + 2
    actors = effects // 100 + 2
    return {
        "lawtrack": 1,
        "title": {"en": f"Generated corpus of {effects} effects"},
        "jurisdiction": [{"id": "KZ", "languages": ["kk", "ru"], "authentic_languages": ["kk", "ru"]}],
        "actor": [_actor(i) for i in range(actors)],
        "source": [_source(i, actors) for i in range(sources)],
        "statement": [_statement(i, i % sources) for i in range(effects // 4)],
        "work": [work for i in range(works) for work in (_code(i), _act(i))],
        "provision": [_provision(i) for i in range(0, effects, _PER_ARTICLE)],
        "amendment": [_amendment(i) for i in range(0, effects, _PER_ARTICLE)],
        "package": [_package(i, works) for i in range(0, works, 5)],
        "effect": [_effect(i) for i in range(effects)],
        "norm": [_norm(i) for i in range(0, effects, 25)],
        "critique": [_critique(i, effects, actors) for i in range(critiques)],
        "recommendation": [_recommendation(i) for i in range(critiques // 2)],
        "outcome": [_outcome(i) for i in range(critiques // 4)],
        "claim": [_claim(i, works, sources) for i in range(works)],
        "assertion": [_assertion(i, effects, critiques, sources, actors) for i in range(assertions)],
    }


def _code_id(i: int) -> str:
    return f"/akn/kz/act/code/{1997 + i % 18}-07-03/{100 + i}-v"


def _act_id(i: int) -> str:
    return f"/akn/kz/act/law/{2016 + i % 8}-12-22/{100 + i}-vi"


def _provision_id(i: int) -> str:
    within = i % _PER_WORK
    return f"{_code_id(i // _PER_WORK)}~art_{100 + within // _PER_ARTICLE}__para_{within % _PER_ARTICLE + 1}"


def _amendment_id(i: int) -> str:
    return f"lt:kz/amendment/{i // _PER_WORK}/{i % _PER_WORK // _PER_ARTICLE}"


def _effect_id(i: int) -> str:
    return f"lt:kz/effect/{i // _PER_WORK}/e-{i}"


def _actor(i: int) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": f"lt:kz/actor/a-{i}",
        "name": {"en": f"Body number {i}", "ru": f"Орган № {i}"},
        "kind": "organisation",
    }
    if i % 7 == 3:
        data["parent"] = f"lt:kz/actor/a-{i - 1}"
    return data


def _source(i: int, actors: int) -> dict[str, Any]:
    return {
        "id": f"lt:kz/source/s-{i}",
        "kind": _SOURCE_KINDS[i % len(_SOURCE_KINDS)],
        "title": {"en": f"Report number {i}"},
        "author": f"Body number {i % actors}",
        "published": f"{2010 + i % 12}-{1 + i % 12:02}",
        "lang": ("en", "ru", "kk")[i % 3],
        "url": f"https://example.org/reports/{i}",
    }


def _statement(i: int, source: int) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": f"lt:kz/statement/s-{source}/S{i}",
        "source": f"lt:kz/source/s-{source}",
        "label": f"S{i}",
        "gist": {"en": f"Statement {i} tells how the law was tightened"},
    }
    if i % 3 == 0:
        data["hedges"] = [_HEDGES[i % len(_HEDGES)]]
    return data


def _code(i: int) -> dict[str, Any]:
    return {
        "id": _code_id(i),
        "kind": "code",
        "jurisdiction": "KZ",
        "title": {"en": f"Code {i}", "ru": f"Кодекс {i}", "kk": f"Кодекс {i}"},
        "events": [{"kind": "signed", "date": f"{1997 + i % 18}-07-03"}],
    }


def _act(i: int) -> dict[str, Any]:
    year = 2016 + i % 8
    return {
        "id": _act_id(i),
        "kind": "law",
        "jurisdiction": "KZ",
        "number": f"{100 + i}-VI",
        "title": {"en": f"Law {i} amending Code {i}", "ru": f"Закон {i}"},
        "events": [
            {"kind": "adopted", "date": f"{year}-12-15"},
            {"kind": "signed", "date": f"{year}-12-22", "source": "lt:kz/source/s-0"},
            {"kind": "published", "date": f"{year}-12-27"},
        ],
        "commencement": ["after_expiry(published, P10D)"],
        "amends": [_code_id(i)],
    }


def _provision(i: int) -> dict[str, Any]:
    work, _, eid = _provision_id(i).partition("~")
    return {"work": work, "eid": eid, "heading": {"en": f"Article about matter {i}"}}


def _amendment(i: int) -> dict[str, Any]:
    return {
        "id": _amendment_id(i),
        "instrument": _act_id(i // _PER_WORK),
        "targets": [_provision_id(i - i % _PER_ARTICLE)],
        "mode": "textual",
        "operation": ("substitution", "insertion", "repeal")[i % 3],
        "basis": "read",
    }


def _package(i: int, works: int) -> dict[str, Any]:
    return {
        "id": f"lt:kz/package/p-{i}",
        "label": {"en": f"Package {i}"},
        "members": [_act_id(j) for j in range(i, min(i + 5, works))],
    }


def _effect(i: int) -> dict[str, Any]:
    first = i - i % _PER_ARTICLE
    data: dict[str, Any] = {
        "id": _effect_id(i),
        "gist": {"en": f"Rule {i} reaches further than before"},
        "by": [_amendment_id(i)],
        "provisions": [_provision_id(first)],
        "confidence": ("primary_both", "secondary", "primary_after_only")[i % 3],
        "attribution": "stated",
    }
    if i % 5 < 3:
        low = 2 + i % 6
        return data | {
            "kind": "sentence",
            "change": "increased",
            "before": {"offence": f"offence {i}", "sanction": f"prison {low}..{low + 4}y + confiscation?"},
            "after": {"offence": f"offence {i}", "sanction": _harsher(i, low)},
            "addressees": ["defendant"],
        }
    kind = _OTHER_KINDS[i // 5 % len(_OTHER_KINDS)]
    if i % 3 == 0:
        return data | {"kind": kind, "change": "created", "after": _rule(kind, i)}
    return data | {"kind": kind, "change": "broadened", "before": _rule(kind, i), "after": _rule(kind, i + 1)}


def _harsher(i: int, low: int) -> str:
    if i % 4 == 0:
        return f"fine <={500 * (1 + i % 7)} MCI | prison {low + 2}..{low + 6}y + confiscation!"
    if i % 4 == 1:
        return f"prison {low + 3}..{low + 7}y | life"
    return f"prison {low + 2}..{low + 6}y + confiscation!"


def _rule(kind: str, i: int) -> dict[str, Any]:
    role, body, concept = (names[i % len(names)] for names in (_ROLES, _BODIES, _CONCEPTS))
    scope = [concept, f"{_CONCEPTS[(i + 3) % len(_CONCEPTS)]} [known]"]
    days = f"> {10 + i % 20} d"
    rules: dict[str, dict[str, Any]] = {
        "offence": {"offence": f"offence {i}", "conduct": scope, "mens_rea": "intent", "perpetrator": [role]},
        "liability": {"bearer": [role], "conduct": scope, "type": "civil", "sanction": "fine <=50 MCI"},
        "registration": {"bearer": [role], "registers": scope, "authority": body, "threshold": days},
        "reporting": {"bearer": [role], "subject": scope, "to": body, "periodicity": "yearly"},
        "data_duty": {"bearer": [role], "items": ["name", "address", f"item {i}"], "retention": "P1Y"},
        "approval": {"actor": [role], "conduct": scope, "approver": body, "criteria": "vague"},
        "exemption": {"holders": [role], "exempt": scope, "quantity_limit": "<= 1 copy/title"},
        "restriction": {"addressees": [role], "conduct": scope, "degree": "ban", "limits": ["<= 2 firearm"]},
        "power": {
            "holder": [body],
            "acts": scope,
            "affected": [role],
            "trigger": {"concepts": ["emergency"], "openness": "open"},
            "safeguards": [{"kind": "prior_judicial", "present": False}, {"kind": "notice"}],
        },
        "procedure": {"holder": [body], "procedure": f"procedure {i}", "affected": [role], "steps": ["one"]},
        "status_control": {"holder": [body], "over": [role], "matter": scope, "decisions": ["refuse"]},
        "asset_measure": {"bearer": [role], "act": "freeze", "assets": scope, "time_limit": "P1D"},
        "mandate": {"body": [body], "verb": "oversee", "domain": scope, "regulated": [role]},
        "definition": {"indicators": ["open_ended_list", "circular"]},
        "institution": {"body": f"committee {i}", "event": "created", "under": body},
        "safeguard": {"protects": [role], "safeguards": [{"kind": "remedy", "present": True}]},
        "general_part": {"bounds": f"prison {1 + i % 9}mo..15y", "case": f"class_{i % 3}"},
        "index_unit": {"unit": "MCI", "worth": f"{2000 + i % 90} KZT"},
        "unspecified": {"described_as": {"en": f"further measures {i}"}},
    }
    return rules[kind]


def _norm(i: int) -> dict[str, Any]:
    kind = _OTHER_KINDS[i // 25 % len(_OTHER_KINDS)]
    return {
        "id": f"lt:kz/norm/n-{i}",
        "kind": kind,
        "rule": _rule(kind, i),
        "in_force": f"{2000 + i % 15}-01-01..",
        "provisions": [_provision_id(i - i % _PER_ARTICLE)],
    }


def _critique_id(i: int) -> str:
    return f"lt:kz/critique/c-{i}"


def _critique(i: int, effects: int, actors: int) -> dict[str, Any]:
    targets = {_effect_id(i * 20 % effects), _effect_id((i * 20 + 7) % effects)} if effects else {_act_id(0)}
    data: dict[str, Any] = {
        "id": _critique_id(i),
        "critics": [f"lt:kz/actor/a-{i % actors}"],
        "stage": "general",
        "date": f"{2017 + i % 8}-{1 + i % 12:02}",
        "targets": sorted(targets),
        "grounds": [_GROUNDS[i % len(_GROUNDS)], _GROUNDS[(i + 2) % len(_GROUNDS)]],
        "standards": [{"instrument": "ICCPR", "provision": str(17 + i % 3)}],
        "gist": {"en": f"Objection {i}: the rule is wider than its aim needs"},
        "severity": "concern",
    }
    if i % 9 == 4:
        data["draws_on"] = [_critique_id(i - 1)]
    return data


def _recommendation(i: int) -> dict[str, Any]:
    return {
        "id": f"lt:kz/recommendation/r-{i}",
        "critique": _critique_id(i * 2),
        "asks": ("narrow", "clarify", "remove")[i % 3],
        "text": {"en": f"Narrow rule {i}"},
    }


def _outcome(i: int) -> dict[str, Any]:
    recommendation = f"lt:kz/recommendation/r-{i}"
    if i % 3:
        return {"id": f"lt:kz/outcome/o-{i}", "recommendation": recommendation, "status": "not_heeded"}
    return {
        "id": f"lt:kz/outcome/o-{i}",
        "recommendation": recommendation,
        "status": "partly",
        "evidence": [_amendment_id(i)],
    }


def _claim(i: int, works: int, sources: int) -> dict[str, Any]:
    return {
        "id": f"lt:kz/claim/k-{i}",
        "about": _act_id(i % works),
        "source": f"lt:kz/source/s-{i % sources}",
        "quantity": f"[{i}, {i + 20})",
        "unit": "amendment",
    }


def _assertion(i: int, effects: int, critiques: int, sources: int, actors: int) -> dict[str, Any]:
    subjects = effects + critiques
    subject = i % subjects
    source = i % sources
    data: dict[str, Any] = {
        "id": f"lt:kz/assertion/x-{i}",
        "about": _effect_id(subject) if subject < effects else _critique_id(subject - effects),
        "source": f"lt:kz/source/s-{source}",
        "says": f"source {source} tells in our words what changed for those concerned ({i})",
    }
    if i % 6 == 0:
        data["hedge"] = _HEDGES[i % len(_HEDGES)]
    if i % 10 == 3:
        data["attributed_to"] = f"lt:kz/actor/a-{i % actors}"
        data["evidentiality"] = "attributes"
    if i % 8 == 5:
        data["selector"] = {"fragment": f"p. {1 + i % 90}"}
    if i % 12 == 7:
        data["known_from"] = f"{2016 + i % 8}-{1 + i % 12:02}"
    return data
