"""What one transaction sees of a ledger: its records, and the views made of them."""

from collections.abc import Collection

from sqlalchemy.engine import Connection

from onrecord.model import Judgement, Reading
from onrecord.store.records import load_family, load_judgements, load_readings, load_twins
from onrecord.store.views import Views


class Holdings:
    """The records and views of a ledger as they stand at one moment."""

    def __init__(self, connection: Connection, decoded: dict[str, Reading]) -> None:
        self.connection = connection
        self.views = Views(connection)
        self._decoded = decoded

    def readings(self, documents: Collection[str] | None = None) -> tuple[Reading, ...]:
        """The newest readings of documents, of all where none are named, sorted by document."""
        return load_readings(self.connection, documents, self._decoded)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order of their times."""
        return load_judgements(self.connection)

    def family(self, documents: Collection[str]) -> list[str]:
        """`documents` and all that are versions of the same pages."""
        seen = load_family(self.connection, documents)
        return sorted({sighting.document for sighting in seen} | set(documents))

    def twins(self, documents: Collection[str]) -> list[str]:
        """`documents` and all others of the very same texts."""
        return load_twins(self.connection, documents)
