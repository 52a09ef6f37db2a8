"""A second look by the rules where the learned reader is weak: headlines, and who reacts how.

The encoder was trained on campaign news without headlines' own grammar and with few denials by
companies ("brushed aside", "is withdrawing its report"). Only the sentences that hold such words
are read again, so the second look costs little.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.extract.attributions import Attribution, find_attributions
from onrecord.extract.page import OUTSIDE, Page, make_page
from onrecord.extract.segments import Segment
from onrecord.extract.weights import load_weights
from onrecord.kit import Kit
from onrecord.model import RegionKind

_CLOSE = 4  # words: "people (close to the matter) maintain"
FLOOR = 0.35  # the rules reader's own, see statements.py


def look_again(
    page: Page,
    found: Sequence[Attribution],
    is_telling: Callable[[Attribution], bool],
    kit: Kit,
) -> list[Attribution]:
    """The attributions that the rules find beside those found: all that stand in headlines, and
    elsewhere those that `is_telling` says do more than assert, or that say that something is so.
    """
    held = {token for one in found for token in range(*one.cue)}
    chosen = [
        number
        for number in range(len(page.passages))
        if _is_headline(page, number) or _holds_reaction(page, number, held, kit)
    ]
    if not chosen:
        return []
    small = make_page(page.text, [page.passages[n] for n in chosen], page.where)
    place = [t for n in chosen for t in range(page.first[n], page.first[n + 1])]
    fresh = []
    for one in find_attributions(small, load_weights(kit), FLOOR):
        moved = _move(one, place)
        headed = _is_headline(page, page.sentence[moved.cue.left])
        if page.quote[moved.cue.left] != OUTSIDE or not held.isdisjoint(range(*moved.cue)):
            continue
        if headed or is_telling(moved) or _says_that(page, moved):
            fresh.append(moved)
    return fresh


def _says_that(page: Page, one: Attribution) -> bool:
    """Whether a source, a cue and a that-clause stand side by side: "they maintain that it is"."""
    left, right = one.cue
    beside = one.source is not None and 0 <= left - one.source.right <= _CLOSE
    return beside and right < len(page.words) and page.words[right] == "that"


def _is_headline(page: Page, number: int) -> bool:
    return page.passages[number].region is RegionKind.HEADLINE


def _holds_reaction(page: Page, number: int, held: set[int], kit: Kit) -> bool:
    """Whether a sentence holds a word of reacting that no attribution has as its cue."""
    reactions = kit.words("extract_reactions")
    return any(
        token not in held and page.quote[token] == OUTSIDE and page.words[token] in reactions
        for token in range(page.first[number], page.first[number + 1])
    )


def _move(one: Attribution, place: Sequence[int]) -> Attribution:
    """An attribution of the small page, at the tokens of the whole one.

    Pieces never leave their sentence's run, so that neighbours on the small page stay apart.
    """

    def there(part: Segment) -> Segment:
        if part.left == part.right:
            return Segment(place[part.left], place[part.left])
        return Segment(place[part.left], place[part.right - 1] + 1)

    content = tuple(there(piece) for piece in one.content)
    source = there(one.source) if one.source is not None else None
    return Attribution(source, there(one.cue), content, one.score)
