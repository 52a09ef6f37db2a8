"""Findings beside the claims: figures, headlines, pledges, names, a person's corrections."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.web.excerpts import Excerpt, Segment, show_marked, show_span
from onrecord.web.index import LedgerIndex, Record, make_anchor, rows
from onrecord.web.wording import (
    day_of,
    name_document,
    say,
    tell_amount,
    tell_day,
    tell_when,
    title_document,
)

_CANDIDATES = 3  # nearest names shown; the export has all


@dataclass(frozen=True, slots=True)
class Place:
    """The article in which something was found."""

    outlet: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """A figure recomputed: the verdict, what was worked out, the premise, the words used."""

    verdict: str
    label: str
    tone: str
    says: str
    premise: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class FigureView:
    """A quantity as the article has it, and as it was read."""

    words: str
    amount: str
    of: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The figures and checks of one article."""

    place: Place
    checks: tuple[CheckView, ...]
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """A headline beside the passages of its own article."""

    place: Place
    verdict: str
    label: str
    tone: str
    why: str
    headline: str
    passages: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class NameView:
    """A name that was not recognised, and the names nearest to it."""

    text: str
    places: tuple[Place, ...]
    candidates: tuple[tuple[str, str], ...]
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A person's correction."""

    what: str
    subject: str
    value: str
    by: str
    at: str
    why: str
    quote: str


def place(document: Record) -> Place:
    """Where something was found, with a link into this page."""
    href = "#" + make_anchor("document", document.get("id", ""))
    return Place(name_document(document), title_document(document), href)


def reckon(index: LedgerIndex) -> tuple[Reckoning, ...]:
    """Figures and checks article by article; articles with a failing check first."""
    found = []
    for key, document in index.documents.items():
        checks = [_view_check(row, document, index) for row in index.of("checks", key)]
        figures = [_view_figure(row, document) for row in index.of("figures", key)]
        if checks or figures:
            found.append(Reckoning(place(document), tuple(_failing_first(checks)), tuple(figures)))
    found.sort(key=lambda entry: (not _fails(entry.checks), not entry.checks))
    return tuple(found)


def _failing_first(checks: Sequence[CheckView]) -> list[CheckView]:
    order = {"fails": 0, "conditional": 1, "implied": 2, "holds": 3, "unsupported": 4}
    return sorted(checks, key=lambda check: order.get(check.verdict, len(order)))


def _fails(checks: Sequence[CheckView]) -> bool:
    return any(check.verdict == "fails" for check in checks)


def _view_check(check: Record, document: Record, index: LedgerIndex) -> CheckView:
    verdict = str(check.get("verdict"))
    used = [index.figures.get((str(document["id"]), str(key))) for key in rows(check, "figures")]
    return CheckView(
        verdict=verdict,
        label=say("verdict", verdict),
        tone=say("verdict_tone", verdict),
        says=str(check.get("says") or ""),
        premise=_tell_premise(check),
        excerpt=_show_figures([figure for figure in used if figure], document),
    )


def _tell_premise(check: Record) -> str:
    """The premise as the opening of a sentence; empty where what is said has it already."""
    premise = str(check.get("premise") or "").strip()
    if not premise or premise in str(check.get("says") or ""):
        return ""
    return f"I{premise[1:]}" if premise.startswith("if ") else f"If {premise}"


def _view_figure(figure: Record, document: Record) -> FigureView:
    return FigureView(
        words=str(figure.get("text") or ""),
        amount=tell_amount(figure),
        of=str(figure.get("of") or ""),
        excerpt=_excerpt(figure, document),
    )


def _show_figures(figures: Sequence[Record], document: Record) -> Excerpt:
    """The sentences that hold the figures of a check, all of them marked."""
    text = str(document.get("text") or "")
    marked = [
        (int(row["start"]), int(row["end"]), "content")
        for row in figures
        if row.get("in") != "title" and 0 <= row["start"] < row["end"] <= len(text)
    ]
    return show_marked(text, marked) if marked else ()


def _excerpt(row: Record, document: Record) -> Excerpt:
    text = document.get("title") if row.get("in") == "title" else document.get("text")
    return show_span(str(text or ""), int(row["start"]), int(row["end"]))


def weigh_headlines(index: LedgerIndex) -> tuple[HeadlineView, ...]:
    """The headlines that say more than their own article."""
    found = []
    for document in index.documents.values():
        headline = document.get("headline")
        if headline and headline.get("verdict") != "fair":
            found.append(_view_headline(headline, document))
    return tuple(found)


def _view_headline(headline: Record, document: Record) -> HeadlineView:
    text, title = str(document.get("text") or ""), str(document.get("title") or "")
    start, end = headline.get("headline") or (0, 0)
    shown = (title if headline.get("in") == "title" else text)[int(start) : int(end)]
    verdict = str(headline.get("verdict"))
    passages = [_show_passage(text, int(a), int(b)) for a, b in headline.get("passages") or ()]
    return HeadlineView(
        place=place(document),
        verdict=verdict,
        label=say("verdict", verdict),
        tone=say("verdict_tone", verdict),
        why=str(headline.get("why") or ""),
        headline=shown.strip() or title,
        passages=tuple(passage for passage in passages if passage),
    )


def _show_passage(text: str, start: int, end: int) -> Excerpt:
    """A passage in its sentence; not marked where it is the whole of it."""
    excerpt = show_span(text, start, end)
    return tuple(Segment(one.text) for one in excerpt) if len(excerpt) == 1 else excerpt


def count_fair_headlines(index: LedgerIndex) -> int:
    """How many headlines were weighed and found fair."""
    weighed = [document.get("headline") or {} for document in index.documents.values()]
    return sum(1 for headline in weighed if headline.get("verdict") == "fair")


def list_names(export: Record, index: LedgerIndex) -> tuple[NameView, ...]:
    """Names that were not recognised and resemble one that is known."""
    found: dict[str, list[Record]] = {}
    for entity in rows(export, "entities"):
        for mention in rows(entity, "mentions"):
            if mention.get("garbled"):
                found.setdefault(str(mention.get("text")), []).append(mention)
    return tuple(_view_name(text, found[text], index) for text in sorted(found, key=str.casefold))


def _view_name(text: str, mentions: Sequence[Record], index: LedgerIndex) -> NameView:
    documents = [index.document(str(mention.get("document"))) for mention in mentions]
    places = dict.fromkeys(place(document) for document in documents if document)
    candidates = [
        (str(candidate.get("name")), f"{float(candidate.get('score') or 0):.2f}")
        for candidate in rows(mentions[0], "candidates")[:_CANDIDATES]
    ]
    return NameView(text, tuple(places), tuple(candidates), _excerpt(mentions[0], documents[0]))


def list_pledges(index: LedgerIndex) -> list[Record]:
    """Pledges and forecasts by the day they fall due, those without a day last."""
    waiting = [c for c in index.claims if c.get("kind") in ("pledge", "forecast")]
    return sorted(waiting, key=lambda claim: day_of(claim.get("due")) or "9999")


def list_judgements(export: Record) -> tuple[JudgementView, ...]:
    """What people corrected, with name, time and reason."""
    return tuple(
        JudgementView(
            what=str(row.get("kind") or "").replace("_", " "),
            subject=str(row.get("subject") or ""),
            value=str(row.get("value") or ""),
            by=str(row.get("by") or ""),
            at=tell_day(str(row.get("at") or "")),
            why=str(row.get("why") or ""),
            quote=str(row.get("quote") or ""),
        )
        for row in rows(export, "judgements")
    )


def tell_span_of_days(index: LedgerIndex) -> str:
    """From the first to the last publication date of the documents."""
    days = sorted(
        str(doc["published"])[:10] for doc in index.documents.values() if doc.get("published")
    )
    if not days:
        return ""
    return tell_when({"from": days[0], "to": days[-1]})
