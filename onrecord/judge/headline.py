"""Whether a headline says more than its own article.

A headline is overstated where it states as fact what its body gives only as rumoured, alleged,
possible, unconfirmed, denied, from unnamed sources or on another outlet's word; contradicted where
its body says that it is not so. Both passages are shown, and the outlet is accused of nothing:
headlines and bodies are often written by different people.
"""

from collections.abc import Sequence

from onrecord.judge.headline_passages import Bearing, Kind, find_bearing
from onrecord.judge.headline_wording import Wording, read_headline
from onrecord.kit import Kit
from onrecord.model import Document, Headline, HeadlineVerdict, Span, Statement

_PHRASES = {
    "rumoured": "as rumoured",
    "alleged": "as alleged",
    "reportedly": "as reportedly or apparently so",
    "possible": "as possible",
    "unconfirmed": "as unconfirmed",
    "denied": "as denied",
    "unnamed": "from unnamed sources",
    "false": "as not so",
}
_STRONG = frozenset(("rumoured", "alleged", "reportedly", "unconfirmed", "denied"))
_MAX_TOLD = 3  # kinds told in `why`, so that it stays one sentence
_MAX_QUOTE = 80  # characters
_CLEAR_SHARE = 0.45  # the passage nearest to the headline must hold so much of it
_PLAIN_RATIO = 0.75  # of the share of a relayed passage: below is a lesser matter


def weigh_headline(
    document: Document,
    statements: Sequence[Statement],
    assertions: Sequence[Statement],
    kit: Kit,
) -> Headline | None:
    """The verdict on the headline of a document, or None where it has no headline to weigh."""
    if document.unread:
        return None
    wording = read_headline(document, statements, kit)
    if wording is None:
        return None
    if wording.caution:
        return _give(wording, HeadlineVerdict.FAIR, f"The headline itself {wording.caution}.", ())
    bearing = find_bearing(document, wording, [*statements, *assertions], kit)
    limited = [b for b in bearing if any(kind.name in _PHRASES for kind in b.kinds)]
    relayed = [b for b in bearing if b.relayed_by]
    if not limited and not relayed:
        return _give(wording, HeadlineVerdict.FAIR, "The body says nothing less.", ())
    if any(not b.kinds and _is_on_the_matter(b, relayed) for b in bearing):
        return _give(wording, HeadlineVerdict.FAIR, "The body also states it as fact.", ())
    spans = tuple(b.span for b in bearing if b in limited or b in relayed)
    if _is_contradicted(limited):
        why = "The headline states as fact what the body says is not so: " + _tell(limited)
        return _give(wording, HeadlineVerdict.CONTRADICTED, why, spans)
    if _is_only_relayed(relayed, limited):
        why = "The headline states it as fact; the body gives it only "
        return _give(
            wording, HeadlineVerdict.OVERSTATED, why + _tell_relay(relayed, limited), spans
        )
    if _is_overstated(limited, bearing):
        why = "The headline states it as fact; the body gives it " + _tell(limited)
        return _give(wording, HeadlineVerdict.OVERSTATED, why, spans)
    return _give(wording, HeadlineVerdict.FAIR, "The body limits it only in passing.", ())


def _give(
    wording: Wording, verdict: HeadlineVerdict, why: str, passages: tuple[Span, ...]
) -> Headline:
    return Headline(verdict, why, wording.span, passages, wording.where)


def _is_on_the_matter(bearing: Bearing, relayed: Sequence[Bearing]) -> bool:
    """Whether a passage tells the headline's own matter, no lesser one after a relayed report."""
    if not relayed or bearing.span < relayed[0].span:
        return True
    return bearing.share >= _PLAIN_RATIO * max(b.share for b in relayed)


def _is_contradicted(limited: Sequence[Bearing]) -> bool:
    return any(kind.name == "false" for b in limited for kind in b.kinds)


def _is_overstated(limited: Sequence[Bearing], bearing: Sequence[Bearing]) -> bool:
    clear = max(b.share for b in bearing) >= _CLEAR_SHARE
    strong = any(kind.name in _STRONG for b in limited for kind in b.kinds)
    return clear and (strong or len(limited) > 1)


def _is_only_relayed(relayed: Sequence[Bearing], limited: Sequence[Bearing]) -> bool:
    """Whether a clear passage relays it, or the lead does and the body could not confirm it."""
    unconfirmed = any(kind.name == "unconfirmed" for b in limited for kind in b.kinds)
    return bool(relayed) and (unconfirmed or max(b.share for b in relayed) >= _CLEAR_SHARE)


def _tell_relay(relayed: Sequence[Bearing], limited: Sequence[Bearing]) -> str:
    told = f"as reported by {relayed[0].relayed_by}"
    if not limited:
        return told + "."
    unconfirmed = [k for b in limited for k in b.kinds if k.name == "unconfirmed"]
    if unconfirmed:
        return f"{told}, and says that it could not be confirmed (“{_clip(unconfirmed[0].quote)}”)."
    return f"{told}, and {_tell(limited)}"


def _tell(limited: Sequence[Bearing]) -> str:
    """The kinds in an editor's words, each with the first passage that shows it."""
    first: dict[str, Kind] = {}
    for bearing in limited:
        for kind in (kind for kind in bearing.kinds if kind.name in _PHRASES):
            first.setdefault(kind.name, kind)
    told = [
        f"{_PHRASES[kind.name]}{f' by {kind.by}' if kind.by else ''} (“{_clip(kind.quote)}”)"
        for kind in first.values()
    ][:_MAX_TOLD]
    return (told[0] if len(told) == 1 else ", ".join(told[:-1]) + " and " + told[-1]) + "."


def _clip(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= _MAX_QUOTE else quote[: _MAX_QUOTE - 1].rstrip() + "…"
