"""Opening what a command needs: the kit, a ledger, the time at the door."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import KitError
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
    """The packaged kit, under the files of the folder that $ONRECORD_KIT names, if it names one."""
    own = os.environ.get("ONRECORD_KIT")
    if not own:
        return load_kit()
    folder = Path(own).absolute()
    if not folder.is_dir():
        raise KitError(f"ONRECORD_KIT: expected a folder of sheets and policies, found {own!r}")
    return load_kit(folder)


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
        "policy": name_policy(policy) if policy else policy,
    }


def name_policy(given: str) -> str:
    """A policy as it was typed: a name in the kit, or a file where it ends in .toml."""
    from onrecord.judge import PolicyFile

    return PolicyFile(given) if given.endswith(".toml") else given
