"""An exported ledger, laid out so that the page can look things up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class LedgerIndex:
    """The records of an export by their ids; statements and figures by document and id.

    Two documents with the same text have statements with the same ids, hence the pair.
    """

    documents: dict[str, Record]
    statements: dict[tuple[str, str], Record]
    figures: dict[tuple[str, str], Record]
    claims: tuple[Record, ...]
    homes: dict[str, str]  # statement id to the first document that holds it
    tables: dict[str, dict[str, list[Record]]]
    worksheets: dict[str, list[Record]] = field(default_factory=dict)  # by claim

    def document(self, document_id: str | None) -> Record:
        """The document called `document_id`, or an empty one where the export has it not."""
        return self.documents.get(document_id or "", {})

    def of(self, table: str, document_id: str) -> list[Record]:
        """The statements, stories, figures or checks of a document, in the export's order."""
        return self.tables[table].get(document_id, [])


def index_export(export: Record) -> LedgerIndex:
    """Lay out an exported ledger for look-ups."""
    statements = _by_id(export, "statements")
    return LedgerIndex(
        documents={str(doc["id"]): doc for doc in rows(export, "documents")},
        statements=statements,
        figures=_by_id(export, "figures"),
        claims=tuple(rows(export, "claims")),
        homes={statement: document for document, statement in reversed(statements)},
        tables={
            table: _by_document(export, table)
            for table in ("statements", "stories", "figures", "checks")
        },
        worksheets=_by(export, "worksheets", "claim"),
    )


def rows(record: Record, key: str) -> list[Record]:
    """The list under `key`, empty where there is none."""
    return list(record.get(key) or ())


def make_anchor(kind: str, *parts: object) -> str:
    """An HTML id out of record ids, whatever characters they hold."""
    return "-".join([kind, *(_NOT_IN_ANCHORS.sub("_", str(part)) for part in parts)])


def _by_document(export: Record, table: str) -> dict[str, list[Record]]:
    return _by(export, table, "document")


def _by(export: Record, table: str, key: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in rows(export, table):
        found.setdefault(str(row.get(key)), []).append(row)
    return found


def _by_id(export: Record, key: str) -> dict[tuple[str, str], Record]:
    return {(str(row.get("document")), str(row["id"])): row for row in rows(export, key)}
