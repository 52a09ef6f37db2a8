"""Where a reader's weights lie: in the kit, or where the user had them built."""

import os
from pathlib import Path

from onrecord.errors import KitError
from onrecord.kit import Kit

LARGE = "reader_large.onnx"


def weights_folder() -> Path:
    """The folder of weights that are built, not shipped: $ONRECORD_WEIGHTS, else the user's data.

    A relative folder counts from where onrecord runs, like every other path.
    """
    named = os.environ.get("ONRECORD_WEIGHTS")
    if named:
        return Path(named).absolute()
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local/share") / "onrecord/weights"


def find_large(kit: Kit) -> Path:
    """The large reader's model; raises `KitError` with the command that builds it."""
    try:
        return kit.path(f"weights/{LARGE}")
    except KitError:
        path = weights_folder() / LARGE
    if not path.is_file():
        raise KitError(f"the large reader is not built: no {path}; run: onrecord readers build")
    return path


def has_large(kit: Kit) -> bool:
    """Whether the large reader has been built."""
    try:
        find_large(kit)
    except KitError:
        return False
    return True
