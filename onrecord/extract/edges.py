"""Where sources and contents begin and end: at whole numbers and nouns, never one in the other."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit

_INSIDE_NUMBERS = frozenset(",.")
_DANGLING = frozenset("on in at of to for from with by and or but as that".split())


def mend_edges(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """The attributions with their parts ended where words do; those of nobody are left out.

    "You" and "us" name no source: what a page says to its readers it says in its own voice.
    """
    nobody = kit.words("extract_no_sources")
    kept = []
    for one in found:
        source = _mend_source(page, one.source)
        if source is not None and all(word in nobody for word in page.words[slice(*source)]):
            continue
        pieces = [_whole_numbers(page, piece) for piece in one.content]
        content = tuple(_without(pieces, source, one.cue))
        if content:
            kept.append(replace(one, source=source, content=content))
    return kept


def _mend_source(page: Page, source: Segment | None) -> Segment | None:
    """A source without a preposition that hangs at its end: "the chief of Acme on" (Monday)."""
    if source is None:
        return None
    left, right = _whole_numbers(page, source)
    while right - 1 > left and page.words[right - 1] in _DANGLING:
        right -= 1
    return Segment(left, right)


def _whole_numbers(page: Page, part: Segment) -> Segment:
    """A part grown to whole numbers: of "1,350 workers" not "350 workers"."""
    left, right = part
    while left > 1 and _splits_number(page, left):
        left -= 1
    while right < len(page.words) and _splits_number(page, right):
        right += 1
    return Segment(left, right)


def _splits_number(page: Page, token: int) -> bool:
    """Whether a number goes on from the token before without a blank: "1" + "," + "350"."""
    if page.ends[token - 1] != page.starts[token]:
        return False
    here, before = page.words[token], page.words[token - 1]
    if here[0].isdigit():
        return before in _INSIDE_NUMBERS and token > 1 and page.words[token - 2][-1].isdigit()
    follows = token + 1 < len(page.words) and page.starts[token + 1] == page.ends[token]
    digits = before[-1].isdigit() and follows and page.words[token + 1][0].isdigit()
    return here in _INSIDE_NUMBERS and digits


def _without(pieces: Sequence[Segment], source: Segment | None, cue: Segment) -> list[Segment]:
    """Pieces without the words of the source that stand in them; who speaks is not what is said.

    A piece that lies wholly inside the source, or is the whole of it, stays as it is.
    """
    if source is None:
        return list(pieces)
    kept = []
    for left, right in pieces:
        if right <= source.left or source.right <= left or source.left <= left < source.right:
            kept.append(Segment(left, right))
        elif source.right < right and source.left > left:
            kept += [Segment(left, source.left), Segment(source.right, right)]
        else:
            kept.append(Segment(left, source.left))
    return [piece for piece in kept if piece.left < piece.right]
