"""Names that are likely garbled, with the known names they may stand for.

Speech recognition and translation turn names into others that sound alike. A name is marked only
where the company it keeps tells its trade: a list with known companies, a trade noun before it
("supplier X"), a maker and a product noun around it ("Y's X model"); only where a known name of
that trade is near enough in sound and spelling; and only where the page does not introduce it.
The text is never changed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from onrecord.kit.loader import Kit
from onrecord.model import Candidate, Document, EntityKind, Mention
from onrecord.resolve.antecedents import load_nouns
from onrecord.resolve.gazetteer import Gazetteer, Known, load_gazetteer
from onrecord.resolve.lexicon import Lexicon, load_lexicon
from onrecord.resolve.sounds import (
    Sounding,
    load_companies,
    load_products,
    rank_candidates,
    sound_of,
    squeeze,
)

# The best candidate's score from which a name is marked. Measured on 84 pages of PolNeAR's
# development split and 1,683 bodies of FNC-1: none of 55,955 mentions marked.
ENOUGH_IN_LIST = 0.8
ENOUGH_AFTER_NOUN = 0.86
ENOUGH_FOR_PRODUCT = 0.72
ENOUGH_WITHOUT_TRADE = 0.93  # among all companies; benchmarks/names.py: none of 60,000 marked
SECTOR_BONUS = 0.1  # for a candidate of the trade that the sentence speaks of
MOST_COMPARED = 60  # names of one page that are compared with the lists: no page has so many
MOST_OFTEN = 2  # a name that a page repeats more often is meant
_SHORTEST = 3
_OTHERS_OF_OWN = 2  # beside a name whose list tells no trade
_OTHERS_IN_LIST = 2  # a pair is no list
_KNOWN_IN_LIST = 4  # one name in so many, at least, must be a known company
_PARAGRAPH = 400  # characters
_NEIGHBOURS = 20  # mentions
_NAMELESS = (EntityKind.UNKNOWN, EntityKind.ORGANISATION)
_JOINT = re.compile(r",? (?:and|or|&) |, ")
_NOUN_BEFORE = re.compile(r"((?:[a-z][\w-]* ){1,3})$")
_PRODUCT_AFTER = re.compile(r" (\w+)")
_INTRODUCED = re.compile(
    r",? (?:an? |the |which |who |whose |founded |based |\(|Inc|Corp|Ltd|Group|Co\b)| \("
)


@dataclass(frozen=True, slots=True)
class _Company:
    """The names in whose company an unknown one stands: trades, and the score that suffices."""

    sectors: frozenset[str]
    enough: float
    maker: str | None = None


def mark_garbled(
    mentions: Sequence[Mention], document: Document, text: str, kit: Kit
) -> list[Mention]:
    """`mentions` with the unrecognised ones that keep known company marked; `text` is folded."""
    counts = Counter(mention.text for mention in mentions)
    people = {
        word
        for mention in mentions
        if mention.kind is EntityKind.PERSON
        for word in (mention.entity or "").split()
    }
    given = load_lexicon(kit).given
    marker = _Marker(mentions, text, kit)
    marked = []
    for index, mention in enumerate(mentions):
        if _may_be_garbled(mention, counts) and not (
            mention.text in people or mention.text in given
        ):
            marked.append(marker.mark(index))
        else:
            marked.append(mention)
    return marked


def _may_be_garbled(mention: Mention, counts: Counter[str]) -> bool:
    """An unknown name of one word, without digits, that the page does not keep using.

    It may be taken for a company by the trade before it: then nothing else makes it one.
    """
    return (
        mention.kind in (EntityKind.UNKNOWN, EntityKind.ORGANISATION)
        and mention.entity in (None, mention.text)
        and len(mention.text) >= _SHORTEST
        and mention.text.isalpha()
        and counts[mention.text] <= MOST_OFTEN
    )


class _Marker:
    """One page's mentions and the kit's lists, asked about one mention after another."""

    def __init__(self, mentions: Sequence[Mention], text: str, kit: Kit) -> None:
        self.mentions = mentions
        self.text = text
        self.kit = kit
        self.compared = 0
        self.gazetteer: Gazetteer = load_gazetteer(kit)
        self.lexicon: Lexicon = load_lexicon(kit)

    @cached_property
    def own(self) -> dict[str, tuple[Sounding, ...]]:
        """The bodies that only the page knows, by name, with their sounds in full and for short."""
        names = {
            mention.entity
            for mention in self.mentions
            if mention.entity and mention.kind is EntityKind.ORGANISATION
        }
        return {
            name: tuple(
                Sounding(name, squeeze(form), sound_of(squeeze(form)), None)
                for form in (name, name.rsplit(" ", 1)[0])
            )
            for name in sorted(names - self.gazetteer.names.keys())
        }

    def mark(self, index: int) -> Mention:
        """The mention, marked with candidates where it is likely garbled."""
        mention = self.mentions[index]
        if mention.entity in self.gazetteer.names or self.compared >= MOST_COMPARED:
            return mention
        company = self._in_list(index) or self._after_noun(index) or self._as_product(index)
        if company is None:
            return self._mark_beside_own(index)
        candidates = self._candidates(mention, company)
        if not candidates or candidates[0].score < company.enough:
            return mention
        kind = EntityKind.PRODUCT if company.maker else EntityKind.ORGANISATION
        return replace(mention, kind=kind, entity=None, garbled=True, candidates=tuple(candidates))

    def _mark_beside_own(self, index: int) -> Mention:
        """The mention, marked where it stands in a list with bodies that only the page knows.

        No trade is known then, so it must be very like a known company or a body of the page.
        """
        mention = self.mentions[index]
        members = [self.mentions[i] for i in (*self._walk(index, -1), *self._walk(index, 1))]
        if len(members) < _OTHERS_OF_OWN or mention.kind is not EntityKind.UNKNOWN:
            return mention
        if any(other.kind not in _NAMELESS for other in members):
            return mention
        if not any(other.entity in self.own for other in members):
            return mention
        self.compared += 1
        known = load_companies(self.kit, frozenset(self.lexicon.sectors))
        candidates = rank_candidates(mention.text, (*known, *chain(*self.own.values())), {})
        if not candidates or candidates[0].score < ENOUGH_WITHOUT_TRADE:
            return mention
        return replace(
            mention,
            kind=EntityKind.ORGANISATION,
            entity=None,
            garbled=True,
            candidates=tuple(candidates),
        )

    def _candidates(self, mention: Mention, company: _Company) -> list[Candidate]:
        self.compared += 1
        if company.maker is not None:
            return rank_candidates(mention.text, load_products(self.kit, company.maker), {})
        families = {self.lexicon.sectors.get(sector) for sector in company.sectors}
        near = frozenset(s for s, family in self.lexicon.sectors.items() if family in families)
        bonus = dict.fromkeys(self._spoken_of(mention) & near, SECTOR_BONUS)
        return rank_candidates(mention.text, load_companies(self.kit, near), bonus)

    def _spoken_of(self, mention: Mention) -> set[str]:
        """The trades that the words of the sentence around a mention speak of."""
        sectors = self.kit.once("resolve.sector_words", _sector_words)
        start = max(self.text.rfind(". ", 0, mention.start), mention.start - 300, 0)
        words = re.findall(r"[\w-]+", self.text[start : mention.end + 150].lower())
        return {sectors[word] for word in words if word in sectors}

    def _in_list(self, index: int) -> _Company | None:
        """The company of a list ("X, Y and Lucid"): known companies only, and unknown names."""
        members = [*self._walk(index, -1), *self._walk(index, 1)]
        known = [self._known(self.mentions[i]) for i in members]
        companies = [item for item in known if item is not None]
        enough = _KNOWN_IN_LIST * len(companies) >= len(members) + 1
        plain = self.mentions[index].entity is None  # an English word in capitals
        if len(members) < _OTHERS_IN_LIST + plain or not companies or not enough:
            return None
        unknown = [self.mentions[i] for i, item in zip(members, known, strict=True) if not item]
        if any(mention.kind not in _NAMELESS for mention in unknown):
            return None
        sectors = frozenset(item.sector for item in companies if item.sector)
        families = {self.lexicon.sectors.get(sector) for sector in sectors}
        return _Company(sectors, ENOUGH_IN_LIST) if len(families) == 1 else None

    def _walk(self, index: int, step: int) -> list[int]:
        """The mentions of the same list to one side of a mention."""
        found: list[int] = []
        other = index + step
        while 0 <= other < len(self.mentions) and len(found) < 12:
            left, right = sorted((other, other - step))
            gap = self.text[self.mentions[left].end : self.mentions[right].start]
            if not _JOINT.fullmatch(gap):
                break
            found.append(other)
            other += step
        return found

    def _known(self, mention: Mention) -> Known | None:
        """The company that a mention names, if the gazetteer knows it as one."""
        known = self.gazetteer.names.get(mention.entity or "")
        return known if known is not None and known.role == "company" else None

    def _after_noun(self, index: int) -> _Company | None:
        """The trade of the noun before a name ("supplier X"), where the page tells no more."""
        mention = self.mentions[index]
        before = _NOUN_BEFORE.search(self.text[max(0, mention.start - 40) : mention.start])
        if before is None or _INTRODUCED.match(self.text, mention.end):
            return None
        nouns = load_nouns(self.kit)
        words = before[1].split()
        for first in range(len(words)):
            noun = nouns.get(" ".join(words[first:]))
            if noun is not None and noun.sectors and "company" in noun.roles:
                near = self._company_near(index)
                return _Company(noun.sectors, ENOUGH_AFTER_NOUN) if near else None
        return None

    def _company_near(self, index: int) -> bool:
        """Whether a known company stands within the same paragraph or so."""
        place = self.mentions[index].start
        return any(
            abs(other.start - place) < _PARAGRAPH and self._known(other) is not None
            for other in self.mentions[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]
        )

    def _as_product(self, index: int) -> _Company | None:
        """The maker of a product ("Y's X model"): a known one with products in the kit."""
        mention = self.mentions[index]
        after = _PRODUCT_AFTER.match(self.text, mention.end)
        if index == 0 or after is None:
            return None
        if after[1] not in self.kit.words("names_product_nouns"):
            return None
        maker = self.mentions[index - 1]
        known = self._known(maker)
        if known is None or self.text[maker.end : mention.start] not in ("'s ", "' ", " "):
            return None
        return _Company(frozenset(), ENOUGH_FOR_PRODUCT, known.name)


def _sector_words(kit: Kit) -> dict[str, str]:
    return {row["word"].lower(): row["sector"] for row in kit.rows("names_sector_words")}
