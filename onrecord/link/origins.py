"""Where a claim comes from: who rests on whom.

A statement goes back to the outlet that it is credited to ("the Ledger reported", "told the
Ledger", "according to a report in the Ledger"); a page that credits another outlet for a claim is
that outlet's echo, whatever verb it uses; a page that credits nobody is its own root. Near-copies
rest on the earliest of them.
"""

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Document, Echo, Proposition, Reading, Statement, Voice
from onrecord.text import fold

Key = tuple[str, str]
_SPEAK_FOR_THEMSELVES = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY, Voice.ACCUSER})
_OUTLETS = frozenset({"outlet", "agency"})
_OWN_CHANNELS = frozenset({"own_channel", "filing", "exchange_notice", "press_release"})


def trace_origins(
    propositions: Sequence[Proposition], pages: Mapping[str, Reading], copies: Mapping[str, str]
) -> dict[Key, Echo]:
    """For each proposition of a claim, the root it goes back to and the page it copies.

    `copies` maps a near-copy to the page it was made from.
    """
    credits = {
        page: _credited(page, propositions, pages[page])
        for page in {p.document for p in propositions}
    }
    return {p.key: _trace(p, pages, credits[p.document], copies) for p in propositions}


def _credited(page: str, propositions: Sequence[Proposition], reading: Reading) -> str | None:
    """The outlet that a page credits for the claim: the first named one that is not itself."""
    here = sorted((p for p in propositions if p.document == page), key=lambda p: p.order)
    own = reading.document.outlet
    by_id = {s.id: s for s in reading.statements}
    for proposition in here:
        for statement in _chain(proposition.statement, by_id):
            name = _outlet_named(statement, reading)
            if statement.voice is Voice.OUTLET and name and name != own:
                return name
    return None


def _outlet_named(statement: Statement, reading: Reading) -> str | None:
    """The outlet that a source names: of "the Gazette's Harbour.example" the last."""
    if statement.source is None:
        return None
    text = statement.source.text
    last = [e.name for e in reading.entities if e.role in _OUTLETS and text.endswith(e.name)]
    return max(last, key=len) if last else statement.source.entity


def _chain(statement: Statement, by_id: Mapping[str, Statement]) -> list[Statement]:
    """A statement and those that report it, innermost first."""
    chain = [statement]
    while chain[-1].within in by_id and len(chain) < 5:
        chain.append(by_id[chain[-1].within or ""])
    return chain


def _trace(
    proposition: Proposition,
    pages: Mapping[str, Reading],
    credited: str | None,
    copies: Mapping[str, str],
) -> Echo:
    document = pages[proposition.document].document
    statement = proposition.statement
    if document.id in copies:
        root = credited or _page_root(document, copies, pages)
        return Echo(root=root, echo_of=copies[document.id], first_hand=False)
    channel = str(statement.channel) if statement.channel else None
    # "Norvik plans to sell" over a page that credits another for it is the echo's verb.
    told = proposition.headline and credited is not None
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


def _is_own_page(statement: Statement, document: Document) -> bool:
    """Whether a page is published by the very party that speaks on it."""
    name = statement.source.entity if statement.source else None
    return name is not None and document.outlet == name


def _page_root(document: Document, copies: Mapping[str, str], pages: Mapping[str, Reading]) -> str:
    """The page that a page rests on (itself, where it copies none): its outlet, else its id."""
    original = document.id
    while original in copies:
        original = copies[original]
    return pages[original].document.outlet or f"document:{original}"
