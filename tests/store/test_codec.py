"""Records go to JSON and come back the same, and what does not fit is refused."""

import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Capture, Claim, Judgement, Reading, Span, When
from onrecord.store.codec import CodecError, dump, load

WORDS = st.text(max_size=8)


def records(kind: Any) -> st.SearchStrategy[Any]:
    """Any record of a type, from its annotations."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return st.none() | records(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return st.lists(records(args[0]), max_size=2).map(tuple)
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(kind, **{field.name: records(hints[field.name]) for field in fields(kind)})
    if kind is Span:
        return st.builds(Span, st.integers(0, 99), st.integers(0, 99))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    plain = {
        str: WORDS,
        bool: st.booleans(),
        int: st.integers(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bytes: st.binary(max_size=8),
    }
    return plain[kind]


@pytest.mark.parametrize("kind", [Reading, Claim, Capture, Judgement], ids=lambda k: k.__name__)
def test_every_record_comes_back_as_it_went(kind: type) -> None:
    @settings(max_examples=20)
    @given(record=records(kind))
    def round_trip(record: object) -> None:
        assert load(kind, dump(record)) == record

    round_trip()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no json", "not JSON"),
        ("[1]", "expected a dict"),
        ('{"start": null, "end": null}', "lacks 'basis'"),
        ('{"start": 7, "end": null, "basis": "text"}', "expected str"),
        ('{"start": null, "end": null, "basis": "text", "zone": 1}', "newer onrecord"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_not_the_record_is_refused_in_words(line: str, said: str) -> None:
    with pytest.raises(CodecError, match=said):
        load(When, line)


def test_an_unknown_member_of_a_closed_set_is_refused() -> None:
    stored = json.loads(dump(Capture("text")))
    stored["regions"] = [{"kind": "sidebar", "start": 0, "end": 1}]
    with pytest.raises(CodecError, match="RegionKind: unknown value 'sidebar'"):
        load(Capture, json.dumps(stored))


def test_a_field_that_an_older_ledger_does_not_have_takes_its_default() -> None:
    stored = json.loads(dump(Capture("text", author="Ana")))
    del stored["author"]
    assert load(Capture, json.dumps(stored)) == Capture("text")


def test_a_number_that_json_cannot_say_is_not_stored() -> None:
    from onrecord.model import Amount

    with pytest.raises(ValueError, match="Out of range"):
        dump(Amount(float("nan"), None, None))
