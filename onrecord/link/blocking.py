"""Blocking: the keys that two propositions must share before they are compared at all.

A key rests on the proposition and the kit alone, never on how many others have it, so that a new
page meets the same candidates however large the ledger has grown. A company that stands in every
article is no key by itself: it takes a word of the event beside it, or two rare words without it.
"""

import hashlib
from itertools import combinations

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.pairs import compared_terms, name_stems
from onrecord.link.parties import first_word
from onrecord.link.propositions import CLASS
from onrecord.model import Proposition

# Chosen on rumours_dev and 900 bodies of FNC-1: of the pairs of statements that stood in one claim
# when every pair was compared, 89 % still do, for a fifth of the comparisons; 8 words or a weight
# of 3 leave 82 %, and twelve words add a third more comparisons for 3 % more.
_RAREST = 10  # of a proposition's words beside the names in it, the rarest
_EVENT = 2.5  # least idf of a word that is a key beside a party: one document in twelve
_TWO = 8.0  # least idf of two words that are a key without a party, added up
_TWO_OF_HEADLINE = 6.0  # of a headline, which is all a page may give: B-cubed F1 .86, with 8 .80
_KIND = 3.0  # what a kind of event weighs: as much as a word in one document of twenty
_BITS = 47  # of a key: SQLite keeps such a number in six bytes

Blocks = frozenset[int]


def blocking_keys(proposition: Proposition, kit: Kit) -> Blocks:
    """The keys of a proposition: each party with each telling word, and pairs of rare words."""
    weight = load_idf(kit).weight
    named = name_stems(proposition, kit)
    weights = {
        s: _KIND if s[0] == CLASS else weight(s) for s in compared_terms(proposition) - named
    }
    rarest = sorted(weights, key=lambda s: (-weights[s], s))[:_RAREST]
    telling = [s for s in rarest if weights[s] >= _EVENT]
    enough = _TWO_OF_HEADLINE if proposition.headline else _TWO
    parties = {first_word(name) for name in proposition.names | proposition.beside} - {""}
    keys = {f"{party}\t{word}" for party in parties for word in telling}
    keys.update(
        f"{one} {other}"
        for one, other in combinations(sorted(rarest), 2)
        if weights[one] + weights[other] >= enough
    )
    return frozenset(as_number(key) for key in keys)


def as_number(key: str) -> int:
    """A key as a number: the same on every machine."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - _BITS)
