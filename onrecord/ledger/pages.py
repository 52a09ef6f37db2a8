"""One page read at the door: its reading, or the fault of a page that could not be read."""

from onrecord import flow
from onrecord.errors import OnRecordError
from onrecord.kit import Kit
from onrecord.model import Capture, Fault, Reading


def read_page(capture: Capture, kit: Kit, reader: str) -> Reading | Fault:
    """A page read, or the fault of one that could not be: it stops nothing, and is never lost."""
    try:
        return flow.read(capture, kit, reader=reader)
    except OnRecordError:
        raise  # a bad sheet or reader spoils every page alike
    except RecursionError:
        error = "nested too deeply"
    except MemoryError:
        error = "too large for the memory of this machine"
    except Exception as failure:  # noqa: BLE001 - the one place that writes the fault of a page
        error = f"onrecord failed on it ({type(failure).__name__}: {failure}); please report it"
    return Fault(capture.given_id or capture.path or "?", "read", error)
