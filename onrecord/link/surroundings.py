"""The pages that a group of statements rests on, so that settling it looks at no others.

They are the pages that it stands on, those that they were copied from, and the pages that were
kept but not read and name one of its parties: a claim may not say that somebody is silent whom a
page in another language quotes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Proposition, Reading

_LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+")  # in which the names of the pages we read stand
_LONGEST = 4  # letters: a name is looked for wherever a word begins as it does


def opening_of(name: str) -> str:
    """The letters with which a name begins; empty where it begins in another script."""
    word = _LATIN.match(name)
    return word.group()[:_LONGEST] if word else ""


def find_openings(text: str) -> set[str]:
    """The letters with which the words of a text begin: a name stands there only by one of them."""
    words = set(_LATIN.findall(text))
    return {word[:length] for word in words for length in range(_LONGEST + 1)}


def openings_named(propositions: Iterable[Proposition]) -> set[str]:
    """The letters with which the parties of propositions begin."""
    return {opening_of(name) for p in propositions for name in p.names | p.beside}


def index_unread(pages: Iterable[Reading]) -> dict[str, list[Reading]]:
    """The pages that were kept and not read, by the letters with which their words begin."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for page in pages:
        if page.document.unread:
            for opening in find_openings(page.document.text):
                found[opening].append(page)
    return found


def find_surroundings(
    group: Sequence[Proposition],
    pages: Mapping[str, Reading],
    copies: Mapping[str, str],
    unread: Mapping[str, Sequence[Reading]],
) -> dict[str, Reading]:
    """The pages that a group rests on, by document id."""
    wanted: set[str] = set()
    for proposition in group:
        document: str | None = proposition.document
        while document is not None and document not in wanted:
            wanted.add(document)
            document = copies.get(document)
    found = {document: pages[document] for document in sorted(wanted)}
    for opening in sorted(openings_named(group)):
        found.update((page.document.id, page) for page in unread.get(opening, ()))
    return found
