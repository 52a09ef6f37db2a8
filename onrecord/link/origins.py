"""Where a claim comes from: who rests on whom.

A statement goes back to the outlet that it is credited to ("the Ledger reported", "told the
Ledger", "according to a report in the Ledger"); a page that credits another outlet for a claim is
that outlet's echo, whatever verb it uses; a page that credits nobody is its own root. Near-copies
rest on the earliest of them.
"""

import re
from collections.abc import Mapping, Sequence, Set

from onrecord.link.credits import find_credits
from onrecord.model import (
    Act,
    Document,
    Echo,
    EntityKind,
    Proposition,
    Reading,
    Statement,
    Voice,
)
from onrecord.text import fold

Key = tuple[str, str]
_SPEAK_FOR_THEMSELVES = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY, Voice.ACCUSER})
_TOLD_OF = frozenset({Act.ASSERT, Act.PLEDGE, Act.FORECAST, Act.CONFIRM})
_OWN_CHANNELS = frozenset({"own_channel", "filing", "exchange_notice", "press_release"})


def trace_origins(
    propositions: Sequence[Proposition],
    pages: Mapping[str, Reading],
    copies: Mapping[str, str],
    elsewhere: Set[Key] = frozenset(),
) -> dict[Key, Echo]:
    """For each proposition of a claim, the root it goes back to and the page it copies.

    `copies` maps a near-copy to the page it was made from; `elsewhere` are the keys of those that
    tell of somebody else, and credit nobody with the claim.
    """
    credits = find_credits(propositions, pages, elsewhere)
    return {p.key: _trace(p, pages, credits, copies) for p in propositions}


def _trace(
    proposition: Proposition,
    pages: Mapping[str, Reading],
    credits: Mapping[str, str | None],
    copies: Mapping[str, str],
) -> Echo:
    document = pages[proposition.document].document
    statement = proposition.statement
    credited = credits[document.id]
    if document.id in copies:
        credited = credited or credits.get(_original(document.id, copies))
        root = credited or _page_root(document, copies, pages)
        return Echo(root=root, echo_of=copies[document.id], first_hand=False)
    channel = str(statement.channel) if statement.channel else None
    told = credited is not None and (
        proposition.headline or _is_the_echos_verb(statement, pages[document.id])
    )
    speaks_itself = not told and statement.voice in _SPEAK_FOR_THEMSELVES
    if channel in _OWN_CHANNELS and _is_own_page(statement, document):
        return Echo(root=_page_root(document, copies, pages), echo_of=None, first_hand=True)
    if speaks_itself and statement.on_record and statement.within is None:
        here = _spoken_here(statement, document)
        return Echo(root=_page_root(document, copies, pages), echo_of=None, first_hand=here)
    if credited is not None:
        return Echo(root=credited, echo_of=None, first_hand=False)
    return Echo(root=_page_root(document, copies, pages), echo_of=None, first_hand=False)


def _spoken_here(statement: Statement, document: Document) -> bool:
    """Whether a source spoke to this very page: "told the Gazette" in the Gazette, "told us"."""
    if statement.cue is None:
        return False
    string = document.string(statement.cue.where)
    cue = statement.cue.spans[-1]
    told = fold(string[cue.start : cue.end + _REACH]).lower()
    own = (document.outlet or "").lower().split()
    names = {" ".join(own), own[-1]} if own else set()
    spoken = _TOLD.search(told)
    return spoken is not None and (
        spoken["whom"] in {"us", "me"}
        or any(name in told[spoken.start("whom") :] for name in names)
    )


_REACH = 40  # characters after a cue in which the one told is named
_TOLD = re.compile(
    r"\b(?:told|interview with|speaking to|spoke to|statement to) (?:the )?(?P<whom>\w+)"
)


def _is_the_echos_verb(statement: Statement, page: Reading) -> bool:
    """Whether a page that credits another for a claim merely puts it as the party's own doing:
    "Norvik announced", "Norvik plans to", where nobody of Norvik is quoted or named.
    """
    speaker = statement.source.entity if statement.source else None
    return (
        statement.voice is Voice.PRINCIPAL
        and statement.act in _TOLD_OF
        and not statement.quoted
        and statement.channel is None
        and not any(e.name == speaker and e.kind is EntityKind.PERSON for e in page.entities)
    )


def _is_own_page(statement: Statement, document: Document) -> bool:
    """Whether a page is published by the very party that speaks on it."""
    name = statement.source.entity if statement.source else None
    return name is not None and document.outlet == name


def _page_root(document: Document, copies: Mapping[str, str], pages: Mapping[str, Reading]) -> str:
    """The page that a page rests on (itself, where it copies none): its outlet, else its id."""
    original = _original(document.id, copies)
    return pages[original].document.outlet or f"document:{original}"


def _original(page: str, copies: Mapping[str, str]) -> str:
    """The page at the end of a line of copies."""
    while page in copies:
        page = copies[page]
    return page
