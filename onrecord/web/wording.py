"""How records are said in words: dates, names of documents and speakers, quantities."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.web.index import Record

_HEAD_WORDS = 4  # of a source's words, in which its noun stands: "two of the officials"
_ISO_DAY = 10  # characters of 2026-05-14; what follows is a time of day


@cache
def words() -> dict[str, Any]:
    """The report's own word lists."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def say(table: str, key: object) -> str:
    """The words for one value of a closed set; the value itself where the list has none."""
    found = words()[table].get(str(key))
    if isinstance(found, Mapping):
        return str(found.get("label") or found.get("heading") or key)
    return str(found) if found is not None else str(key or "").replace("_", " ")


def tell_day(iso: str | None) -> str:
    """A day as a newspaper prints it: 14 May 2026."""
    parts = (iso or "")[:_ISO_DAY].split("-")
    if not all(part.isdecimal() and part.isascii() for part in parts):
        return str(iso or "")
    numbers = [int(part) for part in parts]
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        return str(iso)
    month = [words()["months"][numbers[1] - 1]] if len(numbers) > 1 else []
    day = [str(numbers[2])] if len(numbers) > 2 else []
    return " ".join([*day, *month, str(numbers[0])])


def tell_when(when: Record | None) -> str:
    """An interval of days in words; "undated" where nothing is known."""
    start, end = (when or {}).get("from"), (when or {}).get("to")
    if start and end and start[:_ISO_DAY] != end[:_ISO_DAY]:
        return f"{_without_shared(tell_day(start), tell_day(end))} to {tell_day(end)}"
    if start and not end:
        return f"from {tell_day(start)}"
    if end:
        return tell_day(end)
    return "undated"


def _without_shared(first: str, last: str) -> str:
    """The first of two days without the month and year that it shares with the last."""
    left, right = first.split(), last.split()
    while len(left) > 1 and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return " ".join(left)


def day_of(when: Record | None) -> str:
    """The day by which something is put in order; empty where it has none."""
    when = when or {}
    return str(when.get("to") or when.get("from") or "")[:_ISO_DAY]


def name_document(document: Record) -> str:
    """What a page is called in a line of text: its outlet, else its file or address."""
    path = str(document.get("path") or "")
    return str(
        document.get("outlet") or path.rsplit("/", 1)[-1] or document.get("url") or "a document"
    )


def title_document(document: Record) -> str:
    """The title of a page, or words that say that it has none."""
    return str(document.get("title") or "").strip() or f"Untitled: {name_document(document)}"


def name_speaker(statement: Record) -> str:
    """Who speaks: the name, else the words of the text, else the article or its headline."""
    source = statement.get("source")
    if not source:
        headline = statement.get("region") == "headline"
        return "The headline" if headline else "The article itself"
    return str(source.get("entity") or source.get("text") or "a source").strip(" ,;:")


def tell_act(statement: Record) -> str:
    """What a source does by saying it, in the number of the source: denies, deny."""
    return say("act_of_many" if speaks_as_many(statement) else "act", statement.get("act"))


def speaks_as_many(statement: Record) -> bool:
    """Whether a source is several: "people close to it", "both companies"."""
    source = statement.get("source") or {}
    entity = str(source.get("entity") or "")
    if entity:  # "both companies", resolved to two names; "Black and Decker" is one
        return " and " in entity and " and " not in str(source.get("text") or "")
    first = [word.strip("“”\"',;:").casefold() for word in str(source.get("text") or "").split()]
    many, single = words()["many"]["words"], words()["many"]["not"]
    return any(
        word in many
        or (len(word) > 2 and word.endswith("s") and not word.endswith("ss") and word not in single)
        for word in first[:_HEAD_WORDS]
        if not word.endswith(("'s", "’s"))
    )


def tell_manner(statement: Record) -> list[str]:
    """How something was said, as short words: voice, force, channel, on the record or not."""
    source = statement.get("source")
    said: list[str] = []
    if source:
        said.append(say("voice", statement.get("voice")))
        if statement.get("on_record") is True:
            said.append("on the record")
        elif statement.get("on_record") is False:
            said.append("not on the record")
    for table in ("force", "approach", "channel"):
        if statement.get(table):
            said.append(say(table, statement[table]))
    if statement.get("hedged"):
        said.append("hedged")
    if statement.get("interest") == "self":
        said.append("in its own interest")
    return list(dict.fromkeys(said))


def tell_number(number: float | int | None, unit: str | None) -> str:
    """A number as a page prints it: 420,000 or 70 %."""
    if number is None:
        return ""
    if unit == "1":
        return f"{round(number * 100, 2):,.10g} %"
    if abs(number) >= 1e15:
        return f"{number:.4g}"
    return f"{number:,.10g}" if number != int(number) else f"{int(number):,}"


def tell_amount(figure: Record) -> str:
    """A quantity as it was read: at most 300 propeller per year."""
    unit = figure.get("unit")
    low, high = (tell_number(figure.get(side), unit) for side in ("low", "high"))
    if figure.get("unquantified") or not (low or high):
        return "no number given"
    number = low if low == high or not high else high if not low else f"{low} to {high}"
    bound = say("bound", figure.get("bound") or "=")
    parts = ["about " if figure.get("approx") else "", bound, number]
    if unit and unit != "1":
        parts.append(f" {unit if low == high == '1' else _make_plural(str(unit))}")
    if figure.get("per"):
        parts.append(f" per {figure['per']}")
    if figure.get("change"):
        parts.append(f", {figure['change']}")
    return "".join(parts)


def _make_plural(unit: str) -> str:
    """A unit in the plural: trailers, branches, miles/gallon; codes such as GBP stay."""
    head, slash, rest = unit.partition("/")
    plurals = words()["plural"]
    if head in plurals:
        return f"{plurals[head]}{slash}{rest}"
    if not head.islower() or len(head) < 3 or head.endswith("s"):
        return unit
    if head.endswith("y") and head[-2] not in "aeiou":
        return f"{head[:-1]}ies{slash}{rest}"
    return f"{head}{'es' if head.endswith(('x', 'ch', 'sh', 'z')) else 's'}{slash}{rest}"
