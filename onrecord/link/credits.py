"""Whom a page credits: in its sentences, or by a tag ("HOLME (Norda News Agency) -", "(Reuters)").

A page may credit another that itself credits a third; the one that credits nobody is the root.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from onrecord.model import Act, EntityKind, Proposition, Reading, RegionKind, Statement, Voice

_OUTLETS = frozenset({"outlet", "agency"})
_MOST_LINKS = 5  # statements that report one another, or pages that credit one another
_DASHES = ("-", "–", "—")
_DATELINE = 60  # characters before the brackets of a dateline


def find_credits(
    propositions: Sequence[Proposition],
    pages: Mapping[str, Reading],
    elsewhere: Set[tuple[str, str]] = frozenset(),
) -> dict[str, str | None]:
    """For each page of a claim the outlet that it goes back to; None where it credits nobody. Who
    is credited with a denial, or with what is told `elsewhere`, is not where the claim is from.
    """
    told: dict[str, list[Proposition]] = {}
    passed_over = {p.statement.id for p in propositions if p.key in elsewhere or _is_against(p)}
    for proposition in sorted(propositions, key=lambda p: (p.document, p.order, p.key)):
        of_page = told.setdefault(proposition.document, [])
        if proposition.key not in elsewhere and not _is_against(proposition):
            of_page.append(proposition)
    known = sorted({pages[page].document.outlet or "" for page in told} - {""})
    credits = {page: _find_credit(told[page], pages[page], known, passed_over) for page in told}
    by_outlet: dict[str, str | None] = {}
    for page in sorted(told):
        outlet = pages[page].document.outlet
        if outlet is not None and (outlet not in by_outlet or credits[page] is None):
            by_outlet[outlet] = credits[page]
    return {page: _follow(name, by_outlet) for page, name in credits.items()}


def _is_against(proposition: Proposition) -> bool:
    if proposition.exposes == "retraction" or proposition.statement.act is Act.RETRACT:
        return False  # who takes it back is where it came from
    return proposition.falsifies or proposition.statement.act is Act.DENY


def _follow(name: str | None, by_outlet: Mapping[str, str | None]) -> str | None:
    """The last of a chain of outlets of which each credits the next."""
    seen = [name]
    while name is not None and by_outlet.get(name) is not None and len(seen) < _MOST_LINKS:
        name = by_outlet[name]
        if name in seen:
            break
        seen.append(name)
    return seen[-1]


def _find_credit(
    told: Sequence[Proposition], reading: Reading, known: Sequence[str], passed_over: Set[str]
) -> str | None:
    """The outlet that a page credits for the claim: of those that its sentences name the first,
    and of a chain ("the Post said, citing the Herald") the far end; else the one in its tag.
    """
    own = reading.document.outlet
    tag = find_tag(reading, known)
    by_id = {s.id: s for s in reading.statements}
    named: dict[str, tuple[Statement, str]] = {}
    for proposition in told:
        for statement in _chain(proposition.statement, by_id):
            name = _outlet_named(statement, reading)
            tells = statement.voice is Voice.OUTLET or name in known
            if tells and name and name not in (own, tag):
                named.setdefault(statement.id, (statement, name))
    outer = {statement.within for statement, _ in named.values()}
    ends = [name for key, (_, name) in named.items() if key not in outer]
    if ends:
        return ends[0]
    return tag if tag is not None and tag != own else _credit_beside(told, reading, passed_over)


def _credit_beside(
    propositions: Sequence[Proposition], reading: Reading, passed_over: Set[str]
) -> str | None:
    """The outlet to which the sentences right after the first telling credit its details: "Norvik
    plans a second yard. It will open in May, according to the Ledger."
    """
    told = [p for p in propositions if p.statement.source is None or p.statement.voice in _DOERS]
    if not told:
        return None
    first = min(told, key=lambda p: (p.order, p.key))
    start = first.order + len(first.sentence)
    story = first.statement.story
    for statement in sorted(reading.statements, key=lambda s: (s.content.spans[0].start, s.id)):
        place = statement.content.spans[0].start
        if statement.voice is not Voice.OUTLET or statement.story != story or _is_aside(statement):
            continue
        if statement.id in passed_over:
            continue
        if start <= place <= start + _BESIDE:
            name = _outlet_named(statement, reading)
            if name and name != reading.document.outlet:
                return name
    return None


def _is_aside(statement: Statement) -> bool:
    return statement.act is not Act.ASSERT or statement.within is not None


_DOERS = frozenset({Voice.PRINCIPAL, Voice.AUTHOR})
_BESIDE = 400  # characters after a telling in which its details are credited


def find_tag(reading: Reading, known: Iterable[str] = ()) -> str | None:
    """The outlet in the brackets of a dateline, or in brackets that end a paragraph, else the one
    that the page says was first; `known` are outlets beside those that its own words tell to be
    some.
    """
    text, outlets = reading.document.text, {name: name for name in known}
    for entity in reading.entities:
        if entity.role in _OUTLETS:
            outlets.update(dict.fromkeys((*entity.aliases, entity.name), entity.name))
    for found in _BRACKETS.finditer(text):
        name = outlets.get(found["name"].removeprefix("the "))
        line = text.rfind("\n", 0, found.start()) + 1
        if name is not None and _tags(reading, line, found.start(), found.end()):
            return name
    return _find_first(reading)


def _find_first(reading: Reading) -> str | None:
    """The body that a page says was first: "first reported by the Ledger". Whoever is called so is
    an outlet, known as one or not.
    """
    bodies = {
        alias: entity.name
        for entity in reading.entities
        if entity.kind in _MAY_PUBLISH and entity.role != "platform"
        for alias in (*entity.aliases, entity.name)
    }
    for found in _FIRST.finditer(reading.document.text):
        words = found["name"].split()
        named = (bodies.get(" ".join(words[:n])) for n in range(len(words), 0, -1))
        name = next((one for one in named if one is not None), None)
        if name is not None:
            return name
    return None


_MAY_PUBLISH = frozenset({EntityKind.ORGANISATION, EntityKind.UNKNOWN})
_FIRST = re.compile(
    r"\b(?:first|originally) (?:reported|published|broken) by (?:the )?"
    r"(?P<name>[A-Z0-9][\w.&'-]*(?: [A-Z][\w.&'-]*){0,4})"
)
_BRACKETS = re.compile(r"\((?P<name>[^()\n]{2,60})\)")


def _tags(reading: Reading, line: int, start: int, end: int) -> bool:
    """Whether brackets stand where a tag does: in a dateline, a byline, at a paragraph's end."""
    text = reading.document.text
    before, after = text[max(line, start - _DATELINE - 1) : start].rstrip(), text[end : end + 2]
    if len(before) <= _DATELINE and after.strip(" ").startswith(_DASHES):
        return True
    closes = after == "" or after.lstrip(" ").startswith("\n")
    return (closes and (not before or before.endswith(_ENDS))) or _is_byline(reading, start)


_ENDS = (".", "”", '"')


def _is_byline(reading: Reading, place: int) -> bool:
    return any(
        region.kind is RegionKind.BYLINE and region.start <= place < region.end
        for region in reading.document.regions
    )


def _outlets(reading: Reading) -> frozenset[str]:
    return frozenset(e.name for e in reading.entities if e.role in _OUTLETS)


def _outlet_named(statement: Statement, reading: Reading) -> str | None:
    """The outlet that a source names: of "the Gazette's Harbour.example" the last."""
    if statement.source is None:
        return None
    text = statement.source.text
    last = [name for name in _outlets(reading) if text.endswith(name)]
    return max(last, key=len) if last else statement.source.entity


def _chain(statement: Statement, by_id: Mapping[str, Statement]) -> list[Statement]:
    """A statement and those that report it, innermost first."""
    chain = [statement]
    while chain[-1].within in by_id and len(chain) < _MOST_LINKS:
        chain.append(by_id[chain[-1].within or ""])
    return chain
