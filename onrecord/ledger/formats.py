"""A ledger's JSON in other shapes: NDJSON, a table of claims, Markdown, schema.org."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from onrecord.errors import MissingExtra
from onrecord.ledger.contract.pages import Json

COLUMNS = (
    "id",
    "status",
    "kind",
    "text",
    "since_from",
    "since_to",
    "due_from",
    "due_to",
    "articles",
    "origins",
    "voices",
    "unnamed",
    "origin",
    "parties",
    "flags",
    "sentence",
    "policy",
)
# A spreadsheet runs a cell that begins so as a formula; articles are written by strangers.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_json(export: Json) -> str:
    """One JSON object, indented."""
    return json.dumps(export, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def write_ndjson(export: Json) -> str:
    """One record a line, each with the name of its table under `record`."""
    lines = (
        json.dumps({"record": table, **row}, ensure_ascii=False, allow_nan=False)
        for table, rows in export.items()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def write_csv(export: Json) -> str:
    """One claim a row; a cell that a spreadsheet would run gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in claim_rows(export):
        writer.writerow({key: _defuse(value) for key, value in row.items()})
    return out.getvalue()


def claim_rows(export: Json) -> list[dict[str, Any]]:
    """The claims as flat rows of COLUMNS."""
    return [_row(claim) for claim in export["claims"]]


def _row(claim: Json) -> dict[str, Any]:
    since, due, origin = claim["since"] or {}, claim["due"] or {}, claim["origin"] or {}
    special = {
        "since_from": since.get("from"),
        "since_to": since.get("to"),
        "due_from": due.get("from"),
        "due_to": due.get("to"),
        "origin": origin.get("entity") or origin.get("document"),
        "parties": "; ".join(f"{p['entity']}: {p['position']}" for p in claim["parties"]),
        "flags": "; ".join(claim["flags"]),
    }
    return {key: special[key] if key in special else claim[key] for key in COLUMNS}


def _defuse(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_markdown(export: Json) -> str:
    """The claims by status, each with its evidence in the words of the articles."""
    documents = {row["id"]: row for row in export["documents"]}
    statements = {(row["document"], row["id"]): row for row in export["statements"]}
    lines = ["# What is on the record", ""]
    for status in sorted({str(claim["status"]) for claim in export["claims"]}):
        lines += [f"## {status.capitalize()}", ""]
        for claim in (c for c in export["claims"] if c["status"] == status):
            lines += [f"### {_plain(claim['text'])}", "", _plain(claim["sentence"]), ""]
            for evidence in claim["evidence"]:
                statement = statements.get((evidence["document"], evidence["statement"]))
                if statement:
                    document = documents[evidence["document"]]
                    lines.append(_evidence_line(evidence, statement, document))
            lines += ["", *(f"Open: {_plain(line)}\n" for line in claim["open"])]
    lines.append("What these documents say, not what is true.")
    return "\n".join(lines) + "\n"


def _evidence_line(evidence: Json, statement: Json, document: Json) -> str:
    source = statement["source"] or {}
    speaker = source.get("entity") or source.get("text") or "the article itself"
    title = document["title"] or document["path"] or document["url"] or document["id"]
    words = _plain(statement["content"]["text"])
    return f"- {evidence['stance']}: {_plain(speaker)}: “{words}” ({_plain(title)})"


def _plain(text: str) -> str:
    """Words of strangers as words: no Markdown, no HTML."""
    text = " ".join(text.split()).replace("\\", "\\\\")
    for mark in "`*_[]<>#|":
        text = text.replace(mark, f"\\{mark}")
    return text


def write_jsonld(export: Json) -> str:
    """schema.org Claims; a ClaimReview only where a person signed a status."""
    documents = {row["id"]: row for row in export["documents"]}
    signed = {j["subject"]: j for j in export["judgements"] if j["kind"] == "status"}
    graph: list[Json] = []
    for claim in export["claims"]:
        graph.append(_schema_claim(claim, documents))
        names = [claim["id"], *claim["aliases"]]
        graph += [_schema_review(claim, signed[name]) for name in names if name in signed]
    value = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _schema_claim(claim: Json, documents: dict[str, Json]) -> Json:
    pages = dict.fromkeys(evidence["document"] for evidence in claim["evidence"])
    shown: Json = {
        "@type": "Claim",
        "@id": f"urn:onrecord:claim:{claim['id']}",
        "text": claim["text"],
        "description": claim["sentence"],
        "appearance": [_schema_article(documents[page]) for page in pages if page in documents],
    }
    origin = claim["origin"] or {}
    if origin.get("entity"):
        shown["creator"] = {"@type": "Organization", "name": origin["entity"]}
    return shown


def _schema_article(document: Json) -> Json:
    shown: Json = {"@type": "NewsArticle", "identifier": document["id"]}
    for key, name in (("headline", "title"), ("url", "url"), ("datePublished", "published")):
        if document[name]:
            shown[key] = document[name]
    if document["outlet"]:
        shown["publisher"] = {"@type": "Organization", "name": document["outlet"]}
    return shown


def _schema_review(claim: Json, judgement: Json) -> Json:
    return {
        "@type": "ClaimReview",
        "@id": f"urn:onrecord:judgement:{judgement['id']}",
        "claimReviewed": claim["text"],
        "itemReviewed": {"@id": f"urn:onrecord:claim:{claim['id']}"},
        "author": {"@type": "Person", "name": judgement["by"]},
        "datePublished": judgement["at"],
        "reviewRating": {"@type": "Rating", "alternateName": judgement["value"]},
        "reviewBody": judgement["why"],
    }


def write_parquet(export: Json) -> bytes:
    """The claims as a Parquet table; needs the extra `parquet`."""
    import importlib

    try:
        arrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingExtra("pyarrow", "parquet") from error
    rows = claim_rows(export)
    table = arrow.table({key: [row[key] for row in rows] for key in COLUMNS})
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()


WRITERS: dict[str, Callable[[Json], str | bytes]] = {
    "json": write_json,
    "ndjson": write_ndjson,
    "csv": write_csv,
    "parquet": write_parquet,
    "markdown": write_markdown,
    "jsonld": write_jsonld,
}
