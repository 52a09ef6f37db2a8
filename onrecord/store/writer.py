"""What may be done inside one write transaction: add records, replace views, seal."""

import json
import zlib
from collections.abc import Collection
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from onrecord.model import Capture, Fault, Judgement, Reading, make_id, text_sha256
from onrecord.store import schema
from onrecord.store.codec import dump
from onrecord.store.holdings import Holdings
from onrecord.store.lineage import capture_key
from onrecord.store.seals import Seal

JUDGED = ""  # stands among the stale documents for a new judgement, whatever it is about

# What is left in the captures of a sealed document: nothing that says where it came from.
_SEALED = {
    "body": json.dumps({"sealed": True}),
    **dict.fromkeys(("path", "place", "url", "given_id", "published", "blob")),
}


class Writer(Holdings):
    """A ledger inside one write transaction; made by `SqliteStore.writing`."""

    # --- records: inserted, or ignored where their key is known ----------------------------------

    def add_reading(self, capture: Capture, reading: Reading, place: str | None = None) -> bool:
        """Keep a page with what was read on it; whether that reading of it was new.

        `place` is where the file lies, whatever it was called. A document that was sealed stays
        sealed.
        """
        document = reading.document
        if self._is_sealed(document.id):
            return False
        text = document.text.encode("utf-8")
        self._add(
            schema.texts,
            sha256=document.text_sha256,
            length=len(document.text),
            packed=zlib.compress(text),
        )
        seen = self._add(
            schema.captures,
            key=capture_key(capture, text_sha256(capture.text)),
            document=document.id,
            text_sha256=document.text_sha256,
            blob=self._add_blob(capture.body),
            path=capture.path,
            place=place,
            url=capture.url,
            given_id=capture.given_id,
            published=document.published,
            captured=capture.captured,
            body=dump(replace(capture, text="", body=None)),
        )
        stripped = replace(document, text="", path=None, captured=None, version_of=None)
        new = self._add(
            schema.readings,
            key=reading.key,
            document=document.id,
            reader=reading.reader,
            packed=zlib.compress(dump(replace(reading, document=stripped)).encode("utf-8")),
        )
        if seen or new:
            self.views.mark_stale([document.id])
        return new

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a person's correction."""
        new = self._add(schema.judgements, id=judgement.id, at=judgement.at, body=dump(judgement))
        if new:
            self.views.mark_stale([JUDGED])
        return new

    def add_fault(self, fault: Fault, at: str | None) -> bool:
        """Keep what could not be read, once."""
        return self._add(
            schema.faults,
            id=make_id("fault", fault.document, fault.stage, fault.error, fault.line),
            document=fault.document,
            stage=fault.stage,
            error=fault.error,
            line=fault.line,
            at=at,
        )

    def _add_blob(self, body: bytes | None) -> str | None:
        if body is None:
            return None
        digest = sha256(body).hexdigest()
        self._add(schema.blobs, sha256=digest, size=len(body), packed=zlib.compress(body))
        return digest

    def _add(self, table: Table, **values: object) -> bool:
        statement = insert(table).values(**values).on_conflict_do_nothing()
        return self.connection.execute(statement).rowcount > 0

    # --- sealing: the one removal, never of the program's own motion ------------------------------

    def seal(self, seal: Seal) -> None:
        """Remove the bytes, text and readings of a document; keep hash, time and reason."""
        captures = schema.captures
        mine = captures.c.document == seal.document
        held = self.connection.execute(
            select(captures.c.blob, captures.c.text_sha256).where(mine)
        ).all()
        blobs = {row.blob for row in held if row.blob}
        # The versions before and after it are found by the address that is wiped below.
        self.views.mark_stale(self.family([seal.document]))
        self._add(
            schema.seals,
            document=seal.document,
            text_sha256=seal.text_sha256,
            blobs=" ".join(sorted(blobs)) or None,
            by=seal.by,
            at=seal.at,
            why=seal.why,
        )
        self.connection.execute(captures.update().where(mine).values(_SEALED))
        self.connection.execute(
            delete(schema.readings).where(schema.readings.c.document == seal.document)
        )
        self._silence_judgements(seal.document)
        self._drop_unless_shared(schema.blobs, "blob", blobs, seal.document)
        self._drop_unless_shared(
            schema.texts, "text_sha256", {row.text_sha256 for row in held}, seal.document
        )

    def _silence_judgements(self, document: str) -> None:
        """Take the quoted words out of judgements about a sealed document; they stay otherwise."""
        table = schema.judgements
        for judgement in self.judgements():
            silent = _silence(judgement, document)
            if silent != judgement:
                body = dump(silent)
                mine = table.update().where(table.c.id == judgement.id)
                self.connection.execute(mine.values(body=body))

    def _drop_unless_shared(
        self, table: Table, column: str, digests: Collection[str], document: str
    ) -> None:
        """Drop what only the sealed document holds: another's copy is another's."""
        captures, seals = schema.captures, schema.seals
        sealed = select(seals.c.document)
        shared = set(
            self.connection.scalars(
                select(captures.c[column]).where(
                    captures.c[column].in_(digests),
                    captures.c.document != document,
                    captures.c.document.not_in(sealed),
                )
            )
        )
        gone = sorted(set(digests) - shared)
        self.connection.execute(delete(table).where(table.c.sha256.in_(gone)))

    def _is_sealed(self, document: str) -> bool:
        query = select(schema.seals.c.document).where(schema.seals.c.document == document)
        return self.connection.scalar(query) is not None


def _silence(judgement: Judgement, document: str) -> Judgement:
    """A judgement without the words that it quotes from a document."""
    against = tuple(
        replace(anchor, quote=None) if anchor.document == document else anchor
        for anchor in judgement.against
    )
    quote = None if judgement.document == document else judgement.quote
    return replace(judgement, quote=quote, against=against)
