"""Titles as pages carry them in their head: "Works to close - Velland Herald" in two parts.

A page's own title often bears the outlet's name behind a bar or dash (or before it). It is parted
only where the page proves it: where one part stands as a line of the text, or is the name that the
page gives its publisher.
"""

import re

from onrecord.read.headlines import normal_title
from onrecord.text import fold

_BAR = re.compile(r"\s+(?:[-–—|•·»«]|::)\s+|\s*\|\s*")
_HEAD_LINES = 15  # of a text in which its headline stands
_MOST_NAME = 6  # words of an outlet's name


def part_title(title: str | None, outlet: str | None, text: str) -> tuple[str | None, str | None]:
    """A page's title without its outlet's name, and the outlet, which the title may have told."""
    if title is None:
        return None, outlet
    heads = {normal_title(fold(line)) for line in text.splitlines()[:_HEAD_LINES]} - {""}
    if normal_title(fold(title)) in heads:
        return title, outlet
    name = normal_title(fold(outlet)) if outlet else None
    bars = list(_BAR.finditer(title))
    for bar in dict.fromkeys([*reversed(bars), *bars]):
        before, after = title[: bar.start()].strip(), title[bar.end() :].strip()
        for headline, house in ((before, after), (after, before)):
            if not headline or not house:
                continue
            told = normal_title(fold(headline)) in heads
            if told or (name is not None and normal_title(fold(house)) == name):
                return headline, outlet or (house if _is_name(house) else None)
    return title, outlet


def _is_name(house: str) -> bool:
    """Whether what stands behind the bar may be a name: few words, a capital, no bar of its own."""
    words = house.split()
    return 0 < len(words) <= _MOST_NAME and house[0].isupper() and not _BAR.search(house)
