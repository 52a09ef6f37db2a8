"""One claim in full: who says what, in which words, at which characters, and what is open."""

from collections.abc import Callable, Iterable, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.exhibits import tell_charge, tell_exhibits
from onrecord.cli.screen import COLOURS, ink, line, screen
from onrecord.cli.table import tell_counts
from onrecord.model import Claim, Evidence, Reading, Stance, Statement, When

LONGEST_QUOTE = 600  # characters of a sentence that are shown around what is said
_STANCES = (
    (Stance.SUPPORTS, "Those who say so"),
    (Stance.DENIES, "Those who deny it"),
    (Stance.DISCUSSES, "Those who speak of it"),
)


def print_dossier(
    claim: Claim, readings: Iterable[Reading], worksheets: Callable[[], None] | None = None
) -> None:
    """The dossier of `claim`; `readings` are the pages that its evidence stands on.

    `worksheets` prints what its figures imply, where there is such a thing.
    """
    out = screen()
    pages = {reading.document.id: reading for reading in readings}
    out.print()
    out.print(ink(claim.text, style="bold"))
    out.print(
        Text.assemble(
            (claim.status.upper(), f"bold {COLOURS.get(claim.status, '')}".strip()),
            (f"  {_since(claim.since)}", "dim"),
        )
    )
    out.print(ink(claim.sentence))
    out.print(ink(" · ".join(tell_counts(claim)), style="dim"))
    _print_part("Parts that can stand or fall alone", _legs(claim))
    _print_part("Parties", _parties(claim))
    _print_part("Where it comes from", _origin(claim, pages))
    for stance, heading in _STANCES:
        evidence = [e for e in claim.evidence if e.stance is stance]
        _print_part(heading, [_evidence(e, pages) for e in evidence], spaced=True)
    _print_part("Accusation", tell_charge(claim.charge))
    _print_part("What it rests on", tell_exhibits(claim))
    _print_part("What is open", [ink(told) for told in claim.open])
    _print_part("Where accounts differ", [ink(told) for told in claim.differences])
    if worksheets is not None:
        worksheets()
    _print_part("How it came to stand here", _history(claim))
    out.print()
    aliases = f"; formerly {', '.join(claim.aliases)}" if claim.aliases else ""
    told = f"claim {claim.id}{aliases}, policy {claim.policy}"
    out.print(ink(f"{told}. What these documents say, not what is true.", style="dim"))


def _print_part(heading: str, lines: Sequence[RenderableType], *, spaced: bool = False) -> None:
    if not lines:
        return
    out = screen()
    print_heading(heading)
    for number, part in enumerate(lines):
        if spaced and number:
            out.print()
        out.print(Padding(part, (0, 0, 0, 2)))


def print_heading(heading: str) -> None:
    """The heading of a part of a dossier."""
    out = screen()
    out.print()
    out.print(ink(heading, style="bold underline"))


def _legs(claim: Claim) -> list[RenderableType]:
    if not claim.legs:
        return []
    table = Table.grid(padding=(0, 2, 0, 0))
    for leg in claim.legs:
        table.add_row(ink(leg.status, style=COLOURS.get(leg.status, "")), ink(leg.text))
    return [table]


def _parties(claim: Claim) -> list[RenderableType]:
    told = {"unaddressed": "no statement", "mixed": "on both sides"}
    table = Table.grid(padding=(0, 2, 0, 0))
    for party in claim.parties:
        position = told.get(party.position, party.position)
        table.add_row(ink(party.entity), ink(position, style="dim"))
    return [table] if claim.parties else []


def _origin(claim: Claim, pages: dict[str, Reading]) -> list[RenderableType]:
    origin = claim.origin
    if origin is None:
        return []
    name = origin.entity or "a page of this ledger"
    if origin.document is None:
        return [ink(f"{name}, whose own article is not in this ledger")]
    return [ink(f"{name}: {_place(pages.get(origin.document), origin.document)}")]


def _evidence(evidence: Evidence, pages: dict[str, Reading]) -> RenderableType:
    page = pages.get(evidence.document)
    statement = find_statement(page, evidence.statement) if page else None
    if page is None or statement is None:
        return ink(f"sealed or no longer read: statement {evidence.statement}", style="dim")
    who = ink(speaker(statement, page), "bold")
    manner = ink(f"  {_manner(statement)}\n", "dim")
    start, end = statement.content.spans[0].start, statement.content.spans[-1].end
    where = " of the title" if statement.content.where == "title" else ""
    place = f"\n{_place(page, evidence.document)}, characters {start}-{end}{where}"
    told = [evidence.weight, "first hand" if evidence.first_hand else _echo(evidence, pages)]
    said = f", {_day(statement.said)}" if statement.said else ""
    rest = ink(f"{place}{said}\n{'; '.join(part for part in told if part)}", style="dim")
    return line(who, manner, quote(page, statement), rest)


def speaker(statement: Statement, page: Reading) -> str:
    """Who says it, as the page names them and as they are known."""
    source = statement.source
    if source is None:
        return f"{page.document.outlet or 'The article'}, in its own words"
    if source.entity and source.entity != source.text:
        return f"{source.entity} ({source.text})"
    return source.entity or source.text


def quote(page: Reading, statement: Statement) -> Text:
    """The sentence in which a statement stands, its content and source marked."""
    string = page.document.string(statement.content.where)
    start, end = statement.content.spans[0].start, statement.content.spans[-1].end
    for passage in page.document.passages:
        if passage.where is statement.content.where and passage.start <= start < passage.end:
            start, end = passage.start, max(end, passage.end)
            break
    if end - start > LONGEST_QUOTE:
        return ink(statement.content.text, style="italic")
    words = ink(string[start:end])
    marked = [(span, "italic") for span in statement.content.spans]
    if statement.source is not None and statement.source.where is statement.content.where:
        marked += [(span, "bold") for span in statement.source.spans]
    for span, style in marked:
        words.stylize(style, max(0, span.start - start), max(0, span.end - start))
    return words


def find_statement(page: Reading, wanted: str) -> Statement | None:
    """The statement of a page with an id."""
    found = (s for s in (*page.statements, *page.assertions) if s.id == wanted)
    return next(found, None)


def _manner(statement: Statement) -> str:
    told = [statement.act.replace("_", " ")]
    if statement.force:
        told.append(f"{statement.force.replace('_', ' ')}")
    if statement.cue:
        told.append(f"“{statement.cue.text}”")
    if statement.hedged:
        told.append("hedged")
    return ", ".join(told)


def _echo(evidence: Evidence, pages: dict[str, Reading]) -> str:
    """Whom a statement repeats, by name where its page is at hand."""
    if not evidence.echo_of:
        return "relayed"
    page = pages.get(evidence.echo_of)
    name = (page.document.outlet or page.document.title) if page else None
    return f"repeats {name or evidence.echo_of}"


def _place(page: Reading | None, document: str) -> str:
    if page is None:
        return f"document {document}"
    doc = page.document
    return doc.path or doc.url or f"document {doc.id}"


def _history(claim: Claim) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0))
    for turn in claim.history:
        style = COLOURS.get(turn.status, "")
        table.add_row(
            ink(_day(turn.at) if turn.at else "undated", style="dim"),
            ink(turn.status, style=style),
            ink(turn.rule),
        )
    return [table] if claim.history else []


def _since(when: When | None) -> str:
    if when is None:
        return "undated"
    return f"since {when.end} or before" if when.start is None else f"since {_day(when)}"


def _day(when: When) -> str:
    """An interval of days in few words."""
    if when.start is None:
        return f"by {when.end}" if when.end else "undated"
    if when.end is None:
        return f"from {when.start}"
    return when.start if when.start == when.end else f"{when.start} to {when.end}"
