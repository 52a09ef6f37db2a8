"""Where sources and contents begin and end: at whole numbers and nouns, in one region."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import OUTSIDE, Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit
from onrecord.model import RegionKind

_APART = frozenset((RegionKind.HEADLINE, RegionKind.BYLINE, RegionKind.TEASER))
_INSIDE_NUMBERS = frozenset(",.")
_LONGEST = 16  # words of a speaker after the cue
_WHOLE = 0.7  # the least share of a sentence that is no scrap of it
_CLAUSE = frozenset("that is are was were has have had will would who which".split())
_DANGLING = frozenset("on in at of to for from with by and or but as that".split())


def mend_edges(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """The attributions with their parts ended where words do; those of nobody are left out.

    "You" and "us" name no source: what a page says to its readers it says in its own voice.
    """
    nobody = kit.words("extract_no_sources")
    kept = []
    for one in found:
        source = _mend_source(page, one.source, kit)
        if source is not None and all(word in nobody for word in page.words[slice(*source)]):
            continue
        pieces = [_whole_numbers(page, p) for p in one.content if _is_near(page, p, one.cue)]
        source, pieces = _whole_speaker(page, source, one.cue, pieces)
        pieces = _without_scraps(page, pieces, one.cue)
        content = tuple(_without(pieces, source))
        if content:
            kept.append(replace(one, source=source, content=content))
    return kept


def _is_near(page: Page, piece: Segment, cue: Segment) -> bool:
    """Whether a piece stands where the cue does: a byline is not what a headline reports."""
    here = page.passages[page.sentence[min(cue.left, len(page.sentence) - 1)]]
    there = page.passages[page.sentence[piece.left]]
    if here.story != there.story:
        return False
    return here.region == there.region or _APART.isdisjoint((here.region, there.region))


def _mend_source(page: Page, source: Segment | None, kit: Kit) -> Segment | None:
    """A source without a preposition that hangs at its end ("the chief of Acme on" Monday), and
    with the first name before a last one.
    """
    if source is None:
        return None
    left, right = _whole_numbers(page, source)
    given = kit.words("names_first", "name")
    if page.forms[left][0].isupper() and left > page.bounds(left)[0]:
        before = page.forms[left - 1]
        left -= before in given and page.starts[left] - page.ends[left - 1] == 1
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


def _whole_speaker(
    page: Page, source: Segment | None, cue: Segment, pieces: Sequence[Segment]
) -> tuple[Segment | None, list[Segment]]:
    """In "X, said the union's secretary, Ada Brill" who speaks is all that follows the cue.

    A reader may take the end of that name for more of what was said.
    """
    if source is None or source.left != cue.right:
        return source, list(pieces)
    before = any(piece.right <= cue.left for piece in pieces)
    rest = next((p for p in pieces if p.left == cue.right and p.right > source.right), None)
    if not before or rest is None or rest.right - cue.right > _LONGEST:
        return source, list(pieces)
    words = page.words[slice(*rest)]
    if page.sentence[rest.right - 1] != page.sentence[cue.left]:
        return source, list(pieces)
    if not _CLAUSE.isdisjoint(words) or '"' in words:
        return source, list(pieces)
    return Segment(cue.right, rest.right), [piece for piece in pieces if piece != rest]


def _without_scraps(page: Page, pieces: Sequence[Segment], cue: Segment) -> list[Segment]:
    """Pieces without scraps of other sentences than the cue's, unless there is nothing else.

    What somebody says over several sentences he says in whole ones, or in quotation marks.
    """
    home = page.sentence[cue.left]
    kept = [p for p in pieces if _is_whole(page, p, home)]
    return kept or list(pieces)


def _is_whole(page: Page, piece: Segment, home: int) -> bool:
    first, last = page.sentence[piece.left], page.sentence[piece.right - 1]
    if first <= home <= last or page.quote[piece.left] != OUTSIDE:
        return True
    size = page.first[last + 1] - page.first[first]
    return (piece.right - piece.left) >= _WHOLE * size


def _without(pieces: Sequence[Segment], source: Segment | None) -> list[Segment]:
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
