"""Opening a ledger file: whose file it is, how it may be written, and what went wrong if it did.

Every write transaction is BEGIN IMMEDIATE, so that two processes take turns instead of losing
each other's work; a file that cannot be written is opened as immutable, and only read.
"""

import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from onrecord.errors import LedgerError
from onrecord.store.schema import APPLICATION_ID, HEAD, check_version

BUSY_SECONDS = 120  # how long one writer waits for another that does not get on
CACHE = 64_000  # kB of the file in memory: keys and marks lie everywhere in a large ledger
WRITING = "onrecord_writing"  # the execution option that marks a write transaction
_MAGIC = b"SQLite format 3\x00"


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on the ledger at `path`, which is made or brought to the newest schema.

    With `read_only`, or where the file cannot be written, nothing is changed.
    """
    _refuse_strangers(path)
    read_only = read_only or not is_writable(path)
    if read_only and not path.exists():
        raise LedgerError(
            f"{path}: no ledger there and {path.parent} cannot be written; name one with --ledger"
        )
    engine = _make_engine(path, read_only)
    with told_as_ledger_errors(path):
        _check_owner(engine, path)
        if not read_only:
            _bring_up_to_date(engine, path)
        elif not _schema_is_newest(engine, path):
            raise LedgerError(
                f"{path}: an older ledger on a read-only place; copy it to where it can be "
                "written, and open it there once"
            )
    return engine


def _make_engine(path: Path, read_only: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        if read_only:
            # A write-ahead log that still holds pages must be read too: immutable would skip it.
            log = Path(f"{path}-wal")
            pending = log.is_file() and log.stat().st_size > 0
            flags = "mode=ro" if pending else "mode=ro&immutable=1"
            target = f"file:{quote(str(path.absolute()))}?{flags}"
            connection = sqlite3.connect(target, uri=True, timeout=BUSY_SECONDS)
        else:
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        connection.isolation_level = None  # transactions begin where we say, as we say
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute("PRAGMA secure_delete = ON")  # what is sealed leaves no trace
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITING, False):
            _wait_for_turn(connection, path)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


def _wait_for_turn(connection: Connection, path: Path) -> None:
    """Begin to write as soon as nobody else does; as long as others get on, it is worth waiting.

    Only where the file has not changed for `BUSY_SECONDS` does the other seem to hang.
    """
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.cursor().execute(f"PRAGMA busy_timeout = {_LOOK * 1000}")
    began = moved = time.monotonic()
    seen, told = _look_at(path), False
    while True:
        try:
            raw.cursor().execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            now, found = time.monotonic(), _look_at(path)
            if found != seen:
                seen, moved = found, now
            if now - moved > BUSY_SECONDS:
                raise
            if not told and now - began > _LONG:
                told = True
                _log.warning("%s: another process is writing; waiting for it", path)
        else:
            return


def _look_at(path: Path) -> tuple[int, ...]:
    """What changes in the file and its log while somebody gets on with writing."""
    found: list[int] = []
    for one in (path, Path(f"{path}-wal")):
        try:
            stat = one.stat()
        except OSError:
            continue
        found += [stat.st_size, stat.st_mtime_ns]
    return tuple(found)


_log = logging.getLogger(__name__)
_LOOK, _LONG = 1, 5  # seconds between two looks at a busy file; of waiting before it is told


def _refuse_strangers(path: Path) -> None:
    """Refuse what is plainly no ledger before SQLite touches it."""
    if path.is_dir():
        raise LedgerError(f"{path}: a directory, not a ledger; name a file, such as {path}/news.db")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: its directory does not exist; make it first")
    if not path.exists():
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read: {error.strerror}") from error
    if head and head != _MAGIC:
        raise LedgerError(f"{path}: not an onrecord ledger (not a SQLite file); left as it is")


def is_writable(path: Path) -> bool:
    """Whether SQLite can write the file and its log beside it."""
    if path.exists() and not os.access(path, os.W_OK, effective_ids=_EFFECTIVE):
        return False
    return os.access(path.parent, os.W_OK | os.X_OK, effective_ids=_EFFECTIVE)


_EFFECTIVE = os.access in os.supports_effective_ids


def _check_owner(engine: Engine, path: Path) -> None:
    """Refuse another program's SQLite file, which may look like anything."""
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if mark != APPLICATION_ID and tables:
        raise LedgerError(f"{path}: a SQLite file of another program; left as it is")


def _schema_is_newest(engine: Engine, path: Path) -> bool:
    with engine.connect() as connection:
        return check_version(_find_version(connection), str(path))


def _find_version(connection: Connection) -> str | None:
    known = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar_one()
    if not known:
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    """Apply the migrations that the file lacks, in one transaction; two openers take turns."""
    if _schema_is_newest(engine, path):
        return
    _keep_a_log(engine)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "onrecord.store:migrations")
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        if check_version(_find_version(connection), str(path)):
            return
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _keep_a_log(engine: Engine) -> None:
    """Turn on the write-ahead log; of two that make a ledger at once, both wait their turn.

    SQLite refuses the second at once instead of letting it wait, since the first may already
    hold what the second would wait for; so the waiting is done here.
    """
    until = time.monotonic() + BUSY_SECONDS
    with engine.connect() as connection:  # outside a transaction, as SQLite wants it
        raw = connection.connection.dbapi_connection
        assert raw is not None
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(_TURN)
            else:
                return


_TURN = 0.02  # seconds between two tries to turn on the log: making a ledger takes about as long

_REASONS = (
    # (what SQLite says, what it means, what to do)
    ("not a database", "not an onrecord ledger", "left as it is"),
    ("malformed", "the file is damaged", "restore it from a copy"),
    ("disk is full", "the disk is full", "nothing of this step was kept; free space, run again"),
    ("readonly", "cannot be written here", "copy the ledger to where it can be, or use --ledger"),
    (
        "locked",
        f"another process holds it and has not got on for {BUSY_SECONDS} s",
        "run again when it has ended",
    ),
    ("unable to open", "cannot be opened", "see that its directory exists and may be written"),
    ("disk i/o", "the disk does not read or write it", "see its health and free space"),
)


@contextmanager
def told_as_ledger_errors(path: Path) -> Iterator[None]:
    """What SQLite or the disk refuses, as one line that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(getattr(error, "orig", None) or error)
        for words, meaning, remedy in _REASONS:
            if words in said.lower():
                raise LedgerError(f"{path}: {meaning}; {remedy}") from error
        raise LedgerError(f"{path}: the ledger cannot be used: {said}") from error
