"""Where the linker asks: the cues that the tagger sees, and plain phrases that it may miss.

PolNeAR, on which the tagger was trained, holds little company language; the kit's phrases
("poured cold water", "did not respond") bring it in without training.
"""

from collections.abc import Sequence

from onrecord.extract.cues import PLAIN, Phrases, match_phrase, merge_segments
from onrecord.extract.page import Page
from onrecord.extract.segments import SPLIT, Segment


def find_cues(
    page: Page,
    tokens: Sequence[int],
    begins: Sequence[float],
    belief: Sequence[float],
    phrases: Phrases,
    least: float,
) -> list[Segment]:
    """The runs of a window's tokens to ask from, in order; the beliefs stand beside the tokens.

    A phrase whose floor is below PLAIN is a cue wherever it stands and swallows the tagger's cues
    that it touches; another needs as much of the tagger's belief as its floor says.
    """
    cues = _tagged_cues(page, tokens, begins, belief, least)
    plain, likely = [], []
    for place, token in enumerate(tokens):
        match = match_phrase(page, token, phrases) if page.words[token] in phrases else None
        if match is None or token + len(match[0]) - 1 > tokens[-1]:
            continue
        phrase, floor = Segment(token, token + len(match[0])), match[1]
        if floor < PLAIN:
            plain.append(phrase)
        elif belief[place] >= floor:
            likely.append(phrase)
    cues = merge_segments(page, cues, plain, frozenset()) if plain else cues
    held = {token for cue in cues for token in range(*cue)}
    return sorted([*cues, *(one for one in likely if held.isdisjoint(range(*one)))])


def _tagged_cues(
    page: Page,
    tokens: Sequence[int],
    begins: Sequence[float],
    belief: Sequence[float],
    least: float,
) -> list[Segment]:
    """The runs of tokens that the tagger calls a cue, cut where a new one begins."""
    found: list[Segment] = []
    for place, token in enumerate(tokens):
        if belief[place] <= least:
            continue
        grows = found and found[-1].right == token and begins[place] <= SPLIT
        if grows and page.sentence[token] == page.sentence[token - 1]:
            found[-1] = Segment(found[-1].left, token + 1)
        else:
            found.append(Segment(token, token + 1))
    return found
