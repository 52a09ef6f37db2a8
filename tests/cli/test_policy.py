"""`onrecord policy`: the packaged policies, one of the user's own, and what flips between two."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Command

PAGES = [
    {
        "outlet": "Velland Herald",
        "title": "Orvane Motors in talks to sell its Velland works to Tallis Foods",
        "published": "2026-05-05",
        "text": "Orvane Motors is in talks to sell its Velland works to Tallis Foods, a person "
        "familiar with the matter said on Tuesday.",
    },
    {
        "outlet": "Brumel Courier",
        "title": "Brumel Rail closes its Tarn depot",
        "published": "2026-05-06",
        "text": "Brumel Rail will close its Tarn depot in June, the company said on Wednesday.",
    },
]
OWN = """policy = "cautious"
version = 1

[[rule]]
name = "denied"
status = "denied"
needs = [["principal_denies"]]

[[rule]]
name = "nothing else counts"
status = "rumoured"
"""


@pytest.fixture
def filled(onrecord: Command, tmp_path: Path) -> Command:
    """A ledger of two articles in the current folder."""
    lines = [json.dumps({"id": str(n), **page}) for n, page in enumerate(PAGES)]
    (tmp_path / "pages.ndjson").write_text("\n".join(lines), encoding="utf-8")
    assert onrecord("add", "pages.ndjson", "--now", "2026-06-01").status == 0
    return onrecord


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A policy file of the user's own, in a folder that may serve as their kit."""
    (tmp_path / "my-kit" / "policies").mkdir(parents=True)
    path = tmp_path / "my-kit" / "policies" / "cautious.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def ask(onrecord: Command, *arguments: object) -> Any:
    """The JSON that a command prints."""
    return json.loads(onrecord(*arguments, "--json").out)


def test_the_packaged_policies_are_listed_with_what_they_are_about(onrecord: Command) -> None:
    result = onrecord("policy", "list")
    assert result.status == 0
    assert all(label in result.out for label in ("official-first@1", "strict@1", "wire@1"))
    assert [p["policy"] for p in ask(onrecord, "policy", "list")] == [
        "official-first",
        "strict",
        "wire",
    ]


def test_the_rules_of_a_policy_are_shown_in_their_order(onrecord: Command) -> None:
    result = onrecord("policy", "show", "strict")
    rules = ask(onrecord, "policy", "show", "strict")["rules"]
    places = [result.out.index(rule["name"]) for rule in rules]
    assert (result.status, places) == (0, sorted(places))
    assert "needs two_roots_affirm" in result.out


def test_a_claim_of_one_unnamed_source_flips_with_rules_and_words(filled: Command) -> None:
    result = filled("policy", "diff", "official-first", "strict")
    words = " ".join(result.out.split())
    assert result.status == 0
    assert "REPORTED → RUMOURED" in words
    assert "strict@1: fewer than two independent roots assert it" in words
    assert "a person familiar with the matter" in words.lower()
    diff = ask(filled, "policy", "diff", "official-first", "strict")
    (flip,) = (f for f in diff["flips"] if "Tallis" in f["text"])
    assert (diff["before"], diff["after"]) == ("official-first@1", "strict@1")
    assert (flip["before"]["status"], flip["after"]["status"]) == ("reported", "rumoured")
    kept = {s["id"] for s in ask_export(filled)["statements"]}
    assert set(flip["before"]["because"]) | set(flip["after"]["because"]) <= kept


def ask_export(onrecord: Command) -> Any:
    """The whole ledger."""
    return json.loads(onrecord("export").out)


def test_where_nothing_flips_the_status_is_1_and_the_counts_are_said(filled: Command) -> None:
    result = filled("policy", "diff", "strict", "strict")
    assert (result.status, result.out) == (1, "")
    assert "stands elsewhere" in result.err
    assert ask(filled, "policy", "diff", "strict", "strict")["flips"] == []


def test_a_diff_can_be_seen_as_of_a_day(filled: Command) -> None:
    whole = ask(filled, "policy", "diff", "official-first", "strict")
    early = ask(filled, "policy", "diff", "official-first", "strict", "--as-of", "2026-05-05")
    assert 0 < early["claims"] < whole["claims"]


def test_a_policy_file_may_stand_wherever_a_name_may(filled: Command, own: Path) -> None:
    assert filled("policy", "show", own).status == 0
    assert {claim["policy"] for claim in ask(filled, "claims", "--policy", own)} == {"cautious@1"}
    found = ask(filled, "check", "Orvane is in talks to sell its Velland works", "--policy", own)
    assert found["claim"]["status"] == "rumoured"
    diff = ask(filled, "policy", "diff", "official-first", own)
    assert {flip["after"]["status"] for flip in diff["flips"]} == {"rumoured"}


def test_every_fault_of_a_policy_file_is_told_in_one_line(onrecord: Command, own: Path) -> None:
    bad = OWN.replace("version = 1", "version = 0").replace("principal_denies", "hunch")
    own.write_text(bad, encoding="utf-8")
    result = onrecord("policy", "show", own)
    assert (result.status, result.out) == (2, "")
    assert "2 faults" in result.err
    assert "hunch" in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("wanted", ["nonesuch", "nonesuch.toml", "../x", "pages.ndjson"])
def test_a_policy_that_is_not_there_is_wrong_use(filled: Command, wanted: str) -> None:
    assert filled("policy", "show", wanted).status == 2
    assert filled("policy", "diff", "official-first", wanted).status == 2
    assert filled("claims", "--policy", wanted).status == 2


def test_a_folder_of_the_user_s_own_adds_policies_by_name(
    filled: Command, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_KIT", str(own.parents[1]))
    assert "cautious@1" in filled("policy", "list").out
    assert {claim["policy"] for claim in ask(filled, "claims", "--policy", "cautious")} == {
        "cautious@1"
    }


def test_a_bad_policy_of_the_user_s_own_hides_no_good_one(
    onrecord: Command, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text("policy = 7", encoding="utf-8")
    monkeypatch.setenv("ONRECORD_KIT", str(own.parents[1]))
    result = onrecord("policy", "list")
    assert result.status == 0
    assert "cautious.toml" in result.err
    assert "official-first@1" in result.out


def test_a_default_policy_of_the_user_s_own_is_used_at_once(
    filled: Command, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ask(filled, "claims")
    mine = OWN.replace('"cautious"', '"official-first"').replace("version = 1", "version = 2")
    own.with_name("official-first.toml").write_text(mine, encoding="utf-8")
    monkeypatch.setenv("ONRECORD_KIT", str(own.parents[1]))
    assert {claim["policy"] for claim in ask(filled, "claims")} == {"official-first@2"}
    monkeypatch.delenv("ONRECORD_KIT")
    assert ask(filled, "claims") == before


def test_a_kit_that_is_no_folder_is_wrong_use(
    onrecord: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_KIT", "nowhere")
    result = onrecord("policy", "list")
    assert result.status == 2
    assert "ONRECORD_KIT" in result.err
