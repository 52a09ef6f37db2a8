"""Parts of a status sentence that count and date: since when, in how many articles, which leg."""

from collections.abc import Sequence

from onrecord.judge.testimony import Testimony
from onrecord.model import Claim, Leg, Status, Voice, When

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_NUMBERS = "no one two three four five six seven eight nine ten".split()
_LONGEST = 14  # words of a leg that are quoted; what is longer is cut
_NAMED = frozenset({Status.DENIED, Status.CONFIRMED, Status.DISPUTED})
_STANDS = {
    Status.REPORTED: "is reported",
    Status.RUMOURED: "is a rumour",
    Status.OPEN: "is still open",
    Status.MET: "is met",
    Status.OVERDUE: "is overdue",
    Status.LAPSED: "has lapsed",
    Status.MISSED: "is missed",
    Status.WITHDRAWN: "is withdrawn",
}
REST = ", that aside"  # ends the text of the leg that is left when one part is singled out


def name_day(day: str) -> str:
    """A day as it is printed: "3 March 2026" of 2026-03-03, "March 2026" of 2026-03."""
    parts = day[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > len(("year", "month", "day")):
        return day
    words = [parts[0], *(_MONTHS[int(m) - 1] for m in parts[1:2] if 0 < int(m) <= len(_MONTHS))]
    return " ".join([*(str(int(d)) for d in parts[2:]), *reversed(words)])


def since_when(since: When | None) -> str:
    """ " since 3 March 2026", or nothing where nobody knows."""
    day = (since.end or since.start or "") if since else ""
    return f" since {name_day(day)}" if day else ""


def here(articles: int) -> str:
    """The record at hand, in words."""
    return "in this article" if articles == 1 else f"in these {articles} articles"


def told_in(claim: Claim) -> str:
    """ "told in 14 articles that go back to one origin"; "" for a single article."""
    if claim.articles < 2:
        return ""
    number = _NUMBERS[claim.articles] if claim.articles < len(_NUMBERS) else str(claim.articles)
    if claim.origins == 0:
        return f"told in {number} articles"
    origins = _NUMBERS[claim.origins] if claim.origins < len(_NUMBERS) else str(claim.origins)
    noun = "origin" if claim.origins == 1 else "origins"
    return f"told in {number} articles that go back to {origins} {noun}"


def tell_leg(leg: Leg, testimony: Sequence[Testimony]) -> str:
    """Where one leg stands, and on whose word: "“the figure” is denied by Lumen"."""
    words = leg.text.split()
    cut = " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
    what = "the rest" if leg.text.endswith(REST) else f"“{cut}”"
    because = set(leg.because)
    who = [t.entity for t in testimony if t.statement.id in because and t.entity]
    names = list(dict.fromkeys(who))[:2] if leg.status in _NAMED else []
    by = f" by {' and '.join(names)}" if names else ""
    return f"{what} {_STANDS.get(leg.status, f'is {leg.status}')}{by}"


def on_whose_word(testimony: Sequence[Testimony]) -> str:
    """ ", on the word of unnamed sources", where nobody else puts it forward."""
    voices = {t.voice for t in testimony if t.stance == "supports"}
    told = voices - {Voice.AUTHOR, Voice.OUTLET}
    return ", on the word of unnamed sources" if told == {Voice.UNNAMED} else ""
