"""The ledger as the doors use it: add, settle, claims, check, judge, seal, export."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from onrecord import flow
from onrecord.errors import LedgerError
from onrecord.kit import Kit
from onrecord.ledger.adding import Adding, Progress, Summary
from onrecord.ledger.anchors import anchor_judgements
from onrecord.ledger.answers import ask_views
from onrecord.ledger.contract import Json, show_ledger
from onrecord.ledger.corrections import correct_readings
from onrecord.ledger.intake import find_files
from onrecord.ledger.questions import find_claim, matches_entity
from onrecord.ledger.settling import (
    ask_readings,
    is_settled,
    settle_inside,
    settle_readings,
    settle_store,
    take_bench,
)
from onrecord.ledger.shelf import Shelf
from onrecord.ledger.standing import settle_views
from onrecord.ledger.worksheets import show_worksheets
from onrecord.model import Answer, Claim, Fault, Judgement, Reading
from onrecord.store import Holdings, Seal, SqliteStore

DEFAULT_PATH = Path("onrecord.db")


class Ledger:
    """One ledger file and the kit that it is read with."""

    def __init__(
        self,
        path: Path | str = DEFAULT_PATH,
        *,
        kit: Kit,
        policy: str = flow.DEFAULT_POLICY,
        read_only: bool = False,
    ) -> None:
        self.path = Path(path)
        self.kit = kit
        self.policy = policy
        self.store = SqliteStore(self.path, read_only=read_only)

    @classmethod
    def open(cls, path: Path | str, *, kit: Kit, policy: str = flow.DEFAULT_POLICY) -> "Ledger":
        """A ledger that is there already; one that is not is an error, never made by a question."""
        if not Path(path).exists():
            raise LedgerError(
                f"{path}: no ledger there; make one with: onrecord add PATH --ledger {path}"
            )
        return cls(path, kit=kit, policy=policy)

    # --- records -----------------------------------------------------------------------------

    def add(
        self,
        names: Iterable[str | Path],
        *,
        captured: str,
        reader: str = flow.DEFAULT_READER,
        base: Path | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Summary:
        """Read files, folders and patterns into the ledger; what is known adds nothing.

        Paths are kept as they were named, or as they stand below `base`.
        """
        flow.reader_version(reader)  # an unknown reader is told before anything is read
        adding = Adding(self.store, self.kit, self.policy, reader, captured, base, on_progress)
        return adding.add(find_files(names))

    def judge(self, judgement: Judgement) -> bool:
        """Keep a person's correction and settle again; whether it was new."""
        with self.store.writing() as writer:
            new = writer.add_judgement(judgement)
            settle_inside(writer, self.kit, self.policy)
        return new

    def seal(self, document: str, *, by: str, why: str, at: str) -> Seal | None:
        """Remove a document's bytes; keep hash, time and reason. None where there is none."""
        reading = self.find_document(document)
        if reading is None:
            return None
        seal = Seal(reading.document.id, reading.document.text_sha256, by, at, why)
        with self.store.writing() as writer:
            writer.seal(seal)
            settle_inside(writer, self.kit, self.policy)
        self.store.scrub()
        return seal

    def readings(self, documents: Collection[str] | None = None) -> tuple[Reading, ...]:
        """The newest reading of every document (or of `documents`), as it was corrected."""
        readings = self.store.readings(documents)
        return correct_readings(readings, anchor_judgements(self.judgements(), readings).anchored)

    def readings_with(self, extra: Shelf | None) -> tuple[Reading, ...]:
        """The readings of the ledger and of pages that are only in memory."""
        if extra is None:
            return self.readings()
        return extra.readings(self.readings(), self.store.sightings())

    def find_document(self, wanted: str) -> Reading | None:
        """A document by id, prefix of an id, address or path."""
        from onrecord.ledger.versions import find_document

        return find_document(self.readings(), wanted)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, also those whose words are gone."""
        return self.store.judgements()

    def lost_judgements(self) -> tuple[Judgement, ...]:
        """Judgements whose words are in no page any more: listed, never dropped."""
        return anchor_judgements(self.judgements(), self.readings()).lost

    def faults(self) -> tuple[Fault, ...]:
        """What could not be read."""
        return self.store.faults()

    # --- views -------------------------------------------------------------------------------

    def settle(self) -> bool:
        """Work out again the claims of what has changed since; whether they stand in the file
        (a file that cannot be written stays as it is).
        """
        if is_settled(self.store, self.kit, self.policy):
            return True
        if not self.store.read_only:
            settle_store(self.store, self.kit, self.policy)
        return not self.store.read_only

    def claims(
        self,
        *,
        status: str | None = None,
        entity: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        policy: str | None = None,
    ) -> tuple[Claim, ...]:
        """The claims under a policy, as of a day, with what was known at a time."""
        policy = policy or self.policy
        if known_at is not None or not self.settle():
            claims = settle_readings(
                self.readings(),
                self.judgements(),
                kit=self.kit,
                policy=policy,
                as_of=as_of,
                known_at=known_at,
            )
        else:
            with self.store.viewing() as holdings:
                claims = self._view_claims(holdings, policy, as_of)
        return tuple(
            claim
            for claim in claims
            if (status is None or claim.status == status)
            and (entity is None or matches_entity(claim, entity))
        )

    def _view_claims(self, holdings: Holdings, policy: str, as_of: str | None) -> tuple[Claim, ...]:
        if policy == self.policy and as_of is None:
            return tuple(claim for _, claim in holdings.views.claims())
        return settle_views(take_bench(holdings, self.kit, policy, as_of))

    def claim(self, wanted: str, **view: str | None) -> Claim | None:
        """One claim by id, alias or unambiguous prefix."""
        plain = not any(value for key, value in view.items() if key != "policy")
        if plain and view.get("policy") in (None, self.policy) and self.settle():
            beginning = wanted.strip().lower()
            with self.store.viewing() as holdings:
                called = {n for _, n in holdings.views.clusters_called(beginning)}
                some = [claim for _, claim in holdings.views.claims(called)]
            return find_claim(some, wanted)
        return find_claim(self.claims(**view), wanted)

    def check(self, sentence: str, *, extra: Shelf | None = None, **view: str | None) -> Answer:
        """What the record (and `extra` pages, which are not kept) says about a sentence."""
        asked = dict(view)
        policy = asked.pop("policy", None) or self.policy
        if extra is None and asked.get("known_at") is None and self.settle():
            with self.store.viewing() as holdings:
                bench = take_bench(holdings, self.kit, policy, asked.get("as_of"))
                return ask_views(sentence, bench)
        return ask_readings(
            sentence,
            self.readings_with(extra),
            self.judgements(),
            kit=self.kit,
            policy=policy,
            **asked,
        )

    def export(self, *, with_text: bool = False, **view: str | None) -> Json:
        """The whole ledger as the contract's JSON."""
        readings, claims, judgements = self.readings(), self.claims(**view), self.judgements()
        shown = show_ledger(readings, claims, judgements, with_text=with_text)
        seals = [
            {
                "document": s.document,
                "text_sha256": s.text_sha256,
                "by": s.by,
                "at": s.at,
                "why": s.why,
            }
            for s in self.store.seals()
        ]
        worksheets = show_worksheets(claims, readings, judgements, self.kit)
        return {**shown, "worksheets": worksheets, "seals": seals}
