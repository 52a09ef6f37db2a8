"""Accounts: what different articles of one claim give differently, in figures.

`compare_accounts` lays the stories that tell a claim side by side and says, with both wordings,
where they contradict each other; a later article's other figure is a change, and another figure in
a newer version of the same page a revision.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.kit import Kit
from onrecord.kit.idf import Idf, load_idf
from onrecord.measure.conflicts import differ, find_conflicts, find_revision
from onrecord.measure.lexicon import load_lexicon
from onrecord.measure.rounding import nominal
from onrecord.measure.tellings import Telling, find_tellings
from onrecord.model import Claim, Document, Reading, Span, Where

_DAY = 10  # characters of an ISO date
_VERSIONS = 20  # earlier versions of a page that are looked at


def compare_accounts(
    readings: Iterable[Reading], claims: Iterable[Claim], kit: Kit
) -> dict[str, tuple[str, ...]]:
    """For each claim's id, how the articles that tell it differ in figures; none, no entry.

    `readings` may hold superseded versions of a page: they are what a revision is seen by.
    """
    pages = {r.document.id: r for r in sorted(readings, key=lambda r: (r.document.id, r.key))}
    found: dict[str, tuple[str, ...]] = {}
    kept: dict[tuple[str, frozenset[str | None]], tuple[Telling, ...]] = {}
    for claim in claims:
        tellings: list[Telling] = []
        for document, stories in sorted(_stories_of(claim, pages).items()):
            key = document, frozenset(stories)
            if key not in kept:
                kept[key] = tuple(find_tellings(pages[document], key[1], load_lexicon(kit)))
            tellings += kept[key]
        evidence = _evidence_spans(claim, pages)
        differences = (
            *_differences(tellings, evidence, pages, load_idf(kit)),
            *_revisions(tellings, evidence, pages, kit),
        )
        if differences:
            found[claim.id] = tuple(dict.fromkeys(differences))
    return found


def _stories_of(claim: Claim, pages: Mapping[str, Reading]) -> dict[str, set[str | None]]:
    """The stories that hold a claim's evidence, by document."""
    stories: dict[str, set[str | None]] = {}
    wanted: dict[str, set[str]] = {}
    for evidence in claim.evidence:
        wanted.setdefault(evidence.document, set()).add(evidence.statement)
    for document, ids in wanted.items():
        if document in pages:
            page = pages[document]
            told = [s for s in (*page.statements, *page.assertions) if s.id in ids]
            stories[document] = {statement.story for statement in told}
    return stories


def _evidence_spans(claim: Claim, pages: Mapping[str, Reading]) -> dict[str, list[Span]]:
    """Where a claim's evidence stands in each document."""
    ids = {(evidence.document, evidence.statement) for evidence in claim.evidence}
    spans: dict[str, list[Span]] = {}
    for document in sorted({document for document, _ in ids} & pages.keys()):
        page = pages[document]
        for statement in (*page.statements, *page.assertions):
            in_text = statement.content.where is Where.TEXT
            if in_text and (document, statement.id) in ids:
                spans.setdefault(document, []).extend(statement.content.spans)
    return spans


def bears_on(telling: Telling, evidence: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a figure stands in a sentence that is evidence on the claim."""
    start, end = telling.passage
    return any(s.start < end and start < s.end for s in evidence.get(telling.document, ()))


def _differences(
    tellings: Sequence[Telling],
    evidence: Mapping[str, Sequence[Span]],
    pages: Mapping[str, Reading],
    idf: Idf,
) -> Iterator[str]:
    """A sentence for each quantity of the claim on which the articles differ."""
    told = {t.document: pages[t.document].figures for t in tellings}
    for group in _join(find_conflicts(tellings, told, idf)):
        if any(bears_on(telling, evidence) for telling in group):
            yield _say_difference(group, pages)


def _join(pairs: Iterable[tuple[Telling, Telling]]) -> Iterator[list[Telling]]:
    """The tellings of each quantity, from the pairs that contradict each other."""
    groups: dict[int, dict[int, Telling]] = {}
    for left, right in pairs:
        group = groups.setdefault(id(left), {id(left): left})
        other = groups.setdefault(id(right), {id(right): right})
        if group is not other:
            group.update(other)
            groups.update(dict.fromkeys(other, group))
    for group in {id(group): group for group in groups.values()}.values():
        yield list(group.values())


def _say_difference(group: Sequence[Telling], pages: Mapping[str, Reading]) -> str:
    """As in: figures differ: "will cut 900 jobs" (Northline Press); "cuts 90 jobs" (Courier)."""
    ordered = sorted(
        group,
        key=lambda t: (_day(pages[t.document].document) or "9", t.document, t.figure.start),
    )
    values: list[list[Telling]] = []
    for telling in ordered:
        same = next((v for v in values if not differ(v[0].figure, telling.figure)), None)
        if same is None:
            values.append([telling])
        elif all(t.document != telling.document for t in same):
            same.append(telling)
    days = [[_day(pages[t.document].document) for t in value] for value in values]
    dated = all(day for value in days for day in value)
    changed = dated and all(
        max(map(str, a)) < min(map(str, b)) for a, b in zip(days, days[1:], strict=False)
    )
    parts = (
        f'"{v[0].wording}" ({"; ".join(_called(pages[t.document].document) for t in v)})'
        for v in values
    )
    return f"{'a figure changed' if changed else 'figures differ'}: {'; '.join(parts)}"


def _revisions(
    tellings: Sequence[Telling],
    evidence: Mapping[str, Sequence[Span]],
    pages: Mapping[str, Reading],
    kit: Kit,
) -> Iterator[str]:
    """A sentence for each figure that a page gave differently in an earlier version."""
    lexicon, idf = load_lexicon(kit), load_idf(kit)
    earlier: dict[str, tuple[Telling, ...]] = {}
    said: set[tuple[str, float, float]] = set()
    for telling in (t for t in tellings if bears_on(t, evidence)):
        for old in _versions_before(telling.document, pages):
            if old.document.id not in earlier:
                stories = frozenset(f.story for f in old.figures)
                earlier[old.document.id] = tuple(find_tellings(old, stories, lexicon))
            was = find_revision(telling, earlier[old.document.id], idf)
            if was is None:
                continue
            key = (telling.document, nominal(was.figure), nominal(telling.figure))
            if key not in said:
                said.add(key)
                page = pages[telling.document].document
                yield f'revised by {_called(page)}: "{was.wording}", later "{telling.wording}"'
            break


def _versions_before(document: str, pages: Mapping[str, Reading]) -> Iterator[Reading]:
    """The earlier versions of a page, the latest first."""
    seen = {document}
    for _ in range(_VERSIONS):
        before = pages[document].document.version_of
        if before is None or before in seen or before not in pages:
            return
        seen.add(before)
        document = before
        yield pages[before]


def _day(document: Document) -> str | None:
    return document.published[:_DAY] if document.published else None


def _called(document: Document) -> str:
    """How an article is called, with its day: its outlet and title, else path or address."""
    title = document.title or document.path or document.url or document.id
    named = ", ".join(part for part in (document.outlet, title) if part)
    day = _day(document)
    return f"{named}, {day}" if day else named
