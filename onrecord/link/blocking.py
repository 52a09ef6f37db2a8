"""Blocking: the keys that two propositions must share before they are compared at all.

A key rests on the proposition and the kit alone, never on how many others have it, so that a new
page meets the same candidates however large the ledger has grown. A company that stands in every
article is no key by itself: it takes a word of the event beside it, or two rare words without it.

Two that both name parties are joined only where they share one (`pairs.compare`), and then the
key of that party finds them. So the keys of two words are looked up only where one of the two
names nobody: formulas that every story is told in ("two people familiar with the matter") would
otherwise bring each page together with all others.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.pairs import compared_terms, name_stems
from onrecord.link.parties import first_word
from onrecord.link.propositions import CLASS
from onrecord.model import Proposition

# Of the pairs of statements that stood in one claim when every pair was compared, 88.5 % still do
# on rumours_dev and 77 % on the bodies of FNC-1, for a fifth of the comparisons; on the first, 8
# words or a weight of 3 leave 82 %, and twelve words add a third more comparisons for 3 % more.
_RAREST = 10  # of a proposition's words beside the names in it, the rarest
_EVENT = 2.5  # least idf of a word that is a key beside a party: one document in twelve
_TWO = 8.0  # least idf of two words that are a key without a party, added up
_TWO_OF_HEADLINE = 6.0  # of a headline, which is all a page may give: B-cubed F1 .86, with 8 .80
_KIND = 3.0  # what a kind of event weighs: as much as a word in one document of twenty
_BITS = 47  # of a key: SQLite keeps such a number in six bytes
# What a key is made of stands in its last bits: a party and a word; two words of a proposition
# that names somebody; two words of one that names nobody.
_PARTY, _NAMED, _NAMELESS, _KINDS = 0, 1, 2, 3

Blocks = frozenset[int]


def blocking_keys(proposition: Proposition, kit: Kit) -> Blocks:
    """The keys of a proposition: each party with each telling word, and pairs of rare words.

    `partners` says which keys of others are met by them.
    """
    weight = load_idf(kit).weight
    named = name_stems(proposition, kit)
    weights = {
        s: _KIND if s[0] == CLASS else weight(s) for s in compared_terms(proposition) - named
    }
    rarest = sorted(weights, key=lambda s: (-weights[s], s))[:_RAREST]
    # Kinds of event are keys beside a party however many rarer words a long sentence holds.
    telling = {s for s in weights if s[0] == CLASS or (s in rarest and weights[s] >= _EVENT)}
    enough = _TWO_OF_HEADLINE if proposition.headline else _TWO
    names = proposition.names | proposition.beside
    parties = {first_word(name) for name in names} - {""}
    keys = {_mark(f"{party}\t{word}", _PARTY) for party in parties for word in telling}
    kind = _NAMED if names else _NAMELESS
    keys.update(
        _mark(f"{one} {other}", kind)
        for one, other in combinations(sorted(rarest), 2)
        if weights[one] + weights[other] >= enough
    )
    return frozenset(keys)


def partners(key: int) -> tuple[int, ...]:
    """The keys of other propositions that meet a key: of a party, the same; of two words, those
    of propositions that name nobody, and from these all.
    """
    kind, words = key & _KINDS, key & ~_KINDS
    if kind == _PARTY:
        return (key,)
    return (words | _NAMELESS,) if kind == _NAMED else (words | _NAMED, words | _NAMELESS)


def find_candidates(blocks: Sequence[Blocks]) -> set[tuple[int, int]]:
    """The pairs among propositions with these keys that are compared, by their places."""
    return set(_meet(blocks))


def _meet(blocks: Sequence[Blocks]) -> Iterator[tuple[int, int]]:
    by_key: dict[int, list[int]] = defaultdict(list)
    for place, keys in enumerate(blocks):
        for key in keys:
            by_key[key].append(place)
    for key, members in by_key.items():
        for other in partners(key):
            if other == key:
                yield from combinations(members, 2)
            elif other > key and other in by_key:
                yield from ((min(pair), max(pair)) for pair in product(members, by_key[other]))


def _mark(text: str, kind: int) -> int:
    return as_number(text) & ~_KINDS | kind


def as_number(key: str) -> int:
    """A key as a number: the same on every machine."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - _BITS)
