"""Old news that returns as new: a page whose claim the ledger held long before, or whose own text
dates it long before the page.

Precision comes first: a page that marks an anniversary, follows a court case, says that it looks
back or brings somebody's new word is left alone, as is what may come every year.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import (
    DateMention,
    Passage,
    Reading,
    RegionKind,
    Stance,
    Statement,
    Where,
)
from onrecord.text import fold

_LONG = timedelta(days=180)  # news of half a year ago is not told as new by a follow-up
_LATELY = timedelta(days=30)  # a page that dates anything so near to itself has something new
_YEAR, _SAME_TIME = 365.25, 20  # days: what returns at the same time of the year may be yearly
_MOST_EARLIER = 20  # earlier pages looked at for each page
_LEAST_WORDS = 8  # a shorter sentence may be the same by chance
_HALF = 0.5  # of a page's sentences that stand in the earlier one
_WIDEST = timedelta(days=31)  # a date that tells a day or a month; a bare year often is background
_AT_ONCE = 5  # characters between a cue and the date on which it was said
_TOLD = frozenset({RegionKind.HEADLINE, RegionKind.BODY})
_WORD = re.compile(r"\w+")
_YEAR_NUMBER = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS_OF_A_YEAR = 12
_DAYS_OF_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Return:
    """A page that tells an old thing as new: the day on which it was told or happened before, and
    the page that told it then (None where the page's own text dates it).
    """

    page: str
    day: date
    earlier: str | None


def find_returns(
    testimony: Sequence[Testimony], pages: Mapping[str, Reading], kit: Kit
) -> tuple[Return, ...]:
    """The pages of a claim that tell it as new although it is old, earliest first."""
    tellings: dict[str, list[Testimony]] = {}
    for one in testimony:
        if one.stance is Stance.SUPPORTS and _day_of(pages[one.proposition.document]):
            tellings.setdefault(one.proposition.document, []).append(one)
    order = sorted(tellings, key=lambda key: (str(_day_of(pages[key])), key))
    answered = {t.proposition.document for t in testimony if t.stance is Stance.DENIES}
    found = []
    for key in order:
        if key in answered:
            continue
        returned = _held_before(key, order, tellings, pages, kit)
        if returned is None and not _reasons(pages[key], kit):
            returned = _dated_before(pages[key], tellings[key], kit)
        if returned is not None:
            found.append(returned)
    return tuple(found)


def tell_return(returned: Return, title: str, earlier: str | None, published: str) -> str:
    """One sentence: which page tells what as new, and how old it is; `title` and `earlier` are
    how the two pages are called.
    """
    age = _age(date.fromisoformat(published[:10]) - returned.day)
    if earlier is None:
        before = f"what its own text dates to {returned.day.isoformat()}"
    else:
        before = f"what {earlier} told on {returned.day.isoformat()}"
    return f"{title} of {published[:10]} tells as new {before}, {age} before"


def _age(gap: timedelta) -> str:
    months = round(gap.days / _DAYS_OF_A_MONTH)
    if months < 2 * _MONTHS_OF_A_YEAR:
        return f"{months} months"
    return f"{months // _MONTHS_OF_A_YEAR} years"


def _held_before(
    key: str,
    order: Sequence[str],
    tellings: Mapping[str, Sequence[Testimony]],
    pages: Mapping[str, Reading],
    kit: Kit,
) -> Return | None:
    """The earliest page from long before that this one only tells over again."""
    day = _day_of(pages[key])
    for other in order[:_MOST_EARLIER]:
        before = _day_of(pages[other])
        if day is None or before is None or day - before < _LONG:
            return None
        late = (day - before).days % _YEAR
        if min(late, _YEAR - late) <= _SAME_TIME:
            continue
        if not _retells(pages[key], tellings[key], pages[other]):
            continue
        gone = _phrases("recalls", kit) & _reasons(pages[other], kit)  # no reason of today's
        if not _reasons(pages[key], kit) - gone:
            return Return(key, before, other)
    return None


def _retells(page: Reading, telling: Sequence[Testimony], earlier: Reading) -> bool:
    """Whether a page only tells a claim over again, and nobody speaks on it who did not before:
    in the very words, as a copy or in half of its sentences; or by the same long quotation under a
    headline that tells the claim.
    """
    if not _voices(page) <= _voices(earlier):
        return False
    then = f" {_plain(earlier.document.text)} "
    if _says_anew(telling, then):
        return _heads_with(telling) and _only_quotes(page, then) and not _old_dates(page)
    copied = any(t.echo_of == earlier.document.id for t in telling)
    return copied or _shares_half(page, then)


def _says_anew(telling: Sequence[Testimony], then: str) -> bool:
    """Whether a page has words of its own for the claim, or too few to tell whose they are."""
    said = [_plain(t.statement.content.text) for t in telling if not t.proposition.headline]
    if not said or not all(f" {words} " in then for words in said):
        return True
    return not any(_is_long(words) for words in said)


def _only_quotes(page: Reading, then: str) -> bool:
    """Whether all that a page's sources say stands in an earlier text, a long quotation too."""
    sourced = [s for s in page.statements if s.source]
    said = [(_plain(s.content.text), s.quoted) for s in sourced]
    if not all(f" {words} " in then for words, _ in said):
        return False
    return any(quoted and _is_long(words) for words, quoted in said)


def _is_long(words: str) -> bool:
    return words.count(" ") + 1 >= _LEAST_WORDS


def _voices(page: Reading) -> frozenset[tuple[str, str]]:
    """Who (by the last word of the name) does what on a page: a reaction that is not in the
    earlier one makes it a follow-up.
    """
    return frozenset(
        (_plain(s.source.entity or s.source.text).rpartition(" ")[2], str(s.act))
        for s in page.statements
        if s.source
    )


def _shares_half(page: Reading, then: str) -> bool:
    sentences = [_plain(_words_of(p, page)) for p in _passages(page) if not _is_head(p)]
    long = [words for words in sentences if _is_long(words)]
    same = sum(f" {words} " in then for words in long)
    return same > 1 and same >= _HALF * len(long)


def _dated_before(page: Reading, telling: Sequence[Testimony], kit: Kit) -> Return | None:
    """Whether a page's headline tells as new what its text says happened, or was said, long ago,
    while nothing on the page is of late and no source speaks without such a date.
    """
    title = page.document.title or ""
    if not _heads_with(telling) or _YEAR_NUMBER.search(title) or _late_dates(page):
        return None
    days = []
    for one in telling:
        if one.proposition.headline or one.resemblance < SAYS_THE_CLAIM:
            continue
        dated = _date_told(one.statement, page, kit)
        if dated is not None:
            days.append(date.fromisoformat(dated.when.start or ""))
        elif one.statement.source:
            return None
    return Return(page.document.id, min(days), None) if days else None


def _heads_with(telling: Iterable[Testimony]) -> bool:
    """Whether a page's headline tells the claim outright."""
    return any(
        t.proposition.headline and not t.hedged and t.resemblance >= SAYS_THE_CLAIM for t in telling
    )


def _date_told(statement: Statement, page: Reading, kit: Kit) -> DateMention | None:
    """The old day or month on which what a statement tells happened, or was said."""
    if statement.content.where is not Where.TEXT:
        return None
    place = statement.content.spans[0].start
    passage = next((p for p in _passages(page) if p.start <= place < p.end), None)
    if passage is None:
        return None
    for dated in _old_dates(page):
        if not passage.start <= dated.start < passage.end or not _is_narrow(dated):
            continue
        if statement.cue is not None:
            if 0 <= dated.start - statement.cue.spans[-1].end <= _AT_ONCE:
                return dated
        elif _dates_the_deed(dated, passage, page.document.text, kit):
            return dated
    return None


def _dates_the_deed(dated: DateMention, passage: Passage, text: str, kit: Kit) -> bool:
    """Whether a date opens its sentence ("On 12 March 2019 a fire ...") or closes one of a single
    clause; elsewhere it may date something else ("a plant built in March 2019").
    """
    before = fold(text[passage.start : dated.start]).lower()
    words = _WORD.findall(before)
    while words and words[-1] in _phrases("leans", kit):
        words.pop()
    if not words:
        return True
    if _WORD.search(text[dated.end : passage.end]) or set(before) & set(',;:()"'):
        return False
    verbs = [word for word in words if word.endswith("ed") or word in _pasts(kit)]
    return not set(words) & _phrases("apart", kit) and len(verbs) == 1 and words[-1] != verbs[0]


def _pasts(kit: Kit) -> frozenset[str]:
    return kit.words("link_irregulars", "past") | kit.words("link_irregulars", "participle")


def _reasons(page: Reading, kit: Kit) -> frozenset[str]:
    """The words in which a page says why it tells an old thing, or by which its headline asks."""
    title = page.document.title or ""
    head = f"{_plain(title)} "
    body = " ".join(_plain(_words_of(p, page)) for p in _passages(page))
    whole = f" {head}{body} "
    asks = {phrase for phrase in _phrases("asks", kit) if head.startswith(f"{phrase} ")}
    asks |= {"?"} & set(title)
    told = _phrases("recalls", kit) | _phrases("recurs", kit)
    return frozenset(asks | {phrase for phrase in told if f" {phrase} " in whole})


def _phrases(kind: str, kit: Kit) -> frozenset[str]:
    rows = kit.rows("judge_recalling")
    return kit.once(
        ("recalling", kind),
        lambda _: frozenset(_plain(row["phrase"]) for row in rows if row["kind"] == kind),
    )


def _old_dates(page: Reading) -> list[DateMention]:
    """The dates of a page's headline and body that lie long before it, both ends known."""
    day = _day_of(page)
    return [
        d
        for d in _dates(page)
        if day and d.when.start and d.when.end and d.when.end <= (day - _LONG).isoformat()
    ]


def _late_dates(page: Reading) -> list[DateMention]:
    """The dates of a page that are near it, ahead of it, or open towards it."""
    day = _day_of(page)
    return [
        d
        for d in _dates(page)
        if day is None or d.when.end is None or d.when.end > (day - _LATELY).isoformat()
    ]


def _dates(page: Reading) -> list[DateMention]:
    passages = _passages(page)
    return [d for d in page.dates if any(p.start <= d.start < p.end for p in passages)]


def _is_narrow(dated: DateMention) -> bool:
    first, last = (date.fromisoformat(day or "") for day in (dated.when.start, dated.when.end))
    return last - first <= _WIDEST


def _day_of(page: Reading) -> date | None:
    published = page.document.published
    return date.fromisoformat(published[:10]) if published else None


def _passages(page: Reading) -> list[Passage]:
    return [p for p in page.document.passages if p.region in _TOLD and p.where is Where.TEXT]


def _is_head(passage: Passage) -> bool:
    return passage.region is RegionKind.HEADLINE


def _words_of(passage: Passage, page: Reading) -> str:
    return page.document.text[passage.start : passage.end]


def _plain(text: str) -> str:
    """The words of a text in small letters, one blank between, so that texts can be compared."""
    return " ".join(_WORD.findall(fold(text).lower()))
