"""The two seed articles, row by row of DESIGN.md, through the ledger's own export."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from onrecord.kit import load_kit
from onrecord.ledger import Ledger

pytestmark = pytest.mark.needs("shared")
Export = dict[str, Any]


@pytest.fixture(scope="module")
def ledger(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The export of a ledger of the two seeds."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    ledger = Ledger(path, kit=load_kit())
    ledger.add([str(shared / "seeds")], captured="2026-02-05T09:00:00Z")
    return dict(ledger.export())


@pytest.fixture(scope="module")
def talks(ledger: Export) -> Export:
    """The claim that Ford talked with Xiaomi: both articles tell it."""
    found = [
        claim
        for claim in ledger["claims"]
        if claim["articles"] == 2 and {"Ford", "Xiaomi"} <= parties(claim)
    ]
    assert len(found) == 1, [claim["text"] for claim in found]
    return found[0]


def test_no_other_claim_tells_of_the_talks(ledger: Export, talks: Export) -> None:
    assert [c["id"] for c in ledger["claims"] if {"Ford", "Xiaomi"} <= parties(c)] == [talks["id"]]


def test_what_ford_acknowledges_is_a_confirmed_claim_of_its_own(ledger: Export) -> None:
    (claim,) = [c for c in ledger["claims"] if "multiple Chinese suppliers" in c["text"]]
    assert (claim["status"], claim["articles"]) == ("confirmed", 1)
    assert {p["entity"]: p["position"] for p in claim["parties"]} == {"Ford": "affirms"}


def parties(claim: Export) -> set[str]:
    return {party["entity"] for party in claim["parties"]}


def statements(ledger: Export) -> list[Export]:
    return [s for s in ledger["statements"] if s["source"]]


def says(ledger: Export, entity: str | None, act: str, *words: str) -> bool:
    """Whether some statement of `entity` with this act holds all the words."""
    return any(
        s["act"] == act
        and s["source"]["entity"] == entity
        and all(word in s["content"]["text"].replace("\u2011", "-") for word in words)
        for s in statements(ledger)
    )


def test_the_talks_are_denied_by_two_voices_and_go_back_to_one_origin(talks: Export) -> None:
    assert talks["status"] == "denied"
    assert talks["voices"] == 2
    assert talks["origins"] == 1
    assert talks["origin"]["entity"] == "Financial Times"
    assert talks["origin"]["document"] is None


def test_insiders_still_allege_the_talks(talks: Export) -> None:
    assert "still_alleged" in talks["flags"]
    assert "accounts_differ" in talks["flags"]
    assert talks["unnamed"] >= 1


def test_the_talks_have_a_leg_for_each_counterpart_and_byd_has_not_spoken(talks: Export) -> None:
    assert {frozenset(leg["parties"]) for leg in talks["legs"]} == {
        frozenset({"Ford", "Xiaomi"}),
        frozenset({"Ford", "BYD"}),
    }
    positions = {p["entity"]: p["position"] for p in talks["parties"]}
    assert positions["Ford"] == positions["Xiaomi"] == "denies"
    assert positions["BYD"] == "unaddressed"


def test_denials_are_relayed_and_never_first_hand(talks: Export) -> None:
    denials = [e for e in talks["evidence"] if e["stance"] == "denies"]
    assert len(denials) >= 3
    assert not any(e["first_hand"] for e in denials)


def test_no_date_is_invented(ledger: Export) -> None:
    assert sorted(d["published"] or "" for d in ledger["documents"]) == ["", "2026-02-04"]


def test_only_the_second_headline_says_more_than_its_article(ledger: Export) -> None:
    verdicts = {d["published"]: d["headline"]["verdict"] for d in ledger["documents"]}
    assert verdicts == {None: "fair", "2026-02-04": "overstated"}


@pytest.mark.parametrize(
    ("entity", "act", "words"),
    [
        ("Financial Times", "assert", ("BYD and Xiaomi",)),
        ("Xiaomi", "deny", ("the claim",)),
        ("Xiaomi", "deny", ("completely false",)),
        ("Ford", "deny", ("no truth",)),
        ("Ford", "deny", ("the story",)),
        ("Ford and Xiaomi", "deny", ()),
        (None, "assert", ("conversation is still active",)),
        (None, "oppose", ("reliance on Chinese technology",)),
        ("National Automobile Dealers Association", "oppose", ("Chinese cars",)),
        ("Mike Stanton", "oppose", ("bad for the industry",)),
        ("Mike Stanton", "oppose", ("domestic manufacturers",)),
        ("Steve Greenfield", "forecast", ("soon enter the U.S. market",)),
        ("Ford", "confirm", ("multiple Chinese suppliers",)),
        ("Elon Musk", "assert", ("major milestone",)),
        ("Uber", "pledge", ("broaden its worldwide",)),
        ("Uber", "pledge", ("more than ten markets",)),
        ("Olivier Francois", "doubt", ("humor",)),
        ("Olivier Francois", "assert", ("stand out",)),
        ("Honda", "pledge", ("smoother",)),
    ],
)
def test_who_says_what(ledger: Export, entity: str | None, act: str, words: Iterable[str]) -> None:
    assert says(ledger, entity, act, *words)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "per", "bound"),
    [
        ("$3.5 billion", 3.5e9, 3.5e9, "USD", None, "="),
        ("around $30,000", 30000, 30000, "USD", None, "="),
        ("400,000 units a year", 4e5, 4e5, "vehicle", "year", "="),
        ("roughly 80 %", 0.8, 0.8, "1", None, "="),
        ("320,000 units", 3.2e5, 3.2e5, "vehicle", None, "="),
        ("under 100,000 units", None, 1e5, "vehicle", None, "<"),
        ("90 %", 0.9, 0.9, "1", None, "="),
        ("a billion dollars", 1e9, 1e9, "USD", None, "="),
        ("two million cyber cabs a year", 2e6, 2e6, "cab", "year", "="),
        ("more than ten markets", 10, None, "market", None, ">"),
        ("up to 120,000 motors a year", None, 1.2e5, "motor", "year", "<="),
        ("at least ten brands", 10, None, "brand", None, ">="),
        ("37 MPG", 37, 37, "mile/gallon", None, "="),
        ("$37,000", 37000, 37000, "USD", None, "="),
    ],
)
def test_figures_are_exact(
    ledger: Export,
    text: str,
    low: float | None,
    high: float | None,
    unit: str,
    per: str | None,
    bound: str,
) -> None:
    plain = {"\u202f": " ", "\u2011": "-", "\xa0": " "}
    found = [f for f in ledger["figures"] if "".join(plain.get(c, c) for c in f["text"]) == text]
    assert [(f["low"], f["high"], f["unit"], f["per"], f["bound"]) for f in found] == [
        (low, high, unit, per, bound)
    ]


def test_the_checks_of_the_plant_and_of_the_markets(ledger: Export) -> None:
    checks = {check["kind"]: check for check in ledger["checks"]}
    assert checks["product"]["verdict"] == "holds"
    assert checks["utilisation"]["verdict"] == checks["shortfall"]["verdict"] == "conditional"
    assert checks["utilisation"]["value"]["high"] == 0.25
    assert checks["shortfall"]["value"]["low"] == 220_000
    assert all(checks[kind]["premise"] for kind in ("utilisation", "shortfall"))
    assert "8" in checks["count"]["says"]
    assert not any(check["verdict"] == "fails" for check in ledger["checks"])


def test_the_roundup_has_eight_stories_or_more_and_one_stands_between_two_paragraphs(
    ledger: Export,
) -> None:
    told = [s for s in ledger["stories"] if s["kind"] == "story"]
    by_document: dict[str, list[Export]] = {}
    for story in told:
        by_document.setdefault(story["document"], []).append(story)
    roundup = max(by_document.values(), key=len)
    assert len(roundup) >= 8
    assert any(len(story["spans"]) > 1 for story in roundup)


def test_garbled_names_get_the_right_first_candidate(ledger: Export) -> None:
    first = {
        mention["text"]: mention["candidates"][0]["name"]
        for entity in ledger["entities"]
        for mention in entity["mentions"]
        if mention["garbled"]
    }
    right = {"Whimo": "Waymo", "Valo": "Valeo", "Wide": "WeRide", "Silfie": "Sylphy"}
    assert sum(first.get(name, "").startswith(wanted) for name, wanted in right.items()) == 4
    assert first.get("BYU") in {"BYD", "Baidu"}


def test_the_pledge_of_ten_markets_is_due_at_year_end(ledger: Export) -> None:
    pledges = [c for c in ledger["claims"] if c["kind"] == "pledge" and "ten markets" in c["text"]]
    assert [c["due"]["to"] for c in pledges] == ["2026-12-31"]
    assert pledges[0]["status"] == "open"


def test_teasers_opinion_and_boilerplate_are_never_evidence(ledger: Export) -> None:
    by_id = {s["id"]: s for s in ledger["statements"]}
    regions = {by_id[e["statement"]]["region"] for c in ledger["claims"] for e in c["evidence"]}
    assert regions <= {"headline", "body"}
