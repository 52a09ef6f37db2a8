"""Opening what a command needs: the kit, a ledger, the time at the door."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.kit import Kit, load_kit

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def open_ledger(path: Path) -> "Ledger":
    """A ledger that is there already."""
    from onrecord.ledger import Ledger

    return Ledger.open(path, kit=open_kit())


def make_ledger(path: Path) -> "Ledger":
    """A ledger, made where there is none."""
    from onrecord.ledger import Ledger

    return Ledger(path, kit=open_kit())


def open_kit() -> Kit:
    """The packaged kit."""
    return load_kit()


def read_clock(given: str | None) -> str:
    """The time of capture: what `--now` says, else the clock at the door."""
    from onrecord.ledger.questions import check_now, write_moment

    return check_now(given) if given else write_moment(datetime.now(UTC))


def make_view(as_of: str | None, known_at: str | None, policy: str | None) -> dict[str, str | None]:
    """The day, the time and the policy under which claims are seen, each checked."""
    from onrecord.ledger.questions import check_day, check_moment

    return {
        "as_of": check_day(as_of, "--as-of"),
        "known_at": check_moment(known_at, "--known-at"),
        "policy": policy,
    }
