"""A small exported ledger made by hand, with spans found from words so that they are exact."""

from typing import Any

FERRY = """Two ferry companies and a very short answer

Brannock Ferries had held talks with Kaldwick Shipping about a joint service, the Meridian \
Ledger reported. Kaldwick dismissed the report as “invented from the first line to the last”. \
The company said there was “nothing in it”.

The terminal is laid out for 600,000 trailers a year.

You might also like
Harbour pilots want more sleep
"""
ROUNDUP = """Brannock negotiates freight deal with Kaldwick and Norrvik

14 May 2026

Three days ago, the Meridian Ledger reported that Brannock was negotiating with Kaldwick and \
Norrvik. People close to the matter maintain that contact has never been broken off. The line \
has signed up Seemens for the chargers.

Norrvik promised electric boats in nine harbours by year-end.
"""


def locate(text: str, words: str) -> list[int]:
    """The span of `words` in `text`."""
    start = text.index(words)
    return [start, start + len(words)]


def part(text: str, *words: str) -> dict[str, Any]:
    """A source, cue or content over `words`."""
    return {"spans": [locate(text, one) for one in words], "text": " … ".join(words)}


def statement(
    key: str, document: str, text: str, content: str, source: str | None = None, **more: Any
) -> dict[str, Any]:
    """A statement as the export has it."""
    made: dict[str, Any] = {
        "id": key,
        "document": document,
        "story": None,
        "region": "body",
        "source": None,
        "cue": None,
        "content": part(text, content),
        "act": "assert",
        "force": None,
        "approach": None,
        "voice": "author",
        "naming": "none",
        "on_record": None,
        "channel": None,
        "interest": "unknown",
        "quoted": False,
        "hedged": False,
        "within": None,
        "refers_to": None,
        "said": None,
        "score": 0.9,
        "made_by": "extract.rules@1",
    }
    if source:
        made["source"] = {**part(text, source), "entity": source, "descriptor": None}
    if "cue" in more:
        made["cue"] = part(text, more.pop("cue"))
    if "entity" in more:
        made["source"]["entity"] = more.pop("entity")
    return {**made, **more}


def document(key: str, text: str, **more: Any) -> dict[str, Any]:
    """A document as the export has it, all of it body but its first line."""
    first = text.index("\n")
    made: dict[str, Any] = {
        "id": key,
        "path": f"{key}.txt",
        "url": None,
        "outlet": None,
        "author": None,
        "title": text[:first],
        "language": "en",
        "unread": False,
        "published": None,
        "captured": None,
        "version_of": None,
        "text_sha256": "0" * 64,
        "text": text,
        "regions": [
            {"kind": "headline", "start": 0, "end": first},
            {"kind": "body", "start": first, "end": len(text)},
        ],
        "headline": None,
        "dates": [],
    }
    return {**made, **more}


def evidence(key: str, in_document: str, stance: str, **more: Any) -> dict[str, Any]:
    """An item of evidence as the export has it."""
    made = {
        "statement": key,
        "document": in_document,
        "stance": stance,
        "leg": None,
        "first_hand": False,
        "echo_of": None,
        "weight": "outlet",
        "scope": "all",
    }
    return {**made, **more}


def claim(key: str, text: str, status: str, items: list[dict[str, Any]], **more: Any) -> Any:
    """A claim as the export has it."""
    made: dict[str, Any] = {
        "id": key,
        "text": text,
        "kind": "event",
        "status": status,
        "since": None,
        "flags": [],
        "accusation": False,
        "due": None,
        "legs": [],
        "parties": [],
        "origin": None,
        "articles": len({item["document"] for item in items}),
        "origins": 1,
        "voices": 0,
        "unnamed": 0,
        "evidence": items,
        "differences": [],
        "history": [],
        "sentence": "",
        "policy": "official-first@1",
        "aliases": [],
        "open": [],
    }
    return {**made, **more}


def ferry_export() -> dict[str, Any]:
    """Two articles, one denied claim, one pledge, one gap between headline and article."""
    published = {"from": None, "to": "2026-05-14", "basis": "published"}
    ferry_body = FERRY.index("Brannock Ferries")
    teaser = FERRY.index("You might")
    documents = [
        document(
            "ferry",
            FERRY,
            outlet="Sound & Shore",
            regions=[
                {"kind": "headline", "start": 0, "end": FERRY.index("\n")},
                {"kind": "body", "start": ferry_body, "end": teaser},
                {"kind": "teaser", "start": teaser, "end": len(FERRY)},
            ],
        ),
        document(
            "roundup",
            ROUNDUP,
            outlet="The Quayside Brief",
            url="https://quayside.example/14",
            published="2026-05-14",
            captured="2026-05-15",
            headline={
                "verdict": "overstated",
                "why": "The headline says as fact what the article gives as another’s report.",
                "headline": [0, ROUNDUP.index("\n")],
                "passages": [locate(ROUNDUP, "the Meridian Ledger reported")],
            },
        ),
    ]
    statements = [
        statement(
            "s1",
            "ferry",
            FERRY,
            "Brannock Ferries had held talks with Kaldwick Shipping about a joint service",
            "the Meridian Ledger",
            entity="Meridian Ledger",
            cue="reported",
            voice="outlet",
            naming="named",
        ),
        statement(
            "s2",
            "ferry",
            FERRY,
            "invented from the first line to the last",
            "Kaldwick",
            entity="Kaldwick Shipping",
            cue="dismissed",
            act="deny",
            force="categorical",
            voice="principal",
            on_record=True,
            quoted=True,
        ),
        statement(
            "s3",
            "ferry",
            FERRY,
            "nothing in it",
            "The company",
            entity="Brannock Ferries",
            cue="said",
            act="deny",
            force="categorical",
            voice="principal",
            on_record=True,
        ),
        statement(
            "s4",
            "roundup",
            ROUNDUP,
            "Brannock was negotiating with Kaldwick and Norrvik",
            "the Meridian Ledger",
            entity="Meridian Ledger",
            cue="reported",
            voice="outlet",
            said={"from": "2026-05-11", "to": "2026-05-11", "basis": "text"},
        ),
        statement(
            "s5",
            "roundup",
            ROUNDUP,
            "contact has never been broken off",
            "People close to the matter",
            entity=None,
            cue="maintain",
            voice="unnamed",
            naming="described",
            on_record=False,
            said=published,
        ),
        statement(
            "s6",
            "roundup",
            ROUNDUP,
            "electric boats in nine harbours by year-end",
            "Norrvik",
            cue="promised",
            act="pledge",
            voice="principal",
            said=published,
        ),
    ]
    claims = [
        claim(
            "c1",
            "Brannock Ferries held talks with Kaldwick Shipping about a joint service",
            "denied",
            [
                evidence("s1", "ferry", "supports", echo_of="Meridian Ledger"),
                evidence("s4", "roundup", "supports", echo_of="Meridian Ledger"),
                evidence("s5", "roundup", "supports", first_hand=True, weight="unnamed"),
                evidence("s2", "ferry", "denies", weight="principal on the record"),
                evidence("s3", "ferry", "denies", weight="principal on the record"),
            ],
            flags=["still_alleged", "undated", "accounts_differ", "single_origin"],
            legs=[
                {
                    "id": "l1",
                    "text": "Brannock and Kaldwick",
                    "status": "denied",
                    "parties": ["Brannock Ferries", "Kaldwick Shipping"],
                    "because": ["s2", "s3"],
                },
                {
                    "id": "l2",
                    "text": "Brannock and Norrvik",
                    "status": "denied",
                    "parties": ["Brannock Ferries", "Norrvik Marine"],
                    "because": ["s3"],
                },
            ],
            parties=[
                {"entity": "Brannock Ferries", "position": "denies"},
                {"entity": "Kaldwick Shipping", "position": "denies"},
                {"entity": "Norrvik Marine", "position": "unaddressed"},
            ],
            origin={"entity": "Meridian Ledger", "document": None, "statement": "s4"},
            voices=2,
            unnamed=1,
            differences=["Norrvik Marine is named in one account only."],
            history=[
                {
                    "at": {"from": None, "to": "2026-05-11", "basis": "text"},
                    "status": "reported",
                    "rule": "an identified outlet asserts it",
                    "because": ["s4"],
                },
                {"at": None, "status": "denied", "rule": "a party denies", "because": ["s2", "s3"]},
            ],
            sentence="Denied by Brannock Ferries and Kaldwick Shipping.",
            since=None,
            open=["No statement by Norrvik Marine in these 2 articles."],
        ),
        claim(
            "c2",
            "Norrvik brings electric boats to nine harbours by year-end",
            "open",
            [evidence("s6", "roundup", "supports", first_hand=True)],
            kind="pledge",
            due={"from": None, "to": "2026-12-31", "basis": "text"},
        ),
    ]
    start, end = locate(FERRY, "600,000 trailers a year")
    figure = {
        "id": "f1",
        "document": "ferry",
        "start": start,
        "end": end,
        "text": "600,000 trailers a year",
        "low": 600000,
        "high": 600000,
        "unit": "trailer",
        "per": "year",
        "bound": "=",
        "approx": False,
        "change": None,
        "of": "terminal",
    }
    check = {
        "id": "k1",
        "document": "ferry",
        "kind": "share",
        "verdict": "conditional",
        "premise": "these trailers were all of its traffic",
        "says": "150,000 of 600,000 is 25 %",
        "figures": ["f1"],
        "value": {"low": 0, "high": 0.25, "unit": "1"},
    }
    start, end = locate(ROUNDUP, "Seemens")
    entity = {
        "id": "e1",
        "name": "Seemens",
        "kind": "organisation",
        "sector": None,
        "aliases": [],
        "mentions": [
            {
                "document": "roundup",
                "start": start,
                "end": end,
                "text": "Seemens",
                "kind": "organisation",
                "entity": None,
                "garbled": True,
                "candidates": [{"name": "Siemens", "score": 0.93}],
            }
        ],
    }
    return {
        "documents": documents,
        "stories": [],
        "statements": statements,
        "entities": [entity],
        "claims": claims,
        "figures": [figure],
        "checks": [check],
        "judgements": [],
    }
