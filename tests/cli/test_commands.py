"""Each command prints what a reader needs, as text and as JSON, with the documented status."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from .conftest import ARTICLE, Command

NOW = "2026-06-01T08:00:00Z"


def ask(onrecord: Command, *arguments: object) -> Any:
    """The JSON that a command prints."""
    return json.loads(onrecord(*arguments, "--json").out)


@pytest.fixture
def filled(onrecord: Command, articles: Path) -> Command:
    """A ledger of two articles in the current folder."""
    assert onrecord("add", articles, "--now", NOW).status == 0
    return onrecord


def sale(onrecord: Command) -> dict[str, Any]:
    """The claim that the works are for sale."""
    claims = ask(onrecord, "claims")
    return next(claim for claim in claims if claim["articles"] == 2)


# --- add -----------------------------------------------------------------------------------------


def test_add_says_what_came_of_it(onrecord: Command, articles: Path) -> None:
    result = onrecord("add", articles, "--now", NOW)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("2 documents added; onrecord.db holds ")
    again = onrecord("add", articles)
    assert again.out.startswith("0 documents added, 2 known already; ")
    assert again.status == 0


def test_add_takes_patterns_folders_and_files_each_once(onrecord: Command, articles: Path) -> None:
    names = [articles, articles / "*.txt", articles / "echo.txt", f"{articles}/./echo.txt"]
    assert ask(onrecord, "add", *names)["added"] == 2


def test_the_time_of_capture_is_the_given_one(filled: Command) -> None:
    documents = json.loads(filled("export").out)["documents"]
    assert {document["captured"] for document in documents} == {NOW}


def test_a_ledger_inside_the_folder_is_not_an_article(onrecord: Command, articles: Path) -> None:
    ledger = articles / "onrecord.db"
    assert onrecord("add", articles, "--ledger", ledger).status == 0
    again = ask(onrecord, "add", articles, "--ledger", ledger)
    assert (again["known"], again["faults"]) == (2, [])


def test_a_copy_of_a_file_adds_no_article(onrecord: Command, articles: Path) -> None:
    onrecord("add", articles, "--now", NOW)
    (articles / "copy.txt").write_bytes((articles / "works.txt").read_bytes())
    again = ask(onrecord, "add", articles, articles.resolve())
    assert (again["added"], len(json.loads(onrecord("export").out)["documents"])) == (0, 2)


# --- claims and claim ----------------------------------------------------------------------------


def test_claims_are_grouped_by_status_with_the_sentence(filled: Command) -> None:
    result = filled("claims")
    claim = sale(filled)
    assert result.status == 0
    assert claim["status"].upper() in result.out
    assert claim["id"][:8] in result.out
    words = " ".join(result.out.split())
    assert claim["sentence"] in words
    assert "not what is true" in words


def test_claims_can_be_picked_by_status_and_entity(filled: Command) -> None:
    claim = sale(filled)
    assert claim in ask(filled, "claims", "--status", claim["status"])
    assert claim in ask(filled, "claims", "--entity", "tallis foods")
    nobody = filled("claims", "--entity", "Brumel Rail")
    assert (nobody.status, nobody.out) == (1, "")
    assert "no such claim" in nobody.err


def test_before_anything_was_said_or_captured_there_is_no_claim(filled: Command) -> None:
    assert ask(filled, "claims", "--known-at", "2026-05-31") == []
    assert filled("claims", "--known-at", "2026-05-31").status == 1
    assert sale(filled) in ask(filled, "claims", "--known-at", "2026-06-01")


def test_a_dossier_gives_exact_words_with_file_and_characters(filled: Command) -> None:
    claim = sale(filled)
    result = filled("claim", claim["id"][:6])
    assert result.status == 0
    words = " ".join(result.out.split())
    assert "Those who deny it" in result.out
    assert "works.txt, characters" in words
    assert "“no truth”" in words
    assert claim["sentence"] in words


def test_a_claim_that_is_not_there_is_status_1(filled: Command) -> None:
    result = filled("claim", "0000000")
    assert (result.status, result.out) == (1, "")
    assert "no claim '0000000'" in result.err


def test_output_in_a_pipe_is_plain(filled: Command) -> None:
    for command in (["claims"], ["claim", sale(filled)["id"]], ["figures"]):
        out = filled(*command).out
        assert "\x1b" not in out
        assert [line for line in out.splitlines() if line != line.rstrip()] == []


# --- check ---------------------------------------------------------------------------------------

QUESTION = "Orvane Motors is in talks to sell its Velland works to Tallis Foods"
OTHER = "Brumel Rail bought forty locomotives in Kestrane"


def test_check_in_files_writes_nothing(onrecord: Command, articles: Path) -> None:
    answer = ask(onrecord, "check", QUESTION, articles)
    assert answer["claim"]["status"] == "denied"
    assert onrecord("check", QUESTION, articles).status == 0
    assert sorted(path.name for path in Path().iterdir()) == ["articles"]


def test_check_in_a_ledger_asks_the_ledger(filled: Command) -> None:
    Path("onrecord.db").rename("other.db")
    assert ask(filled, "check", QUESTION, "--ledger", "other.db")["claim"]["status"] == "denied"


def test_check_in_both_asks_both_and_writes_nothing(onrecord: Command, articles: Path) -> None:
    onrecord("add", articles / "echo.txt", "--now", NOW)
    before = onrecord("export").out
    alone = ask(onrecord, "check", QUESTION, "--ledger", "onrecord.db")
    both = ask(onrecord, "check", QUESTION, articles / "works.txt", "--ledger", "onrecord.db")
    assert (alone["claim"]["articles"], both["claim"]["articles"]) == (1, 2)
    assert onrecord("export").out == before


def test_check_with_neither_asks_the_ledger_of_the_folder(filled: Command) -> None:
    assert ask(filled, "check", QUESTION)["claim"]["status"] == "denied"


def test_check_with_no_ledger_at_all_is_status_2(onrecord: Command) -> None:
    assert onrecord("check", QUESTION).status == 2


def test_check_is_silent_about_what_is_not_there(filled: Command) -> None:
    answer = ask(filled, "check", OTHER)
    assert answer["claim"] is None
    assert len(answer["nearest"]) <= 3
    assert answer.keys() >= {"asked", "claim", "similarity", "nearest"}
    result = filled("check", OTHER)
    assert result.status == 1
    assert result.out.startswith("The record has no such claim")


def test_check_in_files_of_which_none_can_be_read_is_status_2(
    onrecord: Command, tmp_path: Path
) -> None:
    Path("empty.txt").touch()
    result = onrecord("check", QUESTION, "empty.txt")
    assert (result.status, result.out) == (2, "")


# --- lists ---------------------------------------------------------------------------------------


def test_figures_are_listed_with_their_place(filled: Command) -> None:
    (page,) = ask(filled, "figures")
    found = {figure["text"]: figure for figure in page["figures"]}
    assert found["40,000 vans a year"]["low"] == 40_000
    assert "40,000 vans a year" in filled("figures").out


def test_headlines_without_a_finding_are_status_1(filled: Command) -> None:
    result = filled("headlines")
    assert result.status == (0 if result.out else 1)


def test_pledges_are_listed_by_their_due_date(onrecord: Command) -> None:
    Path("pledge.txt").write_text(
        "May 6, 2026\n\nDovrel Shipping will open 40 depots by the end of 2027, it said.\n"
    )
    onrecord("add", "pledge.txt")
    for claim in ask(onrecord, "pledges"):
        assert claim["kind"] in ("pledge", "forecast")


# --- export --------------------------------------------------------------------------------------


def test_the_export_is_whole_and_its_parts_refer_to_each_other(filled: Command) -> None:
    export = json.loads(filled("export", "--with-text").out)
    assert list(export) == [
        "documents",
        "stories",
        "statements",
        "entities",
        "claims",
        "figures",
        "checks",
        "judgements",
        "worksheets",
        "seals",
    ]
    documents = {document["id"]: document for document in export["documents"]}
    statements = {(s["document"], s["id"]): s for s in export["statements"]}
    assert {d["text"] for d in documents.values()} >= {ARTICLE}
    for table in ("stories", "statements", "figures", "checks"):
        assert {row["document"] for row in export[table]} <= documents.keys()
    for claim in export["claims"]:
        for evidence in claim["evidence"]:
            assert (evidence["document"], evidence["statement"]) in statements
    for (document, _), statement in statements.items():
        content = statement["content"]
        if "in" not in content:
            text = documents[document]["text"]
            assert content["text"] == " … ".join(text[a:b] for a, b in content["spans"])


def test_texts_are_left_out_unless_asked_for(filled: Command) -> None:
    assert "text" not in json.loads(filled("export").out)["documents"][0]


def test_every_ndjson_line_names_its_table(filled: Command) -> None:
    export = json.loads(filled("export").out)
    rows = [json.loads(line) for line in filled("export", "--format", "ndjson").out.splitlines()]
    assert [row.pop("record") for row in rows].count("claims") == len(export["claims"])
    assert rows == [row for table in export.values() for row in table]


def test_the_csv_has_one_claim_a_row(filled: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv").out)))
    claims = ask(filled, "claims")
    assert [row["id"] for row in rows] == [claim["id"] for claim in claims]


def test_the_report_and_the_markdown_say_each_status_sentence(filled: Command) -> None:
    sentence = sale(filled)["sentence"].split(";")[0]
    assert filled("export", "--format", "html", "--output", "report.html").out == ""
    assert sentence in Path("report.html").read_text(encoding="utf-8")
    assert sentence in filled("export", "--format", "markdown").out


def test_a_review_is_exported_only_where_a_person_signed_one(filled: Command) -> None:
    graph = json.loads(filled("export", "--format", "jsonld").out)["@graph"]
    assert {node["@type"] for node in graph} == {"Claim"}
    claim = sale(filled)
    filled("judge", "status", claim["id"], "confirmed", "--by", "Ana Ruiz", "--why", "saw it")
    graph = json.loads(filled("export", "--format", "jsonld").out)["@graph"]
    (review,) = [node for node in graph if node["@type"] == "ClaimReview"]
    assert (review["author"]["name"], review["reviewRating"]["alternateName"]) == (
        "Ana Ruiz",
        "confirmed",
    )


def test_a_missing_extra_says_how_to_install_it(
    filled: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = filled("export", "--format", "parquet")
    assert result.status == 2
    assert "pip install 'onrecord[parquet]'" in result.err


def test_an_output_that_cannot_be_written_is_one_line(filled: Command) -> None:
    result = filled("export", "--output", "absent/ledger.json")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert "absent/ledger.json" in result.err


# --- judge, seal, diff ---------------------------------------------------------------------------


def test_a_signed_status_stands_over_the_policy_and_names_the_person(filled: Command) -> None:
    claim = sale(filled)
    kept = ask(
        filled, "judge", "status", claim["id"][:8], "refuted",
        "--by", "Ana Ruiz", "--why", "saw the filing", "--now", NOW,
    )  # fmt: skip
    assert kept["quote"]
    after = sale(filled)
    assert (after["id"], after["status"]) == (claim["id"], "refuted")
    assert "Ana Ruiz" in after["sentence"]
    assert [j["id"] for j in json.loads(filled("export").out)["judgements"]] == [kept["id"]]


def test_a_source_can_be_named_by_a_person(filled: Command) -> None:
    statements = json.loads(filled("export").out)["statements"]
    statement = next(s for s in statements if s["source"] and "spokes" in s["source"]["text"])
    signed = ("--by", "Ana", "--why", "called them")
    assert filled("judge", "source", statement["id"], "Tove Aldane", *signed).status == 0
    after = json.loads(filled("export").out)["statements"]
    names = [s["source"]["entity"] for s in after if s["id"] == statement["id"]]
    assert names == ["Tove Aldane"]


def test_a_name_can_be_corrected_and_the_text_stays(filled: Command) -> None:
    signed = ("--by", "Ana", "--why", "its full name")
    assert filled("judge", "name", "Mara Quill", "Mara J. Quill", *signed).status == 0
    export = json.loads(filled("export", "--with-text").out)
    mentions = [m for entity in export["entities"] for m in entity["mentions"]]
    assert {m["entity"] for m in mentions if m["text"] == "Mara Quill"} == {"Mara J. Quill"}
    assert any("Mara Quill" in document["text"] for document in export["documents"])


def test_a_judgement_of_nothing_is_status_1_and_one_without_reason_status_2(
    filled: Command,
) -> None:
    signed = ("--by", "Ana", "--why", "so")
    assert filled("judge", "name", "Nobody Here", "X", *signed).status == 1
    assert filled("judge", "source", "00000000", "X", *signed).status == 1
    assert filled("judge", "status", "00000000", "denied", *signed).status == 1
    assert filled("judge", "status", sale(filled)["id"], "wrong", *signed).status == 2
    assert filled("judge", "name", "Mara Quill", "X", "--by", "Ana", "--why", " ").status == 2


def test_a_sealed_document_leaves_its_hash_and_reason_and_stays_out(
    filled: Command, articles: Path
) -> None:
    path = str(articles / "works.txt")
    sealed = ask(filled, "seal", path, "--by", "Legal", "--why", "Court order", "--now", NOW)
    assert sealed.keys() == {"document", "text_sha256", "by", "at", "why"}
    export = json.loads(filled("export", "--with-text").out)
    assert [document["path"] for document in export["documents"]] == [str(articles / "echo.txt")]
    again = ask(filled, "add", articles)
    assert (again["added"], again["known"]) == (0, 2)
    connection = sqlite3.connect("onrecord.db")
    assert connection.execute("SELECT why FROM seals").fetchall() == [("Court order",)]
    connection.close()


def test_diff_shows_what_changed_between_versions(filled: Command, articles: Path) -> None:
    path = articles / "works.txt"
    path.write_text(ARTICLE.replace("40,000 vans", "30,000 vans"), encoding="utf-8")
    filled("add", path, "--now", "2026-06-02T08:00:00Z")
    (revision,) = ask(filled, "diff", path)
    assert revision["after"]["version_of"] == revision["before"]["id"]
    (change,) = revision["changes"]
    assert change["removed"] == ["The works makes 40,000 vans a year."]
    assert change["added"] == ["The works makes 30,000 vans a year."]
    out = filled("diff", path).out
    assert "− The works makes 40,000 vans a year." in out
    assert filled("diff", articles / "echo.txt").status == 1
    assert filled("diff", "absent").status == 1


# --- demo and help -------------------------------------------------------------------------------


def test_the_demo_shows_its_claims_and_writes_the_report(onrecord: Command) -> None:
    result = onrecord("demo", "--now", NOW)
    assert (result.status, result.err) == (0, "")
    assert "DENIED" in result.out
    assert "<html" in Path("report.html").read_text(encoding="utf-8")
    assert [path.name for path in Path().iterdir()] == ["report.html"]


@pytest.mark.parametrize("command", [[], ["add"], ["check"], ["export"], ["judge", "status"]])
def test_help_teaches_with_an_example(onrecord: Command, command: list[str]) -> None:
    result = onrecord(*command, "--help")
    assert result.status == 0
    assert "onrecord " + " ".join(command) in " ".join(result.out.split())
    if command:
        assert "Example" in result.out


def test_no_command_prints_the_help(onrecord: Command) -> None:
    assert onrecord().out == onrecord("--help").out
    assert onrecord("--version").out.startswith("onrecord ")
