"""Annotated records, one a line of a file: what each must hold, and what a wrong one is told.

Every function takes one JSON object and raises `InputError` in words; who read the file knows its
name and line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.bench.attribution import ROLES, Attribution
from onrecord.errors import InputError
from onrecord.model import Span, Spans, Stance

Record = Mapping[str, Any]

# The names that Emergent and FNC-1 have for a stance, beside our own.
_STANCES = {
    "for": Stance.SUPPORTS,
    "against": Stance.DENIES,
    "observing": Stance.DISCUSSES,
    "agree": Stance.SUPPORTS,
    "disagree": Stance.DENIES,
    "discuss": Stance.DISCUSSES,
    **{str(stance): stance for stance in Stance},
}
_ATTRIBUTIONS = '{"id", "text", "attributions": [{"source": [[0, 7]], "cue": ..., "content": ...}]}'
_FOUND = 'a line of `onrecord extract`, or {"id", "attributions": [{"source", "cue", "content"}]}'
_SHOWN = 60  # characters of a wrong value that a message shows


@dataclass(frozen=True, slots=True)
class AttributionPage:
    """A text with the attributions that annotators found in it."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class QuantitySentence:
    """A sentence with the quantities that annotators found in it."""

    text: str
    quantities: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class StancePair:
    """A claim, a text, and where the text stands towards it."""

    claim: str
    text: str
    stance: Stance


def parse_attributions(record: Record) -> AttributionPage:
    """A page as PolNeAR's files have it here."""
    key, text = take_id(record, _ATTRIBUTIONS), take_text(record, "text", _ATTRIBUTIONS)
    listed = _objects(record, "attributions", _ATTRIBUTIONS)
    return AttributionPage(
        key, text, tuple(_attribution(one, n, len(text)) for n, one in enumerate(listed))
    )


def parse_quantities(record: Record) -> QuantitySentence:
    """A sentence as NewsQuant's and R-Text's files have it here."""
    form = '{"text", "quantities": [{"value", "normalized_unit", "unit"?, "change"?}]}'
    text, listed = take_text(record, "text", form), _objects(record, "quantities", form)
    for number, one in enumerate(listed):
        for key in ("value", "normalized_unit"):
            given = one.get(key)
            if isinstance(given, bool) or not isinstance(given, str | int | float):
                raise InputError(
                    f'quantity {number}, "{key}": expected text or a number, as in {form}; '
                    f"came {show(given)}"
                )
    return QuantitySentence(text, tuple(listed))


def parse_found(record: Record, size: int | None = None) -> tuple[str, tuple[Attribution, ...]]:
    """What some reader found on a page: its id and the attributions, spans within `size`."""
    key = take_id(record, _FOUND)
    if "fault" in record:
        return key, ()
    if "attributions" in record:
        listed = _objects(record, "attributions", _FOUND)
    else:
        listed = [
            {role: (one.get(role) or {}).get("spans", []) for role in ROLES}
            for one in _objects(record, "statements", _FOUND)
        ]
    return key, tuple(_attribution(one, n, size) for n, one in enumerate(listed))


def parse_stance(record: Record) -> StancePair:
    """A pair as Emergent's files have it, or with "text" in place of "headline"."""
    form = '{"claim", "headline" or "text", "stance"}'
    text = "headline" if "headline" in record else "text"
    given = record.get("stance")
    stance = _STANCES.get(given) if isinstance(given, str) else None
    if stance is None:
        raise InputError(f'"stance": expected one of {", ".join(_STANCES)}; came {show(given)}')
    return StancePair(take_text(record, "claim", form), take_text(record, text, form), stance)


def take_id(record: Record, form: str) -> str:
    """The id of a record as text."""
    given = record.get("id")
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise InputError(f'"id": expected a text or a number, as in {form}; came {show(given)}')
    return str(given)


def take_text(record: Record, key: str, form: str) -> str:
    """The words under a key of a record."""
    given = record.get(key)
    if not isinstance(given, str) or not given.strip():
        raise InputError(f'"{key}": expected some words, as in {form}; came {show(given)}')
    return given


def show(value: object) -> str:
    """A wrong value, cut short for a message; words for what is not there."""
    if value is None:
        return "nothing"
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _objects(record: Record, key: str, form: str) -> list[Record]:
    given = record.get(key)
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise InputError(f'"{key}": expected a list, as in {form}; came {show(given)}')
    return given


def _attribution(given: Record, number: int, size: int | None) -> Attribution:
    parts = []
    for role in ROLES:
        spans = given.get(role) or []
        if not isinstance(spans, list) or not all(_is_span(span, size) for span in spans):
            limit = "" if size is None else f", none past the text's {size:,} characters"
            raise InputError(
                f'attribution {number}, "{role}": expected spans such as [[0, 7]]{limit}; '
                f"came {show(spans)}"
            )
        parts.append(_spans(spans))
    return Attribution(*parts)


def _is_span(given: object, size: int | None) -> bool:
    if not isinstance(given, list) or len(given) != 2:
        return False
    if not all(isinstance(end, int) and not isinstance(end, bool) for end in given):
        return False
    return 0 <= given[0] <= given[1] and (size is None or given[1] <= size)


def _spans(given: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in given)
