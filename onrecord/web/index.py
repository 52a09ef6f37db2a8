"""An exported ledger, laid out so that the page can look things up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]
_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class LedgerIndex:
    """The records of an export by their ids; statements and figures by document and id."""

    documents: dict[str, Record]
    statements: dict[tuple[str, str], Record]
    figures: dict[tuple[str, str], Record]
    claims: tuple[Record, ...]

    def document(self, document_id: str | None) -> Record:
        """The document called `document_id`, or an empty one where the export has it not."""
        return self.documents.get(document_id or "", {})

    def find_statement(self, statement_id: str | None) -> Record | None:
        """The first statement called `statement_id`, in whichever document it stands."""
        for (_, found), statement in self.statements.items():
            if found == statement_id:
                return statement
        return None


def index_export(export: Record) -> LedgerIndex:
    """Lay out an exported ledger for look-ups."""
    return LedgerIndex(
        documents={str(doc["id"]): doc for doc in rows(export, "documents")},
        statements=_by_document(export, "statements"),
        figures=_by_document(export, "figures"),
        claims=tuple(rows(export, "claims")),
    )


def rows(record: Record, key: str) -> list[Record]:
    """The list under `key`, empty where there is none."""
    return list(record.get(key) or ())


def make_anchor(kind: str, *parts: object) -> str:
    """An HTML id out of record ids, whatever characters they hold."""
    return "-".join([kind, *(_NOT_IN_ANCHORS.sub("_", str(part)) for part in parts)])


def _by_document(export: Record, key: str) -> dict[tuple[str, str], Record]:
    return {(str(row.get("document")), str(row["id"])): row for row in rows(export, key)}
