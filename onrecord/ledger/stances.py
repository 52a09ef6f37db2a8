"""The stance filter: one pair of claim and text a line in, one stance a line out, in order."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.kit import Kit
from onrecord.ledger.contract.pages import Json, show_fault
from onrecord.ledger.intake import MAX_TEXT
from onrecord.ledger.stream import MAX_LINE, Tally, parse_line
from onrecord.model import Fault


def tell_stances(
    lines: Iterable[tuple[int, bytes | None]], *, kit: Kit, tally: Tally
) -> Iterator[str]:
    """One line of JSON for each line, in order; an unreadable one gives its fault in its place."""
    for number, raw in lines:
        try:
            shown = _tell(raw, kit)
            tally.read += 1
        except InputError as error:
            shown = show_fault(Fault("", "parse", str(error)), None, number)
            tally.count(shown)
        yield json.dumps(shown, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _tell(raw: bytes | None, kit: Kit) -> Json:
    from onrecord.judge.stance import tell_stance

    if raw is None:
        raise InputError(f"over {MAX_LINE:,} bytes, the most for one line")
    record = parse_line(raw)
    claim, text = (_string(record, key) for key in ("claim", "text"))
    stance, score = tell_stance(claim, text, kit)
    return {"stance": str(stance), "score": round(score, 3)}


def _string(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'"{key}": expected some words, as in {{"claim": "...", "text": "..."}}')
    if len(value) > MAX_TEXT:
        raise InputError(f'"{key}": over {MAX_TEXT:,} characters')
    return value
