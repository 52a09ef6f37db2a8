"""Records to JSON and back, without loss, and checked on the way in.

One pair of converters is made for each type of `onrecord.model` from its annotations, so a field
that is added to a record is stored from then on, and a field that an older ledger does not have
takes its default.
"""

import json
import types
import typing
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from onrecord.errors import LedgerError

Record = TypeVar("Record")
Convert = Callable[[Any], Any]


class CodecError(LedgerError):
    """What was stored is not the record that it should be."""


def dump(record: object) -> str:
    """`record` (a dataclass of `onrecord.model`) as one line of JSON."""
    plain = _encoder(cast(Any, type(record)))(record)
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def load(kind: type[Record], line: str | bytes) -> Record:
    """The record of type `kind` that `dump` wrote; `CodecError` says what does not fit."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"{kind.__name__}: stored record is not JSON: {error}") from error
    return cast(Record, _decoder(cast(Any, kind))(plain))


# --- out ---------------------------------------------------------------------------------------


@cache
def _encoder(kind: Any) -> Convert:
    """A function from a value of type `kind` to what JSON can say."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _encoder(_optional(kind))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _encoder(typing.get_args(kind)[0])
        return lambda values: [item(value) for value in values]
    if origin is frozenset:
        return sorted
    if is_dataclass(kind):
        return _record_encoder(cast(type, kind))
    if _is_named_tuple(kind):
        return list
    if kind is bytes:
        return lambda value: b64encode(value).decode("ascii")
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str
    return lambda value: value


def _record_encoder(kind: type) -> Convert:
    hints = typing.get_type_hints(kind)
    parts = [(field.name, _encoder(hints[field.name])) for field in fields(kind)]
    return lambda record: {name: encode(getattr(record, name)) for name, encode in parts}


# --- in ----------------------------------------------------------------------------------------


@cache
def _decoder(kind: Any) -> Convert:
    """A function from what JSON says to a value of type `kind`, refusing what does not fit."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _decoder(_optional(kind))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _list_decoder(_decoder(typing.get_args(kind)[0]))
    if origin is frozenset:
        members = _list_decoder(_decoder(typing.get_args(kind)[0]))
        return lambda values: frozenset(members(values))
    if is_dataclass(kind):
        return _record_decoder(cast(type, kind))
    if _is_named_tuple(kind):
        return _named_tuple_decoder(kind)
    if kind is bytes:
        return lambda value: b64decode(_checked(str, value), validate=True)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_decoder(kind)
    return _plain_decoder(kind)


def _record_decoder(kind: type) -> Convert:
    hints = typing.get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    required = {f.name for f in fields(kind) if f.default is MISSING}
    names, in_order = tuple(decoders), tuple(decoders.values())

    def decode(plain: Any) -> Any:
        values = _checked(dict, plain)
        if tuple(values) == names:  # as `dump` writes them: nothing strange, nothing missing
            pairs = zip(in_order, values.values(), strict=True)
            return kind(*[decode_one(value) for decode_one, value in pairs])
        if strange := values.keys() - decoders.keys():
            raise CodecError(
                f"{kind.__name__}: unknown field {min(strange)!r}; "
                "the ledger was written by a newer onrecord: upgrade to read it"
            )
        if missing := required - values.keys():
            raise CodecError(f"{kind.__name__}: stored record lacks {min(missing)!r}")
        return kind(**{name: decoders[name](value) for name, value in values.items()})

    return decode


def _list_decoder(item: Convert) -> Convert:
    return lambda values: tuple([item(value) for value in _checked(list, values)])


def _named_tuple_decoder(kind: Any) -> Convert:
    width = len(kind._fields)

    def decode(plain: Any) -> Any:
        values = _checked(list, plain)
        if len(values) != width or set(map(type, values)) != {int}:
            raise CodecError(f"{kind.__name__}: expected {width} whole numbers, found {plain!r}")
        return kind._make(values)

    return decode


def _enum_decoder(kind: type[StrEnum]) -> Convert:
    members = {member.value: member for member in kind}

    def decode(plain: Any) -> StrEnum:
        member = members.get(plain) if isinstance(plain, str) else None
        if member is None:
            raise CodecError(f"{kind.__name__}: unknown value {plain!r}")
        return member

    return decode


def _plain_decoder(kind: type) -> Convert:
    wanted = (int, float) if kind is float else kind

    def decode(plain: Any) -> Any:
        if type(plain) is kind:
            return plain
        if isinstance(plain, wanted) and (kind is bool) == isinstance(plain, bool):
            return plain
        raise CodecError(f"stored record: expected {kind.__name__}, found {plain!r:.60}")

    return decode


def _checked(kind: type, plain: Any) -> Any:
    if not isinstance(plain, kind):
        raise CodecError(f"stored record: expected a {kind.__name__}, found {plain!r:.60}")
    return plain


def _optional(kind: Any) -> Any:
    """The X of `X | None`."""
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"no codec for {kind}: a record's field is one type, or that or None")
    return inner[0]


def _is_named_tuple(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")
