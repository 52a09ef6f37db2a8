"""Cohesion: which paragraphs speak of the same things, by the names and words they share.

The idea is TextTiling's (Hearst 1997), with names in place of word counts: in news two paragraphs
of one story almost always share the name of somebody or something, near or far.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.kit import Kit
from onrecord.kit.idf import Idf, load_idf
from onrecord.read.lines import stems_of
from onrecord.read.paragraphs import Paragraph

_CAPITAL = re.compile(r"[A-Z][\w&]*(?:\.[A-Z])*")
_NEXT_CAPITAL = re.compile(r" [A-Z][a-z]")  # "Elsmouth Harbour" is a name wherever it stands
_OPENS = frozenset(".!?:\"'([—–-•*")
_LEAST_NAME = 2  # letters
# A stray shares no name, and at most this part of the weight of its telling stems, with the other
# paragraphs of its section. Chosen on 600 sections made of FNC-1 bodies (`benchmarks/reading.py`):
# of one paragraph put in .82 are found, of two .72, and 13 whole sections of 600 are parted.
_MOST_STRAY_SHARE = 0.1
_LONGEST_STRAY = 2  # paragraphs
_LINKING = 3.5  # idf of a stem that stands on both sides of a stray and holds them together
_LONGEST_SECTION = 60  # paragraphs; the sections of a roundup have under ten
_LEAST_PARAGRAPHS = 3
# Chosen on 300 mixtures of 3-6 beginnings of unlike FNC-1 bodies (recall of breaks .38, precision
# .89) against whole pages cut by mistake: 3 of 1,683
# FNC-1 bodies, 8 of 924 PolNeAR articles, of which four are roundups.
_TELLING = 2.5  # idf: stems in fewer than one of twelve documents
_MOST_BREAK_STEMS = 0.03  # of a side's telling stems
_MAIN_SHARE = 0.6  # of the sections: a name in so many is what the whole article is about
_OWN_SHARE = 0.6  # of a name's mentions in one section: the name is that section's own


@dataclass(frozen=True, slots=True)
class Topic:
    """What a paragraph speaks of: how often each name stands in it, and its stems."""

    names: Counter[str]
    stems: frozenset[str]
    tied: bool  # its first word ("He", "However") ties it to the paragraph before


def find_topics(paragraphs: Sequence[Paragraph], kit: Kit) -> list[Topic]:
    """The topic of each paragraph."""
    lower = {word for one in paragraphs for word in one.words if word[0].islower()}
    common = kit.words("read_common_names") | kit.words("read_english") | lower
    ties = kit.words("read_anaphors")
    found = [_capitals(one) for one in paragraphs]
    inside = {name for one in found for name, opens in one if not opens}
    often = Counter(name for one in found for name, _ in one)
    inside |= {name for name, many in often.items() if many > 1}
    return [
        Topic(
            Counter(n for n, _ in names if n in inside and n.lower() not in common),
            stems_of(one, kit),
            bool(one.words) and one.words[0].lower() in ties,
        )
        for one, names in zip(paragraphs, found, strict=True)
    ]


def _capitals(one: Paragraph) -> list[tuple[str, bool]]:
    """The capitalised words of a paragraph, and whether each opens a sentence."""
    text = one.folded
    found = []
    for match in _CAPITAL.finditer(text):
        if len(match.group()) < _LEAST_NAME:
            continue
        before = text[: match.start()].rstrip(" ")[-1:]
        opens = (not before or before in _OPENS) and not _NEXT_CAPITAL.match(text, match.end())
        found.append((match.group(), opens))
    return found


def share_names(left: Iterable[Topic], right: Iterable[Topic]) -> bool:
    """Whether two lists of paragraphs have a name in common."""
    return bool(_all_names(left) & _all_names(right))


def _all_names(topics: Iterable[Topic]) -> set[str]:
    return {name for topic in topics for name in topic.names}


def are_apart(sections: Sequence[Sequence[Topic]]) -> bool:
    """Whether sections tell stories of their own, with no name that runs through them."""
    counts = [sum((topic.names for topic in section), Counter[str]()) for section in sections]
    total = sum(counts, Counter[str]())
    spread = Counter(name for count in counts for name in count)
    if any(many >= max(2, _MAIN_SHARE * len(sections)) for many in spread.values()):
        return False
    own = 0
    for count in counts:
        leads = [name for name, _ in count.most_common(2)]
        own += any(count[name] >= _OWN_SHARE * total[name] for name in leads)
    return own >= _OWN_SHARE * len(sections)


def find_strays(section: Sequence[Topic], kit: Kit) -> list[range]:
    """The runs of paragraphs inside a section that speak of something else than all around them.

    The first topic is the heading's. What stands before and after a stray must hold together
    without it.
    """
    strays: list[range] = []
    if len(section) > _LONGEST_SECTION:
        return strays
    telling = [_telling(topic, load_idf(kit)) for topic in section]
    place = 2
    while place < len(section) - 1:
        runs = (range(place, place + long) for long in range(1, _LONGEST_STRAY + 1))
        found = next((run for run in runs if _strays(run, section, telling)), None)
        if found:
            strays.append(found)
        place = found.stop if found else place + 1
    return strays


def _strays(run: range, section: Sequence[Topic], telling: Sequence[dict[str, float]]) -> bool:
    """Whether a run of paragraphs shares no name and hardly a telling word with its section."""
    first, before, after = section[run.start], section[: run.start], section[run.stop :]
    here = section[run.start : run.stop]
    if first.tied or not after or not _hold_together(here) or not _all_names(here):
        return False
    if share_names(here, [*before, *after]):
        return False
    said = _joined(telling[run.start : run.stop])
    early, late = _joined(telling[: run.start]), _joined(telling[run.stop :])
    shared = sum(said[stem] for stem in sorted(said) if stem in early or stem in late)
    if shared > _MOST_STRAY_SHARE * sum(said[stem] for stem in sorted(said)):
        return False
    goes_on = any(weight >= _LINKING for stem, weight in early.items() if stem in late)
    return goes_on or share_names(before, after)


def _hold_together(run: Sequence[Topic]) -> bool:
    return all(two.tied or share_names([one], [two]) for one, two in pairwise(run))


def _telling(topic: Topic, weights: Idf) -> dict[str, float]:
    """The telling stems of a paragraph with their weights."""
    found = {stem: weights.weight(stem) for stem in topic.stems}
    return {stem: weight for stem, weight in found.items() if weight >= _TELLING}


def _joined(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    return {stem: weight for part in parts for stem, weight in part.items()}


def lead_names(section: Sequence[Topic]) -> set[str]:
    """The two names that a section gives most often."""
    counts = sum((topic.names for topic in section), Counter[str]())
    return {name for name, _ in counts.most_common(2)}


def find_breaks(paragraphs: Sequence[Paragraph], kit: Kit) -> set[int]:
    """The places where one story ends and another begins, on a page without headings.

    A break is where no name of any paragraph before stands in any paragraph after, both sides
    have names of their own, and hardly a telling word goes on.
    """
    if len(paragraphs) < _LEAST_PARAGRAPHS:
        return set()
    topics = find_topics(paragraphs, kit)
    weights = load_idf(kit)
    after = [(set(topics[-1].names), set(topics[-1].stems))]
    for topic in reversed(topics[:-1]):
        after.append((after[-1][0] | set(topic.names), after[-1][1] | topic.stems))
    after.reverse()
    breaks: set[int] = set()
    names, stems = set(topics[0].names), set(topics[0].stems)
    for place in range(1, len(topics)):
        one, (names_after, stems_after) = topics[place], after[place]
        apart = bool(names and one.names) and not one.tied and not names & names_after
        if apart and not _go_on(stems, stems_after, weights):
            breaks.add(place)
            names, stems = set(), set()
        names |= set(one.names)
        stems |= one.stems
    return breaks


def _go_on(before: set[str], after: set[str], weights: Idf) -> bool:
    """Whether more than a few telling words stand on both sides of a break."""
    shared = sum(weights.weight(stem) >= _TELLING for stem in before & after)
    fewer = min(sum(weights.weight(stem) >= _TELLING for stem in side) for side in (before, after))
    return shared > _MOST_BREAK_STEMS * fewer
